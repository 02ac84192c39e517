"""What hosts say, as bytes; and pages that are known again by ETag or Last-Modified, or are not."""

from email.utils import formatdate
from hashlib import sha256

from tests.whole.simulated.hosts import Request


def said(
    body: str | bytes = "",
    status: int = 200,
    *headers: tuple[str, str],
    kind: str = "text/html; charset=utf-8",
) -> bytes:
    """An answer."""
    data = body if isinstance(body, bytes) else body.encode()
    fields = (("Content-Type", kind), *headers, ("Content-Length", str(len(data))))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return f"HTTP/1.1 {status} So\r\n{head}\r\n".encode() + data


def page(
    request: Request,
    body: str,
    *,
    known_by: str = "etag",
    changed: float = 1.5e9,
    kind: str = "text/html; charset=utf-8",
) -> bytes:
    """A page, or 304 to whoever has it: by its `etag`, the `date` of its last change, or `nothing`."""
    if known_by == "etag":
        tag = f'"{sha256(body.encode()).hexdigest()[:16]}"'
        if request.headers.get("if-none-match") == tag:
            return b"HTTP/1.1 304 Not Modified\r\nETag: " + tag.encode() + b"\r\n\r\n"
        return said(body, 200, ("ETag", tag), kind=kind)
    if known_by == "date":
        date = formatdate(changed, usegmt=True)
        if request.headers.get("if-modified-since") == date:
            return b"HTTP/1.1 304 Not Modified\r\n\r\n"
        return said(body, 200, ("Last-Modified", date), kind=kind)
    return said(body, kind=kind)
