"""A part of a capture on its way: whole, in ranges (RFC 9110, 14), or not at all where the browser has it; long ones piece by piece."""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from datasette.utils.asgi import Response

from archiver.capture.spool import PIECE, Spool

_RANGE = re.compile(
    r"\s*bytes\s*=\s*(?:(\d{1,18})\s*-\s*(\d{1,18})?|-\s*(\d{1,18}))\s*", re.ASCII | re.IGNORECASE
)


class Body(Protocol):
    """Bytes of which any may be asked for."""

    def __len__(self) -> int:
        """How many there are."""

    def part(self, start: int, length: int) -> bytes:
        """Some of them."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Bytes in memory."""

    body: bytes

    def __len__(self) -> int:
        """How many there are."""
        return len(self.body)

    def part(self, start: int, length: int) -> bytes:
        """Some of them."""
        return self.body[start : start + length]


@dataclass(frozen=True, slots=True)
class Slice:
    """Bytes of a file."""

    path: Path
    offset: int
    length: int

    def __len__(self) -> int:
        """How many there are."""
        return self.length

    def part(self, start: int, length: int) -> bytes:
        """Some of them."""
        with self.path.open("rb") as file:
            file.seek(self.offset + start)
            return file.read(max(0, min(length, self.length - start)))


@dataclass(frozen=True, slots=True)
class Spooled:
    """Bytes that were unpacked to a file; several may ask for them at once."""

    spool: Spool
    lock: Lock = field(default_factory=Lock)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.spool)

    def part(self, start: int, length: int) -> bytes:
        """Some of them."""
        with self.lock:
            return self.spool.part(start, length)


@dataclass(frozen=True, slots=True)
class Made:
    """A part as it is sent."""

    body: Body
    content_type: str
    headers: Mapping[str, str]


class Sent(Response):  # type: ignore[misc]  # Datasette has no types
    """What of a part is sent to who asks."""

    def __init__(self, made: Made, asked: Callable[[str], str | None], headers: Mapping[str, str]) -> None:
        all_of_it = range(len(made.body))
        found = _wanted(asked, headers["ETag"], len(all_of_it))
        status = 200 if found is None else 206 if found else 416
        given = {**made.headers, **headers, "Accept-Ranges": "bytes"}
        if found is not None:
            said = f"{found.start}-{found.stop - 1}" if found else "*"
            given["Content-Range"] = f"bytes {said}/{len(all_of_it)}"
        self._body, self._range = made.body, all_of_it if found is None else found
        given["Content-Length"] = str(len(self._range))
        super().__init__(b"", status=status, headers=given, content_type=made.content_type)

    async def asgi_send(self, send: Any) -> None:
        """Send it; no more of it than a piece is in memory for this."""
        headers = {**self.headers, "Content-Type": self.content_type}
        raw = [[name.lower().encode("latin-1"), value.encode("latin-1")] for name, value in headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": raw})
        at, end = self._range.start, self._range.stop
        while at < end:
            length = min(PIECE, end - at)
            piece = (
                self._body.part(at, length)
                if isinstance(self._body, Whole)
                else await asyncio.to_thread(self._body.part, at, length)
            )
            if not piece:
                break  # the file has become shorter
            at += len(piece)
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


class Unchanged(Response):  # type: ignore[misc]  # Datasette has no types
    """That what a browser has is still right. It says nothing of a type: a browser might believe it."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__(b"", status=304, headers={**headers, "Cache-Control": "private, no-cache"})

    async def asgi_send(self, send: Any) -> None:
        """Send it."""
        raw = [
            [name.lower().encode("latin-1"), value.encode("latin-1")] for name, value in self.headers.items()
        ]
        await send({"type": "http.response.start", "status": self.status, "headers": raw})
        await send({"type": "http.response.body", "body": b""})


def is_known(asked: Callable[[str], str | None], etag: str) -> bool:
    """Whether who asks has it already (RFC 9110, 13.1.2)."""
    said = asked("if-none-match")
    return said is not None and (
        said.strip() == "*" or etag in {each.strip().removeprefix("W/") for each in said.split(",")}
    )


def _wanted(asked: Callable[[str], str | None], etag: str, length: int) -> range | None:
    """Which bytes are asked for: None for all, an empty range for some that are not there. Of several ranges none is given."""
    found = _RANGE.fullmatch(asked("range") or "")
    if found is None or (asked("if-range") or etag).strip() != etag:
        return None
    if found[3]:
        return range(max(0, length - int(found[3])), length if int(found[3]) else 0)
    start = int(found[1])
    stop = min(int(found[2]) + 1, length) if found[2] else length
    if found[2] and int(found[2]) < start:
        return None
    return range(start, stop) if start < stop else range(0)
