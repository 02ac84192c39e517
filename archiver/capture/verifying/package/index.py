"""The index of a package, line by line against the records: CDXJ plain, or in gzip blocks with an index of their own."""

import hashlib
import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from archiver.capture.packing.keys import package_key
from archiver.capture.verifying.labels import parse_label
from archiver.capture.verifying.package.directory import ZipError
from archiver.capture.verifying.package.zipped import ZipFile
from archiver.models.checked import Checked
from archiver.web.url import canonical

_LONGEST = 1 << 20  # bytes of a line
_LONGEST_BLOCK = 64 << 20  # bytes, packed; ours have some 50,000
_MOST_WRONG = 10_000  # lines; where more are wrong, nothing is gained by reading on
_MOST_TIMES = 400  # what unpacks to more than so many times its size is no index
_ALWAYS = 16 << 20  # bytes that are unpacked in any case
BEYOND = 1 << 63  # no offset is so large
UNREADABLE = (ValueError, KeyError, TypeError, OverflowError, RecursionError)
_DIGITS = re.compile(r"\D")
_ANSWERS = frozenset(["response", "revisit", "resource"])
_NONE = {"", "-"}
Find = Callable[[str, int], Checked | None]
Fault = tuple[str, int, str]  # member, line, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that points to a record."""

    member: str
    number: int
    text: str
    filename: str
    offset: int


