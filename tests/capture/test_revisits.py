"""No payload is kept twice, and no revisit stands without its original."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archiver.capture.digests import digests
from archiver.capture.profiles import NOT_MODIFIED, SAME_PAYLOAD
from archiver.capture.reader import read_captures
from archiver.models.capture import Capture, Failure, Original
from archiver.models.frontier import NoMemory, Place
from tests.capture.test_warc import ANSWER, START, answer, exchange, writer

BODY = digests([b"hello"])
UNCHANGED = b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n'


class Remembering(NoMemory):
    """An archive that has one payload."""

    def __init__(self, kept: Original) -> None:
        self.kept = kept

    def original(self, payload_sha256: str) -> Original | None:
        """The one capture, when it is asked for."""
        return self.kept if payload_sha256 == BODY["sha256"] else None


def kept(folder: Path, *exchanges, **changes) -> tuple[list[dict], list[bytes], Path]:
    """Headers and blocks of the answers that were written."""
    folder.mkdir(exist_ok=True)
    out = writer(folder, **changes)
    for one in exchanges:
        out.write(one)
    out.finish(exit_code=0, counts={})
    (path,) = folder.iterdir()
    headers, blocks = [], []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, no_record_parse=True):
            if record.rec_type in {"response", "revisit"}:
                headers.append(dict(record.rec_headers.headers))
                blocks.append(record.raw_stream.read())
    return headers, blocks, path


def later(seconds: int, raw: bytes = ANSWER, **changes):
    """The same page some seconds later, perhaps from elsewhere."""
    return exchange(date=START + timedelta(seconds=seconds), response=answer(raw), **changes)


def test_the_same_payload_again_is_a_revisit(tmp_path):
    """From another address, with another head and framing: head kept, payload referred to by address and date."""
    head = b"HTTP/1.1 200 OK\r\nServer: other\r\nTransfer-Encoding: chunked\r\n\r\n"
    second = later(5, head + b"5\r\nhello\r\n0\r\n\r\n", target_uri="http://blog.example/copy/")
    (first, revisit), (_, block), _ = kept(tmp_path / "warcs", exchange(), second)
    names = (
        "WARC-Type",
        "WARC-Profile",
        "WARC-Refers-To-Target-URI",
        "WARC-Refers-To-Date",
        "WARC-Refers-To",
        "WARC-Payload-Digest",
        "WARC-Block-Digest",
        "WARC-Truncated",
    )

    assert head == block
    assert (
        "revisit",
        SAME_PAYLOAD,
        first["WARC-Target-URI"],
        first["WARC-Date"],
        first["WARC-Record-ID"],
        BODY["sha1"],
        digests([head])["sha1"],
        "length",
    ) == tuple(revisit[name] for name in names)


def test_a_payload_of_an_earlier_crawl_is_referred_to(tmp_path):
    """What the archive remembers need not be kept again."""
    old = Original(
        target_uri="http://a.example/",
        date="2018-01-01T00:00:00.5Z",
        record_id="<urn:x>",
        payload_digest="sha1:A",
    )
    (revisit,), _, _ = kept(tmp_path / "warcs", exchange(), memory=Remembering(old))

    assert ("revisit", old.target_uri, old.date, old.payload_digest) == (
        revisit["WARC-Type"],
        revisit["WARC-Refers-To-Target-URI"],
        revisit["WARC-Refers-To-Date"],
        revisit["WARC-Payload-Digest"],
    )


@pytest.mark.parametrize(
    "first",
    [
        exchange(truncated="disconnect", failure=Failure(reason="disconnect", detail="")),
        exchange(response=answer(b"HTTP/1.1 206 Partial Content\r\nContent-Length: 5\r\n\r\nhello")),
        exchange(response=answer(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello!")),
    ],
    ids=["came in part", "asked in part", "another payload"],
)
def test_only_a_whole_payload_is_referred_to(tmp_path, first):
    """What is not the whole of it cannot stand for it."""
    headers, _, _ = kept(tmp_path / "warcs", first, later(5))

    assert ["response", "response"] == [each["WARC-Type"] for each in headers]


def test_empty_payloads_are_no_revisits(tmp_path):
    """There is nothing to save, and a redirect's head is all there is of it."""
    empty = exchange(response=answer(b"HTTP/1.1 301 Moved\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"))
    headers, _, _ = kept(tmp_path / "warcs", empty, empty)

    assert ["response", "response"] == [each["WARC-Type"] for each in headers]


