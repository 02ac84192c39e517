"""Who wrote it and when, as a reader sees it: a byline, an `a[rel=author]`, a `<time>` near the heading."""

import re
from collections.abc import Iterator

from lxml import etree

from archiver.extract.markup import Markup, one_line
from archiver.extract.metadata.claims import Claims
from archiver.web.dates import dates_in, iso_date

# Class names in any fashion: byline, post-author, authorName, article-byline__written-by.
_AUTHOR = re.compile(
    r"(?<![a-z])(?i:by-?line|author|writer|contributor)s?(?![a-rt-z])(?!-?(?i:bio|box|desc|info|image|avatar|photo|img))"
)
_DATE = re.compile(r"date|time|publish|posted|byline|meta", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|revis|changed|aktualis|actuali|review", re.IGNORECASE)
# Parts of a page that speak of other things than the work.
_ELSEWHERE = re.compile(
    r"(?<![a-z])(?:comment|respond|reply|related|recommend|side-?bar|widget|footer|newsletter|promo|teaser|more-|most-|popular|"
    r"recent|carousel|upnext|nav|menu|breadcrumb|card|testimonial)",
    re.IGNORECASE,
)
_PLAIN = frozenset(["html", "body", "main", "article"])  # whatever they are called, the work is in them
_SKIPPED = frozenset("script style noscript template svg nav footer aside form select iframe".split())
# A capital follows: "By the river" is no byline.
_BY = re.compile(
    r"(?i:(?:written|posted|words|text|guide|recipe|report)\s+)?(?i:by|von|par|por|di|door|av|af)\s*:?\s+(?=[^\W\d_a-z])"
)
_STOP = re.compile(r"[|•·\d]|\s[-–—]\s|,\s+[a-z]")
_PARTICLES = frozenset(
    "af al and bin da das de del della den der di do dos du e el et ibn la le of t ten ter the und van vom von y zu".split()
)
_SHORT = 120  # characters of a byline or a dateline
_NAME = 60  # characters of the names in it
_FEW = 4  # children: a byline is no large box
_NEAR = 600  # elements from the heading on: what stands lower is about something else


def read(page: Markup) -> Claims:
    """The claims of the visible byline and dateline: the first of each, in the order of the page."""
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    for element in _upper(page.root):
        authors = authors or _author(element)
        dates = dates or _date(element)
        if authors and dates:
            break
    return Claims(authors=authors, issued=dates)


def _upper(root: etree._Element) -> Iterator[etree._Element]:
    """The elements where a byline may be: the page's, down to a way below its heading."""
    count = 0 if root.find(".//h1") is None else -_NEAR
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in _SKIPPED or (
            element.tag not in _PLAIN and _ELSEWHERE.search(_labels(element, "class", "id"))
        ):
            walk.skip_subtree()
            continue
        count = max(count, 0) + 1 if element.tag == "h1" else count + 1
        yield element
        if count > _NEAR:
            return


def _labels(element: etree._Element, *names: str) -> str:
    return " ".join(element.get(name) or "" for name in names)


def _line(element: etree._Element) -> str:
    """What an element says, if that is one line; empty where it is a box. Parts stand apart, as they mostly do."""
    pieces: list[str] = []
    room = _SHORT
    for text in element.itertext():
        pieces.append(str(text))
        room -= len(pieces[-1].strip()) or 1
        if room < 0:
            return ""
    return one_line(" ".join(pieces))


def _author(element: etree._Element) -> tuple[str, ...]:
    is_marked = _AUTHOR.search(_labels(element, "class", "itemprop", "rel")) is not None
    if not is_marked and len(element) > _FEW:
        return ()
    text = _line(element)
    said = _BY.search(text) if is_marked else _BY.match(text)
    if not text or (not is_marked and said is None):
        return ()
    linked = [name for link in element.iter("a") if _looks_like_names(name := _line(link))]
    written = text[said.end() :] if said else text
    return tuple(linked) or ((written,) if _looks_like_names(written) else ())


def _looks_like_names(text: str) -> bool:
    """Whether the words before the first bar, bullet or number are few and capitalised, particles aside."""
    bare = _STOP.split(text)[0].strip()
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", bare) if word not in _PARTICLES]
    capitals = sum(not word[0].islower() for word in words)
    return bool(words) and len(bare) <= _NAME and capitals * 3 >= len(words) * 2


def _date(element: etree._Element) -> tuple[str, ...]:
    labels = _labels(element, "class", "id", "itemprop")
    if _CHANGED.search(labels):
        return ()
    if element.tag == "time":
        said = iso_date(element.get("datetime")) or iso_date(_line(element))
        return (said,) if said and len(said) > len("2019") else ()
    if len(element) > _FEW or not (_DATE.search(labels) or element.tag in {"p", "span", "div"}):
        return ()
    text = _line(element)
    if _CHANGED.search(text.partition(" ")[0]):
        return ()
    return tuple(date for date in dates_in(text) if len(date) == len("2019-05-02"))[:1]
