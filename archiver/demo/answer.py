"""What a web server of the demo says, and to which request."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import parse_qsl

_TYPES = {
    ".css": "text/css",
    ".htm": "text/html",
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff": "font/woff",
}
# WordPress answers these with another page; it ignores all others (utm_source, share, replytocom, ver).
_ROUTING = frozenset(["cat", "feed", "m", "p", "page_id", "paged", "s"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to GET: status, the headers that differ from page to page, and the body."""

    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    modified: datetime | None = None
    location: str | None = None

    @property
    def etag(self) -> str:
        """A strong validator: the same for the same bytes (RFC 9110, 8.8.3)."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that one host serves."""

    base: str  # ends in a slash
    answers: Mapping[str, Answer]  # by path and query, from the slash on
    missing: Answer  # to everything else

    def answer(self, target: str) -> Answer:
        """What the host says to a request target (path and query)."""
        path, _, query = target.partition("?")
        if target in self.answers:
            return self.answers[target]
        if any(name in _ROUTING for name, _ in parse_qsl(query, keep_blank_values=True)):
            return self.missing
        if path in self.answers:
            return self.answers[path]
        if f"{path}/" in self.answers:
            return redirect(self.base + path.removeprefix("/") + "/")
        return self.missing


def redirect(url: str) -> Answer:
    """A permanent redirect."""
    return Answer(status=301, location=url)


def content_type(name: str) -> str:
    """The media type of a file, by its name."""
    return _TYPES[PurePosixPath(name).suffix]
