"""Lays a part of a page out as one text that knows where each element stands in it.

White space is folded as a browser folds it. Blocks are apart by `PARAGRAPH`, as are two line breaks in a row;
a single `<br>` is a `LINE`. The place of an element is tight: no white space at its ends. Laid out as it is read, what is
preformatted keeps its lines, and a row of a table is one line, its cells apart by `CELL`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from bs4 import CData, Tag
from bs4.element import NavigableString, PageElement

from archiver.web.page import tokens

PARAGRAPH = "\n"
LINE = "\u2028"
CELL = "\t"

_LINE_ENDS = re.compile(r"\r\n?|\n")
_UNSEEN = frozenset("head noscript option script select style svg template textarea".split())
# What begins a new line: HTML, 15.3 "Flow content" to "Tables" (elements whose display is not inline).
BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav "
    "ol optgroup p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp".split()
)
# Written for screen readers alone: WordPress core, Bootstrap, HTML5 Boilerplate, Foundation.
_UNSEEN_NAMES = frozenset(
    "sr-only screen-reader-text visually-hidden visuallyhidden show-for-sr screen-reader-only".split()
)
_PREFORMATTED = frozenset(["pre", "listing", "plaintext", "xmp"])
_CELLS = ("td", "th")


@dataclass(slots=True)
class Place:
    """Where an element stands. `block` is the nearest element around it, or itself, that begins a new line."""

    element: Tag
    block: Tag
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Layout:
    """A text and the places of all elements in it, in the order of the page."""

    text: str
    places: tuple[Place, ...]


@dataclass(slots=True)
class _Pen:
    """Writes the text, and remembers which elements have not begun yet: they begin with the next word."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    gap: str = ""  # white space that is due before the next word
    waiting: list[Place] = field(default_factory=list)
    in_row: bool = False  # of a table, on one line
    in_lines: int = 0  # preformatted elements around

    def write(self, text: str) -> None:
        if self.in_lines:
            self._write_lines(text)
            return
        words = " ".join(text.split())
        if not words:
            if text:
                self.space()
            return
        if text[0].isspace():
            self.space()
        self._begin()
        self._put(words)
        if text[-1].isspace():
            self.space()

    def _write_lines(self, text: str) -> None:
        for n, line in enumerate(_LINE_ENDS.split(text)):
            if n and self.gap != PARAGRAPH:
                self.gap += LINE
            if words := line.rstrip():
                indent = words[: len(words) - len(words.lstrip())]
                self._begin()
                self._put(indent + words.lstrip())
            if self.gap != PARAGRAPH:
                self.gap += line[len(words) :]

    def space(self) -> None:
        self.gap = self.gap or " "

    def line(self) -> None:
        if self.in_row:
            self.space()
        else:
            self.gap = PARAGRAPH if self.gap in {PARAGRAPH, LINE} else LINE

    def paragraph(self) -> None:
        if self.in_row:
            self.space()
        else:
            self.gap = PARAGRAPH

    def cell(self, *, is_first: bool) -> None:
        if not is_first:
            self.gap = self.gap.strip(" ") + CELL

    def open(self, place: Place) -> None:
        self.waiting.append(place)

    def close(self, place: Place) -> None:
        if place.start >= 0:
            place.end = self.length
        elif self.gap not in {PARAGRAPH, LINE}:
            place.start = place.end = self.length
        # else it is empty at the head of a line, and stands where the line's first word will

    def finish(self) -> str:
        self._begin_waiting()
        return "".join(self.pieces)

    def _begin(self) -> None:
        if self.length:
            self._put(self.gap)
        self.gap = ""
        self._begin_waiting()

    def _begin_waiting(self) -> None:
        for place in self.waiting:
            if place.start < 0:
                place.start = place.end = self.length
        self.waiting.clear()

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def lay_out(root: Tag, *, as_read: bool = False) -> Layout:
    """The text of an element and the places of all elements in it, its own first. No recursion."""
    pen = _Pen()
    top = Place(element=root, block=root)
    places = [top]
    pen.open(top)
    stack: list[tuple[Place, Iterator[PageElement]]] = [(top, iter(root.contents))]
    while stack:
        around, nodes = stack[-1]
        node = next(nodes, None)
        if node is None:
            stack.pop()
            if as_read:
                _leave(pen, around.element)
            if around.block is around.element:
                pen.paragraph()
            pen.close(around)
        elif isinstance(node, Tag):
            if node.name not in _UNSEEN and not (as_read and _is_unseen(node)):
                place = _enter(pen, node, around)
                if as_read:
                    _enter_as_read(pen, node)
                places.append(place)
                stack.append((place, iter(node.contents)))
        elif type(node) in {NavigableString, CData}:
            pen.write(str(node))
    return Layout(text=pen.finish(), places=tuple(places))


def _enter(pen: _Pen, element: Tag, around: Place) -> Place:
    is_block = element.name in BLOCKS
    if is_block:
        pen.paragraph()
    elif element.name == "br":
        pen.line()
    place = Place(element=element, block=element if is_block else around.block)
    pen.open(place)
    return place


def _enter_as_read(pen: _Pen, element: Tag) -> None:
    if element.name in _PREFORMATTED:
        pen.in_lines += 1
    elif element.name == "tr" and is_row(element):
        pen.in_row = True
    elif element.name in _CELLS and pen.in_row:
        pen.cell(is_first=element.find_previous_sibling(_CELLS) is None)


def _is_unseen(element: Tag) -> bool:
    return "class" in element.attrs and not _UNSEEN_NAMES.isdisjoint(tokens(element, "class"))


def _leave(pen: _Pen, element: Tag) -> None:
    if element.name in _PREFORMATTED:
        pen.in_lines -= 1
    elif element.name == "tr":
        pen.in_row = False


def is_row(row: Tag) -> bool:
    """Whether a row's cells hold words or one paragraph each: it can be read as one line, and its table is none for layout."""
    return all(
        sum(1 for _ in islice(_blocks_in(cell), 2)) < 2  # noqa: PLR2004
        for cell in row.contents
        if isinstance(cell, Tag) and cell.name in _CELLS
    )


def _blocks_in(cell: Tag) -> Iterator[Tag]:
    for node in cell.descendants:
        if isinstance(node, Tag) and (node.name in BLOCKS or node.name == "br"):
            yield node
