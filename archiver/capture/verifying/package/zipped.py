"""A zip, member by member: its own headers against the directory, what lies between, and the bytes themselves."""

import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import BinaryIO, Self, cast

from archiver.capture.verifying.package.directory import (
    Directory,
    Entry,
    ZipError,
    has_other_name,
    read_directory,
    zip64,
)

_LOCAL = struct.Struct("<4s5H3L2H")
_FULL = 0xFFFFFFFF
STORED, DEFLATED = 0, 8
_ENCRYPTED, _LATER = 0x1, 0x8  # flags: 4.4.4
_UTF8 = 0x800
_PIECE = 1 << 20
_MOST_TIMES = 400  # what deflates better than that is no text and no font, and is not unpacked
_ALWAYS = 16 << 20  # bytes that are unpacked in any case
_OURS = {"internal": 0, "external": 0o100644 << 16, "disk": 0, "comment": b""}
_NEEDED = {20, 45}  # versions that our members need; the second for those that may be beyond 4 GB
_FAR = (20, 45)  # where a member lies far from the beginning, only the directory has a large number
_UNIX = 0x300
_FILES = {0, stat.S_IFREG, stat.S_IFDIR}  # 0: nothing is said of it
_WIDE = struct.Struct("<2H2Q")  # the extra field of a large member, in its own header
_SMALL, _FEW = (1 << 31) - 1, 0xFFFF  # Python's zipfile ends a zip as a large one beyond these


