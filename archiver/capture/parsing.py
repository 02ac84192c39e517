"""One WARC record, read with warcio: its headers at once, its block in pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from archiver.capture.members import DamagedWarcError, Member
from archiver.capture.record import WARC_FIELDS, parse_warc_fields
from archiver.capture.spool import PIECE


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedRecord:
    """A record whose block can be read once, while its member is looked at."""

    offset: int
    length: int  # compressed
    headers: dict[str, str]  # names in lower case; of a repeated one the first
    stream: BinaryIO
    protocols: tuple[str, ...] = ()  # all that WARC-Protocol names

    @property
    def type(self) -> str:
        """WARC-Type."""
        return self.headers.get("warc-type", "")

    @property
    def target_uri(self) -> str:
        """WARC-Target-URI; wget writes it in angle brackets."""
        return self.headers.get("warc-target-uri", "").strip("<>")

    @property
    def refers_to(self) -> tuple[str, str] | None:
        """WARC-Refers-To-Target-URI and -Date, of a revisit that has both."""
        uri, date = self.headers.get("warc-refers-to-target-uri"), self.headers.get("warc-refers-to-date")
        return None if uri is None or date is None else (uri.strip("<>"), date)

    def belongs_to(self, first: "ParsedRecord") -> bool:
        """Whether it is of the exchange that begins with another record (WARC-Concurrent-To)."""
        return self.headers.get("warc-concurrent-to") == first.headers.get("warc-record-id")

    @property
    def is_http(self) -> bool:
        """Whether the block is an HTTP message."""
        return "application/http" in self.headers.get("content-type", "")

    def fields(self) -> dict[str, str]:
        """The fields of a `warcinfo` or `metadata` record; of a repeated one the last. None where it holds others."""
        if not self.headers.get("content-type", WARC_FIELDS).startswith(WARC_FIELDS):
            return {}
        return dict(parse_warc_fields(self.stream.read()))

    def pieces(self) -> Iterator[bytes]:
        """The block, piece by piece."""
        while piece := self.stream.read(PIECE):
            yield piece


def parse_record(path: Path, member: Member) -> ParsedRecord:
    """Read the record in a member of a file.

    Raises:
        DamagedWarcError: it holds none.
    """
    try:
        record = next(iter(ArchiveIterator(member.content, no_record_parse=True)))
        headers: dict[str, str] = {}
        for name, value in record.rec_headers.headers:
            headers.setdefault(name.lower(), value)
        spoken = [value for name, value in record.rec_headers.headers if name.lower() == "warc-protocol"]
    except (ArchiveLoadFailed, StopIteration, AttributeError, ValueError) as error:
        # AttributeError: warcio 1.8 on some headers that are none
        raise DamagedWarcError(f"{path}: no WARC record at byte {member.offset}: {error}") from error
    return ParsedRecord(
        offset=member.offset,
        length=member.length,
        headers=headers,
        stream=record.raw_stream,
        protocols=tuple(spoken),
    )
