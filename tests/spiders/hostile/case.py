"""One odd answer: what the server sends, and what a faithful record of it holds."""

from collections.abc import Callable
from dataclasses import dataclass

_LINE = b"The ledger lay open at the tide tables; nobody had turned a page since the flood.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An answer, and what is true of it. `then` is what the server does next: see `server.py`."""

    path: str
    pieces: tuple[bytes, ...] = ()  # written one by one
    then: str = "stay"
    group: str = "crowd"  # requests that may share connections; those of a "chain" come one after another
    method: str = "GET"
    status: int | None = 200  # None: there is no whole head
    version: str = "http/1.1"
    interim: bytes = b""  # of what is sent: before the final head
    excess: bytes = b""  # of what is sent: after the end of the message
    entity: bytes | Callable[[bytes], bytes] = b""  # without chunk framing; or made from the body as kept
    seen: bytes | None = None  # what the spider gets; None: the entity
    truncated: str | None = None
    reason: str | None = None  # of the failure
    is_prefix: bool = False  # we hang up in the middle of it: what is kept is the beginning of what was sent

    @property
    def error(self) -> str | None:
        """What the spider is told of a failure."""
        return None if self.reason is None else _ERRORS[self.reason]


_ERRORS = {
    "timeout": "DownloadTimeoutError",
    "disconnect": "ResponseDataLossError",
    "too-large": "DownloadCancelledError",
    "malformed": "DownloadFailedError",
}


def head(*lines: bytes, first: bytes = b"HTTP/1.1 200 OK", end: bytes = b"\r\n") -> bytes:
    """A status line and fields."""
    return end.join([first, *lines, b"", b""])


def text(path: str) -> bytes:
    """A body that no other answer has: the second of two would be kept as a revisit."""
    return _LINE * 2 + b"%-80s\n" % path.encode("ascii") + _LINE


def sized(
    path: str, *lines: bytes, body: bytes | None = None, first: bytes = b"HTTP/1.1 200 OK", **more
) -> Case:
    """An answer with a true Content-Length, and more lines before it."""
    body = text(path) if body is None else body
    raw = head(*lines, b"Content-Length: %d" % len(body), first=first)
    return Case(path=path, **{"pieces": (raw + body,), "entity": body, **more})


def chunked(path: str, frame: Callable[[bytes], bytes], *lines: bytes, **more) -> Case:
    """An answer whose body is framed in chunks by a function."""
    lines = (*lines, b"Transfer-Encoding: chunked") if b"oding: " not in b"".join(lines).lower() else lines
    entity = text(path)
    return Case(path=path, pieces=(head(*lines) + frame(entity),), **{"entity": entity, **more})


def chunks(data: bytes, size: int) -> bytes:
    """Chunk framing, with its end."""
    cut = [data[start : start + size] for start in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in [*cut, b""])
