"""ARC, the Internet Archive's format before WARC (1996): a line, so many bytes, a line end. Each becomes a WARC record.

`http://blog.example/ 192.0.2.7 20010203040506 text/html 1234`; in its second version more stands between type and length.
"""

import uuid
from collections.abc import Iterator
from pathlib import Path

from archiver.capture.intake.cut import Cut
from archiver.capture.intake.cutting import cut_all, damaged
from archiver.capture.intake.dates import warc_date_of
from archiver.capture.intake.stream import Stream
from archiver.capture.record import HTTP_RESPONSE
from archiver.capture.spool import Spool

BEGINNINGS = (b"filedesc:", b"http://", b"https://", b"dns:", b"ftp://")
MARK = b"http"
_FEWEST = 5  # words of a line
_SPACE = uuid.UUID("c0a5e9f2-4d0b-5c1e-9d4e-3c5b1f7a2e10")  # of the ids that are made here
SAID = "was an ARC record"


def cut_arc(stream: Stream, folder: Path) -> Iterator[Cut]:
    """All records as WARC records, and what is none, in their order."""
    return cut_all(stream, folder, _cut)


def _cut(stream: Stream, block: Spool) -> Cut:
    offset = stream.offset
    line = stream.through(b"\n") if stream.peek(9).startswith(BEGINNINGS) else None
    told = None if line is None else _words(line)
    if told is None:
        block.append(line or b"")
        stream.copy_to_next(block)
        if stream.damage is not None and stream.is_empty():
            return damaged(stream, block)
        return Cut(offset=offset, head=b"", block=block, problem="bytes that are no ARC record")
    url, ip, date, kind, length = told
    missing = length - stream.copy(length, block)
    if stream.damage is not None and stream.is_empty():
        return damaged(stream, block, line or b"")
    stream.member_end()  # reads the checksum
    head = _head(url, ip, date, kind, block)
    cut = Cut(offset=offset, head=head, block=block, missing=missing, said=(SAID,))
    if missing:
        cut.problem = f"{missing} bytes shorter than its line says"
    return cut


def _words(line: bytes) -> tuple[str, str, str, str, int] | None:
    """Address, IP address, date, type and length; None where the line is no record's."""
    words = line.decode("utf-8", "replace").split()
    if len(words) < _FEWEST or not (words[-1].isascii() and words[-1].isdigit() and len(words[-1]) < 16):  # noqa: PLR2004
        return None
    for n in range(2, len(words) - 2):  # an address may hold spaces
        date = warc_date_of(words[n])
        if words[n].isdigit() and date is not None and ("." in words[n - 1] or ":" in words[n - 1]):
            return "%20".join(words[: n - 1]), words[n - 1], date, words[n + 1], int(words[-1])
    return None


def _head(url: str, ip: str, date: str, kind: str, block: Spool) -> bytes:
    """The head of the WARC record. Its id follows from what it holds: the same record of another file has the same."""
    is_http = url.startswith(("http://", "https://")) and block.beginning(5) == b"HTTP/"
    what = "metadata" if url.startswith("filedesc:") else "response" if is_http else "resource"
    record_id = uuid.uuid5(_SPACE, f"{what} {url} {date} {len(block)}")
    lines = [
        "WARC/1.0",
        f"WARC-Type: {what}",
        f"WARC-Record-ID: <urn:uuid:{record_id}>",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {date}",
        *([f"WARC-IP-Address: {ip}"] if is_http and ip != "0.0.0.0" else []),  # noqa: S104  # says that it is unknown
        f"Content-Type: {HTTP_RESPONSE if is_http else kind}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join([*lines, "", ""]).encode()
