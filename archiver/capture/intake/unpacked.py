"""A file that others wrote, unpacked whatever its packing, with the places where gzip members or zstd frames begin.

What cannot be unpacked is told as damage; after it, reading goes on at the next member that unpacks to a record.
"""

import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from isal import isal_zlib

from archiver.capture.members import ISAL_ERROR, drain
from archiver.capture.verifying.bytes import FileBytes
from archiver.capture.verifying.resuming import next_member

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_SKIPPABLE = b"\x2a\x4d\x18"  # bytes 2 to 4 of a zstd frame that holds no content (RFC 8878, 3.1.2)
_DICTIONARY = 0x5D  # its first byte, where it holds the dictionary of a WARC (IIPC, WARC with Zstandard, 1.0)
_LONGEST_DICTIONARY = 16 << 20  # bytes; the tool that makes them defaults to 128 kB and allows 1 MB
_WINDOW = 27  # 2^27 bytes: what `zstd` itself unpacks without being told to, `--long` included
_STEP = 256 << 10
_OUT = 1 << 20
_BEGINNINGS = (b"WARC/", b"filedesc:", b"http://", b"https://", b"dns:")  # of WARC and ARC records
_TELLING = 16  # bytes: line ends, and enough of a record to know it
# Deflate packs at most 1032 to 1 (zlib's technical details), pages 3 to 20; a record of one byte over and over is a bomb.
_MAX_RATIO = 500
_FREE = 64 << 20  # bytes that a member may unpack to, whatever the ratio


@dataclass(frozen=True, slots=True)
class Start:
    """What follows is unpacked from a member that begins at this offset of the file; of a plain file there is but one."""

    offset: int


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes of the file from which nothing can be had; what was unpacked since the last start is not whole."""

    offset: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class End:
    """The file ends."""

    offset: int


Event = bytes | Start | Damage | End


class Unpacked:
    """One file. Iterate once; then its SHA-256 is known."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sha256 = ""
        with path.open("rb") as file:
            first = file.read(4)
        self.packing = "gzip" if first[:2] == _GZIP else "zstd" if _is_zstd(first) else None

    def __iter__(self) -> Iterator[Event]:
        """All of it, from the first byte to the last."""
        with self.path.open("rb") as file:
            data = FileBytes(file)
            if self.packing is None:
                yield Start(0)
                yield from _plain(data, 0, sys.maxsize)
            elif self.packing == "gzip":
                yield from _members(data)
            else:
                yield from _frames(data)
            self.sha256 = data.sha256()
            yield End(data.seen)


def _plain(data: FileBytes, offset: int, end: int) -> Iterator[bytes]:
    while offset < end and (view := data.at(offset)):
        yield bytes(view[: end - offset])
        offset += len(view)


def _members(data: FileBytes) -> Iterator[Event]:
    offset = 0
    while len(first := data.at(offset, _TELLING)):
        if (
            bytes(first[:_TELLING]).lstrip(b"\r\n").startswith(_BEGINNINGS)
        ):  # somebody has put two files together
            end = next_member(data, offset + 1, _BEGINNINGS)
            yield from _plain(data, offset, end)
            offset = end
            continue
        yield Start(offset)
        try:
            offset = yield from _member(data, offset)
        except (_BrokenError, ISAL_ERROR) as error:
            end = next_member(data, offset + 1, _BEGINNINGS)
            is_member = bytes(data.at(offset, 2)[:2]) == _GZIP
            reason = f"cannot be unpacked: {error}" if is_member else "bytes that are no record"
            yield Damage(offset, end, reason)
            offset = end


class _BrokenError(Exception):
    """A member or frame cannot be unpacked to its end."""


def _member(data: FileBytes, offset: int) -> Generator[Event, None, int]:
    """What a member unpacks to; returns the offset after it."""
    one = isal_zlib.decompressobj(wbits=31)
    at, given = offset, 0
    while True:
        view = data.at(at)[:_STEP]
        if not view:
            raise _BrokenError("the file ends before it does")
        for piece in drain(one, view, _OUT):
            given += len(piece)
            if given > max(_FREE, (at + len(view) - offset) * _MAX_RATIO):
                raise _BrokenError(f"it unpacks to over {given >> 20} MB, {_MAX_RATIO} times its size")
            if piece:
                yield piece
        at += len(view) - len(one.unused_data)
        if one.eof:
            return at


def _is_zstd(first: bytes) -> bool:
    return first == _ZSTD or (first[1:4] == _SKIPPABLE and first[0] & 0xF0 == 0x50)  # noqa: PLR2004


def _frames(data: FileBytes) -> Iterator[Event]:
    """Frames after one another; after damage, the next one cannot be found for sure, so that all the rest is damage."""
    dictionary: zstd.ZstdDict | None = None
    offset = 0
    while len(head := bytes(data.at(offset, 8)[:8])):
        try:
            if head[1:4] == _SKIPPABLE:
                end = offset + 8 + int.from_bytes(head[4:], "little")
                if head[0] == _DICTIONARY and not offset:
                    dictionary = _dictionary(data, offset + 8, end)
                offset = min(end, _end_of(data, offset)) if end > data.seen else end
                continue
            yield Start(offset)
            offset = yield from _frame(data, offset, dictionary)
        except (_BrokenError, zstd.ZstdError) as error:
            end = _end_of(data, offset)
            yield Damage(offset, end, f"cannot be unpacked: {error}")
            return


def _frame(data: FileBytes, offset: int, dictionary: zstd.ZstdDict | None) -> Generator[Event, None, int]:
    """What a frame unpacks to; returns the offset after it."""
    one = zstd.ZstdDecompressor(
        zstd_dict=dictionary, options={zstd.DecompressionParameter.window_log_max: _WINDOW}
    )
    at, given = offset, 0
    while not one.eof:
        view = bytes(data.at(at)[:_STEP]) if one.needs_input else b""
        if one.needs_input and not view:
            raise _BrokenError("the file ends before it does")
        at += len(view)
        piece = one.decompress(view, max_length=_OUT)
        given += len(piece)
        if given > max(_FREE, (at - offset) * _MAX_RATIO):
            raise _BrokenError(f"it unpacks to over {given >> 20} MB, {_MAX_RATIO} times its size")
        if piece:
            yield piece
    return at - len(one.unused_data)


def _dictionary(data: FileBytes, start: int, end: int) -> zstd.ZstdDict:
    if end - start > _LONGEST_DICTIONARY:
        raise _BrokenError(f"its dictionary has {end - start} bytes")
    raw = bytearray()
    while len(raw) < end - start and (view := data.at(start + len(raw))):
        raw += view[: end - start - len(raw)]
    if raw[:4] == _ZSTD:
        raw = bytearray(zstd.ZstdDecompressor().decompress(bytes(raw), max_length=_LONGEST_DICTIONARY))
    return zstd.ZstdDict(bytes(raw))


def _end_of(data: FileBytes, offset: int) -> int:
    while view := data.at(offset):
        offset += len(view)
    return offset
