"""Packages of others are opened without trusting them."""

import hashlib
import json
import zipfile

import pytest

from archiver.capture.intake.packages import found, opened
from archiver.models.errors import ArchiverError, SettingsError
from tests.capture.intake.records import INFO, packed, response

DATA = packed(INFO, response(1, "http://a.example/"))


def package(path, members, *, packing=zipfile.ZIP_STORED):
    """A zip file of some members."""
    with zipfile.ZipFile(path, "w", packing) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return path


def told(path, folder):
    """Label, content, what is wrong, pages: of everything in a package."""
    return [(each.label, each.path.read_bytes(), each.problem, each.pages) for each in opened(path, folder)]


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=["stored", "deflated"])
def test_the_warcs_of_a_package_are_read_and_its_pages_told(tmp_path, packing):
    """Main page first, then those that the crawl was started at."""
    digest = "sha256:" + hashlib.sha256(DATA).hexdigest()
    pages = ["{}", {"url": "http://a.example/b"}, {"url": "http://a.example/c", "seed": True}]
    members = {
        "archive/data.warc.gz": DATA,
        "pages/pages.jsonl": "\n".join(page if isinstance(page, str) else json.dumps(page) for page in pages),
        "datapackage.json": json.dumps(
            {
                "mainPageUrl": "http://a.example/a",
                "resources": [{"path": "archive/data.warc.gz", "hash": digest}],
            }
        ),
    }
    path = package(tmp_path / "x.wacz", members, packing=packing)
    named = ("http://a.example/a", "http://a.example/c", "http://a.example/b")

    assert [("x.wacz: archive/data.warc.gz", DATA, None, named)] == told(path, tmp_path)


def test_the_packages_in_a_package_are_opened(tmp_path):
    """Browsertrix (1.8) gives a crawl of several machines as a Multi-WACZ: packages, and their digests beside them. A broken one costs no other."""
    inner = package(tmp_path / "a.wacz", {"archive/a.warc.gz": DATA}).read_bytes()
    listed = [
        {"path": name, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
        for name, data in (("a.wacz", inner), ("b.wacz", b""))
    ]
    told_of = json.dumps({"profile": "multi-wacz-package", "resources": listed})
    path = package(tmp_path / "x.wacz", {"a.wacz": inner, "b.wacz": b"no zip", "datapackage.json": told_of})
    problem = "does not match its digest in datapackage.json"

    assert [
        ("x.wacz: a.wacz: archive/a.warc.gz", DATA, None, ()),
        ("x.wacz: b.wacz", b"no zip", problem, ()),
    ] == told(path, tmp_path)


def test_names_in_a_package_lead_nowhere(tmp_path):
    """What would lie above the folder is read all the same, under a name of ours."""
    inside = tmp_path / "inside"
    inside.mkdir()
    path = package(tmp_path / "x.wacz", {"../../evil.warc.gz": DATA})

    assert [DATA] == [data for _, data, _, _ in told(path, inside)]
    assert [] == list(inside.iterdir())
    assert {"inside", "x.wacz"} == {each.name for each in tmp_path.iterdir()}


def test_a_digest_that_is_wrong_is_told(tmp_path):
    """The records are checked one by one all the same."""
    listed = {"resources": [{"path": "archive/data.warc.gz", "hash": "sha256:" + "0" * 64}]}
    path = package(
        tmp_path / "x.wacz", {"archive/data.warc.gz": DATA, "datapackage.json": json.dumps(listed)}
    )

    assert ["does not match its digest in datapackage.json"] == [each[2] for each in told(path, tmp_path)]


def test_a_member_that_claims_ten_gigabytes_is_not_unpacked(tmp_path):
    """Its size is a lie, by deflate's own bound."""
    path = package(tmp_path / "x.wacz", {"archive/data.warc": bytes(1000)}, packing=zipfile.ZIP_DEFLATED)
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02") + 24  # the uncompressed size in the central directory (APPNOTE, 4.3.12)
    raw[at : at + 4] = (4_000_000_000).to_bytes(4, "little")
    path.write_bytes(raw)
    ((_, data, problem, _),) = told(path, tmp_path)

    assert b"" == data
    assert "claims to unpack to 4000000000 bytes" in problem


def test_what_is_no_package_is_said_to_be_none(tmp_path):
    """Torn, or without a WARC."""
    torn = tmp_path / "torn.wacz"
    torn.write_bytes(package(tmp_path / "x.wacz", {"archive/data.warc.gz": DATA}).read_bytes()[:-30])
    with pytest.raises(ArchiverError, match="no package that can be read"):
        list(opened(torn, tmp_path))
    with pytest.raises(ArchiverError, match="holds no WARC"):
        list(opened(package(tmp_path / "y.wacz", {"index.html": b""}), tmp_path))


def test_a_folder_stands_for_the_files_in_it(tmp_path):
    """By name, whatever lies beside them; a folder of plain files is refused with the reason."""
    for name in ("b.warc.gz", "a.arc", "c.WACZ", "page.html"):
        (tmp_path / name).write_bytes(b"")
    plain = tmp_path / "plain"
    plain.mkdir()

    assert ["a.arc", "b.warc.gz", "c.WACZ"] == [path.name for path in found([tmp_path])]
    with pytest.raises(SettingsError, match="warcit"):
        found([plain])
