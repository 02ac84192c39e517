"""Answers that come to their end, however odd they are."""

import gzip
import zlib
from collections.abc import Callable

import brotli
from backports import zstd

from tests.spiders.hostile.case import Case, chunked, chunks, head, sized, text

_LENGTH = len(text(""))
_N = b"Content-Length: %d" % _LENGTH
_HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
_GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n" * 40
_LARGE = b"".join(b"%07d ebb and flow\n" % n for n in range(170_000))  # 3 MB: beyond what stays in memory


def _raw(path: str, *lines: bytes, before: bytes = b"", after: bytes = b"", end: bytes = b"\r\n") -> Case:
    raw = before + head(*lines, end=end) + text(path) + after
    return Case(path=path, pieces=(raw,), entity=text(path), interim=before, excess=after)


def _until_close(path: str, *lines: bytes, first: bytes = b"HTTP/1.1 200 OK", **more) -> Case:
    pieces = (head(*lines, first=first) + text(path),)
    return Case(path=path, pieces=pieces, then="close", entity=text(path), **more)


def _bare(path: str, first: bytes, status: int, *lines: bytes) -> Case:
    return Case(path=path, pieces=(head(*lines, first=first),), status=status)


def _coded(path: str, coding: bytes, pack: Callable[[bytes], bytes]) -> Case:
    return sized(path, b"Content-Encoding: " + coding, body=pack(text(path)), seen=text(path))


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _deflate_raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


