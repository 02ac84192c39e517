"""What a zip archive holds, by the names of its members (APPNOTE.TXT 6.3, 4.3); nothing is unpacked."""

import struct
from collections.abc import Iterator
from itertools import islice

_END = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
_MEMBER = b"PK\x03\x04"
_MOST = 2_000  # names; what an archive is shows by fewer
_LONGEST_COMMENT = 65_535


def member_names(body: bytes) -> tuple[str, ...]:
    r"""The names in the directory at the archive's end; of a torn archive those of its members as far as they show.

    >>> member_names(b"PK\x03\x04" + bytes(22) + b"\x05\x00\x00\x00a.txt")
    ('a.txt',)
    """
    return tuple(islice(_listed(body), _MOST)) or tuple(islice(_found(body), _MOST))


def first_member(body: bytes) -> tuple[str, bytes]:
    """The name of the first member, and what follows it, where it is stored as it is: books and OpenDocument say there what they are."""
    if len(body) < 30 or not body.startswith(_MEMBER):  # noqa: PLR2004 -- a local file header
        return "", b""
    method, size, name_length, extra = struct.unpack_from("<8xH8xI4xHH", body)
    end = 30 + name_length
    start = end + extra
    return body[30:end].decode("utf-8", "replace"), body[
        start : start + min(size, 200)
    ] if method == 0 else b""


def _listed(body: bytes) -> Iterator[str]:
    end = body.rfind(_END, max(0, len(body) - _LONGEST_COMMENT - 22))
    if end < 0 or len(body) < end + 22:
        return
    size, offset = struct.unpack_from("<12xII", body, end)
    at = (
        offset if body.startswith(_ENTRY, offset) else max(0, end - size)
    )  # something may stand before the archive
    while body.startswith(_ENTRY, at) and len(body) >= at + 46:
        name, extra, comment = struct.unpack_from("<28xHHH", body, at)
        yield body[at + 46 : at + 46 + name].decode("utf-8", "replace")
        at += 46 + name + extra + comment


def _found(body: bytes) -> Iterator[str]:
    at = body.find(_MEMBER)
    while at >= 0 and len(body) >= at + 30:
        length = struct.unpack_from("<26xH", body, at)[0]
        yield body[at + 30 : at + 30 + length].decode("utf-8", "replace")
        at = body.find(_MEMBER, at + 4)
