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
_FULLS = (_FULL_SHORT,) * 4 + (_FULL,) * 2  # what a cell holds that is too small for its number
_NEEDS_64 = 45  # the version that such ends came with
_ZIP64, _UNICODE_PATH = 1, 0x7075  # kinds of extra fields


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
    is_bare: bool  # its extra field holds what a large member needs, and nothing else


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """All members, and where the directory lies."""

    entries: tuple[Entry, ...]
    start: int
    end: int  # after the last entry
    trailing: int  # the offset of what ends the file
    comment: bytes
    faults: tuple[str, ...]
    is_large: bool  # it ends as zips do that are beyond 4 GB, or have very many members


def read_directory(file: BinaryIO, length: int) -> Directory:
    """Read what ends the file, and the directory before it.

    Raises:
        ZipError: there is none, or it is absurdly large.
    """
    at, end = _end(file, length)
    disk, start_disk, here, count, size, start, comment_length = _END.unpack(end[: _END.size])[1:]
    comment = end[_END.size :]
    faults: list[str] = []
    small = (disk, start_disk, here, count, size, start)
    wide = _end64(file, at, faults)
    trailing, disk, start_disk, here, count, size, start = (at, *small) if wide is None else wide
    if wide is None and (_FULL in {size, start} or _FULL_SHORT in {here, count}):
        raise ZipError("the end of the zip is broken")
    faults += _disagreements(small, (disk, start_disk, here, count, size, start))
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
        is_large=wide is not None,
    )


def _disagreements(small: tuple[int, ...], wide: tuple[int, ...]) -> list[str]:
    """Readers would each believe another end."""
    agree = all(a in {b, full} for a, b, full in zip(small, wide, _FULLS, strict=True))
    return [] if agree else ["the two ends of the zip do not agree"]


def _end(file: BinaryIO, length: int) -> tuple[int, bytes]:
    most = min(length, _END.size + _LONGEST_COMMENT)
    file.seek(length - most)
    tail = file.read(most)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < _END.size:
        raise ZipError("it is no zip, or its end is missing")
    return length - most + at, tail[at:]


def _end64(file: BinaryIO, at: int, faults: list[str]) -> tuple[int, ...] | None:
    """What ends a large zip before the end that all have (4.3.14, 4.3.15). Readers look for it in any zip, and so do we."""
    if at < _LOCATOR.size:
        return None
    file.seek(at - _LOCATOR.size)
    mark, disk, where, disks = _LOCATOR.unpack(file.read(_LOCATOR.size))
    if mark != b"PK\6\7":
        return None
    if where + _END64.size > at - _LOCATOR.size:
        raise ZipError("the end of the zip is broken")
    file.seek(where)
    mark, length, made_by, needs, *cells = _END64.unpack(file.read(_END64.size))
    if mark != b"PK\6\6":
        raise ZipError("the end of the zip is broken")
    if (disk, disks) not in {(0, 0), (0, 1)}:
        faults.append("what ends the zip speaks of several disks")
    if where + _END64.size != at - _LOCATOR.size or length != _END64.size - 12:
        faults.append("bytes that mean nothing lie between the two ends of the zip")
    if needs != _NEEDS_64 or made_by & 0xFF < _NEEDS_64:
        faults.append("the end of the zip names a version that has no such ends")
    return (where, *cells)


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
        packed, size, header, is_bare = _wide(extra, packed=packed, size=size, header=header)
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
            is_bare=is_bare,
        )


def _wide(extra: bytes, *, packed: int, size: int, header: int) -> tuple[int, int, int, bool]:
    """The sizes and the offset of a member beyond 4 GB (4.5.3); and whether the extra field has nothing else."""
    wide = zip64(extra)
    needed = 8 * (size, packed, header).count(_FULL)
    found: list[int] = []
    for cell in (size, packed, header):
        if cell != _FULL:
            found.append(cell)
        elif len(wide) >= 8:  # noqa: PLR2004  # bytes of a number
            found.append(int.from_bytes(wide[:8], "little"))
            wide = wide[8:]
        else:
            raise ZipError("its directory lacks the size of a large member")
    bare = struct.pack("<2H", _ZIP64, needed) if needed else b""
    return found[1], found[0], found[2], extra[:4] == bare and len(extra) == len(bare) + needed


def zip64(extra: bytes) -> bytes:
    """The field for large members among the extra ones; empty where there is none."""
    return next((content for kind, content in _fields(extra) if kind == _ZIP64), b"")


def has_other_name(extra: bytes) -> bool:
    """Whether a member carries a second name, by which some readers call it (4.6.9)."""
    return any(kind == _UNICODE_PATH for kind, _ in _fields(extra))


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        yield kind, extra[at + 4 : at + 4 + length]
        at += 4 + length
