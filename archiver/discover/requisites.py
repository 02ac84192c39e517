"""What a page needs so that it can be looked at: images, styles, scripts, fonts, frames. Audio and video are too large."""

import re
from collections.abc import Iterator
from itertools import islice

from bs4 import Tag

from archiver.web.late_images import LATE, LATE_BACKGROUNDS, LATE_SETS, ORIGINAL, bare
from archiver.web.page import Page, attribute, tokens
from archiver.web.url import resolve, site, without_fragment

# CSS Syntax 3: `url(...)` with and without quotes, `@import "..."`; comments hide both.
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'()]+))\s*\)|@import\s+(?:"([^"\n]*)"|'([^'\n]*)')""",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?|\\(.)")
# HTML, 4.8.4.2.1: candidates are parted by commas, but an address may hold commas inside.
_CANDIDATE = re.compile(r"[\s,]*(\S+)(\s[^,]*)?")
_LINKS = frozenset(
    [
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "apple-touch-icon-precomposed",
        "mask-icon",
        "preload",
        "modulepreload",
        "manifest",
    ]
)
_FRAMES = frozenset(["frame", "iframe", "object", "embed"])
_BEHIND = frozenset(["body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"])
_NESTED = 20  # sources in each other: not all parsers know that they are empty
_PRELOADED = frozenset(["style", "font", "image", "script", ""])
_IMAGES = re.compile(r"\.(?:png|gif|jpe?g|webp|avif|svg)(?:[?#]|$)", re.IGNORECASE)
_LARGEST_CODE_POINT = 0x10FFFF


def requisites(page: Page) -> tuple[str, ...]:
    """The addresses that a page needs, in its order, each once."""
    found: dict[str, None] = {}
    for link in _of_page(page):
        url = resolve(page.base, link) if link and not link.startswith(("data:", "blob:", "#")) else None
        if url is not None and without_fragment(url) != without_fragment(page.url):
            found.setdefault(without_fragment(url))
    return tuple(found)


def requisites_of_style(url: str, css: str) -> tuple[str, ...]:
    """The addresses that a style sheet needs: further sheets, images, fonts."""
    found = (resolve(url, link) for link in _of_style(css) if not link.startswith(("data:", "#")))
    return tuple(dict.fromkeys(without_fragment(address) for address in found if address is not None))


def _of_page(page: Page) -> Iterator[str]:
    here = site(page.url)
    for tag in page.soup.find_all(True):
        if tag.name == "style":
            yield from _of_style(tag.get_text())
        elif tag.name == "link":
            yield from _of_link(tag)
        elif tag.name == "script":
            yield attribute(tag, "src")
        elif tag.name == "video":
            yield attribute(tag, "poster")
        elif tag.name in {"img", "input", "image"} or (tag.name == "source" and _is_picture(tag)):
            yield from _of_image(tag)
        elif tag.name in _FRAMES:
            yield from _of_frame(tag, page.base, here)
        elif tag.name in _BEHIND:
            yield attribute(tag, "background")
        yield from (bare(attribute(tag, name)) for name in LATE_BACKGROUNDS)
        if style := attribute(tag, "style"):
            yield from _of_style(style)


def _of_link(tag: Tag) -> Iterator[str]:
    relations = tokens(tag, "rel")
    if _LINKS.isdisjoint(relations) or (
        "preload" in relations and attribute(tag, "as").lower() not in _PRELOADED
    ):
        return
    yield attribute(tag, "href")
    yield from _of_set(attribute(tag, "imagesrcset"))


def _of_image(tag: Tag) -> Iterator[str]:
    if tag.name == "input" and attribute(tag, "type").lower() != "image":
        return
    yield from (attribute(tag, name) for name in ("src", *LATE, ORIGINAL))
    for name in ("srcset", *LATE_SETS):
        yield from _of_set(attribute(tag, name))
    if tag.name == "image":  # SVG
        yield attribute(tag, "href") or attribute(tag, "xlink:href")


def _of_frame(tag: Tag, base: str, here: str) -> Iterator[str]:
    """A frame of a set, one of the page's own host, an image in an object. What others show in a frame is theirs."""
    link = attribute(tag, "data" if tag.name == "object" else "src")
    if tag.name in {"object", "embed"}:
        if attribute(tag, "type").lower().startswith("image/") or (
            not attribute(tag, "type") and _IMAGES.search(link)
        ):
            yield link
    elif tag.name == "frame" or (link and site(resolve(base, link) or "") == here):
        yield link


def _is_picture(tag: Tag) -> bool:
    parent = next(
        (each for each in islice(tag.parents, _NESTED) if each.name in {"picture", "video", "audio"}), None
    )
    return parent is not None and parent.name == "picture"


def _of_set(srcset: str) -> Iterator[str]:
    position = 0
    while match := _CANDIDATE.match(srcset, position):
        url = match[1]
        if url.endswith(","):
            position = match.end(1)
            url = url.rstrip(",")
        else:
            position = match.end()
        if url:
            yield url


def _of_style(css: str) -> Iterator[str]:
    for match in _ADDRESS.finditer(_COMMENT.sub(" ", css)):
        link = next((group for group in match.groups() if group is not None), "")
        if link := _ESCAPE.sub(_unescaped, link).strip():
            yield link


def _unescaped(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code <= _LARGEST_CODE_POINT else "�"
