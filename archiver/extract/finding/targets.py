"""How far a note reaches around the element that a mark points to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.items import Items
from archiver.extract.finding.links import NoteLink
from archiver.extract.finding.marks import label_at, label_of
from archiver.extract.spans import Span
from archiver.web.page import attribute

# An element that is a note as a whole: what is around it holds more than the note.
_WHOLE = frozenset("li dd tr td aside table ol ul dl section details".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_LONGEST_LABEL = 60  # characters of a label with its back-links
_NEAR = 3  # characters between a mark and the element that its note leads back to
_SIGNS = re.compile(r"[\s()\[\],^]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note that something points to."""

    spans: tuple[Span, ...]
    label: str | None  # that it begins with, or that its list gives it
    block: Tag  # all of it, with the label where that stands inside


class Targets:
    """The elements that marks point to, and the notes around them."""

    def __init__(self, body: Body, links: Iterable[NoteLink]) -> None:
        links = tuple(links)
        self._body = body
        self._items = Items(body)
        self._starts = sorted({body.place(link.target).start for link in links if link.target is not None})
        self._marks = sorted(link.span.start for link in links)

    def note(self, target: Tag) -> Note | None:
        """The note that an element belongs to; None when it is a heading, or stands alone."""
        body = self._body
        block, place = body.block(target), body.place(target)
        if self._shares(place, body.place(block)) or block is body.root:
            item = self._items.item(self._in_a_shared_block(place, body.place(block)))
            return (
                Note(spans=(item.text,), label=item.label, block=target)
                if item.span.end > item.span.start
                else None
            )
        while self._may_grow(block):
            assert block.parent is not None
            block = block.parent
        if (label := self._only_label(body.place(block))) is not None:
            spans = tuple(self._beside(block))
            return (
                Note(spans=spans, label=None if block.name in _HEADINGS else label, block=block)
                if spans
                else None
            )
        if block.name in _HEADINGS:
            return None
        item = self._items.list_item(block)
        return Note(spans=(item.text,), label=item.label or self._linked_label(block), block=block)

    def links_back(self, note: Note, links: Iterable[NoteLink]) -> bool:
        """Whether a note holds a link to one of its marks, or to the block around it."""
        body = self._body
        reach = Span(body.place(note.block).start, note.spans[-1].end)
        names = {name for link in body.links(reach) if (name := body.fragment(link))}
        starts = sorted({start for name in names for start in body.named_near(name, reach.start)})
        for link in links:
            at = bisect_left(starts, link.span.start - _NEAR)
            is_near = at < len(starts) and starts[at] <= link.span.end + _NEAR
            around = attribute(body.block(link.link), "id")
            if is_near or around in names or around.removeprefix("user-content-") in names:
                return True
        return False

    def _only_label(self, span: Span) -> str | None:
        """The label, when a place holds no more than that and links within the post."""
        body = self._body
        if span.end - span.start > _LONGEST_LABEL:
            return None
        rest, at = "", span.start
        for link in body.links(span):
            if body.fragment(link) is not None:
                rest += body.text[at : body.place(link).start]
                at = body.place(link).end
        rest = _SIGNS.sub("", rest + body.text[at : span.end])
        return label_of(rest) if rest else label_of(body.words(span)) or ""

    def _linked_label(self, block: Tag) -> str | None:
        """The label that a note begins with, where that is a link within the post, wherever it leads."""
        place = self._body.place(block)
        link = next(self._body.links(place), None)
        is_label = (
            link is not None and self._body.place(link).start == place.start and self._body.fragment(link)
        )
        return label_at(self._body, self._body.place(link)) if link is not None and is_label else None

    def _shares(self, place: Span, block: Span) -> bool:
        """Whether another note begins in the same block."""
        return bisect_left(self._starts, block.end) - bisect_left(self._starts, block.start) > (
            place.start < block.end
        )

    def _in_a_shared_block(self, place: Span, block: Span) -> Span:
        """Several notes in one block, apart by line breaks: up to the next one, or to the end of the paragraph."""
        end = min(self._next(place.start, self._starts), block.end, self._body.paragraph(place.start).end)
        return Span(place.start, int(end))

    def _may_grow(self, block: Tag) -> bool:
        """Whether the element around holds this note alone, from its first word on."""
        parent = block.parent
        if parent is None or block is self._body.root or parent is self._body.root or block.name in _WHOLE:
            return False
        inner, outer = self._body.place(block), self._body.place(parent)
        return (
            outer.start == inner.start
            and self._next(inner.start, self._starts) >= outer.end
            and self._next(inner.start, self._marks) >= outer.end
        )

    def _beside(self, block: Tag) -> Iterator[Span]:
        """The text of a label that stands alone: the row's other cells, the definition, what follows a heading."""
        body = self._body
        if block.name in {"td", "th"} and block.parent is not None:
            yield Span(body.place(block).end, body.place(block.parent).end)
            return
        for sibling in block.next_siblings:
            if not isinstance(sibling, Tag) or not body.holds(sibling):
                continue
            place = body.place(sibling)
            if (
                sibling.name in {block.name, "hr", *_HEADINGS}
                or self._next(place.start - 1, self._starts) < place.end
            ):
                return
            if place.end > place.start:
                yield place
                if block.parent is body.root:
                    return  # nothing tells where the note ends

    @staticmethod
    def _next(offset: int, starts: list[int]) -> float:
        at = bisect_right(starts, offset)
        return starts[at] if at < len(starts) else float("inf")
