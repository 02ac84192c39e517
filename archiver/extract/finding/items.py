"""The items of a stretch of a post: list items, paragraphs, and lines that begin with a mark."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.marks import SUPERSCRIPTS, SYMBOLS, label_at, label_of, raised
from archiver.extract.layout import LINE
from archiver.extract.spans import Span
from archiver.web.page import attribute

_HEAD = re.compile(
    rf"(?P<sign>\[\^?\d{{1,3}}\]|\(\d{{1,3}}\)|[{SUPERSCRIPTS}]{{1,3}}|[{re.escape(SYMBOLS)}]{{1,4}}|\d{{1,3}}(?=[.:)\s]|$))"
    r"[.:)]?\s?"
)
_AFTER_RAISED = re.compile(r"[.:)]?\s?")
_UNNUMBERED = re.compile(r"list-style(?:-type)?:\s*none")
_PIECES = re.compile(f"[^{LINE}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A list item, a paragraph, or a line."""

    span: Span
    text: Span  # without the mark that it begins with
    label: str | None = None  # that mark, or the number that an ordered list gives it
    is_numbered: bool = False  # the list gives it
    is_plain: bool = False  # a number without brackets or raising: `3. May` is no mark


class Items:
    """The items of a body. Those in claimed parts are left out."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._raised = {place.start: place for place in map(body.place, raised(body))}
        self._numbers = _list_numbers(body)
        self._list_items = [
            element for element in body.all("li") if body.place(element).end > body.place(element).start
        ]
        self._list_starts = [body.place(element).start for element in self._list_items]
        self._paragraph_starts = [paragraph.start for paragraph in body.paragraphs]

    def inside(self, area: Span) -> list[Item]:
        """Items in order. A list item within another belongs to that."""
        found: list[Item] = []
        end = area.start
        for at in range(bisect_left(self._list_starts, area.start), len(self._list_items)):
            element = self._list_items[at]
            place = self._body.place(element)
            if place.start >= area.end:
                break
            if place.start >= end and place.end <= area.end:
                found += self._paragraphs(Span(end, place.start))
                found.append(self.list_item(element))
                end = place.end
        return [*found, *self._paragraphs(Span(end, area.end))]

    def lines(self, area: Span) -> list[Item]:
        """Every line of the area as an item of its own."""
        return [
            self.item(line) for line in self._body.lines if area.start <= line.start and line.end <= area.end
        ]

    def item(self, line: Span) -> Item:
        """A line as an item."""
        mark = self._raised.get(line.start)
        if mark is not None and (label := label_at(self._body, mark)):
            rest = _AFTER_RAISED.match(self._body.text, mark.end)
            return Item(span=line, label=label, text=Span(rest.end() if rest else mark.end, line.end))
        head = _HEAD.match(self._body.text, line.start, line.end)
        if head is None:
            return Item(span=line, text=line)
        sign = head["sign"]
        return Item(
            span=line,
            label=label_of(sign),
            text=Span(head.end(), line.end),
            is_plain=sign.isascii() and sign.isdigit(),
        )

    def list_item(self, element: Tag) -> Item:
        """An `<li>` as an item. The number that its list gives it is its label."""
        place, number = self._body.place(element), self._numbers.get(id(element))
        item = self.item(place)
        if number is None:
            return item
        is_own = item.label == number and (not item.is_plain or _shows_no_number(element))
        text = item.text if is_own else place
        return Item(span=place, label=number, text=text, is_numbered=True)

    def _paragraphs(self, area: Span) -> Iterator[Item]:
        at = bisect_left(self._paragraph_starts, area.start)
        while at < len(self._paragraph_starts) and self._paragraph_starts[at] < area.end:
            paragraph = self._body.paragraphs[at]
            at += 1
            if paragraph.end <= area.end and self._body.is_free(paragraph):
                yield from self._marked_lines(paragraph)

    def _marked_lines(self, paragraph: Span) -> Iterator[Item]:
        starts = [paragraph.start]
        starts += [
            piece.start()
            for piece in _PIECES.finditer(self._body.text, paragraph.start, paragraph.end)
            if piece.start() > paragraph.start and self.item(Span(*piece.span())).label
        ]
        for start, end in zip(starts, [*(start - 1 for start in starts[1:]), paragraph.end], strict=True):
            yield self.item(Span(start, end))


def _shows_no_number(element: Tag) -> bool:
    """Whether a list leaves its numbers to the words of its items."""
    styles = (attribute(element, "style"), attribute(element.parent, "style"))
    return any(_UNNUMBERED.search(style) for style in styles)


def _list_numbers(body: Body) -> dict[int, str]:
    """The numbers that ordered lists show before their items (HTML, 4.4.5: `start` and `value`)."""
    numbers: dict[int, str] = {}
    for ordered in body.all("ol"):
        if ordered.has_attr("reversed"):
            continue
        number = _integer(attribute(ordered, "start"), default=1)
        for element in ordered.contents:
            if isinstance(element, Tag) and element.name == "li":
                number = _integer(attribute(element, "value"), default=number)
                numbers[id(element)] = str(number)
                number += 1
    return numbers


def _integer(text: str, *, default: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text.strip()) else default