def test_a_304_has_an_empty_block_and_its_head_in_the_metadata(tmp_path):
    """Readers take a head of a 304 for an empty page: it stands beside, byte for byte."""
    original = Original(
        target_uri="http://a.example/",
        date="2018-01-01T00:00:00.5Z",
        record_id="<urn:x>",
        payload_digest="sha1:A",
    )
    (revisit,), (block,), path = kept(
        tmp_path / "warcs", exchange(response=answer(UNCHANGED), unchanged=original)
    )
    with path.open("rb") as file:
        fields = [
            record.raw_stream.read()
            for record in ArchiveIterator(file, no_record_parse=True)
            if record.rec_type == "metadata"
        ]

    assert (b"", "0", NOT_MODIFIED, original.target_uri, original.date, "sha1:A") == (
        block,
        revisit["Content-Length"],
        revisit["WARC-Profile"],
        revisit["WARC-Refers-To-Target-URI"],
        revisit["WARC-Refers-To-Date"],
        revisit["WARC-Payload-Digest"],
    )
    assert b"responseHead: SFRUUC8xLjEgMzA0IE5vdCBNb2RpZmllZA0KRVRhZzogImEiDQoNCg==\r\n" in fields[0]


def test_reader_gives_a_revisit_the_payload_that_it_stands_for(tmp_path):
    """Head of its own where it has one; of an unchanged page all is the original's."""
    first = exchange()
    same = later(5, ANSWER.replace(b"X-Name", b"X-Else"), target_uri="http://blog.example/copy/")
    original = Original(
        target_uri=first.target_uri,
        date="2019-09-12T10:00:00.123456Z",
        record_id="",
        payload_digest=BODY["sha1"],
    )
    unchanged = exchange(date=START + timedelta(9), response=answer(UNCHANGED), unchanged=original)
    _, _, path = kept(tmp_path / "warcs", first, same, unchanged)
    places: dict[tuple[str, str], Place] = {}
    captures = []
    for item, _ in read_captures(path, find=lambda *refers_to: places.get(refers_to)):
        if isinstance(item, Capture):
            captures.append(item)
            places[item.snapshot.target_uri, item.snapshot.date] = Place(
                warc=path.name, offset=item.snapshot.offset
            )

    assert [("response", 200, b"hello"), ("revisit", 200, b"hello"), ("revisit", 304, b"hello")] == [
        (each.snapshot.kind, each.snapshot.status, each.payload) for each in captures
    ]
    assert [200, 200, 200] == [each.status for each in captures]
    assert ["X-Name", "X-Else", "X-Name"] == [each.headers[0][0] for each in captures]
    assert [None, None, None] == [each.snapshot.truncated for each in captures]


def test_a_revisit_without_its_original_says_so(tmp_path):
    """It holds nothing, and is taken for nothing."""
    _, _, path = kept(tmp_path / "warcs", exchange(), later(5))
    *_, capture = (item for item, _ in read_captures(path) if isinstance(item, Capture))

    assert (None, b"", "the capture that it refers to is not in the archive") == (
        capture.status,
        capture.payload,
        capture.problem,
    )


def test_an_exchange_that_lost_its_answer_is_read_as_if_it_had_never_been(tmp_path):
    """Request and metadata alone, without a reason why: nobody takes them for a failure of the host."""
    lost = replace(exchange(), response=None)
    _, _, path = kept(tmp_path / "warcs", lost, later(5))

    assert 1 == sum(isinstance(item, Capture) for item, _ in read_captures(path))
