"""pywb's index, and that of Arquivo.pt: a JSON object a line, or before it the key and the moment (CDXJ).

    {"urlkey": "example,a)/b", "timestamp": "20140303120000", "url": "http://a.example/b", "status": "200", "digest": "AAAA…"}
    example,a)/b 20140303120000 {"url": "http://a.example/b", "mime": "text/html", "status": "200"}

One that has nothing answers with no line, or with status 404 and an object that says so.
"""

import json
from typing import Any

from archiver.discover.mementos.asking import moment
from archiver.discover.mementos.listed import MOST, Listed, NoListError, memento
from archiver.models.memento import Archive

_LONGEST_ERROR = 4096  # bytes


def read(archive: Archive, url: str, body: bytes) -> Listed:
    """Read a list.

    Raises:
        NoListError: it is none.
    """
    found = []
    for line in body.splitlines()[:MOST]:
        if not line.strip():
            continue
        key, brace, rest = line.partition(b"{")
        cells = _object(brace + rest)
        if cells is None or "url" not in cells:
            raise NoListError("a line of it is no capture")
        timestamp = str(cells.get("timestamp") or (key.split() or [b""])[-1].decode("ascii", "replace"))
        one = memento(
            archive,
            url,
            original=str(cells["url"]),
            date=moment(timestamp),
            status=cells.get("status"),
            digest=cells.get("digest"),
        )
        if one is not None:
            found.append(one)
    return Listed(mementos=tuple(found))


def says_none(body: bytes) -> bool:
    """Whether an answer with status 404 is pywb's way to say that it has nothing, and not a page that is not there."""
    return len(body) <= _LONGEST_ERROR and _object(body) is not None


def _object(text: bytes) -> dict[str, Any] | None:
    try:
        cells = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return cells if isinstance(cells, dict) else None
