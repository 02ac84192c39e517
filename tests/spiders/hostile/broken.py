"""Answers that never come to their end, or are none."""

from tests.spiders.hostile.case import Case, chunked, chunks, head, text

LIMIT = 4  # MiB of a body that are kept
_OVER = (LIMIT + 2) << 20
_PIECE = b"and the tide came in again " * 2427  # 64 KiB
_CHUNK = b"%x\r\n%s\r\n" % (len(_PIECE), _PIECE)
_ENDLESS = b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000
_HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"


def _flood(path: str, *lines: bytes, then: str = "close", **more) -> Case:
    pieces = (head(*lines), *[_PIECE] * (_OVER // len(_PIECE)))
    how = {"truncated": "length", "reason": "too-large", "is_prefix": True, "entity": _itself}
    return Case(path=path, **{"pieces": pieces, "then": then, **how, **more})


def _itself(body: bytes) -> bytes:
    return body


def _without_framing(body: bytes) -> bytes:
    """The content of chunks that are all alike, of which the last may have come in part."""
    start = _CHUNK.index(b"\n") + 1
    cut = [body[n : n + len(_CHUNK)] for n in range(0, len(body), len(_CHUNK))]
    return b"".join(chunk[start : start + len(_PIECE)] for chunk in cut)


def _no_head(path: str, raw: bytes, reason: str, **more) -> Case:
    return Case(path=path, pieces=(raw,) if raw else (), status=None, reason=reason, **more)


def _short(path: str, **more) -> Case:
    return Case(path=path, pieces=(head(b"Content-Length: 999") + text(path),), entity=text(path), **more)


def _cut(path: str, length: int, **more) -> Case:
    """Chunks of 100 bytes that come to so many bytes of framing and content."""
    return chunked(path, lambda data: chunks(data, 100)[:length], **more)


_CUT = {"truncated": "disconnect", "reason": "disconnect", "then": "close"}
_BAD = {"truncated": "unspecified", "reason": "malformed", "then": "hang", "group": "alone"}
_LATE = {"truncated": "time", "reason": "timeout", "then": "hang", "group": "alone"}
_SILENT = {"then": "hang", "group": "alone"}
BROKEN = [
    # The connection ends before the answer does.
    _short("/length-too-long", **_CUT),
    _short("/reset", **_CUT | {"then": "reset"}),
    _cut("/chunk-cut", 150, entity=text("/chunk-cut")[:140], **_CUT),
    _cut("/chunk-without-end", -len(b"0\r\n\r\n"), **_CUT),
    _cut("/chunk-size-cut", -len(b"\r\n\r\n"), **_CUT),
    chunked("/trailer-cut", lambda data: chunks(data, 100)[:-2] + b"X-Dig", **_CUT),
    _no_head("/reset-at-once", b"", "disconnect", then="reset"),
    _no_head("/closed-at-once", b"", "disconnect", then="close"),
    _no_head("/half-head", b"HTTP/1.1 200 OK\r\nContent-Le", "disconnect", then="close"),
    _no_head("/hints-only", _HINTS, "disconnect", then="close"),
    # The server falls silent.
    _no_head("/silent", b"", "timeout", **_SILENT),
    _no_head("/hang-in-head", b"HTTP/1.1 200 OK\r\nX: ", "timeout", **_SILENT),
    _no_head("/hang-after-hints", _HINTS, "timeout", **_SILENT),
    _short("/hang-in-body", **_LATE),
    _cut("/hang-in-chunk", -len(b"0\r\n\r\n"), **_LATE),
    # What comes is not HTTP.
    chunked("/chunk-bad", lambda data: chunks(data, 100)[:-5] + b"zz\r\n", **_BAD),
    chunked("/chunk-overrun", lambda data: b"5\r\n" + data, entity=text("")[:5], **_BAD),
    chunked("/chunk-huge-size", lambda data: b"1" * 17 + b"\r\n" + data, entity=b"", **_BAD),
    chunked("/chunk-endless-line", lambda data: b"5;" + b"x" * 9000 + data, entity=b"", **_BAD),
    _no_head("/another-protocol", b"SSH-2.0-OpenSSH_9.2\r\n", "malformed", **_SILENT),
    _no_head("/no-head-at-all", b"<html><p>Low water", "malformed", **_SILENT),
    _no_head("/bad-status", b"HTTP/1.1 OK\r\n\r\n", "malformed", **_SILENT),
    _no_head("/endless-head", _ENDLESS, "malformed", then="repeat", is_prefix=True),
    # It is more than we want.
    _flood("/over-length", b"Content-Length: %d" % _OVER),
    _flood("/over-close"),
    _flood("/endless", then="repeat"),
    Case(
        path="/endless-chunks",
        pieces=(head(b"Transfer-Encoding: chunked"), _CHUNK),
        then="repeat",
        truncated="length",
        reason="too-large",
        is_prefix=True,
        entity=_without_framing,
    ),
]
