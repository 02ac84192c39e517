"""A post's content as a flow: paragraphs, headings, lists, tables one after the other, whatever boxes they lie in."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bs4 import CData, Tag
from bs4.element import NavigableString, PageElement

from archiver.extract.layout import BLOCKS, Layout, Place, is_row
from archiver.web.page import attribute, tokens

# One part each, whatever is in them.
_WHOLE = frozenset("h1 h2 h3 h4 h5 h6 ul ol dl dir menu blockquote pre listing figure details".split())
# Class names that say how something is laid out, not what it is: WordPress, Elementor, Divi, Bootstrap, Squarespace.
_PLAIN = r"(?:-(?:#|inner|wrap|wrapper|content|contents|body|container|full|wide|narrow|left|right|center|main|text|area|fluid|sm|md|lg|xl))*"
_LAYOUT = re.compile(
    rf"(?:is|has|align)-.*|align(?:left|right|center|wide|full|none)|"
    rf"wp-block-(?:group|columns?|cover|media-text|post-content|image|gallery|quote|list|table|details|html)(?:[-_].*)?|"
    rf"(?:elementor|e-con|eael)(?:-(?:#|element|section|column|container|row|inner|top|col|background|background-overlay))*(?:-boxed|-default|-wrap|-populated|-gap-[a-z]+)?|"
    rf"elementor-widget(?:-(?:wrap|container|text-editor|heading|image|html))?|"
    rf"et_pb_(?:section|row|column|module|text|with|css|bg|equal|gutters|specialty)(?:_.*)?|et_(?:section|builder)_.*|"
    rf"(?:row|cols?|column|columns|container|wrapper|wrap|inner|outer|content|main|body|text|clearfix|grid|section|block|single|page|entry|post|article|"
    rf"markdown|prose|html|richtext|rich-text|copy|span|layout|box){_PLAIN}|"
    rf"sqs-(?:layout|row|col|block|html)(?:-.*)?|(?:x|t)-(?:section|container|column)(?:-.*)?|hentry|h-entry|e-content|type-post|format-[a-z]+"
)
_NUMBERED = re.compile(r"\d+")
_MADE = re.compile(r"[-_][0-9a-z]*\d[0-9a-z]*$")  # "elementor-element-3f2a1", "css-1ab2c"
_LARGE = 2 / 3  # of a post's text; what holds more holds the post
_LISTED = 0.6  # of a box's text that lies in links: a list of posts holds no post, however short the post
_DEEP = 2  # boxes, from the inner one on


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the flow: its nodes, and where their text stands in the layout."""

    name: str  # of the element that holds it, `p` for words in a box
    holder: Tag | None  # a paragraph whose own name it has
    nodes: tuple[PageElement, ...]
    start: int
    end: int
    box: str
    outer: tuple[int, str]  # the outermost box around it: which one, and its classes; -1 for none