_HEADS = [
    sized("/plain", b"Content-Type: text/plain"),
    sized("/latin-1-value", b"X-Keeper: Zo\xeb \xb1 2"),
    sized("/utf-8-value", "X-Keeper: Zoë".encode()),
    sized("/folded", b"X-Log: first watch\r\n second watch\r\n\tdog watch"),
    sized("/repeated", b"set-cookie: a=1", b"X-A: 1", b"Set-Cookie: b=2", b"x-a: 2", b"SET-COOKIE: a=1"),
    _raw("/odd-case", _N.swapcase()),
    _raw("/space-before-colon", _N.replace(b":", b" :")),
    sized("/no-colon", b"this line is no field", b"\xff\xfe", b": no name"),
    sized("/no-space-after-colon", b"X-A:1", b"X-B:", b"X-C:   three  "),
    sized("/control-characters", b"X-Nul: a\0b", b"X-Bare: a\rb"),
    sized("/many-cookies", *(b"Set-Cookie: c%d=%s" % (n, b"x" * 80) for n in range(300))),
    sized("/long-line", b"X-Long: " + b"abcdefgh" * 2500),
    sized("/non-ascii-name", b"X-Gr\xfc\xdfe: hello", "Ключ: value".encode()),
    sized("/double-space", first=b"HTTP/1.1  200   OK"),
    sized("/no-reason", first=b"HTTP/1.1 200"),
    sized("/empty-reason", first=b"HTTP/1.1 200 "),
    sized("/latin-1-reason", first=b"HTTP/1.1 200 Tr\xe8s bien"),
    sized("/not-found", first=b"HTTP/1.1 404 Nobody Of That Name Here", status=404),
    sized("/unavailable", first=b"HTTP/1.1 503 Gone fishing :-)", status=503),
    sized("/odd-status", first=b"HTTP/1.1 999 Go Away", status=999),
    sized("/redirect", b"Location: /elsewhere", first=b"HTTP/1.1 302 Found", status=302),
    sized("/partial", b"Content-Range: bytes 0-9/99", first=b"HTTP/1.1 206 Partial Content", status=206),
    sized("/http-2", first=b"HTTP/2 200", version="http/2"),
    _until_close("/http-1.0", b"X-A: 1", first=b"HTTP/1.0 200 OK", version="http/1.0"),
    sized("/http-1.0-alive", b"Connection: keep-alive", first=b"HTTP/1.0 200 OK", version="http/1.0"),
    sized("/last-one", b"Connection: close", then="close"),
    _raw("/lf-only", _N, b"X-A: 1", end=b"\n"),
    _raw("/early-hints", _N, before=_HINTS),
    _raw("/continue", _N, before=_GO_ON),
    _until_close("/switching", b"Upgrade: tide/1", first=b"HTTP/1.1 101 Switching Protocols", status=101),
]
_BODIES = [
    sized("/empty", body=b""),
    sized("/dribble", pieces=tuple(bytes([byte]) for byte in head(_N, b"X-A: 1") + text("/dribble"))),
    sized("/large", body=_LARGE),
    _until_close("/until-close"),
    sized("/head", method="HEAD", pieces=(head(_N),), entity=b""),
    _bare("/no-content", b"HTTP/1.1 204 No Content", 204),
    _bare("/unasked-304", b"HTTP/1.1 304 Not Modified", 304, b'ETag: "a"'),
    _bare("/304-length", b"HTTP/1.1 304 Not Modified", 304, _N),
    _raw("/length-too-short", _N, after=b"and more\r\n"),
    sized("/length-twice", _N),
    _raw("/length-list", b"Content-Length: %d, %d" % (_LENGTH, _LENGTH)),
    _until_close("/length-conflict", b"Content-Length: 5", b"Content-Length: 900"),
    _until_close("/length-bad", b"Content-Length: many"),
    _until_close("/length-negative", b"Content-Length: -1"),
    _until_close("/length-plus", b"Content-Length: +5"),
    _until_close("/length-empty", b"Content-Length:"),
    _coded("/gzip", b"gzip", _gzip),
    _coded("/x-gzip", b"X-GZip", _gzip),
    _coded("/gzip-members", b"gzip", lambda data: _gzip(data[:50]) + _gzip(data[50:])),
    _coded("/deflate", b"deflate", zlib.compress),
    _coded("/deflate-raw", b"deflate", _deflate_raw),
    _coded("/br", b"br", brotli.compress),
    _coded("/zstd", b"zstd", zstd.compress),
    _coded("/lying-gzip", b"gzip", bytes),
    _coded("/unknown-coding", b"tide", bytes),
    _coded("/twice-coded", b"deflate, gzip", lambda data: _gzip(zlib.compress(data))),
]
_CHUNKS = [
    chunked("/chunked", lambda data: chunks(data, 100)),
    chunked("/chunk-bytes", lambda data: chunks(data, 1)),
    chunked("/chunk-extensions", lambda data: b'%X;name="a;b" \r\n%s\r\n0;last\r\n\r\n' % (len(data), data)),
    chunked("/chunk-zeros", lambda data: b"000000%x\r\n%s\r\n0000\r\n\r\n" % (len(data), data)),
    chunked("/chunk-padded", lambda data: b"%x   \r\n%s\r\n0  \r\n\r\n" % (len(data), data)),
    chunked("/chunk-lf", lambda data: b"%x\n%s\n0\n\n" % (len(data), data)),
    chunked("/chunk-trailers", lambda data: chunks(data, 90)[:-2] + b"X-Digest: abc\r\nExpires: 0\r\n\r\n"),
    chunked("/chunk-empty", lambda data: chunks(data[:0], 1)[:5], entity=b""),
    chunked("/chunked-capitals", lambda data: chunks(data, 100), b"TRANSFER-ENCODING: CHUNKED"),
    chunked("/chunked-title", lambda data: chunks(data, 100), b"transfer-encoding: Chunked"),
    chunked("/chunked-and-length", lambda data: chunks(data, 100), b"Content-Length: 7"),
    chunked("/chunked-excess", lambda data: chunks(data, 100) + b"HTTP/1.1", excess=b"HTTP/1.1"),
    chunked(
        "/chunked-gzip",
        lambda data: chunks(_gzip(data), 10),
        b"Content-Encoding: gzip",
        b"Transfer-Encoding: chunked",
        entity=_gzip(text("/chunked-gzip")),
        seen=text("/chunked-gzip"),
    ),
    # Chunked is not the last coding: its framing cannot be relied on (RFC 9112, 6.3).
    _until_close("/chunked-not-last", b"Transfer-Encoding: chunked, tide"),
]
# One after another: what a connection does after its answer must not harm the next.
_CHAIN = [
    sized("/chain/first", group="chain"),
    sized("/chain/stray", pieces=(head(_N) + text("/chain/stray") + b"\r\n\r\n",), excess=b"\r\n\r\n", group="chain"),
    sized("/chain/after-stray", group="chain"),
    sized("/chain/closes-when-idle", then="close", group="chain"),
    sized("/chain/after-idle", group="chain"),
    sized("/chain/closes-when-asked-again", then="close if used before", group="chain"),
    sized("/chain/after-dead", group="chain"),
]  # fmt: skip
WHOLE = [*_HEADS, *_BODIES, *_CHUNKS, *_CHAIN]
