"""The key of an address as other readers of packages sort by it: SURT in the form that the Wayback Machine made usual.

Pywb looks keys up in the index that a package brings, so they have to be its own, letter by letter. Those of our own index keep
more of an address apart (`cdxj.urlkey`).
"""

import re
from urllib.parse import quote_from_bytes, unquote_to_bytes, urlsplit

_WWW = re.compile(r"www\d*\.")
_SLASHES = re.compile(r"/{2,}")
_SESSION_IN_PATH = re.compile(r"/\((?:[a-z]\([0-9a-z]{24}\)|[0-9a-z]{24})\)(?=/)")  # of ASP.NET
_SESSIONS = (
    re.compile(r"(?:^|&)(?:jsessionid=[0-9a-z]{10,}|phpsessid=[0-9a-z]{32}|sid=[0-9a-z]{32})(?=&|$)"),
    re.compile(r"(?:^|&)aspsessionid[a-z]{8}=[a-z]{24}(?=&|$)"),
    re.compile(r"(?:^|&)cfid=[^&]+&cftoken=[^&]+(?=&|$)"),
)
# All that is printed in ASCII stands as it is, but for what would be read as an escape or a fragment.
_KEPT = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in "%#")
_MOST_ESCAPES = 8  # escapes of escapes
_DEFAULT = {"http": 80, "https": 443}


def package_key(url: str) -> str:
    """The key of an address.

    >>> package_key("https://www.Example.org:443/a/?b=2&A=1")
    'org,example)/a?a=1&b=2'
    >>> package_key("http://127.0.0.1:8080/")
    '1,0,0,127:8080)/'
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url.lower().replace(" ", "%20")
    if parts.scheme not in _DEFAULT or not host:
        return url.rstrip("/").replace(" ", "%20")
    host = _WWW.sub("", host, count=1) if _WWW.match(host) else host
    key = ",".join(reversed(_in_ascii(host).strip(".").split(".")))
    if port is not None and port != _DEFAULT[parts.scheme]:
        key += f":{port}"
    path = _SLASHES.sub("/", _without_dots(_escaped(parts.path) or "/")).lower()
    path = _SESSION_IN_PATH.sub("", path)
    query = _escaped(parts.query).lower()
    for session in _SESSIONS:
        query, count = session.subn("", query)
        query = query.strip("&") if count else query
    query = "&".join(sorted(query.split("&")))
    return f"{key}){path.rstrip('/') or '/'}" + (f"?{query}" if query else "")


def _in_ascii(host: str) -> str:
    try:
        return host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        return quote_from_bytes(host.encode("utf-8", "replace")).lower()


def _escaped(text: str) -> str:
    """Escaped once, and no more than is needed."""
    plain = text.encode("utf-8", "replace")
    for _ in range(_MOST_ESCAPES):
        once = unquote_to_bytes(plain)
        if once == plain:
            break
        plain = once
    return quote_from_bytes(plain, safe=_KEPT)


def _without_dots(path: str) -> str:
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if len(kept) > 1:
                kept.pop()
        elif part != ".":
            kept.append(part)
    if path.endswith(("/.", "/..")):
        kept.append("")
    return "/".join(kept)
