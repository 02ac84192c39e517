"""What belongs into a package: the captures, what their pages need, and every record that tells of them."""

import json
import re
import zlib

import pytest

from archiver.export.package import provenance
from archiver.models.blog import Month
from archiver.packing.writing import package, write_wacz
from archiver.search.find import find
from tests.packing.blog import BLOG, LOST, MOVED, POST, SOURCE
from tests.packing.packages import members, records

SEAL = "http://source.example/seal.png"
OF_SOURCE = {MOVED, SOURCE, SEAL, f"{BLOG}other.png"}  # the last has the payload of the seal
OF_POST = {POST, f"{BLOG}style.css", f"{BLOG}paper.png", f"{BLOG}mill.png", LOST, *OF_SOURCE}


def packed(blog, path, what):
    """The members of a package."""
    wanted = find(blog.database, what) if isinstance(what, str) else what
    with package(blog, wanted) as made:
        write_wacz(made, path)
    return members(path)


def targets(warc: bytes, kind: str) -> list[str]:
    """The addresses of all records of a type."""
    heads = (zlib.decompress(each, wbits=31).partition(b"\r\n\r\n")[0].decode() for each in records(warc))
    found = (re.search(r"WARC-Target-URI: (\S+)", head) for head in heads if f"WARC-Type: {kind}\r" in head)
    return [match[1] for match in found if match]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        # a post with all that it cites, and what either needs to be seen; a failure, too
        ("p1", OF_POST),
        # the same by its address
        (POST, OF_POST),
        # a source with the redirect that leads there
        ("s1", OF_SOURCE),
        # one that was never had: the attempt is the evidence
        ("s2", {LOST}),
        # a month: the page that lists its posts, and what that has its payload from
        (Month(year=2019, month=9), {*OF_POST, f"{BLOG}2019/09/", BLOG}),
    ],
)
def test_a_package_holds_what_belongs_to_it(blog, tmp_path, what, expected):
    """No more and no less, each with the request beside it."""
    warc = packed(blog, tmp_path / "a.wacz", what)["archive/data.warc.gz"]

    assert expected == set(targets(warc, "request"))
    assert expected == set(targets(warc, "metadata"))
    assert expected - {LOST} == set(targets(warc, "response") + targets(warc, "revisit"))


def test_records_are_copied_byte_for_byte(blog, tmp_path):
    """But for the first, which says what the file is, every record lies so in the archive; in the same order."""
    warc = packed(blog, tmp_path / "a.wacz", "p1")["archive/data.warc.gz"]
    held = [each for path in blog.warc_files() for each in records(path.read_bytes())]
    first, *taken = records(warc)
    places = [held.index(each) for each in taken]

    assert sorted(set(places)) == places
    assert b"excerptOf: The Ledger" in zlib.decompress(first, wbits=31)


def test_everything_is_the_files_themselves(blog, tmp_path):
    """Of a whole archive each WARC stands in the package as it is, and with them the list that proves them."""
    parts = packed(blog, tmp_path / "a.wacz", None)
    held = {f"archive/{path.name}": path.read_bytes() for path in blog.warc_files()}

    assert held == {name: data for name, data in parts.items() if name.startswith("archive/")}
    assert blog.manifest.read_bytes() == parts["provenance/manifest.jsonl"]


def test_the_same_archive_gives_the_same_bytes(blog, tmp_path):
    """Whenever it is written: dates are those of what is in it."""
    paths = [tmp_path / "a.wacz", tmp_path / "b.wacz"]
    told = [json.loads(packed(blog, path, "p1")["datapackage.json"])["created"] for path in paths]

    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert ["2019-10-12T10:09:00Z"] * 2 == told


def test_a_package_tells_what_it_holds(blog, tmp_path):
    """Its first page is the post; its texts, its references and the sentence that cites stand beside."""
    parts = packed(blog, tmp_path / "a.wacz", "p1")
    told = json.loads(parts["datapackage.json"])
    pages = [json.loads(line) for line in parts["pages/pages.jsonl"].splitlines()]
    origins = json.loads(parts["provenance/provenance.json"])
    works = {work["id"]: work for work in origins["works"]}
    lost = next(each for each in origins["captures"] if each["url"] == LOST)

    assert ("The Mills", POST, "1.1.1") == (told["title"], told["mainPageUrl"], told["wacz_version"])
    assert [(POST, "The Mills"), (SOURCE, "On Paper")] == [(page["url"], page["title"]) for page in pages[1:]]
    assert "made paper until the river froze" in pages[1]["text"]
    assert "great frost of 1788" in pages[2]["text"]
    assert ["pages/pages.jsonl"] == [name for name in parts if name.startswith("pages/")]
    assert ["They never made it again after that winter."] == [
        place["sentence"] for place in works["s2"]["citedBy"]
    ]
    assert ("dns no such name", ["request", "metadata"]) == (
        lost["fetchError"],
        [record["type"] for record in lost["records"]],
    )
    assert {"citation/csl-json.json", "citation/chicago.txt", "text/p1.txt", "text/s1.txt"} <= set(parts)


def test_a_name_of_a_stranger_is_text_on_our_pages(blog, tmp_path):
    """What pages are called is escaped, and nothing on them runs."""
    parts = packed(blog, tmp_path / "a.wacz", None)
    pages = [parts["about/index.html"], parts["provenance/provenance.html"]]

    assert all(b"default-src 'none'" in page and b"<script" not in page for page in pages)
    assert b"They never made it again" in pages[1]


def test_many_captures_stand_on_several_pages(blog, tmp_path, monkeypatch):
    """Each page leads to all others, and none of the captures is left to the JSON alone."""
    monkeypatch.setattr(provenance, "SHOWN", 5)
    parts = packed(blog, tmp_path / "a.wacz", None)
    names = ["provenance.html", "provenance-2.html", "provenance-3.html"]
    pages = {name: parts[f"provenance/{name}"].decode() for name in names}
    told = json.loads(parts["provenance/provenance.json"])["captures"]

    assert sorted(pages) == sorted(
        name.partition("/")[2] for name in parts if re.fullmatch(r"provenance/.*\.html", name)
    )
    assert [5, 5, 4] == [page.count("<dt>metadata</dt>") for page in pages.values()]
    for name, page in pages.items():
        others = [each for each in names if each != name]
        assert [True] * len(others) == [f'href="{each}"' in page for each in others]
    assert all(any(one["records"][0]["id"].strip("<>") in page for page in pages.values()) for one in told)


def test_who_has_nothing_but_the_package_is_told_what_it_is_and_how_to_check_it(blog, tmp_path):
    """In plain words, with commands that name the files as they are called."""
    page = packed(blog, tmp_path / "a.wacz", "p1")["about/index.html"].decode()
    words = " ".join(re.sub(r"<[^>]+>", "", page).split())

    for line in (
        "This is a package of captured web pages",
        "sha256sum FILE.wacz",
        "archiver verify FILE.wacz",
        "openssl ts -verify -in proof/time-stamp -data datapackage-digest.json -CAfile ROOT.pem",
        "the one nearest to the day of the post",
        "No check of a file can show that the servers answered so",
    ):
        assert line in words
