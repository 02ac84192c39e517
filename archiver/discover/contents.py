"""What a feed or a list of posts in JSON gives of the posts themselves: their own HTML, where it gives more than a name.

| where | what |
| --- | --- |
| RSS 1 and 2 | `content:encoded`, else `description` |
| Atom (RFC 4287, 4.1.3) | `content` as text, HTML or XHTML, else `summary` |
| JSON Feed 1.1 | `content_html`, else `content_text` |
| WordPress, REST | `content.rendered` |
| Substack, Squarespace | `body_html`, `body` |
| Tumblr, API of 2007 | the bodies of its kinds of post, one after the other |
"""

from collections.abc import Iterator
from html import escape
from typing import Any

from lxml import etree

from archiver.discover.feed import ITEMS, address_of
from archiver.discover.json_list import address_in, is_json_list, items_of
from archiver.discover.xml import children, elements, local, parse
from archiver.models.blog import PostContent

_MOST = 5_000  # posts of one document
_LONGEST = 1_000_000  # characters of one post
_ALL = 20_000_000  # characters of all
_BEST = (("encoded",), ("content",), ("description", "summary"))
_OF_JSON = ("content_html", "body_html", "body", "content_text")
_OF_TUMBLR = "regular-body photo-caption link-description quote-text quote-source conversation-text video-caption audio-caption".split()
_JSON_FEED = "https://jsonfeed.org/version/"


def read_contents(url: str, body: bytes) -> Iterator[PostContent]:
    """The posts of a feed with their HTML, in its order; those without any are left out."""
    left = _ALL
    for content in _in_json(url, body) if is_json_list(body) else _in_xml(url, body):
        left -= len(content.html)
        if left < 0:
            return
        yield content


def _in_xml(url: str, body: bytes) -> Iterator[PostContent]:
    root = parse(body)
    if root is None:
        return
    for n, item in enumerate(elements(root, *ITEMS)):
        if n >= _MOST:
            return
        address = address_of(url, item)
        html = next((found for names in _BEST if (found := _html(item, names))), "")
        if address is not None and html.strip():
            yield PostContent(url=address, html=html[:_LONGEST], list="feed")


def _html(item: etree._Element, names: tuple[str, ...]) -> str:
    """The longest of an item's elements of these names: Media RSS has a `description` and a `content` of its own."""
    return max((_written(child) for child in children(item, *names)), key=len, default="")


def _written(element: etree._Element) -> str:
    kind = (element.get("type") or "html").lower()
    if local(element) == "content" and element.get("src"):
        return ""  # RFC 4287, 4.1.3.2: it lies elsewhere
    if kind == "xhtml" or len(element):
        inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        return escape(element.text or "") + "".join(inner)
    words = "".join(map(str, element.itertext()))
    return escape(words) if kind in {"text", "text/plain"} else words


def _in_json(url: str, body: bytes) -> Iterator[PostContent]:
    holder, items = items_of(body)
    is_feed = str(holder.get("version", "")).startswith(_JSON_FEED)
    for item in items[:_MOST]:
        address = address_in(url, item) if isinstance(item, dict) else None
        html = _in_item(item) if address is not None else ""
        if address is not None and html.strip():
            yield PostContent(url=address, html=html[:_LONGEST], list="feed" if is_feed else "rest")


def _in_item(item: dict[str, Any]) -> str:
    content = item.get("content")
    if isinstance(content, dict):
        rendered = content.get("rendered")
        return rendered if isinstance(rendered, str) and not content.get("protected") else ""
    for name in _OF_JSON:
        if isinstance(found := item.get(name), str) and found.strip():
            return escape(found) if name == "content_text" else found
    return "\n".join(f"<div>{found}</div>" for name in _OF_TUMBLR if isinstance(found := item.get(name), str))
