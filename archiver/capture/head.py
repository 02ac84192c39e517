"""The head of an HTTP/1.x message: start line and fields, read as leniently as browsers do."""

import re
from dataclasses import dataclass

_STATUS_LINE = re.compile(rb"HTTP/(\d{1,3})(?:\.(\d{1,3}))?[ \t]+(\d{3})(?:[ \t]+(.*))?$")
_LENGTH = re.compile(rb"\d{1,18}")
_TOKENS = re.compile(rb"[^\s,;]+")
_MAX_LINES = 10_000  # reading them must not hold up all others
_OBSOLETE_FOLDING = (b" ", b"\t")  # RFC 9112, 5.2


class FramingError(Exception):
    """The bytes are no HTTP message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A response's status line and fields, bytes as received."""

    version: tuple[int, int]
    status: int
    reason: bytes
    fields: tuple[tuple[bytes, bytes], ...]

    def values(self, name: bytes) -> list[bytes]:
        """All values of a field, in order; `name` in lower case."""
        return [value for key, value in self.fields if key.lower() == name]

    @property
    def keeps_alive(self) -> bool:
        """Whether the server means to answer again on this connection (RFC 9112, 9.3)."""
        options = b",".join(self.values(b"connection")).lower()
        return b"close" not in options if self.version >= (1, 1) else b"keep-alive" in options

    def body_mode(self, method: str) -> tuple[str, int]:
        """How the body ends (RFC 9112, 6.3): none, length (with its number of bytes), chunked or close."""
        if method == "HEAD" or self.status in {204, 304}:
            return "none", 0
        codings = [
            token.lower() for value in self.values(b"transfer-encoding") for token in _TOKENS.findall(value)
        ]
        # No coding at all (RFC 2616, 3.6): old servers say so, and browsers go by the length then.
        codings = [coding for coding in codings if coding != b"identity"]
        if codings:
            return ("chunked" if codings[-1] == b"chunked" else "close"), 0
        lengths = {part.strip() for value in self.values(b"content-length") for part in value.split(b",")}
        if len(lengths) == 1 and _LENGTH.fullmatch(length := lengths.pop()):
            return "length", int(length)
        return "close", 0

    @property
    def contradicts_itself(self) -> bool:
        """Both Transfer-Encoding and Content-Length: the connection must not be used again (RFC 9112, 6.1)."""
        return bool(self.values(b"transfer-encoding") and self.values(b"content-length"))


def parse_head(raw: bytes) -> Head:
    """Read the bytes before the empty line; lines that are no field are left out.

    Raises:
        FramingError: there is no status line, or there are absurdly many lines.
    """
    if raw.count(b"\n") > _MAX_LINES:
        raise FramingError(f"the head has over {_MAX_LINES} lines")
    lines = raw.replace(b"\r\n", b"\n").split(b"\n")
    match = _STATUS_LINE.match(lines[0])
    if match is None:
        raise FramingError(f"bad status line {lines[0][:80]!r}")
    fields: list[tuple[bytes, list[bytes]]] = []  # a value and the lines that it is folded into
    for line in lines[1:]:
        if line[:1] in _OBSOLETE_FOLDING and fields:
            fields[-1][1].append(line.strip(b" \t\r"))
            continue
        name, separator, value = line.partition(b":")
        if separator and name.strip():
            fields.append((name.strip(), [value.strip(b" \t\r")]))
    return Head(
        version=(int(match[1]), int(match[2] or 0)),
        status=int(match[3]),
        reason=match[4] or b"",
        fields=tuple((name, b" ".join(parts)) for name, parts in fields),
    )