class Flow:
    """Walks the content once. No recursion."""

    def __init__(self, root: Tag, layout: Layout) -> None:
        self._root = root
        self._places = {id(place.element): place for place in layout.places}
        self._large = _LARGE * len(layout.text)
        self._linked = _Linked(layout.places)
        self._holding = _holding(layout.places)
        self._at = 0  # up to where the text is taken

    def parts(self) -> Iterator[Part]:
        """All parts in their order, those without text too."""
        top = _Level(self._root, (), (-1, ""))
        stack: list[tuple[_Level, Iterator[PageElement], list[PageElement]]] = [
            (top, iter(self._root.contents), [])
        ]
        while stack:
            level, nodes, run = stack[-1]
            node = next(nodes, None)
            if node is None:
                stack.pop()
                yield from self._words(level, run, self._places[id(level.element)].end)
            elif not isinstance(node, Tag):
                if type(node) in {NavigableString, CData}:
                    run.append(node)
            elif (place := self._places.get(id(node))) is None:
                continue  # a script, a style
            elif not (node.name in BLOCKS or id(node) in self._holding):
                run.append(node)
            else:
                yield from self._words(level, run, place.start)
                run.clear()
                if self._is_whole(node):
                    yield self._part(level, node.name, None, (node,), place.start, place.end)
                else:
                    inner = self._level(level, node, place)
                    stack.append((inner, iter(node.contents), []))

    def _is_whole(self, element: Tag) -> bool:
        if element.name == "table":
            return element.find("table") is None and all(is_row(row) for row in element.find_all("tr"))
        return element.name in _WHOLE or (element.name == "a" and bool(attribute(element, "href")))

    def _level(self, around: "_Level", element: Tag, place: Place) -> "_Level":
        is_small = place.end - place.start <= self._large or self._linked.is_list(place)
        box = box_of(element) if is_small else ""
        if not box:
            return _Level(element, around.boxes, around.outer)
        outer = around.outer if around.outer[0] >= 0 else (id(element), box)
        return _Level(element, (*around.boxes, box)[-_DEEP:], outer)

    def _words(self, level: "_Level", run: list[PageElement], end: int) -> Iterator[Part]:
        """The words, pictures and line breaks that lie in a box without an element of their own."""
        holder = level.element if level.element.name == "p" else None
        for nodes in _paragraphs(run):
            last = self._break_after(nodes)
            stop = end if last is None else min(last, end)
            yield self._part(level, "p", holder, nodes, self._at, max(stop, self._at))
            holder = None

    def _break_after(self, nodes: tuple[PageElement, ...]) -> int | None:
        last = nodes[-1]
        if isinstance(last, Tag) and last.name == "br" and (place := self._places.get(id(last))) is not None:
            return place.start
        return None

    def _part(
        self,
        level: "_Level",
        name: str,
        holder: Tag | None,
        nodes: tuple[PageElement, ...],
        start: int,
        end: int,
    ) -> Part:
        self._at = end
        return Part(name, holder, nodes, start, end, " > ".join(level.boxes), level.outer)


@dataclass(frozen=True, slots=True)
class _Level:
    element: Tag
    boxes: tuple[str, ...]
    outer: tuple[int, str]


class _Linked:
    """How much of a stretch of text lies in links."""

    def __init__(self, places: Sequence[Place]) -> None:
        links = [place for place in places if place.element.name == "a" and attribute(place.element, "href")]
        self._starts = [place.start for place in links]
        self._sums = [0, *accumulate(place.end - place.start for place in links)]

    def is_list(self, place: Place) -> bool:
        """Whether it is several links, and little else."""
        first, last = bisect_left(self._starts, place.start), bisect_left(self._starts, place.end)
        linked = self._sums[last] - self._sums[first]
        return last - first > 1 and linked >= _LISTED * (place.end - place.start)


def box_of(element: Tag) -> str:
    """What the classes of a box say that it is; empty where they only lay it out.

    >>> from bs4 import BeautifulSoup
    >>> box_of(BeautifulSoup('<div class="wp-block-group promo-box post-12">', "lxml").div)
    'promo-box'
    """
    if element.name == "p":
        return ""
    names = (_numberless(name) for name in tokens(element, "class")[:8])
    said = [name for name in names if not _LAYOUT.fullmatch(name)]
    if not said and (own := attribute(element, "id").lower().strip()):
        said = [name for name in [_numberless(own[:60])] if not _LAYOUT.fullmatch(name)]
    return ".".join(name[:40] for name in said[:3]) or ("aside" if element.name == "aside" else "")


def _numberless(name: str) -> str:
    return _NUMBERED.sub("#", _MADE.sub("-#", name))


def _holding(places: tuple[Place, ...]) -> set[int]:
    """The elements that hold blocks, though they are none: a link around a card, `font` around a page."""
    found: set[int] = set()
    for place in places:
        if place.block is place.element:
            for around in place.element.parents:
                if id(around) in found:
                    break
                found.add(id(around))
    return found


def _paragraphs(run: list[PageElement]) -> Iterator[tuple[PageElement, ...]]:
    """A run of words cut where two line breaks follow each other; each ends with its breaks."""
    nodes: list[PageElement] = []
    breaks = 0
    for node in run:
        if isinstance(node, Tag) and node.name == "br":
            breaks += 1
        elif isinstance(node, Tag) or node.strip():  # type: ignore[attr-defined]
            if breaks > 1:
                yield tuple(nodes)
                nodes = []
            breaks = 0
        nodes.append(node)
    if nodes:
        yield tuple(nodes)
