"""A WARC file member by member, whatever state it is in: after damage it goes on at the next member that unpacks."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from isal import isal_zlib

from archiver.capture.members import ISAL_ERROR, drain
from archiver.capture.record import gzip_member
from archiver.capture.verifying.bytes import FileBytes
from archiver.capture.verifying.record import RecordCheck
from archiver.capture.verifying.resuming import MAGIC, next_member

_GZIP_HEAD = gzip_member(b"")[:10]  # without name and time: all members of ours begin with the same bytes
_FIRST_STEP = 16 * 1024  # most records are short, and what is read beyond one is copied
_STEP = 256 * 1024
_OUT = 1 << 20
_BEGINNINGS = (b"WARC/",)
Source = Path | Callable[[], BinaryIO]  # a file, or what opens one


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Bytes that hold no whole member."""

    offset: int
    length: int
    kind: str
    message: str
    begun: RecordCheck | None = None  # what could be read of a broken record


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record in a whole member."""

    offset: int
    length: int
    start: int  # in the unpacked member
    record: RecordCheck
    faults: tuple[tuple[str, str], ...]
    oddities: tuple[str, ...] = ()  # of its packing: the record itself may be whole
    digest: str | None = None  # SHA-256 of the packed bytes, hexadecimal


class _TornError(Exception):
    """The file ends before the member does."""


class Scan:
    """Reads one file. Iterate once; then `sha256` and `length` are known."""

    def __init__(
        self,
        source: Source,
        *,
        ours: bool,
        packed: bool = False,
        watch: Callable[[int], None] = lambda _: None,
    ) -> None:
        """With `packed` each record's packed bytes are digested, too."""
        self.ours = ours  # may be set as soon as the first record was looked at
        self.length = 0
        self.sha256 = ""
        self._source, self._packed, self._watch = source, packed, watch

    def __iter__(self) -> Iterator[Found | Region]:
        """Everything from the first byte to the last, records and what is none."""
        with self._source.open("rb") if isinstance(self._source, Path) else self._source() as file:
            data = FileBytes(file)
            offset = told = 0
            while len(data.at(offset)):
                reader = _Member(ours=self.ours)
                try:
                    end = _unpack(data, offset, reader)
                except (_TornError, ISAL_ERROR) as error:
                    end = next_member(data, offset + 1, _BEGINNINGS)
                    yield _region(data, offset, end, error, reader)
                else:
                    digest = _digest(data, offset, end) if self._packed else None
                    yield from reader.found(data, offset, end, digest)
                if end - told >= _OUT:
                    self._watch(end - told)
                    told = end
                offset = end
            self.sha256, self.length = data.sha256(), data.seen
            self._watch(self.length - told)


class _Member:
    """The records in one member: there should be one."""

    def __init__(self, *, ours: bool) -> None:
        self._ours = ours
        self.records: list[RecordCheck] = [RecordCheck(ours=ours)]

    def feed(self, piece: bytes) -> None:
        data = memoryview(piece)
        while len(data := self.records[-1].feed(data)):
            self.records.append(RecordCheck(ours=self._ours))

    def found(self, data: FileBytes, offset: int, end: int, digest: str | None) -> Iterator[Found]:
        oddities: list[str] = []
        head = bytes(data.at(offset, len(_GZIP_HEAD))[: len(_GZIP_HEAD)])
        if self._ours and head != _GZIP_HEAD:
            oddities.append(f"has a gzip header that is not ours: {head.hex()}")
        if len(self.records) > 1:
            oddities.append("shares its gzip member with others, so that it cannot be read by itself")
        start = 0
        for record in self.records:
            yield Found(
                offset=offset,
                length=end - offset,
                start=start,
                record=record,
                faults=tuple(record.close()),
                oddities=tuple(oddities),
                digest=digest,
            )
            start += record.size


def _unpack(data: FileBytes, offset: int, reader: _Member) -> int:
    """Feed the member at an offset to a reader; gives the offset after it."""
    one = isal_zlib.decompressobj(wbits=31)
    at, step = offset, _FIRST_STEP
    while True:
        view = data.at(at)[:step]
        if not view:
            raise _TornError
        for piece in drain(one, view, _OUT):
            if piece:
                reader.feed(piece)
        at += len(view) - len(one.unused_data)
        if one.eof:
            return at
        step = _STEP


def _digest(data: FileBytes, offset: int, end: int) -> str:
    sha256 = hashlib.sha256()
    while offset < end:
        view = data.at(offset)[: end - offset]
        sha256.update(view)
        offset += len(view)
    return sha256.hexdigest()


def _region(data: FileBytes, offset: int, end: int, error: Exception, reader: _Member) -> Region:
    first = bytes(data.at(offset, len(MAGIC))[: len(MAGIC)])
    begun = reader.records[-1] if reader.records[-1].heading is not None else None
    if first == MAGIC[: len(first)]:
        kind = "torn" if isinstance(error, _TornError) else "gzip"
        message = "ends in the middle of a record" if kind == "torn" else f"cannot be unpacked: {error}"
    else:
        kind = "garbage"
        what = "zeros" if not any(first) else "bytes"
        message = f"{end - offset} {what} that are no record"
    return Region(offset=offset, length=end - offset, kind=kind, message=message, begun=begun)
