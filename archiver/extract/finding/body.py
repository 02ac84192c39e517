"""The content of a post: its text, its elements and where they stand, and what has been claimed of it so far."""

import copy
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from bs4 import Tag

from archiver.extract.layout import LINE, PARAGRAPH, Place, lay_out
from archiver.extract.spans import Span, Spans
from archiver.web.page import attribute, tokens
from archiver.web.url import canonical, resolve, without_fragment

_LINES = re.compile(f"[^{PARAGRAPH}{LINE}]+")
_PARAGRAPHS = re.compile(f"[^{PARAGRAPH}]+")
_RAISED_BY_STYLE = re.compile(r"vertical-align:\s*(?:super|text-top)")
# What Word names its notes; pasted pages lead to a file that never was on the web.
_WORD_FRAGMENT = re.compile(r"_(?:ftn|edn)(?:ref)?[0-9ivxlc]+")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Body:
    """A post's content, read once and asked many times.

    `all` and `with_class` leave out what is claimed: who looks later finds only what others left.
    """

    def __init__(self, root: Tag, *, url: str) -> None:
        layout = lay_out(root)
        self.root = root
        self.url = url
        self.text = layout.text
        self.claimed = Spans()
        self._address = canonical(url).rstrip("/")
        # by identity: two elements that look alike are equal in bs4
        self._places: dict[int, Span] = {}
        self._blocks: dict[int, Tag] = {}
        self._order: dict[int, int] = {}
        self._raised: list[Tag] = []
        self._by_name: dict[str, list[Tag]] = defaultdict(list)
        self._by_class: dict[str, list[Tag]] = defaultdict(list)
        self._by_id: dict[str, list[Tag]] = defaultdict(list)
        for place in layout.places:
            self._take_in(place)
        self._named = {name: tuple(elements) for name, elements in self._by_id.items()}
        self._link_starts = [self.place(link).start for link in self._by_name["a"]]
        self._starts: dict[
            str, list[tuple[int, int]]
        ] = {}  # by class: starts and numbers, as far as asked for
        self.lines = tuple(Span(*found.span()) for found in _LINES.finditer(self.text))
        self.paragraphs = tuple(Span(*found.span()) for found in _PARAGRAPHS.finditer(self.text))
        self.headings = tuple(self.all(*_HEADINGS))  # claimed or not

    def _take_in(self, place: Place) -> None:
        element = place.element
        self._places[id(element)] = Span(place.start, place.end)
        self._blocks[id(element)] = place.block
        self._order[id(element)] = len(self._order)
        if element.name == "sup" or _RAISED_BY_STYLE.search(attribute(element, "style")):
            self._raised.append(element)
        self._by_name[element.name].append(element)
        for token in set(tokens(element, "class")):
            self._by_class[token].append(element)
        names = {attribute(element, "id"), attribute(element, "name") if element.name == "a" else ""}
        for name in names - {""}:
            self._by_id[name].append(element)

    def without(self, spans: Iterable[Span]) -> "Body":
        """The same body, with more of it claimed."""
        rest = copy.copy(self)
        rest.claimed = Spans([*self.claimed, *spans])
        return rest

    def is_free(self, span: Span) -> bool:
        """Whether nobody has claimed a part of it."""
        return not self.claimed.touches(span)

    def all(self, *names: str) -> list[Tag]:
        """The unclaimed elements of these names, in the order of the page."""
        return self._free([element for name in names for element in self._by_name.get(name, ())])

    def with_class(self, *names: str) -> list[Tag]:
        """The unclaimed elements that have one of these classes, in the order of the page."""
        found = {id(element): element for name in names for element in self._by_class.get(name, ())}
        return self._free(found.values())

    def raised(self) -> list[Tag]:
        """The unclaimed elements set as superscript, by name or by style."""
        return self._free(self._raised)

    def _free(self, elements: Iterable[Tag]) -> list[Tag]:
        free = [element for element in elements if self.is_free(self.place(element))]
        return sorted(free, key=lambda element: (self.place(element), self._order[id(element)]))

    def with_id(self, name: str) -> tuple[Tag, ...]:
        """The elements that a fragment names; a page may give one id twice. Markdown made safe prefixes its ids."""
        return self._named.get(name, ()) or self._named.get(f"user-content-{name}", ())

    def named_after(self, name: str, offset: int) -> Tag | None:
        """The first element that a fragment names after a place."""
        named = self.with_id(name)
        at = bisect_right(named, offset, key=lambda element: self.place(element).start)
        return named[at] if at < len(named) else None

    def named_near(self, name: str, offset: int) -> set[int]:
        """Where those elements start of all that a fragment may mean: the first, and the nearest on both sides."""
        named = self.with_id(name)
        at = bisect_right(named, offset, key=lambda element: self.place(element).start)
        return {self.place(element).start for element in (*named[:1], *named[max(0, at - 1) : at + 1])}

    def place(self, element: Tag) -> Span:
        """Where an element of the body stands."""
        return self._places[id(element)]

    def block(self, element: Tag) -> Tag:
        """The nearest element around it, or itself, that begins a new line."""
        return self._blocks[id(element)]

    def holds(self, element: Tag | None) -> bool:
        """Whether an element belongs to the body, and is seen."""
        return id(element) in self._places

    def words(self, span: Span) -> str:
        """The text of a place, on one line."""
        return " ".join(self.text[span.start : span.end].split())

    def paragraph(self, offset: int) -> Span:
        """The paragraph in which a character stands; empty between paragraphs."""
        return _around(self.paragraphs, offset)

    def links(self, span: Span) -> Iterator[Tag]:
        """The `a` elements that begin in a place, claimed or not."""
        links = self._by_name["a"]
        at = bisect_left(self._link_starts, span.start)
        while at < len(links) and self._link_starts[at] <= span.end:
            if self.place(links[at]).end <= span.end:
                yield links[at]
            at += 1

    def inside(self, span: Span, *names: str) -> Iterator[Tag]:
        """The elements of these classes that begin in a place, claimed or not. As cheap as what it finds."""
        for name in names:
            elements = self._by_class.get(name, [])
            if name not in self._starts:
                self._starts[name] = sorted(
                    (self.place(element).start, n) for n, element in enumerate(elements)
                )
            starts = self._starts[name]
            for at in range(bisect_left(starts, (span.start, 0)), len(starts)):
                if starts[at][0] > span.end:
                    break
                yield elements[starts[at][1]]

    def address(self, element: Tag, name: str) -> str | None:
        """The web address in an attribute, absolute; None where there is none."""
        value = attribute(element, name)
        return resolve(self.url, value) if value else None

    def fragment(self, link: Tag) -> str | None:
        """What a link within the page points to; None when it leads elsewhere."""
        href = attribute(link, "href").strip()
        if "#" not in href:
            return None
        name = unquote(href.partition("#")[2])
        if not name or href.startswith("#") or _WORD_FRAGMENT.fullmatch(name):
            return name or None
        url = resolve(self.url, href)
        return (
            name
            if url is not None and canonical(without_fragment(url)).rstrip("/") == self._address
            else None
        )


def _around(spans: tuple[Span, ...], offset: int) -> Span:
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and offset <= spans[at].end else Span(offset, offset)
