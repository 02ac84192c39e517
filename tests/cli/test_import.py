"""`archiver import`: from a file that somebody sends to pages that are found and cited."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from archiver.cli import main
from tests.capture.intake.records import INFO, packed, record, response

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


def test_a_revisit_finds_its_original_in_the_archive(archive, tmp_path):
    """As wget writes it after `--warc-dedup`: it names a record of a file that was imported before, and no address."""
    profile = b"WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"
    refers = b"WARC-Refers-To: <urn:uuid:22222222-0000-4000-8000-000000000001>"
    about = (b"WARC-Target-URI: " + PAGE.encode(), b"Content-Type: application/http; msgtype=response")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    path = tmp_path / "second.warc.gz"
    later = {"date": b"2020-01-01T00:00:00Z"}
    path.write_bytes(packed(INFO, record(b"revisit", 9, head, *about, profile, refers, **later)))
    done = run("import", archive, path)

    assert (0, "") == (done.exit_code, done.stderr)
    assert "2020-01-01T00:00:00  200  archived" in run("show", archive, PAGE).stdout


def test_a_reader_who_has_enough_is_no_fault_of_ours(archive):
    """`archiver search … | head`: it ends as by SIGPIPE, and says nothing."""
    read, write = os.pipe()
    os.close(read)
    words = [sys.executable, "-m", "archiver", "search", "--archive", str(archive), "dawn"]
    done = subprocess.run(words, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)

    assert (141, "") == (done.returncode, done.stderr)


def test_what_the_archiver_itself_captured_is_sound_where_it_is_imported(tmp_path):
    """Digests that our metadata records tell, by another algorithm than the headers, are taken in files of others too."""
    page = response(1, PAGE, TEXT)
    block = page.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n\r\n")
    told = (
        f"role: held\r\nseed: {PAGE}\r\nblockDigest: sha256:{hashlib.sha256(block).hexdigest()}\r\n".encode()
    )
    beside = (b"Content-Type: application/warc-fields", b"WARC-Target-URI: " + PAGE.encode())
    refers = b"WARC-Concurrent-To: <urn:uuid:22222222-0000-4000-8000-000000000001>"
    for name, fields in (
        ("sound", told),
        ("false", told.replace(b"blockDigest: sha256:", b"blockDigest: sha256:0")[:-3]),
    ):
        path = tmp_path / f"{name}.warc.gz"
        path.write_bytes(packed(INFO, page, record(b"metadata", 2, fields + b"\r\n", *beside, refers)))
        run("import", tmp_path / name, path)

    assert [0, 1] == [run("verify", tmp_path / name).exit_code for name in ("sound", "false")]


def test_to_look_only_is_well_where_the_files_are(tmp_path):
    """Nothing is kept, and nothing is missing for it."""
    path = tmp_path / "one-page.warc.gz"
    path.write_bytes(packed(INFO, response(1, PAGE, TEXT)))

    assert 0 == run("import", tmp_path / "archive", "--dry-run", path).exit_code
    assert [path] == list(tmp_path.iterdir())
