"""Addresses: what is the same, what is another (RFC 3986, WHATWG URL for what browsers accept)."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

# Parameters that name the reader's way to a page, not the page. Sources: ClearURLs' and Firefox's strip lists.
_TRACKING = re.compile(
    r"(utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|twclid|yclid|igshid|mc_[ce]id|mkt_tok|_hs(enc|mi)|"
    r"vero_(id|conv)|oly_(anon|enc)_id|wt_?zmc|ref_src|ref_url|cmpid|ICID|s_cid|__twitter_impression)",
    re.IGNORECASE,
)
# Medium writes `source` into every link: `collection_home---4------0---`, `post_page-----0a1b2c---`, `rss----0a1b2c---2`.
_TRACKING_PAIR = re.compile(r"source=(?:[\w.]+-{2,}[\w.-]*|post_(?:page|internal_links)|collection_\w+)")
_REDIRECTORS = {
    # host: (path, parameter that holds the true address)
    "www.google.com": ("/url", ("q", "url")),
    "google.com": ("/url", ("q", "url")),
    "l.facebook.com": ("/l.php", ("u",)),
    "www.youtube.com": ("/redirect", ("q",)),
    "out.reddit.com": ("", ("url",)),
}
DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE_PATH = "!$&'()*+,;=:@/-._~%"
_SAFE_QUERY = _SAFE_PATH + "?"
_KEPT = 500  # characters of an address whose form is remembered
_SPACES = re.compile(r"[\t\r\n]")
# Nearly all links: nothing in them is to be mended, resolved or left out (RFC 3986 without `;`, which some take for more).
_REST = r"(?:\?[\w.~%+=,@!$'()*:/?&-]++)?+(?:#[\w.~%+=,@!$'()*:/?&-]++)?+"
_PLAIN = re.compile(
    rf"(?:(?P<root>https?://[a-z0-9.-]++)(?:/[\w.~%+=,@!$'()*:/&-]*+)?+|(?P<path>/(?!/)[\w.~%+=,@!$'()*:/&-]*+))?+{_REST}",
    re.ASCII,
)


def resolve(base: str, link: str) -> str | None:
    """The absolute http(s) address of a link on a page; None where it is none (mailto:, javascript:, broken).

    >>> resolve("https://a.example/b/", " ../c?d#e ")
    'https://a.example/c?d#e'
    >>> resolve("https://a.example/", "mailto:x@a.example") is None
    True
    """
    plain = _PLAIN.fullmatch(link)
    if plain is not None:
        if plain["root"] is not None:
            return link
        if plain["path"] is not None and "/." not in link and (root := _root(base)) is not None:
            return root + link
        if link.startswith("#") and _root(base) is not None:
            return without_fragment(base) + link
    return _resolve(base, link)


@lru_cache(maxsize=64)
def _root(base: str) -> str | None:
    """Scheme and host of a page's address, where there is nothing special about it."""
    plain = _PLAIN.fullmatch(base)
    return plain["root"] if plain is not None else None


def _resolve(base: str, link: str) -> str | None:
    try:
        written = _as_browsers_read(_SPACES.sub("", link.strip()))
        url = urljoin(base, written)
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    # "http://" alone is what an editor leaves where nothing was typed in; it does not mean the page itself.
    is_empty = ":" in written and written.lower().rstrip(":/") in DEFAULT_PORTS
    return url if parts.scheme.lower() in DEFAULT_PORTS and host and not is_empty else None


def _as_browsers_read(link: str) -> str:
    """Before the query a backslash is a slash (WHATWG URL, 4.4): otherwise we would ask another host than a reader does."""
    end = min((at for at in (link.find("?"), link.find("#")) if at >= 0), default=len(link))
    return link[:end].replace("\\", "/") + link[end:]


def canonical(url: str) -> str:
    """The form under which two spellings of one address meet. Idempotent; what it cannot read it leaves alone.

    Lower-case scheme and host (IDNA), no default port, no fragment, no user, dots resolved, percent-encoding
    normalised, tracking parameters gone, `google.com/url?q=` unwrapped, `/` for an empty path.

    >>> canonical("HTTP://Example.org:80/a/../b?utm_source=x&q=1#top")
    'http://example.org/b?q=1'
    >>> canonical("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F&sa=D")
    'https://example.org/'
    """
    return _kept_canonical(url) if len(url) <= _KEPT else _canonical(url)


