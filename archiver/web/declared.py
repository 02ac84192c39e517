"""What a server and a page say of the page's encoding (HTML, 13.2.3.2 "Determining the character encoding")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archiver.web.encodings import WIDE, encoding_named

_PRESCAN = 1024  # bytes in which HTML wants its declaration to be
_LATE = 65_536  # further down it is a hint that must prove itself
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:+-]{1,40})""", re.IGNORECASE | re.ASCII)
_XML = re.compile(rb"""\s*<\?xml\s[^>]{0,80}?encoding\s*=\s*["']\s*([\w.:+-]{1,40})""", re.IGNORECASE)
_TAG = re.compile(rb"<(?:!--|meta[\s/](?P<attributes>[^>]{1,500})|(?P<body>body)[\s>])", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""([^\s=/"'>]{1,40})\s*=\s*("[^"]*|'[^']*|[^\s"'>]+)""")
_LANG = re.compile(rb"""<html\s[^>]{0,300}?lang\s*=\s*["']?([a-z]{2,3}(?:-[a-z]{2,4})?)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An encoding that somebody names."""

    name: str  # WHATWG's, lower case
    how: str  # header, meta, or late: a meta element where no browser looks for it


def claims(body: bytes, content_type: str | None) -> list[Claim]:
    """What is said of the encoding, in the order in which HTML believes it; every encoding once."""
    found: dict[str, Claim] = {}
    for label, how in _said(body, content_type):
        name = encoding_named(label)
        if name in WIDE and how != "header":
            name = "utf-8"  # a declaration that could be read as ASCII is not in UTF-16 (HTML, 13.2.3.3)
        if name is not None:
            found.setdefault(name, Claim(name=name, how=how))
    return list(found.values())


def language(body: bytes) -> str:
    """The language tag of the document's element, lower case; empty where it has none."""
    said = _LANG.search(body[:_LATE])
    return said[1].decode("ascii").lower() if said else ""


def _said(body: bytes, content_type: str | None) -> Iterator[tuple[str, str]]:
    if said := _CHARSET.search(content_type or ""):
        yield said[1], "header"
    if said_first := _XML.match(body[:_PRESCAN]):
        yield said_first[1].decode("ascii", "replace"), "meta"
    for label, start in _metas(body[:_LATE]):
        yield label, "meta" if start < _PRESCAN else "late"


def _metas(head: bytes) -> Iterator[tuple[str, int]]:
    """The labels in meta elements and where they stand; comments are passed over."""
    found = _TAG.search(head)
    while found is not None and found["body"] is None:
        end = found.end()
        if found["attributes"] is not None:
            if label := _label(found["attributes"]):
                yield label, found.start()
        elif (end := head.find(b"-->", found.start() + len(b"<!"))) < 0:
            return
        found = _TAG.search(head, end)


def _label(attributes: bytes) -> str | None:
    given: dict[bytes, str] = {
        name.lower(): value.strip(b"\"' \t\r\n\f").decode("ascii", "replace")
        for name, value in _ATTRIBUTE.findall(attributes)
    }
    if b"charset" in given:
        return given[b"charset"]
    said = _CHARSET.search(given.get(b"content", "")) if b"http-equiv" in given else None
    return said[1] if said else None
