"""Bodies of any length: spooled, digested as they come, compressed piece by piece."""

import errno
import hashlib
import os

import pytest

from archiver.capture.framing import ResponseFramer
from archiver.capture.members import read_members
from archiver.capture.reader import read_captures
from archiver.capture.received import Received
from archiver.capture.spool import Spool
from archiver.models.capture import Capture
from tests.capture.test_warc import exchange, writer

PIECE = bytes(range(256)) * 256  # 64 KiB
PIECES = 60


def received(folder, *, chunked: bool) -> ResponseFramer:
    """A body of four megabytes that came in pieces, with little of it in memory."""
    framer = ResponseFramer(Received(folder, in_memory=100_000))
    if chunked:
        framer.feed(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(PIECES):
            framer.feed(b"%x\r\n" % len(PIECE) + PIECE + b"\r\n")
        framer.feed(b"0\r\n\r\n")
    else:
        framer.feed(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (len(PIECE) * PIECES))
        for _ in range(PIECES):
            framer.feed(PIECE)
    return framer


@pytest.mark.parametrize("chunked", [False, True])
def test_a_large_body_is_kept_whole(tmp_path, chunked):
    """It comes back from the WARC byte for byte, with the digest of its entity; nothing is left in the folder."""
    folder = tmp_path / "warcs"
    folder.mkdir()
    out = writer(folder)
    framer = received(tmp_path, chunked=chunked)
    out.write(exchange(response=framer.answer()))
    out.finish(exit_code=0, counts={})
    framer.received.close()
    (path,) = folder.iterdir()
    (capture,) = (item for item, _ in read_captures(path) if isinstance(item, Capture))
    body = PIECE * PIECES

    assert framer.complete
    assert (len(body), f"sha256:{hashlib.sha256(body).hexdigest()}") == (
        capture.entity_length,
        capture.snapshot.payload_sha256,
    )
    assert body == capture.payload
    assert {"warcs", "warcs.jsonl"} == {each.name for each in tmp_path.iterdir()}


def test_a_large_record_that_cannot_be_written_is_taken_back(tmp_path, monkeypatch):
    """The disk is full after some of its writes: the file ends where it ended before."""
    folder = tmp_path / "warcs"
    folder.mkdir()
    out = writer(folder)
    out.write(exchange())
    (path,) = folder.iterdir()
    before = path.read_bytes()
    real, left = os.write, [5_000]

    def _write(handle, data):
        if not left[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = real(handle, data[: left[0]])
        left[0] -= taken
        return taken

    monkeypatch.setattr(os, "write", _write)
    noise = received(tmp_path, chunked=False)
    with pytest.raises(OSError, match="No space"):
        out.write(exchange(response=noise.answer()))
    monkeypatch.undo()
    out.close()

    assert before == path.read_bytes()
    assert 4 == len(list(read_members(path)))


def test_a_spool_is_read_as_often_as_asked_for(tmp_path):
    """From its beginning or from an offset, and written on after it."""
    spool = Spool(tmp_path, in_memory=10)
    for piece in (b"0123456789", b"abc", b"def"):
        spool.append(piece)
    first = (b"".join(spool.pieces()), b"".join(spool.pieces(12)), spool.beginning(3), len(spool))
    spool.append(b"!")

    assert (b"0123456789abcdef", b"cdef", b"012", 16) == first
    assert b"0123456789abcdef!" == b"".join(spool.pieces())
    spool.close()
