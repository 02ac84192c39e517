"""The head of a record put right where that is sure: what is said stays, how it is written becomes WARC's."""

import hashlib
import re
import uuid
from dataclasses import dataclass

from archiver.capture.intake.cut import Cut
from archiver.capture.intake.cutting import NO_LENGTH
from archiver.capture.intake.dates import warc_date_of
from archiver.capture.verifying.heading import Heading, parse_heading
from archiver.capture.verifying.labels import agrees, algorithm_of

_OLD = re.compile(rb"WARC/0\.\d{1,2}")  # before the standard; IIPC drafts 0.9 to 0.18
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}:[^\s<>]{1,1000}")
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_LABEL = re.compile(rb"[!-~]{1,20}:[!-~]{1,200}")  # of a digest
_DIGESTS = (b"warc-block-digest", b"warc-payload-digest")
_SPACE = uuid.UUID("5d0f6a0e-3f0d-5b0a-8a55-0c7d0e6f7b21")  # of the ids that are made here
_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The bytes, what they say, and what was changed in them."""

    raw: bytes
    heading: Heading
    said: tuple[str, ...] = ()


def put_right(cut: Cut) -> Head:
    """The head of a record. What cannot be put right stays as it is, to be found by whoever checks the record."""
    said = list(cut.said)
    lines = cut.head.replace(b"\r\n", b"\n").rstrip(b"\n").split(b"\n")
    if b"\r\n".join(lines) + _END != cut.head:
        said.append("had other line ends")
    if _OLD.fullmatch(lines[0]):
        said.append(f"was of {lines[0].decode('latin-1')}")
        lines[0] = b"WARC/1.0"
    lines = [_utf8(_clean(line, said), said) for line in lines if not _is_noise(line, len(cut.block), said)]
    heading = parse_heading(b"\r\n".join(lines))
    _values(heading, lines, cut, said)
    lines = _without_repeats(lines, heading, said)
    raw = b"\r\n".join(lines) + _END
    return Head(raw=raw, heading=parse_heading(raw[: -len(_END)]), said=tuple(dict.fromkeys(said)))


def _values(heading: Heading, lines: list[bytes], cut: Cut, said: list[str]) -> None:
    length = len(cut.block)
    if NO_LENGTH in cut.said:
        _drop(lines, "content-length")
        lines.append(f"Content-Length: {length}".encode())
    elif cut.excess:
        said.append(f"told {heading.length} bytes, and has {length}")
        _set(lines, "content-length", str(length))
    date = heading.get("warc-date")
    right = None if date is None else warc_date_of(date)
    if right is not None and right != date:
        said.append(f"was dated {date[:40] if date else ''}")
        _set(lines, "warc-date", right)
    record_id = heading.get("warc-record-id")
    if record_id is None or not (record_id.startswith("<") and _BARE.fullmatch(record_id[1:-1])):
        made = _id_of(heading, record_id, length)
        said.append("had no id" if record_id is None else f"had the id {record_id[:60]}")
        if record_id is None:
            lines.append(f"WARC-Record-ID: {made}".encode())
        else:
            _set(lines, "warc-record-id", made)


def _id_of(heading: Heading, told: str | None, length: int) -> str:
    if told is not None and _BARE.fullmatch(told):
        return f"<{told}>"
    parts = (heading.get("warc-type"), heading.target_uri, heading.get("warc-date"), told, length)
    label = heading.get("warc-block-digest") or heading.get("warc-payload-digest")
    return f"<urn:uuid:{uuid.uuid5(_SPACE, repr((*parts, label)))}>"


def made_id(*told: str) -> str:
    """An id for a record whose own is another's: the same for the same record."""
    return f"<urn:uuid:{uuid.uuid5(_SPACE, repr(told))}>"


def set_header(raw: bytes, name: str, value: str) -> bytes:
    """A head with one header set, added where it is missing."""
    lines = raw[: -len(_END)].split(b"\r\n")
    if not _set(lines, name, value):
        lines.append(f"{name}: {value}".encode())
    return b"\r\n".join(lines) + _END


def _set(lines: list[bytes], name: str, value: str) -> bool:
    for n, line in enumerate(lines):
        told, colon, _ = line.partition(b":")
        if colon and told.strip().lower() == name.lower().encode():
            lines[n] = told + b": " + value.encode()
            return True
    return False


def _drop(lines: list[bytes], name: str) -> None:
    lines[:] = [line for line in lines if line.partition(b":")[0].strip().lower() != name.encode()]


def _is_noise(line: bytes, length: int, said: list[str]) -> bool:
    """Whether a header tells of a digest, and cannot: wget writes such, of nothing (revisits) or of memory (when told not to)."""
    name, _, value = line.partition(b":")
    if name.strip().lower() not in _DIGESTS:
        return False
    if _LABEL.fullmatch(value.strip()) is None:
        said.append("had a digest that is none")
        return True
    label = value.decode("latin-1").strip()
    algorithm = algorithm_of(label)
    nothing = {} if algorithm is None else {algorithm: hashlib.new(algorithm, usedforsecurity=False).digest()}
    if name.strip().lower() == _DIGESTS[0] and length and agrees(label, nothing):
        said.append("had the block digest of nothing")
        return True
    return False


def _clean(line: bytes, said: list[str]) -> bytes:
    """A header without control characters: an address has them percent-encoded, all others have spaces there."""
    name, _, value = line.partition(b":")
    if _CONTROL.search(value) is None:
        return line
    said.append("had control characters in a header")
    is_address = name.strip().lower() == b"warc-target-uri"
    return name + b":" + _CONTROL.sub(lambda found: b"%%%02X" % found[0][0] if is_address else b" ", value)


def _utf8(line: bytes, said: list[str]) -> bytes:
    try:
        line.decode()
    except UnicodeDecodeError:
        said.append("had a header that is not UTF-8")
        return line.decode("latin-1").encode()
    return line


def _without_repeats(lines: list[bytes], heading: Heading, said: list[str]) -> list[bytes]:
    """Of headers that stand twice with the same value, one is enough."""
    if not heading.repeated:
        return lines
    kept: list[bytes] = []
    for line in lines:
        if line in kept:
            said.append("had a header twice")
        else:
            kept.append(line)
    return kept
