"""ARC, the Internet Archive's format before WARC (1996): a line, so many bytes, a line end. Each becomes a WARC record.

`http://blog.example/ 192.0.2.7 20010203040506 text/html 1234`; in its second version more stands between type and length.
"""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

from archiver.capture.head import FramingError, parse_head
from archiver.capture.intake.cut import Cut
from archiver.capture.intake.cutting import cut_all, damaged
from archiver.capture.intake.dates import warc_date_of
from archiver.capture.intake.stream import Stream
from archiver.capture.record import HTTP_RESPONSE
from archiver.capture.spool import Spool

BEGINNINGS = (b"filedesc:", b"http://", b"https://", b"dns:", b"ftp://")
MARK = b"http"
_FEWEST = 5  # words of a line
_NO_IP = frozenset(["-", "0", "unknown"])
_ADDRESS = re.compile(rb"[A-Za-z][A-Za-z0-9+.-]{1,15}:")  # how a line begins
_LINE = re.compile(rb"\n(?=[A-Za-z][A-Za-z0-9+.-]{1,15}:)")  # and what comes before it
_LONGEST_SCHEME = 17  # bytes, with its colon
_LONGEST_LINE = 8192  # bytes
_SEARCHED = 64 << 20  # bytes of a block in which further records are looked for, where its length is wrong
_LONGEST_HEAD = 64 << 10  # bytes; of an answer
_SPACE = uuid.UUID("c0a5e9f2-4d0b-5c1e-9d4e-3c5b1f7a2e10")  # of the ids that are made here
SAID = "was an ARC record"


def cut_arc(stream: Stream, folder: Path) -> Iterator[Cut]:
    """All records as WARC records, and what is none, in their order."""
    return cut_all(stream, folder, _cut)


def _cut(stream: Stream, block: Spool) -> Cut:
    offset = stream.offset
    line = stream.through(b"\n") if _ADDRESS.match(stream.peek(_LONGEST_SCHEME)) else None
    told = None if line is None else _words(line)
    if told is None:
        block.append(line or b"")
        stream.copy_to_next(block)
        if stream.damage is not None and stream.is_empty():
            return damaged(stream, block)
        return Cut(offset=offset, head=b"", block=block, problem="bytes that are no ARC record")
    url, ip, date, kind, length = told
    stream.copy(length, block)
    if stream.damage is not None and stream.is_empty():
        return damaged(stream, block, line or b"")
    is_right = len(block) == length and _is_followed(stream, block)
    if not is_right:
        _mend_length(stream, block)
    stream.member_end()  # reads the checksum
    cut = Cut(offset=offset, head=_head(url, ip, date, kind, block), block=block, said=(SAID,))
    if not is_right and len(block) != length:
        if _is_whole(block):
            cut.said = (SAID, "had another length than its line says")
        elif len(block) < length:
            cut.missing = length - len(block)
            cut.problem = f"{cut.missing} bytes shorter than its line says"
        else:
            cut.problem = f"{len(block) - length} bytes follow where its line says that it ends"
    return cut


def _is_followed(stream: Stream, block: Spool) -> bool:
    """Whether another record stands next, or nothing; none whose line has begun in the block."""
    following = stream.peek(_LONGEST_LINE)
    _, end, begun = block.ending(_LONGEST_LINE).rpartition(b"\n")
    if end and begun and (begun + following).startswith(BEGINNINGS):
        return False
    following = following.lstrip(b"\r\n")
    return not following or _words(following.partition(b"\n")[0]) is not None


def _mend_length(stream: Stream, block: Spool) -> None:
    """Where a length was too long, what it took of further records is given back; where too short, the rest is taken."""
    if len(block) <= _SEARCHED:
        length = len(block)
        data = b"".join(block.pieces()) + stream.peek(_LONGEST_LINE)  # of a line some may be in the block
        for match in _LINE.finditer(data, 0, min(length + _LONGEST_SCHEME, len(data))):
            if match.start() >= length:
                break
            end = data.find(b"\n", match.end(), match.end() + _LONGEST_LINE)
            if end >= 0 and _words(data[match.end() : end]) is not None:
                stream.put_back(data[match.end() : length])
                block.cut(match.start())
                return
    while not _is_followed(stream, block):
        stream.copy_to_next(block)
    while block.ending(1) in {b"\r", b"\n"} and not _is_whole(block):
        block.cut(len(block) - 1)


def _is_whole(block: Spool) -> bool:
    """Whether the answer in a block tells of so many bytes as there are."""
    head, end, _ = block.beginning(_LONGEST_HEAD).partition(b"\r\n\r\n")
    try:
        mode, length = parse_head(head).body_mode("GET") if end else ("", 0)
    except FramingError:
        return False
    return mode == "length" and len(head) + len(end) + length == len(block)


def _words(line: bytes) -> tuple[str, str, str, str, int] | None:
    """Address, IP address, date, type and length; None where the line is no record's."""
    words = line.decode("utf-8", "replace").split()
    if len(words) < _FEWEST or not (words[-1].isascii() and words[-1].isdigit() and len(words[-1]) < 16):  # noqa: PLR2004
        return None
    for n in range(2, len(words) - 2):  # an address may hold spaces
        date = warc_date_of(words[n])
        if words[n].isdigit() and date is not None and _is_ip(words[n - 1]):
            return "%20".join(words[: n - 1]), words[n - 1], date, words[n + 1], int(words[-1])
    return None


def _is_ip(word: str) -> bool:
    return "." in word or ":" in word or word in _NO_IP


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
        *([f"WARC-IP-Address: {ip}"] if is_http and ip not in {"0.0.0.0", *_NO_IP} else []),  # noqa: S104  # says that it is unknown
        # `no-type`, `unknown`, `-`: whoever reads it has to look.
        *([f"Content-Type: {HTTP_RESPONSE if is_http else kind}"] if is_http or "/" in kind else []),
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join([*lines, "", ""]).encode()
