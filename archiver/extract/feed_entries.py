"""What a feed holds when it is read for itself: RSS, Atom (RFC 4287) and JSON Feed (1.1), its entries with their words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree

from archiver.discover.dates import feed_date
from archiver.discover.xml import children, elements, local, parse, text
from archiver.extract.clean_html import clean_html
from archiver.extract.markup import Markup, inner_text, one_line
from archiver.extract.plain_html import plain_html
from archiver.extract.stated import Stated, people
from archiver.extract.tidy import tidy
from archiver.web.url import resolve

_MOST = 8 * 1024 * 1024  # bytes of a feed; one of all posts of a blog has one or two million
_MOST_ENTRIES = 2_000
_DATES = ("published", "pubdate", "issued", "date", "created", "updated", "modified")
_CONTENTS = ("encoded", "content", "description", "summary")
_PEOPLE = ("creator", "author", "managingeditor")
_LONGEST_TITLE = 500  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry, as the feed gives it."""

    title: str
    url: str | None
    date: str | None
    html: str  # clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A feed: what it says of itself, and its entries."""

    stated: Stated
    entries: tuple[Entry, ...]
    is_cut: bool = False  # it is longer than what was read


def read_entries(url: str, body: bytes, media_type: str) -> Entries | None:
    """The entries of a feed; None where it cannot be read."""
    if media_type.endswith("json"):
        return _json(url, body)
    root = parse(body[:_MOST])
    if root is None:
        return None
    head = next(elements(root, "channel"), root)
    found = list(islice(elements(root, "item", "entry"), _MOST_ENTRIES + 1))
    # Atom names the author of an entry by elements of his own.
    named = [
        text(name) for maker in children(head, *_PEOPLE) for name in (*children(maker, "name"), maker)[:1]
    ]
    return Entries(
        stated=Stated(
            rule="feed",
            title=_words(head, "title"),
            authors=people(_without_address(name) for name in named),
            modified=feed_date(_words(head, "updated", "lastbuilddate")) or "",
            language=_words(head, "language") or head.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
            license=_words(head, "license", "rights", "copyright"),
        ),
        entries=tuple(_entry(url, item) for item in found[:_MOST_ENTRIES]),
        is_cut=len(body) > _MOST or len(found) > _MOST_ENTRIES,
    )


def _entry(url: str, item: etree._Element) -> Entry:
    links = [
        child.get("href") or text(child)
        for child in children(item, "link")
        if child.get("rel", "alternate") == "alternate"
    ]
    address = next((found for link in links if (found := resolve(url, link))), None)
    content = next(
        (found for name in _CONTENTS for found in children(item, name) if len(found) or found.text), None
    )
    dates = (found for name in _DATES for child in children(item, name) if (found := feed_date(text(child))))
    return Entry(
        title=_words(item, "title"),
        url=address,
        date=next(dates, None),
        html=_content(content, address or url) if content is not None else "",
    )


def _content(element: etree._Element, base: str) -> str:
    """The words of an entry: HTML as an element (XHTML) or escaped, or plain words."""
    if any(local(child) for child in element):
        return clean_html(element, base)
    words = "".join(map(str, element.itertext()))
    if element.get("type") == "text" or "<" not in words:
        return plain_html(tidy(words))
    return _cleaned(words, base)


def _cleaned(markup: str, base: str) -> str:
    page = Markup.parse(base, f"<body>{markup}")
    return clean_html(page.root, base) if page is not None else ""


def _words(parent: etree._Element, *names: str) -> str:
    """A title or a name on one line: without markup, which some feeds escape into it."""
    for name in names:
        for child in children(parent, name):
            if words := _plain(text(child)):
                return words
    return ""


def _plain(words: str) -> str:
    words = words[:_LONGEST_TITLE]
    page = Markup.parse("", f"<body>{words}") if "<" in words or "&" in words else None
    return inner_text(page.root) if page is not None else one_line(words)


def _without_address(name: str) -> str:
    """RSS wants `address (Name)`."""
    return name.partition("(")[2].rstrip(")") if "(" in name and "@" in name else name


def _json(url: str, body: bytes) -> Entries | None:
    try:
        feed: Any = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict):
        return None
    items = [item for item in _list(feed, "items") if isinstance(item, dict)]
    return Entries(
        stated=Stated(
            rule="feed",
            title=_plain(_text(feed, "title")),
            authors=people(_makers(feed)),
            language=_text(feed, "language"),
        ),
        entries=tuple(_json_entry(url, item) for item in items[:_MOST_ENTRIES]),
        is_cut=len(items) > _MOST_ENTRIES,
    )


def _json_entry(url: str, item: dict[str, Any]) -> Entry:
    address = resolve(url, _text(item, "url")) if _text(item, "url") else None
    words = _text(item, "content_text") or _text(item, "summary")
    markup = _text(item, "content_html")
    return Entry(
        title=_plain(_text(item, "title")),
        url=address,
        date=feed_date(_text(item, "date_published") or _text(item, "date_modified")),
        html=_cleaned(markup, address or url) if markup else plain_html(tidy(words)),
    )


def _makers(feed: dict[str, Any]) -> Iterator[str]:
    for maker in (*_list(feed, "authors"), feed.get("author")):
        if isinstance(maker, dict):
            yield _text(maker, "name")


def _text(holder: dict[str, Any], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""


def _list(holder: dict[str, Any], name: str) -> list[Any]:
    value = holder.get(name)
    return value if isinstance(value, list) else []
