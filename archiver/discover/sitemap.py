"""Sitemaps (sitemaps.org): files, indexes, gzip'd ones, lists in plain text, and where robots.txt says they are."""

import zlib

from archiver.discover.xml import LARGEST, children, local, parse, text
from archiver.models.blog import Sitemap
from archiver.web.url import resolve

_GZIP = b"\x1f\x8b"
_MOST = 50_000  # addresses of one file, by the protocol


def read_sitemap(url: str, body: bytes) -> Sitemap:
    """What a sitemap file lists. What is no sitemap is an empty one."""
    body = _unzipped(body)
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _from_text(url, body)
    root = parse(body)
    if root is None or local(root) not in {"urlset", "sitemapindex"}:
        return Sitemap()
    found: dict[str, str | None] = {}
    for entry in children(root, "url", "sitemap"):
        address = resolve(url, text(next(children(entry, "loc"), None)))
        if address is not None and len(found) < _MOST:
            found.setdefault(address, text(next(children(entry, "lastmod"), None)) or None)
    return (
        Sitemap(sitemaps=tuple(found))
        if local(root) == "sitemapindex"
        else Sitemap(urls=tuple(found.items()))
    )


def sitemaps_in_robots(robots: str) -> tuple[str, ...]:
    r"""The `Sitemap:` lines of a robots.txt, which must be whole addresses.

    >>> sitemaps_in_robots("User-agent: *\nSitemap: https://a.example/sitemap.xml # all of it\n")
    ('https://a.example/sitemap.xml',)
    """
    found = []
    for line in robots.splitlines():
        name, _, value = line.partition(":")
        address = value.split(" #")[0].strip()
        if (
            name.strip().lower() == "sitemap"
            and address.startswith(("http://", "https://"))
            and resolve(address, "")
        ):
            found.append(address)
    return tuple(dict.fromkeys(found))


def _unzipped(body: bytes) -> bytes:
    """A gzip'd file, up to the largest size that the protocol allows; of a broken one, what can be read."""
    if not body.startswith(_GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, LARGEST)
    except zlib.error:
        return b""


def _from_text(url: str, body: bytes) -> Sitemap:
    """One address a line (sitemaps.org, "Text file")."""
    lines = (line.strip() for line in body[:LARGEST].decode("utf-8", "replace").splitlines()[:_MOST])
    addresses = [
        resolve(url, line) for line in lines if line.startswith(("http://", "https://")) and " " not in line
    ]
    return Sitemap(urls=tuple(dict.fromkeys((address, None) for address in addresses if address is not None)))
