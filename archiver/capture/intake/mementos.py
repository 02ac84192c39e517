"""Answers of web archives that others captured: the bytes that an archive had of a page, told as what they are.

`https://web.archive.example/web/20130504030201id_/http://blog.example/` with a Memento-Datetime (RFC 7089, 2.1.1) holds what
`http://blog.example/` said then. Such a record gets that address and that moment, and the archive's as its source:
so our own crawl writes what it fetches from web archives.
"""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from archiver.capture.exchange import warc_date
from archiver.capture.head import Head as Answer
from archiver.capture.intake.heads import Head, set_header
from archiver.capture.verifying.heading import parse_heading

# `id_` are the bytes as they came; of pictures also those of `im_` (pywb and the Wayback Machine leave these alone).
_RAW = re.compile(r"https?://[^/?#\s]{1,255}(?:/[^/?#\s]{1,80}){0,4}/\d{4,14}(id|im)_/([^\s]{1,8000})")
_SCHEME = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)
_FIRST_WEB = datetime(1990, 1, 1, tzinfo=UTC)  # nothing was captured before
_WELL = 200
_END = b"\r\n\r\n"
SAID = "was the answer of a web archive"


def as_captured(head: Head, answer: Answer | None) -> Head | None:
    """The head of a record with the address and the moment of what a web archive captured; None where it is none."""
    heading = head.heading
    if answer is None or answer.status != _WELL or heading.get("warc-type") != "response":
        return None
    where, came = heading.target_uri or "", heading.get("warc-date") or ""
    original = _original(where, _first(answer, b"content-type"))
    date = _moment(_first(answer, b"memento-datetime"))
    if original is None or date is None or date < _FIRST_WEB or warc_date(date)[:19] > came[:19]:
        return None
    raw = head.raw
    for name, value in (
        ("WARC-Target-URI", original),
        ("WARC-Date", date.strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("WARC-Source-URI", where),
        ("WARC-Creation-Date", came),
    ):
        raw = set_header(raw, name, value)
    return Head(raw=raw, heading=parse_heading(raw[: -len(_END)]), said=(*head.said, SAID))


def _original(where: str, content_type: str) -> str | None:
    found = _RAW.fullmatch(where)
    if found is None or (found[1] == "im" and not content_type.lower().startswith("image/")):
        return None
    scheme = _SCHEME.match(found[2])
    # A proxy may have made one slash of two, and an archive takes addresses without a scheme.
    return f"http://{found[2]}" if scheme is None else f"{scheme[1]}://{found[2][scheme.end() :]}"


def _first(answer: Answer, name: bytes) -> str:
    return next(iter(answer.values(name)), b"").decode("latin-1").strip()


def _moment(text: str) -> datetime | None:
    """A date as HTTP has it (RFC 9110, 5.6.7)."""
    try:
        moment = parsedate_to_datetime(text[:60])
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
