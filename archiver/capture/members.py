"""The gzip members of a WARC file, one after another: offset, length, content."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Protocol, cast

from isal import isal_zlib

from archiver.collection.warcs import OPEN
from archiver.models.errors import ArchiverError

_CHUNK = 1 << 20
_STEP = 1 << 20  # bytes unpacked at a time
_IN_MEMORY = 8 << 20  # bytes; a longer record is unpacked into an unnamed file
ISAL_ERROR = cast("type[Exception]", isal_zlib.error)  # its stub calls the class an instance


class DamagedWarcError(ArchiverError):
    """A finished WARC file does not hold what it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One gzip member, unpacked: one WARC record."""

    offset: int
    length: int  # compressed
    content: BinaryIO  # at its beginning; good until the next member is asked for


def read_members(path: Path, start: int = 0) -> Iterator[Member]:
    """The whole members from an offset on. A torn last member ends the sequence in a file that is still `.open`.

    Raises:
        DamagedWarcError: the file is finished, and yet torn or broken.
    """
    growing = path.name.endswith(OPEN)
    with path.open("rb") as file:
        file.seek(start)
        offset, data = start, file.read(_CHUNK)
        while data:
            with SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(path.parent)) as content:
                try:
                    length, rest = _unpack(file, data, cast("BinaryIO", content))
                except ISAL_ERROR as error:
                    raise DamagedWarcError(
                        f"{path}: broken at byte {offset}: {error}. Run: archiver verify"
                    ) from error
                if length is None:
                    if growing:
                        return
                    raise DamagedWarcError(f"{path}: torn at byte {offset}. Run: archiver verify")
                content.seek(0)
                yield Member(offset=offset, length=length, content=cast("BinaryIO", content))
            offset += length
            data = rest or file.read(_CHUNK)


def read_member(path: Path, offset: int) -> Iterator[Member]:
    """The one member at an offset, as a sequence of one: its content is good while it is looked at.

    Raises:
        DamagedWarcError: there is no whole member.
    """
    for member in read_members(path, offset):
        yield member
        return
    raise DamagedWarcError(f"{path}: no record at byte {offset}. Run: archiver verify")


class Inflater(Protocol):
    """What zlib and isal have in common."""

    @property
    def eof(self) -> bool:
        """Whether the stream has ended."""

    @property
    def unconsumed_tail(self) -> bytes:
        """Input that the limit left over."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """What some bytes unpack to, up to a limit."""


def drain(one: Inflater, data: bytes | memoryview, step: int) -> Iterator[bytes]:
    """All that some bytes unpack to, a step at a time; a piece may be empty.

    The limit may stop the inflater in the middle of its input, or after it with more to come out.
    """
    piece = one.decompress(data, step)  # type: ignore[arg-type]  # any buffer will do
    yield piece
    while not one.eof and (piece or one.unconsumed_tail):
        piece = one.decompress(one.unconsumed_tail, step)
        yield piece


def _unpack(file: BinaryIO, data: bytes, out: BinaryIO) -> tuple[int | None, bytes]:
    """Unpack the member that begins with `data`; its packed length (None: it has no end), and what was read beyond it."""
    one = isal_zlib.decompressobj(wbits=31)
    length = 0
    while True:
        out.writelines(drain(one, data, _STEP))
        length += len(data) - len(one.unused_data)
        if one.eof:
            return length, one.unused_data
        data = file.read(_CHUNK)
        if not data:
            return None, b""
