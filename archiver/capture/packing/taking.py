"""Whole records out of a WARC, to be copied byte for byte: an exchange, or everything."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archiver.capture.members import DamagedWarcError, read_members
from archiver.capture.parsing import parse_record
from archiver.capture.record import CERTIFICATES
from archiver.models.capture import Snapshot
from archiver.models.package import Lot

PIECE = 1 << 20  # bytes that are copied at a time
_FIELDS = 1 << 20  # bytes; a longer block of fields is not looked into


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A record where it lies; or one that is made for the package, whose bytes are `made`."""

    path: Path | None
    offset: int
    length: int
    headers: dict[str, str]  # names in lower case
    fields: dict[str, str] = field(default_factory=dict)  # of a `warcinfo` or `metadata` record
    certificates: str | None = None  # SHA-256 of the chain that the host showed
    lot: Lot | None = None  # of a capture
    protocols: tuple[str, ...] = ()
    made: bytes = b""

    @property
    def type(self) -> str:
        """WARC-Type."""
        return self.headers.get("warc-type", "")

    @property
    def record_id(self) -> str:
        """WARC-Record-ID."""
        return self.headers.get("warc-record-id", "")

    @property
    def snapshot(self) -> Snapshot | None:
        """The capture in it."""
        return None if self.lot is None else self.lot.snapshot

    def pieces(self) -> Iterator[bytes]:
        """Its bytes as they lie in the file.

        Raises:
            DamagedWarcError: the file is shorter than it was.
        """
        if self.path is None:
            yield self.made
            return
        left = self.length
        with self.path.open("rb") as file:
            file.seek(self.offset)
            while left:
                piece = file.read(min(left, PIECE))
                if not piece:
                    raise DamagedWarcError(f"{self.path}: torn at byte {self.offset}. Run: archiver verify")
                left -= len(piece)
                yield piece


def take(path: Path, start: int = 0, until: int | None = None) -> Iterator[Taken]:
    """The records between two offsets, without their contents.

    Raises:
        DamagedWarcError: a record is broken.
    """
    if until is not None and start >= until:
        return
    for member in read_members(path, start):
        record = parse_record(path, member)
        is_short = record.headers.get("content-length", "").isdigit() and (
            int(record.headers["content-length"]) <= _FIELDS
        )
        fields: dict[str, str] = {}
        certificates = None
        if record.type in {"warcinfo", "metadata"} and is_short:
            if record.headers.get("content-type") == CERTIFICATES:
                certificates = hashlib.sha256(record.stream.read()).hexdigest()
            else:
                fields = record.fields()
        yield Taken(
            path=path,
            offset=member.offset,
            length=member.length,
            headers=record.headers,
            fields=fields,
            certificates=certificates,
            protocols=record.protocols,
        )
        if until is not None and member.offset + member.length >= until:
            return


def are_one(a: Taken, b: Taken) -> bool:
    """Whether two records are of one exchange (WARC 1.1, 5.7)."""
    names = {one.headers.get("warc-concurrent-to") for one in (a, b)} - {None}
    return bool(names & {a.record_id, b.record_id}) or (
        len(names) == 1 and all("warc-concurrent-to" in one.headers for one in (a, b))
    )
