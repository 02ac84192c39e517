"""Hosts that do not speak properly, or not at all."""

import gzip

from tests.whole.misbehaving.case import PATH, Answer, Case, article, html, moved

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_PAGE = article("The half book").encode()
_PACKED = gzip.compress(_PAGE)
_DOWN = "unreachable"


def _raw(name: str, raw: bytes, *, then: str = "close", outcomes: str = _DOWN) -> Case:
    return Case(name, outcomes, Answer(raw=raw, then=then))


CASES = (
    _raw("bad-chunks", _OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"),
    _raw("cut-chunks", _OK + b"Transfer-Encoding: chunked\r\n\r\nfff\r\n<p>and then"),
    _raw("short", _OK + b"Content-Length: %d\r\n\r\n" % (2 * len(_PAGE)) + _PAGE),
    _raw(
        "longer-than-said",
        _OK + b"Content-Length: %d\r\n\r\n" % len(_PAGE) + _PAGE + b"more",
        outcomes="archived",
    ),
    _raw("no-length", _OK + b"\r\n" + _PAGE, outcomes="archived"),
    _raw("empty-200", _OK + b"Content-Length: 0\r\n\r\n"),
    _raw("nothing", b""),
    _raw("silent", b"", then="wait"),
    _raw("half-a-head", b"HTTP/1.1 200 OK\r\nContent-Ty", then="wait"),
    _raw("another-protocol", b"SSH-2.0-OpenSSH_9.2\r\n"),
    _raw(
        "cut-gzip",
        _OK
        + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % (len(_PACKED) // 2)
        + _PACKED[: len(_PACKED) // 2],
    ),
    _raw(
        "no-gzip",
        _OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(_PAGE) + _PAGE,
        outcomes="archived",
    ),
    _raw(
        "bomb",
        _OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"<p>" + b"x" * 40_000_000),
        outcomes="too-large",
    ),
    _raw(
        "too-large",
        _OK + b"Content-Length: 3000000\r\n\r\n" + b"<p>and on it goes " * 150_000,
        outcomes="too-large",
    ),
    *(
        Case(str(status), _DOWN, Answer(html(str(status), f"<h1>{status}</h1>"), status))
        for status in (500, 502, 503, 504, 520, 522)
    ),
    Case("503-hour", _DOWN, Answer(html("Back soon", "<h1>Back soon</h1>"), 503, (("Retry-After", "3600"),))),
    Case("400", "unreachable|gone", Answer(html("400", "<h1>Bad Request</h1>"), 400)),
    Case("304-unasked", _DOWN, Answer("", 304)),
    Case("204", _DOWN, Answer(raw=b"HTTP/1.1 204 No Content\r\n\r\n")),
    Case("nowhere", _DOWN, Answer("", 302)),
    Case("to-itself", _DOWN, moved(PATH)),
    Case("circle", _DOWN, moved("/a"), more={"/a": moved("/b"), "/b": moved("/a")}),
    Case("endless", _DOWN, moved("/1/"), more={f"/{n}/": moved(f"/{n + 1}/") for n in range(1, 40)}),
    Case("to-mail", "unreachable|unknown|soft-404", moved("mailto:a@b.example")),
    Case("to-private", "blocked-address", moved("http://10.1.2.3/")),
    Case("private", "blocked-address", Answer(""), url="http://192.168.7.9/book.html"),
    Case("no-name", _DOWN, Answer(""), url="http://no-such-host.invalid/book.html"),
    Case(
        "robots",
        "robots",
        Answer(article("Private stacks")),
        more={
            "/robots.txt": Answer("User-agent: *\nDisallow: /2014/", 200, (("Content-Type", "text/plain"),))
        },
    ),
    Case(
        "robots-503",
        "robots|unreachable",
        Answer(article("Locked stacks")),
        more={"/robots.txt": Answer("no", 503)},
    ),
    Case("plain-behind-tls", _DOWN, Answer(article("No TLS")), url="https://{host}" + PATH),
)
