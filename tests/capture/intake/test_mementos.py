"""What web archives gave, captured by others, is told as what it is: an older capture of the page's own address."""

import pytest

from archiver.capture.intake.staging import stage
from archiver.capture.reader import read_capture
from tests.capture.intake.records import packed, response

ARCHIVE = "https://web.archive.example/web/20130504030201"
MOMENT = b"Memento-Datetime: Sat, 04 May 2013 03:02:01 GMT"
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + MOMENT
PICTURE = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n" + MOMENT


def read(tmp_path, url, head):
    """The capture that comes of an answer, and what was done to it."""
    (tmp_path / "staged").mkdir()
    path = tmp_path / "theirs.warc.gz"
    path.write_bytes(packed(response(1, url, b"<p>Tides", head=head)))
    made = stage(path, path.name, tmp_path / "staged")

    assert [] == made.set_aside
    return read_capture(made.path, 0), made.records[0].said


@pytest.mark.parametrize(
    ("url", "head", "original"),
    [
        # bytes as they came: Wayback Machine, pywb 2
        (f"{ARCHIVE}id_/http://blog.example/?p=7", PAGE, "http://blog.example/?p=7"),
        # a picture, which is not rewritten
        (f"{ARCHIVE}im_/https://blog.example/a.png", PICTURE, "https://blog.example/a.png"),
        # two slashes that a proxy made one of
        (f"{ARCHIVE}id_/https:/blog.example/a", PAGE, "https://blog.example/a"),
        # without a scheme
        (f"{ARCHIVE}id_/blog.example/a", PAGE, "http://blog.example/a"),
        # of an archive with collections
        ("http://127.0.0.1:8080/coll/20130504id_/http://blog.example/", PAGE, "http://blog.example/"),
    ],
)
def test_raw_bytes_of_a_web_archive_are_a_capture_of_the_page(tmp_path, url, head, original):
    """As wget 1.21 writes them: the block stays; address and moment are the page's, the archive is where they came from."""
    capture, said = read(tmp_path, url, head)
    snapshot = capture.snapshot

    assert (original, "2013-05-04T03:02:01Z", url) == (
        snapshot.target_uri,
        snapshot.date,
        snapshot.archived_from,
    )
    assert ("2019-09-12T10:00:00Z", b"<p>Tides") == (snapshot.creation_date, capture.payload)
    assert ("was the answer of a web archive",) == said


@pytest.mark.parametrize(
    ("url", "head"),
    [
        # the archive's own page: no memento
        (f"{ARCHIVE}id_/http://blog.example/", b"HTTP/1.1 200 OK\r\nContent-Type: text/html"),
        # not found there
        (f"{ARCHIVE}id_/http://blog.example/", PAGE.replace(b"200 OK", b"404 Not Found")),
        # sent on to another capture
        (f"{ARCHIVE}id_/http://blog.example/", PAGE.replace(b"200 OK", b"302 Found")),
        # rewritten for people to look at
        (f"{ARCHIVE}/http://blog.example/", PAGE),
        (f"{ARCHIVE}im_/http://blog.example/", PAGE),
        # before there was a web, and after it was captured
        (f"{ARCHIVE}id_/http://blog.example/", PAGE.replace(b"2013", b"1970")),
        (f"{ARCHIVE}id_/http://blog.example/", PAGE.replace(b"2013", b"2023")),
        # a page of the web that tells of a moment
        ("http://blog.example/2013/id_/", PAGE),
    ],
)
def test_all_else_that_a_web_archive_said_stays_what_it_is(tmp_path, url, head):
    """It is kept under its own address, at its own date."""
    capture, said = read(tmp_path, url, head)
    snapshot = capture.snapshot

    assert (url, "2019-09-12T10:00:00Z", None, ()) == (
        snapshot.target_uri,
        snapshot.date,
        snapshot.archived_from,
        said,
    )
