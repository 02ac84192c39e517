"""`archiver export wacz`, `bag`, `warc`, and `verify FILE`."""

import errno
import hashlib
import json

import bagit
import pytest
from click.testing import CliRunner

from archiver.cli import cite, main
from archiver.packing import writing
from tests.packing.blog import POST
from tests.packing.packages import records


def run(*words):
    """Run a command; without a terminal."""
    return CliRunner().invoke(main, [*map(str, words)])


def export(kind, blog, *words):
    """Export from the blog."""
    return run("export", kind, "--archive", blog.folder, *words)


def test_a_package_gets_a_name_that_people_can_read(blog):
    """It lies in the archive's folder for what is given away; written twice, it is the same."""
    first, second = (export("wacz", blog, "p1", "--json") for _ in range(2))
    told = json.loads(first.stdout)
    path = blog.folder / "exports" / "p1-the-mills_20191012100900.wacz"

    assert (0, 0, "") == (first.exit_code, second.exit_code, first.stderr)
    assert (str(path), 10, 1, 2) == (told["path"], told["captures"], told["posts"], told["sources"])
    assert (told, path.stat().st_size) == (json.loads(second.stdout), told["bytes"])


@pytest.mark.parametrize(("kind", "name"), [("wacz", "mine.wacz"), ("bag", "mine"), ("warc", "mine.txt")])
def test_nothing_is_overwritten(blog, tmp_path, kind, name):
    """What is there already stays."""
    target = tmp_path / name
    target.write_text("mine")
    done = export(kind, blog, "p1", "--output", target)

    assert (1, "mine") == (done.exit_code, target.read_text())
    assert "is there already" in done.stderr


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("p99", "archiver search WORDS"),
        ("c1", "Name the post (p12) or what is cited there"),
        ("2018-01", "no post of this month"),
        ("2018-13", "no month"),
        ("http://nowhere.example/", "neither a post"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told(blog, what, expected):
    """One line that says how it is written; nothing is left behind."""
    done = export("wacz", blog, what)

    assert 2 == done.exit_code
    assert expected in done.stderr


def test_a_bag_is_valid(blog, tmp_path):
    """Another program finds every file as it is listed, by both digests."""
    done = export("bag", blog, "p1", "--output", tmp_path / "bag")
    bag = bagit.Bag(str(tmp_path / "bag"))

    assert (0, "") == (done.exit_code, done.stderr)
    assert bag.is_valid()
    assert ["sha256", "sha512"] == sorted(bag.algorithms)
    assert "data/archive/data.warc.gz" in bag.payload_entries()


def test_one_warc_holds_all(blog, tmp_path):
    """First what it is, then every record of the archive."""
    done = export("warc", blog, "--output", tmp_path / "a.warc.gz")
    held = [each for path in blog.warc_files() for each in records(path.read_bytes())]

    assert 0 == done.exit_code
    assert held == records((tmp_path / "a.warc.gz").read_bytes())[1:]


def test_a_date_can_be_given(blog, tmp_path, monkeypatch):
    """For who builds reproducibly by SOURCE_DATE_EPOCH; what is no number is refused."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    told = json.loads(export("wacz", blog, "s1", "--json", "-o", tmp_path / "a.wacz").stdout)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    refused = export("wacz", blog, "s1", "-o", tmp_path / "b.wacz")

    assert ("2020-09-13T12:26:40Z", 2) == (told["created"], refused.exit_code)


def test_a_package_is_verified(post, tmp_path):
    """Whole: what that proves, and 0. Broken: what is wrong, and 1."""
    whole = run("verify", post)
    broken = tmp_path / "broken.wacz"
    data = bytearray(post.read_bytes())
    data[3000] ^= 1
    broken.write_bytes(data)
    told = run("verify", broken)
    as_json = json.loads(run("verify", broken, "--json").stdout)

    assert (0, 1) == (whole.exit_code, told.exit_code)
    assert whole.stdout.startswith("Proven: ")
    assert "archive/data.warc.gz" in told.stdout
    assert as_json["problems"]


def test_a_package_cannot_be_repaired(post):
    """It is only checked."""
    done = run("verify", post, "--repair")

    assert 2 == done.exit_code


@pytest.mark.parametrize("what", ["p1", POST, "s1", "2019-09"])
def test_a_thing_without_a_kind_becomes_a_package_to_attach(blog, tmp_path, what):
    """Who pastes an address after `export` need not know that WACZ comes first; nothing else is guessed."""
    done = run("export", what, "--archive", blog.folder, "-o", tmp_path)
    refused = run("export", "sight", "--archive", blog.folder)
    made = list(tmp_path.iterdir())

    assert (0, [".wacz"], 2) == (done.exit_code, [path.suffix for path in made], refused.exit_code)
    assert f"SHA-256 {hashlib.sha256(made[0].read_bytes()).hexdigest()}" == done.stdout.splitlines()[1]


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        # readers and letters go by the ending
        ("wacz", "mine", "mine.wacz"),
        ("warc", "mine", "mine.warc.gz"),
        ("wacz", "mine.zip", "mine.zip"),
        ("bag", "mine", "mine"),
        # into a folder that is there, by its own name
        ("wacz", ".", "p1-the-mills_20191012100900.wacz"),
    ],
)
def test_a_package_is_where_it_is_told_to_be(blog, tmp_path, kind, given, expected):
    """And what is printed says where."""
    done = export(kind, blog, "p1", "-o", tmp_path / given)

    assert (0, [expected]) == (done.exit_code, [path.name for path in tmp_path.iterdir()])
    assert done.stdout.startswith(f"{tmp_path / expected}: 1 post, 2 sources, 10 captures, ")


def test_where_nothing_can_be_written_another_place_is_asked_for(blog, monkeypatch):
    """An archive on a disk that is only read gives packages, too; the name of a file that is not there yet helps nobody."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", "/exports/.p1.wacz.x1y2")

    monkeypatch.setattr(writing, "placing", refuse)
    done = export("wacz", blog, "p1")

    assert (1, 1) == (done.exit_code, done.stderr.count("--output FILE"))
    assert f"{blog.folder / 'exports'}: Read-only file system" in done.stderr


@pytest.mark.parametrize(
    ("said", "expected"),
    [(POST, ["archiver export wacz p1"]), ("2019-09", ["archiver export wacz 2019-09"]), ("c1", [])],
)
def test_who_cites_is_told_of_the_package(blog, monkeypatch, said, expected):
    """With the number, not the address as it was pasted: that would have to be quoted."""
    told: list[str] = []
    monkeypatch.setattr(cite, "tell", told.append)
    monkeypatch.chdir(blog.folder.parent)
    done = run("cite", said)

    assert 0 == done.exit_code
    assert expected == [line.partition(": ")[2] for line in told if "package" in line]
