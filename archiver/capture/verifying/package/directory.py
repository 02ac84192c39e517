"""The directory at the end of a zip (APPNOTE.TXT 6.3.10, 4.3): read with limits, nothing believed."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LONGEST_COMMENT = 65535
_MOST_BYTES = 64 << 20  # of a directory
_MOST_ENTRIES = 500_000
_FULL, _FULL_SHORT = 0xFFFFFFFF, 0xFFFF
_ZIP64 = 1


class ZipError(Exception):
    """The file is no zip, or its directory cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A member, as the directory has it."""

    name: str
    raw_name: bytes
    made_by: int
    needs: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    disk: int
    internal: int
    external: int
    header: int  # the offset of its own header
    extra: bytes
    comment: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """All members, and where the directory lies."""

    entries: tuple[Entry, ...]
    start: int
    end: int  # after the last entry
    trailing: int  # the offset of what ends the file
    comment: bytes
    faults: tuple[str, ...]


def read_directory(file: BinaryIO, length: int) -> Directory:
    """Read what ends the file, and the directory before it.

    Raises:
        ZipError: there is none, or it is absurdly large.
    """
    at, end = _end(file, length)
    disk, start_disk, here, count, size, start, comment_length = _END.unpack(end[: _END.size])[1:]
    comment = end[_END.size :]
    faults: list[str] = []
    trailing = at
    if _FULL in {size, start} or _FULL_SHORT in {here, count}:
        trailing, disk, start_disk, here, count, size, start = _end64(file, at)
    if (disk, start_disk) != (0, 0) or here != count:
        faults.append("what ends the zip speaks of several disks")
    if len(comment) != comment_length:
        faults.append("bytes follow after the end of the zip")
    if comment:
        faults.append("the zip carries a comment")
    if size > min(_MOST_BYTES, length) or count > _MOST_ENTRIES:
        raise ZipError(f"its directory is said to have {size} bytes and {count} members, and is not read")
    if start + size > trailing:
        raise ZipError("its directory is said to lie where it cannot be")
    if start + size != trailing:
        faults.append(f"{trailing - start - size} bytes lie between the directory of the zip and its end")
    file.seek(start)
    entries = tuple(_entries(file.read(size), faults))
    if len(entries) != count:
        faults.append(f"the directory of the zip has {len(entries)} members, its end says {count}")
    return Directory(
        entries=entries,
        start=start,
        end=start + size,
        trailing=trailing,
        comment=comment,
        faults=tuple(faults),
    )


def _end(file: BinaryIO, length: int) -> tuple[int, bytes]:
    most = min(length, _END.size + _LONGEST_COMMENT)
    file.seek(length - most)
    tail = file.read(most)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < _END.size:
        raise ZipError("it is no zip, or its end is missing")
    return length - most + at, tail[at:]


def _end64(file: BinaryIO, at: int) -> tuple[int, ...]:
    if at < _LOCATOR.size:
        raise ZipError("the end of the zip is broken")
    file.seek(at - _LOCATOR.size)
    mark, _, where, _ = _LOCATOR.unpack(file.read(_LOCATOR.size))
    if mark != b"PK\6\7" or where + _END64.size > at:
        raise ZipError("the end of the zip is broken")
    file.seek(where)
    cells = _END64.unpack(file.read(_END64.size))
    if cells[0] != b"PK\6\6":
        raise ZipError("the end of the zip is broken")
    _, _, _, _, disk, start_disk, here, count, size, start = cells
    return where, disk, start_disk, here, count, size, start


def _entries(data: bytes, faults: list[str]) -> Iterator[Entry]:
    at = 0
    while at < len(data):
        if len(data) - at < _CENTRAL.size or data[at : at + 4] != b"PK\1\2":
            raise ZipError(f"its directory is broken at byte {at}")
        cells = _CENTRAL.unpack_from(data, at)
        _, made_by, needs, flags, method, time, date, crc, packed, size, name_length, extra_length = cells[
            :12
        ]
        comment_length, disk, internal, external, header = cells[12:]
        at += _CENTRAL.size
        name, extra = data[at : at + name_length], data[at + name_length : at + name_length + extra_length]
        at += name_length + extra_length
        comment = data[at : at + comment_length]
        at += comment_length
        packed, size, header = _wide(extra, packed=packed, size=size, header=header)
        if at > len(data):
            raise ZipError("its directory ends in the middle of a member")
        try:
            text = name.decode("utf-8" if flags & 0x800 else "ascii")
        except UnicodeDecodeError:
            text = name.decode("utf-8", "backslashreplace")
            faults.append(f"the name of a member is not UTF-8: {text[:60]!r}")
        yield Entry(
            name=text,
            raw_name=name,
            made_by=made_by,
            needs=needs,
            flags=flags,
            method=method,
            time=time,
            date=date,
            crc=crc,
            packed=packed,
            size=size,
            disk=disk,
            internal=internal,
            external=external,
            header=header,
            extra=extra,
            comment=comment,
        )


def _wide(extra: bytes, *, packed: int, size: int, header: int) -> tuple[int, int, int]:
    """The sizes and the offset of a member beyond 4 GB (4.5.3)."""
    wide = zip64(extra)
    found: list[int] = []
    for cell in (size, packed, header):
        if cell != _FULL:
            found.append(cell)
        elif len(wide) >= 8:  # noqa: PLR2004  # bytes of a number
            found.append(int.from_bytes(wide[:8], "little"))
            wide = wide[8:]
        else:
            raise ZipError("its directory lacks the size of a large member")
    return found[1], found[0], found[2]


def zip64(extra: bytes) -> bytes:
    """The field for large members among the extra ones; empty where there is none."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == _ZIP64:
            return extra[at + 4 : at + 4 + length]
        at += 4 + length
    return b""
