"""The gzip members of a WARC file, one after another: offset, length, content."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from isal import isal_zlib

from archiver.models.errors import ArchiverError

_CHUNK = 1 << 20
ISAL_ERROR = cast("type[Exception]", isal_zlib.error)  # its stub calls the class an instance


class DamagedWarcError(ArchiverError):
    """A finished WARC file does not hold what it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One gzip member, unpacked: one WARC record."""

    offset: int
    length: int  # compressed
    content: bytes


def read_members(path: Path, start: int = 0) -> Iterator[Member]:
    """The whole members from an offset on. A torn last member ends the sequence in a file that is still `.open`.

    Raises:
        DamagedWarcError: the file is finished, and yet torn or broken.
    """
    growing = path.name.endswith(".open")
    with path.open("rb") as file:
        file.seek(start)
        offset, data = start, file.read(_CHUNK)
        while data:
            one = isal_zlib.decompressobj(wbits=31)
            parts: list[bytes] = []
            length = 0
            while True:
                try:
                    parts.append(one.decompress(data))
                except ISAL_ERROR as error:
                    raise DamagedWarcError(
                        f"{path}: broken at byte {offset}: {error}. Restore it from a copy."
                    ) from error
                length += len(data) - len(one.unused_data)
                if one.eof:
                    break
                data = file.read(_CHUNK)
                if not data:
                    if growing:
                        return
                    raise DamagedWarcError(f"{path}: torn at byte {offset}. Restore it from a copy.")
            yield Member(offset=offset, length=length, content=b"".join(parts))
            offset += length
            data = one.unused_data or file.read(_CHUNK)


def read_member(path: Path, offset: int) -> Member:
    """The one member at an offset.

    Raises:
        DamagedWarcError: there is no whole member.
    """
    for member in read_members(path, offset):
        return member
    raise DamagedWarcError(f"{path}: no record at byte {offset}. Restore it from a copy.")