class IndexCheck:
    """Iterate once: everything that is wrong; `places` then tells which records have a line."""

    def __init__(self, zipped: ZipFile, find: Find, *, ours: bool) -> None:
        self.lines = 0
        self._zipped, self._find, self._ours = zipped, find, ours
        self._last = ""  # WARC of the line before

    def members(self) -> list[str]:
        """The members that hold lines."""
        endings = (".cdx", ".cdxj", ".cdx.gz", ".cdxj.gz")
        return [
            name for name in self._zipped.entries if name.startswith("indexes/") and name.endswith(endings)
        ]

    def check(self, places: Callable[[str, int], None]) -> Iterator[Fault]:
        """Read all lines. `places` is told which record each points to."""
        for member in self.members():
            before = b""
            wrong = 0
            for number, raw in enumerate(self._lines(member), start=1):
                self.lines += 1
                if wrong >= _MOST_WRONG:
                    yield member, number, "so much is wrong that the rest of the index was not read"
                    break
                line = raw.rstrip(b"\r\n")
                faults = list(self._line(line, places))
                if not raw.endswith(b"\n"):
                    faults.append("the line has no end, or is too long")
                if line < before or (self._ours and line == before):
                    faults.append("the line is not in its place: the lines are to be sorted")
                before = line
                wrong += len(faults)
                yield from ((member, number, words) for words in faults)
        yield from self._blocks()

    def _lines(self, member: str) -> Iterator[bytes]:
        pieces = self._zipped.pieces(member)
        held = b""
        for piece in _unpacked(pieces) if member.endswith(".gz") else pieces:
            *whole, held = (held + piece).split(b"\n")
            for line in whole:
                yield line + b"\n"
            if len(held) > _LONGEST:
                yield held
                held = b""
        if held:
            yield held

    def _line(self, raw: bytes, places: Callable[[str, int], None]) -> Iterator[str]:
        try:
            text = raw.decode()
            key, timestamp, rest = text.split(" ", 2)
            fields: dict[str, Any] = json.loads(rest)
            filename, offset = str(fields["filename"]), int(fields["offset"])
        except UNREADABLE:
            if self._ours or not raw.startswith(b"!"):
                yield "the line is no CDXJ"
            return
        record = self._find(filename.rpartition("/")[2], offset) if 0 <= offset < BEYOND else None
        if record is None:
            yield f"no record begins at byte {str(offset)[:20]} of {filename[:80]}"
            return
        places(record.file, offset)
        for name in self._disagreements(key, timestamp, fields, record):
            yield f"the line does not agree with its record in {filename} at byte {offset}: {name}"

    def _disagreements(
        self, key: str, timestamp: str, fields: dict[str, Any], record: Checked
    ) -> Iterator[str]:
        date = _DIGITS.sub("", record.date or "")
        if not date.startswith(timestamp[:14]) or not timestamp.isdigit() or len(timestamp) > 17:  # noqa: PLR2004
            yield "timestamp"
        if not self._is_of(str(fields.get("url")), record) and record.type in _ANSWERS:
            yield "url"
        if self._ours and key != package_key(record.target_uri or ""):
            yield "key"
        if "length" in fields and str(fields["length"]) != str(record.length):
            yield "length"
        if not self._agrees("digest", fields.get("digest"), record.payload_digest):
            yield "digest"
        told = fields.get("recordDigest")
        if (told is not None or self._ours) and told != record.record_digest:
            yield "recordDigest"
        yield from self._of_message(fields, record)

    def _of_message(self, fields: dict[str, Any], record: Checked) -> Iterator[str]:
        if record.type != "response" and not self._ours:
            return
        status = str(fields.get("status", "-"))
        if status not in _NONE and record.status is not None and status != str(record.status):
            yield "status"
        if self._ours and (status in _NONE) != (record.status is None) and record.type == "response":
            yield "status"
        mime = str(fields.get("mime", "")).lower()
        wanted = (record.content_type or "unk").partition(";")[0].strip().lower() or "unk"
        if record.type == "revisit":
            wanted = "warc/revisit"
        if mime != wanted and (self._ours or (mime not in _NONE and record.content_type is not None)):
            yield "mime"

    def _is_of(self, url: str, record: Checked) -> bool:
        """Others may write an address in another spelling than its record."""
        own = record.target_uri or ""
        return url == own or (not self._ours and canonical(url) == canonical(own))

    def _agrees(self, name: str, told: object, own: str | None) -> bool:  # noqa: ARG002
        """Others write the digest with or without its algorithm, or take one that the record does not name."""
        if self._ours:
            return (told or "-") == (own or "-")
        label = str(told or "")
        if label in _NONE or own is None:
            return True
        first, second = parse_label(label), parse_label(own)
        if first is None:
            return label.casefold() in own.casefold() or ":" in label
        return second is None or first[0] != second[0] or first == second

    def _blocks(self) -> Iterator[Fault]:
        """The index of the blocks: each row leads to a gzip member, whose first line has the row's key."""
        for name in self._zipped.entries:
            if not (name.startswith("indexes/") and name.endswith(".idx")):
                continue
            end: dict[str, int] = {}
            number = 0
            for number, raw in enumerate(self._lines(name), start=1):
                if raw.startswith(b"!"):
                    continue
                try:
                    key, _, rest = raw.decode().partition("{")
                    place = json.loads("{" + rest)
                    offset, length = int(place["offset"]), int(place["length"])
                    data = self._zipped.entries[f"indexes/{place.get('filename', 'index.cdx.gz')}"].name
                except UNREADABLE:
                    yield name, number, "the line is no row of an index of blocks"
                    continue
                if offset != end.get(data, 0):
                    yield name, number, "the block does not begin where the one before it ends"
                end[data] = offset + length
                yield from ((name, number, words) for words in self._block(data, key.strip(), place))
            for data, after in end.items():
                if after != self._zipped.entries[data].size:
                    yield name, number, f"the blocks do not reach the end of {data}"

    def _block(self, data: str, key: str, place: dict[str, Any]) -> Iterator[str]:
        offset, length = int(place["offset"]), int(place["length"])
        if length > _LONGEST_BLOCK or offset < 0 or length < 0:
            yield "the block is said to be absurdly long"
            return
        try:
            with self._zipped.window(data) as file:
                file.seek(offset)
                packed = file.read(length)
        except ZipError:
            yield "its block cannot be read by itself, for the index is packed a second time"
            return
        digest = place.get("digest")
        if digest is not None and digest != f"sha256:{hashlib.sha256(packed).hexdigest()}":
            yield "the block does not match its digest"
        if digest is None and self._ours:
            yield "the block has no digest"
        try:
            first = zlib.decompressobj(wbits=31).decompress(packed, _LONGEST)
        except zlib.error:
            yield "no block can be unpacked there"
            return
        if not first.startswith(key.encode()):
            yield "the block does not begin with the line that it is said to begin with"


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Gzip members one after another; what cannot be unpacked ends it with a line that is none."""
    one = zlib.decompressobj(wbits=31)
    taken = given = 0
    try:
        for piece in pieces:
            data = piece
            taken += len(piece)
            while data:
                made = one.decompress(data, _LONGEST)
                given += len(made)
                if given > max(_ALWAYS, _MOST_TIMES * taken):
                    yield b"the rest unpacks beyond all measure\n"
                    return
                yield made
                data = one.unconsumed_tail
                if one.eof:
                    data = one.unused_data
                    one = zlib.decompressobj(wbits=31)
        yield one.flush()
    except zlib.error:
        yield b"the rest cannot be unpacked\n"
