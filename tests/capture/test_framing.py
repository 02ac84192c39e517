"""Responses are framed as browsers would, whatever pieces they come in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.capture.framing import ResponseFramer, frame
from archiver.capture.head import FramingError
from archiver.capture.received import Received

CHUNKED = (
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nX-Odd:  two  spaces\r\n\r\n"
    b"5;ext=1\r\nhello\r\n0006\r\n world\r\n0\r\nTrailer: yes\r\n\r\n"
)

# what it is, method, bytes, entity, is the message whole once the peer has closed
ANSWERS = [
    ("a length", "GET", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", b"hello", True),
    ("a length twice, the same", "GET", b"HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nhi", b"hi", True),
    ("lengths that contradict", "GET", b"HTTP/1.1 200 OK\r\nContent-Length: 2, 3\r\n\r\nhi!", b"hi!", True),
    ("a length that is none", "GET", b"HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\nhi", b"hi", True),
    ("chunks, an extension, a trailer", "GET", CHUNKED, b"hello world", True),
    ("until the end", "GET", b"HTTP/1.0 200 OK\r\n\r\nhello", b"hello", True),
    ("lines without carriage return", "GET", b"HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", b"hi", True),
    ("no reason phrase", "GET", b"HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n", b"", True),
    ("HEAD has no body", "HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", b"", True),
    ("304 has no body", "GET", b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", b"", True),
    ("early hints before it", "GET", b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", b"hi", True),
    ("both lengths and chunks", "GET", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n", b"hi", True),
    ("cut short", "GET", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello", b"hello", False),
    ("chunks cut short", "GET", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", b"hel", False),
]  # fmt: skip


def fed(raw: bytes, method: str, cuts: list[int]) -> ResponseFramer:
    """A framer that got the bytes in pieces, then the end."""
    framer = ResponseFramer(Received(), method)
    borders = [0, *sorted({cut for cut in cuts if 0 < cut < len(raw)}), len(raw)]
    for start, end in pairwise(borders):
        framer.feed(raw[start:end])
    framer.close()
    return framer


def entity(framer: ResponseFramer) -> bytes:
    """The body without its framing."""
    return b"".join(framer.answer().entity.pieces())


def block(framer: ResponseFramer) -> bytes:
    """The message as received."""
    return b"".join(framer.answer().block.pieces())


@pytest.mark.parametrize(
    ("method", "raw", "expected", "whole"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS]
)
def test_framer_finds_the_entity_at_every_split(method, raw, expected, whole):
    """Where a packet ends makes no difference."""
    seen = {
        (entity(framer), framer.complete) for cut in range(len(raw)) for framer in [fed(raw, method, [cut])]
    }

    assert {(expected, whole)} == seen


@given(st.lists(st.integers(0, len(CHUNKED))))
def test_framer_survives_any_number_of_splits(cuts):
    """Chunks may be cut anywhere, also inside their sizes."""
    framer = fed(CHUNKED, "GET", cuts)

    assert (b"hello world", CHUNKED) == (entity(framer), block(framer))


def test_block_is_every_byte_of_the_message_and_none_before_it():
    """Interim answers stand beside the record, not in it; odd spaces stay."""
    final = b"HTTP/1.1 200  Fine\r\nset-cookie: a\r\nSet-Cookie:b\r\nContent-Length: 2\r\n\r\nhi"
    framer = frame([b"HTTP/1.1 100 Continue\r\n\r\n" + final])

    assert (final, b"HTTP/1.1 100 Continue\r\n\r\n") == (block(framer), framer.interim)


@pytest.mark.parametrize(
    "raw",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"<html>no head at all</html>",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 2_200_000,
        b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 11_000 + b"\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 90_000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + b"a: b\r\n" * 11_000,
    ],
    ids=[
        "another protocol",
        "no head",
        "bad status",
        "bad chunk size",
        "endless head",
        "many lines",
        "endless interim answers",
        "endless trailer",
    ],
)
def test_framer_refuses_what_is_not_http(raw):
    """Nonsense is an error at once, not a wait for more."""
    with pytest.raises(FramingError):
        frame([raw])


@pytest.mark.parametrize(
    ("raw", "reusable"),
    [
        # HTTP/1.1 keeps alive unless it says otherwise
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", True),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", False),
        # HTTP/1.0 closes unless it says otherwise
        (b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", False),
        (b"HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 0\r\n\r\n", True),
        # bytes after the end: who knows what the next answer would be
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nextra", False),
    ],
)
def test_connection_is_reused_only_when_the_answer_ended_cleanly(raw, reusable):
    """A doubtful connection is not asked again."""
    assert reusable == frame([raw]).reusable
