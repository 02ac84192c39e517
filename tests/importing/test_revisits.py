"""Revisits that others wrote, read as what they stand for."""

import pytest

from archiver.capture.intake.staging import stage
from archiver.capture.reader import read_capture
from archiver.importing.revisits import Originals
from archiver.models.frontier import Place
from tests.capture.intake.records import packed, record, response

URL = "http://blog.example/"
PROFILES = b"WARC-Profile: http://netpreserve.org/warc/1.0/revisit/"
HTTP = b"Content-Type: application/http; msgtype=response"
LATER = b"2019-09-13T10:00:00Z"


def revisit(block, *more):
    """A record that refers to the first capture."""
    return record(
        b"revisit",
        2,
        block,
        b"WARC-Target-URI: " + URL.encode(),
        b"WARC-Refers-To-Target-URI: " + URL.encode(),
        b"WARC-Refers-To-Date: 2019-09-12T10:00:00Z",
        *more,
        date=LATER,
    )


RESPONSE = response(1, URL, b"<p>Tides")
FILE = record(b"resource", 1, b"<p>Tides", b"WARC-Target-URI: " + URL.encode(), b"Content-Type: text/html")


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        # warcit 0.4: a folder's address stands for the file in it, and neither has a head
        (FILE, revisit(b"", PROFILES + b"identical-payload-digest", HTTP), 200),
        # Heritrix 3.4, with the head of the later answer
        (
            RESPONSE,
            revisit(b"HTTP/1.1 203 OK\r\n\r\n", PROFILES + b"identical-payload-digest", HTTP),
            203,
        ),
        # Heritrix 3.4, when the server says that nothing has changed: no block at all
        (RESPONSE, revisit(b"", PROFILES + b"server-not-modified", HTTP), 304),
        # the same, by a tool that keeps the head
        (RESPONSE, revisit(b"HTTP/1.1 304 Same\r\n\r\n", PROFILES + b"server-not-modified", HTTP), 304),
        # webrecorder's LiveWeb writer of 2014: no block and no type
        (RESPONSE, revisit(b"", PROFILES + b"identical-payload-digest"), 200),
    ],
)
def test_a_revisit_is_read_with_the_payload_of_its_original(tmp_path, first, second, status):
    """Whatever it has of a head of its own; a page that has not changed reads as the page."""
    path = tmp_path / "theirs.warc.gz"
    path.write_bytes(packed(first, second))
    (tmp_path / "staged").mkdir()
    made = stage(path, path.name, tmp_path / "staged")
    originals = Originals([made], lambda *_: None, lambda _: None)

    def find(target_uri, date):
        found = originals.at(target_uri, date)
        return None if found is None else Place(warc=made.path.name, offset=found.offset)

    capture = read_capture(made.path, made.records[1].offset, find=find)

    assert [] == made.set_aside
    assert (status, b"<p>Tides") == (capture.snapshot.status, capture.payload)
    assert (203 if status == 203 else 200) == capture.status
