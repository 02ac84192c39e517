"""`archiver import`: from a file that somebody sends to pages that are found and cited."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from archiver.cli import main
from tests.capture.intake.records import INFO, packed, response

PAGE = "https://essays.example/sluices"
TEXT = (
    b"<!doctype html><title>Of sluices</title><main><h1>Of sluices</h1><p>"
    + b"The sluice was opened at dawn. " * 9
)
IMAGE = b"HTTP/1.1 200 OK\r\nContent-Type: image/png"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Made of one page and its picture, with no blog anywhere."""
    path = tmp_path / "one-page.warc.gz"
    picture = response(2, "https://essays.example/a.png", b"\x89PNG", head=IMAGE)
    path.write_bytes(packed(INFO, response(1, PAGE, TEXT), picture))
    done = run("import", tmp_path / "archive", path)
    assert (0, "") == (done.exit_code, done.stderr)
    return tmp_path / "archive"


def run(command: str, archive: Path, *words: object):
    """Run a command; without a terminal."""
    return CliRunner().invoke(main, [command, "--archive", str(archive), *map(str, words)])


def test_a_page_without_a_blog_is_found_and_cited(archive):
    """It is kept as a source that no post cites, and counted apart from those that one does."""
    found = run("search", archive, "dawn").stdout
    note = run("cite", archive, PAGE).stdout
    balance = run("status", archive).stdout

    assert ("s1  Of sluices" in found, "cited by 0 posts" in found) == (True, True)
    assert f"{PAGE}, copy on file, captured September 12, 2019" in note
    assert "and 1 page that no post cites" in balance


def test_it_is_part_of_everything(archive):
    """A bibliography, a package and a copy of the pages have it."""
    listed = run("cite", archive, "--all").stdout
    words = ["export", "site", "--archive", str(archive), str(archive.parent / "site")]
    done = CliRunner().invoke(main, words)
    home = (archive.parent / "site" / "index.html").read_text(encoding="utf-8")
    pages = [path.read_text(encoding="utf-8") for path in (archive.parent / "site").glob("source-*.html")]

    assert (PAGE in listed, done.exit_code, "One page captured by others" in home) == (True, 0, True)
    assert ["Of sluices" in page for page in pages] == [True]


def test_it_is_not_asked_for_again(archive):
    """Crawls ask for what posts cite."""
    assert "due now" not in run("status", archive).stdout
    assert "next check" not in run("show", archive, PAGE).stdout
