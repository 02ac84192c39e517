"""What is sent: the bytes of a request, and the same bytes as they may be kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request

from archiver.models.frontier import Remembered
from archiver.web.url import DEFAULT_PORTS, origin, without_fragment
from spiders.pool import Origin
from spiders.proxy import Proxy

# Written here, or nobody's business but the user's, who has `credentials.toml` for them.
_OURS = frozenset(
    [
        *(b"host", b"content-length", b"transfer-encoding", b"connection"),
        *(b"authorization", b"proxy-authorization", b"cookie"),
    ]
)
REMOVED = "[removed by archiver]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One request."""

    url: str
    origin: Origin
    sent: bytes
    kept: bytes  # as sent, but for the values of secrets
    removed: tuple[str, ...] = ()  # the headers whose values were removed


def origin_of(url: str) -> Origin:
    """Where an address is asked for."""
    return Origin(*origin(url))


def url_of(request: Request) -> str:
    """The address that is asked for: without fragment, user and password."""
    parts = urlsplit(without_fragment(request.url))
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def outgoing(
    request: Request, *, secrets: Mapping[str, str], proxy: Proxy | None, remembered: Remembered | None
) -> Outgoing:
    """The request as it goes over the wire; `secrets` are headers for exactly this origin."""
    url = url_of(request)
    parts = urlsplit(url)
    hidden = dict(secrets)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    host = parts.netloc.removesuffix(f":{DEFAULT_PORTS[parts.scheme]}")
    if proxy is not None and parts.scheme == "http":
        target = f"http://{host}{target}"
        hidden |= proxy.headers()
    public = [f"{request.method} {target} HTTP/1.1\r\nHost: {host}\r\n".encode("ascii")]
    for name, values in request.headers.items():
        if name.lower() not in _OURS:
            public += [name + b": " + value + b"\r\n" for value in values]
    if remembered is not None:
        public += [_line(*each) for each in _conditions(remembered)]
    if request.body or request.method in {"POST", "PUT", "PATCH"}:
        public.append(_line("Content-Length", str(len(request.body))))
    end = b"Connection: keep-alive\r\n\r\n" + request.body
    return Outgoing(
        url=url,
        origin=origin_of(url),
        sent=b"".join([*public, *(_line(*each) for each in hidden.items()), end]),
        kept=b"".join([*public, *(_line(name, REMOVED) for name in hidden), end]),
        removed=tuple(hidden),
    )


def _conditions(remembered: Remembered) -> list[tuple[str, str]]:
    """The headers that make a request conditional (RFC 9110, 13.1)."""
    named = {"If-None-Match": remembered.etag, "If-Modified-Since": remembered.last_modified}
    return [(name, value) for name, value in named.items() if value]


def _line(name: str, value: str) -> bytes:
    return f"{name}: {value}\r\n".encode("latin-1", "replace")