def _canonical(url: str) -> str:
    for _ in range(3):
        try:
            parts = urlsplit(_SPACES.sub("", without_fragment(url).strip()))
            host, port = _host(parts.hostname or ""), parts.port
        except ValueError:
            return url
        scheme = parts.scheme.lower()
        if scheme not in DEFAULT_PORTS or not host:
            return url
        inner = _unwrapped(host, parts.path, parts.query)
        if inner is None:
            break
        url = inner
    netloc = host if port in {None, DEFAULT_PORTS[scheme]} else f"{host}:{port}"
    path = _encoded(_without_dots(parts.path) or "/", _SAFE_PATH)
    return urlunsplit((scheme, netloc, path, _query(parts.query), ""))


_kept_canonical = lru_cache(maxsize=4096)(_canonical)  # a page names the same few addresses again and again


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an http or https address (RFC 6454, 4).

    >>> origin("https://a.example/b")
    ('https', 'a.example', 443)
    """
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or DEFAULT_PORTS[parts.scheme]


def site(url: str) -> str:
    """Scheme-free host and port: what one server answers for."""
    parts = urlsplit(url)
    return (parts.netloc.rpartition("@")[2]).lower().removeprefix("www.")


def other_scheme(url: str) -> str | None:
    """The same address by the other of http and https; None where a port is named, since another server answers there.

    Browsers that know a site for https ask for `http://` addresses by https from the start (RFC 6797, 8.3), and leave no redirect.

    >>> other_scheme("http://a.example/b")
    'https://a.example/b'
    """
    scheme, _, rest = url.partition("://")
    other = {"http": "https", "https": "http"}.get(scheme)
    host = rest.partition("/")[0]
    return None if other is None or ":" in host.rpartition("]")[2] else f"{other}://{rest}"


def is_within(url: str, base: str) -> bool:
    """Whether an address lies on the site and below the folder of another."""
    if site(url) != site(base):
        return False
    folder = urlsplit(base).path.rpartition("/")[0] + "/"
    return (urlsplit(url).path or "/").startswith(folder)


def without_fragment(url: str) -> str:
    """The address without its fragment: what is asked of a server."""
    return url.partition("#")[0]


def parameters(url: str) -> dict[str, str]:
    """The parameters of an address's query, decoded; of one that stands twice the last."""
    return dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))


def with_parameter(url: str, name: str, value: int) -> str:
    """The address with one parameter set to a number.

    >>> with_parameter("https://a.example/feed?tags=a,b&page=2", "page", 3)
    'https://a.example/feed?tags=a,b&page=3'
    """
    query = urlencode({**parameters(url), name: str(value)}, safe=",/")
    return urlunsplit(urlsplit(url)._replace(query=query))


def _host(host: str) -> str:
    host = host.rstrip(".").lower()
    if ":" in host:
        return f"[{host}]"
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _unwrapped(host: str, path: str, query: str) -> str | None:
    known = _REDIRECTORS.get(host)
    if known is None or not path.startswith(known[0]):
        return None
    values = dict(parse_qsl(query))
    inner = next((values[name] for name in known[1] if name in values), "")
    return inner if inner.startswith(("http://", "https://")) else None


def _query(query: str) -> str:
    kept = [
        part
        for part in query.split("&")
        if part
        and not _TRACKING.fullmatch(unquote(part.partition("=")[0]))
        and not _TRACKING_PAIR.fullmatch(part)
    ]
    return _encoded("&".join(kept), _SAFE_QUERY)


def _encoded(text: str, safe: str) -> str:
    """Percent-encoding in one form: upper-case digits, nothing encoded that need not be, everything that must be."""
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    text = re.sub(r"%([0-9A-Fa-f]{2})", _octet, text)
    return quote(text, safe=safe, errors="replace")


def _octet(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char.isascii() and (char.isalnum() or char in "-._~") else match[0].upper()


def _without_dots(path: str) -> str:
    """RFC 3986, 5.2.4."""
    if "." not in path and "%2e" not in path.lower():
        return path
    kept: list[str] = []
    segments = path.split("/")
    for n, segment in enumerate(segments):
        plain = segment.lower().replace("%2e", ".")
        last = n == len(segments) - 1
        if plain == "..":
            if len(kept) > 1:
                kept.pop()
            if last:
                kept.append("")
        elif plain == ".":
            if last:
                kept.append("")
        else:
            kept.append(segment)
    return "/".join(kept)
