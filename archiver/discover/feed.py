"""RSS 2, RSS 1 (RDF) and Atom (RFC 4287, RFC 5005): the posts that a feed lists, and where its older parts are."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from archiver.discover.addresses import is_archive, is_other_list
from archiver.discover.dates import feed_date
from archiver.discover.json_list import is_json_list, read_json_list
from archiver.discover.registry import placeholders
from archiver.discover.xml import children, elements, local, parse, text
from archiver.models.blog import Feed, PostLink
from archiver.web.numbers import whole_number
from archiver.web.url import parameters, resolve, with_parameter

_ROOTS = frozenset(["rss", "rdf", "feed"])
ITEMS = ("item", "entry")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# Published, most trusted first. Some Atom feeds have `updated` alone (eleventy-plugin-rss), and mean the post's date.
_DATES = ("published", "pubdate", "issued", "date", "created", "updated", "modified")
_CHANGES = ("updated", "modified")
_OLDER = frozenset(["next", "prev-archive"])  # RFC 5005, 3 and 4
_MOST = 50_000  # posts of one document
_WORDPRESS = re.compile(r"https?://(?:www\.)?wordpress\.(?:org|com)\b", re.IGNORECASE)


def read_feed(url: str, body: bytes) -> Feed:
    """What a feed tells. What is no feed is an empty one; a title that only stands for none is none."""
    feed = read_json_list(url, body) if is_json_list(body) else _read_xml(url, body)
    return replace(
        feed,
        posts=tuple(
            replace(post, title=None) if post.title in placeholders() else post for post in feed.posts
        ),
    )


def _read_xml(url: str, body: bytes) -> Feed:
    root = parse(body)
    if root is None or local(root) not in _ROOTS:
        return Feed()
    head = next(elements(root, "channel"), root)
    title = next(children(head, "title"), None)
    found: dict[str, PostLink] = {}
    for item in elements(root, *ITEMS):
        post = _post(url, item)
        if post is not None and len(found) < _MOST:
            found.setdefault(post.url, post)
    posts = [post for post in found.values() if not (is_other_list(post.url) or is_archive(post.url))]
    return Feed(
        title=_plain(title) or None,
        posts=tuple(posts or found.values()),  # Hugo's feed names all pages
        next_pages=tuple(dict.fromkeys(_next(url, root, head, len(found)))),
        unnamed_page=_unnamed(url, head) if found else None,
    )


def _post(url: str, item: etree._Element) -> PostLink | None:
    address = address_of(url, item)
    if address is None:
        return None
    title = next(
        (child for child in children(item, "title") if "search.yahoo.com" not in str(child.tag)), None
    )  # Media RSS has titles too
    return PostLink(
        url=address,
        title=_plain(title) or None,
        published=_date(item, _DATES),
        modified=_date(item, _CHANGES),
    )


def address_of(url: str, item: etree._Element) -> str | None:
    """The address of the post that an item of a feed stands for."""
    return next((found for link in _links(item) if (found := resolve(url, link))), None)


def _links(item: etree._Element) -> Iterator[str]:
    """The addresses of an item, most trusted first."""
    yield from (text(child) for child in children(item, "origlink") if text(child))
    for child in children(item, "link"):
        if href := child.get("href"):
            if child.get("rel", "alternate") == "alternate":
                yield href
        elif text(child):
            yield text(child)
    for child in children(item, "guid", "id"):
        if child.get("isPermaLink", "true").lower() == "true" and text(child).startswith(
            ("http://", "https://")
        ):
            yield text(child)


def _date(item: etree._Element, names: tuple[str, ...]) -> str | None:
    said = {local(child): text(child) for child in reversed(item) if text(child)}
    for name in names:
        if name in said and (found := feed_date(said[name])):
            return found
    return None


def _next(url: str, root: etree._Element, head: etree._Element, count: int) -> Iterator[str]:
    if (
        start := whole_number(parameters(url).get("start-index", ""))
    ) is not None:  # Blogger names another host's
        total = whole_number(text(next(children(head, "totalresults"), None)))  # OpenSearch 1.1
        if count and (total is None or start + count <= total):
            yield with_parameter(url, "start-index", start + count)
        return
    for parent in {id(part): part for part in (root, head)}.values():
        for link in children(parent, "link"):
            older = resolve(url, link.get("href", "")) if link.get("rel") in _OLDER else None
            if older is not None and older != url:
                yield older


def _unnamed(url: str, head: etree._Element) -> str | None:
    """WordPress serves older parts of every feed at `?paged=2`, and says so nowhere (WP_Query; past the end: 404)."""
    if not _WORDPRESS.match(text(next(children(head, "generator"), None))):
        return None
    return with_parameter(url, "paged", (whole_number(parameters(url).get("paged", "")) or 1) + 1)


def _plain(element: etree._Element | None) -> str:
    """A title as readers see it: Atom's HTML titles, and RSS titles that were escaped twice."""
    words = text(element)
    if element is not None and element.get("type") == "html":
        words = html.unescape(_MARKUP.sub("", words))
    elif _ENTITY.search(words):
        words = html.unescape(words)
    return " ".join(_MARKUP.sub("", words).split())
