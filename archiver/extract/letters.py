"""A letter as mail programs keep it (RFC 5322, MIME): its head, and the part that a reader sees.

The library's own parser is not asked for the parts: it compares every line with every boundary that is open.
"""

import base64
import quopri
import re
from collections.abc import Callable
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses

_HEAD = 65_536  # bytes
_MOST_PARTS = 200  # of one multipart
_DEEPEST = 5  # parts within parts
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")


def _base64(body: bytes) -> bytes:
    """What base64 stands for, as far as it goes: a letter that was cut ends anywhere."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
    whole = letters[: len(letters) - (len(letters) % 4 == 1)]
    return base64.b64decode(whole + b"=" * (-len(whole) % 4))


_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "quoted-printable": quopri.decodestring,
    "base64": _base64,
}


def split_letter(body: bytes) -> tuple[Message, bytes]:
    """The head of a letter, and what comes after it."""
    body = body.lstrip(b"\r\n")
    found = _END_OF_HEAD.search(body[:_HEAD])
    end = found.start() if found else len(body)
    return message_from_bytes(body[:end][:_HEAD] + b"\n\n"), body[found.end() if found else end :]


def readable_part(head: Message, body: bytes) -> tuple[str, bytes]:
    """The part to read, unpacked: its content type and its bytes. Plain text before HTML; empty where there is neither."""
    for _ in range(_DEEPEST):
        boundary = head.get_boundary()
        if head.get_content_maintype() != "multipart" or not boundary:
            break
        pieces = body.split(b"--" + boundary.encode("utf-8", "replace"), _MOST_PARTS)[1:]
        parts = [split_letter(piece) for piece in pieces if not piece.startswith(b"--")]
        wanted = sorted(parts, key=lambda part: _RANK.get(part[0].get_content_type(), len(_RANK)))
        if not wanted:
            return "", b""
        head, body = wanted[0]
    if head.get_content_maintype() != "text":
        return "", b""
    how = str(head.get("Content-Transfer-Encoding", "")).strip().lower()
    return str(head.get("Content-Type", "text/plain")), _DECODERS.get(how, bytes)(body)


_RANK = {
    kind: rank
    for rank, kind in enumerate(
        ["text/plain", "multipart/alternative", "multipart/mixed", "multipart/related", "text/html"]
    )
}


def words_of(head: Message, name: str) -> str:
    """A field of the head as people read it (RFC 2047)."""
    written = head.get(name, "")
    try:
        return str(make_header(decode_header(str(written))))
    except (MessageError, ValueError, LookupError):
        return str(written)


def writers(head: Message) -> tuple[str, ...]:
    """The names of those who wrote it; an address is none."""
    return tuple(name for name, _ in getaddresses([words_of(head, "From")[:2_000]]) if name)
