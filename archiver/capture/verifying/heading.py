"""The head of a WARC record, read strictly: WARC 1.1 (ISO 28500:2017), 4 and 5."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

_FIELD = re.compile(r"([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)")
_VERSIONS = (b"WARC/1.1", b"WARC/1.0")
_UUID = re.compile(r"<urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}>")
_URI = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+>")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d{1,9})?)?Z)?)?)?")
_OWN_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_TYPES = frozenset("warcinfo response resource request metadata revisit conversion continuation".split())
_WITH_TARGET = _TYPES - {"warcinfo", "metadata"}
_WITH_PAYLOAD_DIGEST = frozenset(["response", "revisit"])
_ONCE = frozenset(
    "warc-type warc-record-id warc-date content-length content-type warc-target-uri warc-block-digest "
    "warc-payload-digest warc-warcinfo-id warc-filename warc-profile warc-refers-to-target-uri warc-refers-to-date "
    "warc-truncated warc-source-uri warc-creation-date".split()
)
_ALWAYS = ("warc-type", "warc-record-id", "warc-date", "content-length")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Version and headers."""

    version: str
    headers: dict[str, str]  # names in lower case; of a repeated one the first
    repeated: frozenset[str]
    faults: tuple[str, ...]  # lines that are no headers
    length: int | None  # Content-Length; None where it says nothing
    others: tuple[tuple[str, str], ...] = ()  # further values of repeated headers

    def get(self, name: str) -> str | None:
        """The first value of a header; None where it is missing."""
        return self.headers.get(name)

    def every(self, name: str) -> list[str]:
        """All values of a header."""
        first = self.headers.get(name)
        return [] if first is None else [first, *(value for other, value in self.others if other == name)]

    @property
    def target_uri(self) -> str | None:
        """WARC-Target-URI; wget writes it in angle brackets."""
        value = self.headers.get("warc-target-uri")
        return None if value is None else value.strip("<>")


def parse_heading(raw: bytes) -> Heading:
    """Read all before the empty line."""
    first, *lines = raw.split(b"\r\n")
    faults: list[str] = []
    if first not in _VERSIONS:
        faults.append(f"begins with {first[:20]!r}, not with a version of WARC")
    headers: dict[str, str] = {}
    repeated: set[str] = set()
    others: list[tuple[str, str]] = []
    name = ""
    for line in lines:
        try:
            text = line.decode()
        except UnicodeDecodeError:
            faults.append(f"has a header that is not UTF-8: {line[:60]!r}")
            text = line.decode("utf-8", "replace")
        if text[:1] in {" ", "\t"} and name:
            headers[name] = f"{headers[name]} {text.strip()}"
        elif (match := _FIELD.fullmatch(text)) is not None:
            name = match[1].lower()
            if name in headers:
                repeated.add(name)
                others.append((name, match[2].strip()))
            headers.setdefault(name, match[2].strip())
        else:
            faults.append(f"has a line among its headers that is none: {text[:60]!r}")
    length = headers.get("content-length", "")
    return Heading(
        version=first.decode("latin-1"),
        headers=headers,
        repeated=frozenset(repeated),
        faults=tuple(faults),
        length=int(length) if length.isascii() and length.isdigit() else None,
        others=tuple(others),
    )


def faults_of(heading: Heading, *, ours: bool) -> Iterator[tuple[str, str]]:
    """Kind and words for what is wrong with the headers. Of our own files more is known than of others'."""
    yield from (("record", fault) for fault in heading.faults)
    if ours and heading.version == "WARC/1.0":
        yield "record", "is of WARC 1.0, not 1.1"
    names = heading.headers
    for name in sorted(heading.repeated & _ONCE):
        yield "record", f"has several headers {name}"
    for name in _ALWAYS:
        if name not in names:
            yield "record", f"has no {name}"
    kind = heading.get("warc-type") or ""
    yield from (("record", fault) for fault in _value_faults(heading, kind, ours=ours))
    if not ours:
        return
    if "warc-block-digest" not in names:
        yield "digest", "has no block digest"
    if kind in _WITH_PAYLOAD_DIGEST and "warc-payload-digest" not in names:
        yield "digest", "has no payload digest"
    if kind != "warcinfo" and "warc-warcinfo-id" not in names:
        yield "record", "does not name its warcinfo record"


def _value_faults(heading: Heading, kind: str, *, ours: bool) -> Iterator[str]:
    record_id, date, length = (
        heading.get("warc-record-id"),
        heading.get("warc-date"),
        heading.get("content-length"),
    )
    if kind and kind not in _TYPES:
        yield f"is of an unknown type: {kind[:40]!r}"
    if record_id is not None and not (_UUID if ours else _URI).fullmatch(record_id):
        yield f"has an id that is none: {record_id[:60]!r}"
    if date is not None and not is_date(date, ours=ours):
        yield f"has a date that is none: {date[:40]!r}"
    created = heading.get("warc-creation-date")
    if created is not None and ours and not is_date(created, ours=True):
        yield f"has a date of creation that is none: {created[:40]!r}"
    if length is not None and heading.length is None:
        yield f"has a length that is none: {length[:40]!r}"
    if kind in _WITH_TARGET and not heading.target_uri:
        yield "has no address (WARC-Target-URI)"
    if kind == "revisit" and heading.get("warc-profile") is None:
        yield "is a revisit without a profile"
    if heading.length and heading.get("content-type") is None and ours:
        yield "does not say what it holds (Content-Type)"


def is_date(text: str, *, ours: bool = False) -> bool:
    """Whether this is a moment that there was, written as W3CDTF; our own to the microsecond.

    >>> is_date("2019-02-29T10:00:00Z"), is_date("2020-02-29T10:00:00Z")
    (False, True)
    """
    match = _DATE.fullmatch(text)
    if match is None or (ours and not _OWN_DATE.fullmatch(text)):
        return False
    year, month, day, minute, second = match.groups()
    try:
        datetime.fromisoformat(
            f"{year}-{month or '01'}-{day or '01'}T{minute or '00:00'}:{second or '00'}+00:00"
        )
    except ValueError:
        return False
    return True