class ZipFile:
    """One zip. `faults` tells what is wrong with how it is put together; `pieces` gives a member's bytes."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            ZipError: it cannot be read as a zip.
        """
        self._path = path
        self._file = path.open("rb")
        self.length = path.stat().st_size
        try:
            self.directory: Directory = read_directory(cast("BinaryIO", self._file), self.length)
        except BaseException:
            self._file.close()
            raise
        self.entries: dict[str, Entry] = {}
        self._padded: set[str] = set()  # whose own header has more than a large member needs
        self._alike: dict[str, str] = {}  # names as they are where capitals do not count
        self._starts: dict[str, int] = {}
        self._broken: dict[str, str] = {}
        self.found = list(self._structure())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a member, piece by piece.

        Raises:
            ZipError: it cannot be unpacked, or what comes out is not what the zip says.
        """
        entry, start = self.entries[name], self._starts.get(name)
        if start is None:
            raise ZipError(self._broken.get(name, "has no header of its own"))
        crc = length = 0
        for piece in self._unpacked(entry, start):
            crc = zlib.crc32(piece, crc)
            length += len(piece)
            if length > entry.size:
                raise ZipError(f"unpacks to more than the {entry.size} bytes that the zip says")
            yield piece
        if length != entry.size:
            raise ZipError(f"has {length} bytes, not {entry.size} as the zip says")
        if crc != entry.crc:
            raise ZipError("does not match its checksum (CRC-32) in the zip")

    def window(self, name: str) -> BinaryIO:
        """A member that is stored as it is, as a file of its own.

        Raises:
            ZipError: it is not stored as it is.
        """
        entry, start = self.entries[name], self._starts.get(name)
        if start is None or entry.method != STORED:
            raise ZipError("is not stored as it is")
        return cast("BinaryIO", Window(self._path, start, entry.packed))

    def strange(self) -> Iterator[str]:
        """What is not as we write it: for packages of ours, in which nothing may be otherwise."""
        for entry in self.directory.entries:
            odd = [name for name, cell in _OURS.items() if getattr(entry, name) != cell]
            if entry.needs not in _NEEDED or entry.made_by != _UNIX + entry.needs:
                odd.append("versions")
            if entry.flags & ~_UTF8:
                odd.append("flags")
            if entry.method != STORED:
                odd.append("method")
            if not entry.is_bare or entry.name in self._padded:
                odd.append("extra field")
            if odd:
                yield f"{entry.name}: its entry in the zip is not as it was written ({', '.join(odd)})"

        at = self.directory
        needs = at.start > _SMALL or at.end - at.start > _SMALL or len(at.entries) > _FEW
        if at.is_large != needs:
            yield "the zip does not end as one of its size does"

    def _structure(self) -> Iterator[str]:
        yield from self.directory.faults
        end = 0
        for entry in sorted(self.directory.entries, key=lambda each: each.header):
            yield from self._name_faults(entry)
            if entry.name in self.entries:
                continue
            self.entries[entry.name] = entry
            try:
                start, told = self._local(entry)
            except ZipError as error:
                self._broken[entry.name] = str(error)
                yield f"{entry.name}: {error}"
                continue
            yield from (f"{entry.name}: {words}" for words in told)
            if entry.header != end:
                what = "overlap" if entry.header < end else "belong to no member"
                yield f"{abs(entry.header - end)} bytes before {entry.name} {what}"
            self._starts[entry.name] = start
            end = start + entry.packed
            if entry.flags & _LATER:
                end += self._descriptor(entry, end)
        if end != self.directory.start:
            yield f"{abs(self.directory.start - end)} bytes before the directory of the zip belong to no member"

    def _name_faults(self, entry: Entry) -> Iterator[str]:
        path = PurePosixPath(entry.name)
        if entry.name in self.entries:
            yield f"{entry.name}: stands twice in the zip"
        alike = unicodedata.normalize("NFC", entry.name).casefold()
        if self._alike.setdefault(alike, entry.name) != entry.name:
            yield f"{entry.name}: unpacked, it would take the place of {self._alike[alike]} where capitals do not count"
        if has_other_name(entry.extra):
            yield f"{entry.name}: carries another name beside this one"
        if entry.made_by >> 8 == _UNIX >> 8 and stat.S_IFMT(entry.external >> 16) not in _FILES:
            yield f"{entry.name}: is no file, but leads elsewhere"
        if (
            not entry.name
            or path.is_absolute()
            or ".." in path.parts
            or "\\" in entry.name
            or ":" in path.parts[0]
            or "\0" in entry.name
        ):
            yield f"{entry.name!r}: leads out of the package"

    def _local(self, entry: Entry) -> tuple[int, list[str]]:
        """Where the bytes of a member begin; and what its own header says otherwise than the directory."""
        self._file.seek(entry.header)
        raw = self._file.read(_LOCAL.size)
        if len(raw) < _LOCAL.size or raw[:4] != b"PK\3\4":
            raise ZipError("has no header of its own")
        _, needs, flags, method, time, date, crc, packed, size, name_length, extra_length = _LOCAL.unpack(raw)
        name, extra = self._file.read(name_length), self._file.read(extra_length)
        start = entry.header + _LOCAL.size + name_length + extra_length
        if start + entry.packed > self.directory.start:
            raise ZipError("is said to be longer than the zip")
        if entry.flags & _ENCRYPTED:
            raise ZipError("is encrypted")
        told: list[str] = []
        if name != entry.raw_name:
            told.append(f"its own header calls it {name[:60]!r}")
        if extra != (_WIDE.pack(1, 16, entry.size, entry.packed) if _FULL in {packed, size} else b""):
            self._padded.add(entry.name)
        same = [(flags, entry.flags), (method, entry.method), (time, entry.time), (date, entry.date)]
        if _FULL in {packed, size}:
            same.append((packed, size))  # here both are large, or none (4.5.3)
            wide = zip64(extra)
            size, packed = int.from_bytes(wide[:8], "little"), int.from_bytes(wide[8:16], "little")
        if not flags & _LATER:
            same += [(crc, entry.crc), (packed, entry.packed), (size, entry.size)]
        if entry.header > _SMALL and (needs, entry.needs) == _FAR:
            needs = entry.needs
        if any(a != b for a, b in same) or (needs != entry.needs and not flags & _LATER):
            told.append("its own header says otherwise than the directory of the zip")
        return start, told

    def _descriptor(self, entry: Entry, at: int) -> int:
        """How many bytes tell after a member what its header left out (4.3.9)."""
        self._file.seek(at)
        raw = self._file.read(24)
        for mark in (b"PK\7\10", b""):
            for form in ("<L2Q", "<3L"):
                length = len(mark) + struct.calcsize(form)
                if len(raw) >= length and raw.startswith(mark):
                    crc, packed, size = struct.unpack_from(form, raw, len(mark))
                    if (crc, packed, size) == (entry.crc, entry.packed, entry.size):
                        return length
        return 0

    def _unpacked(self, entry: Entry, start: int) -> Iterator[bytes]:
        packed = Window(self._path, start, entry.packed)
        with packed:
            if entry.method == STORED:
                while piece := packed.read(_PIECE):
                    yield piece
                return
            if entry.method != DEFLATED:
                raise ZipError(f"is packed in a way that no reader of WACZ knows (method {entry.method})")
            if entry.size > max(_ALWAYS, _MOST_TIMES * entry.packed):
                raise ZipError(
                    f"is said to unpack to {entry.size} bytes from {entry.packed}, and is not unpacked"
                )
            yield from _inflated(packed)


class Window:
    """A run of bytes of a file, as a file of its own."""

    def __init__(self, path: Path, start: int, length: int) -> None:
        self._file = path.open("rb")
        self._start, self._length, self._at = start, length, 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def seek(self, offset: int) -> int:
        """Go to a place in it."""
        self._at = min(offset, self._length)
        return self._at

    def read(self, count: int) -> bytes:
        """Read so many bytes, fewer at its end."""
        self._file.seek(self._start + self._at)
        data = self._file.read(min(count, self._length - self._at))
        self._at += len(data)
        return data


def _inflated(packed: Window) -> Iterator[bytes]:
    one = zlib.decompressobj(-15)
    try:
        while not one.eof:
            data = one.unconsumed_tail or packed.read(_PIECE)
            if not data:
                raise ZipError("breaks off in the middle")
            piece = one.decompress(data, _PIECE)
            if piece:
                yield piece
    except zlib.error as error:
        raise ZipError(f"cannot be unpacked: {error}") from error
    if one.unused_data or packed.read(1):
        raise ZipError("has bytes after its end")
