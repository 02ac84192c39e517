"""The places where a post may keep notes that nothing links to, and what can be made of them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from archiver.extract.finding.body import Body
from archiver.extract.finding.entries import entries_named
from archiver.extract.finding.items import Item, Items
from archiver.extract.finding.references import looks_like_reference
from archiver.extract.finding.sections import BIBLIOGRAPHY, NOTES, Sections
from archiver.extract.spans import Span

_LAST_LISTS = 4  # one of so many last `<ol>` may be the notes
_LAST_RULES = 4  # one of so many last `<hr>` may begin the notes
_LONGEST_NOTE = 2000  # characters of a paragraph that may be a note though nothing marks it
_MOST_LEFT_OVER = 3  # paragraphs after the notes


class Endnotes:
    """What a post has at its end."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._items = Items(body)
        self._sections = Sections(body)

    def titled(self) -> Iterator[Span]:
        """The sections headed Notes, then those headed References; the last first."""
        yield from self._sections.titled(NOTES)
        yield from self._sections.titled(BIBLIOGRAPHY)

    def notes(self) -> Iterator[Span]:
        """The sections headed Notes; the last first."""
        return self._sections.titled(NOTES)

    def several(self) -> list[Span]:
        """The sections headed Notes, in the order of the page, when there are several side by side."""
        areas = sorted(self._sections.titled(NOTES))
        is_apart = all(first.end <= second.start for first, second in pairwise(areas))
        return areas if len(areas) > 1 and is_apart else []

    def bibliographies(self) -> Iterator[Span]:
        """The sections headed References, Works Cited or the like; the last first."""
        return self._sections.titled(BIBLIOGRAPHY)

    def named(self) -> list[Span]:
        """The entries that software tells by name, wherever they stand; without their numbers."""
        return entries_named(self._body)

    def entries(self, area: Span) -> list[Span]:
        """The items of a section that no label tells apart: list items, or paragraphs."""
        return [item.span for item in self._items.inside(area) if item.label is None or item.is_numbered]

    def ruled(self) -> Iterator[Span]:
        """What follows the last `<hr>`, then what follows the one before."""
        for rule in self._body.all("hr")[: -_LAST_RULES - 1 : -1]:
            yield Span(self._body.place(rule).start, len(self._body.text))

    def marked(self, first: frozenset[str]) -> Iterator[Span]:
        """What follows the last line that begins with a first mark, in brackets or raised."""
        for line in reversed(self._body.lines):
            item = self._items.item(line)
            if item.label in first and not item.is_plain:
                yield Span(line.start, len(self._body.text))
                return

    def labelled(
        self, area: Span, *, first: frozenset[str], lists: bool
    ) -> list[tuple[str, tuple[Span, ...]]]:
        """The notes of an area that carry their own labels, in unbroken order from the first; without the labels.

        `first` are the labels that the first note may have. What stands between two notes belongs to the one before.
        With `lists`, the numbers of an ordered list count as labels.
        """
        notes: list[tuple[str, list[Span]]] = []
        between: list[Span] = []
        for item in self._items.inside(area):
            label = item.label if lists or not item.is_numbered else None
            if label is not None and not label.isdigit() and any(label == known for known, _ in notes):
                return []  # bullets
            if label is not None and _comes_next(label, notes[-1][0] if notes else None, first):
                if notes:
                    notes[-1][1].extend(between)
                notes.append((label, [item.text]))
                between = []
            elif notes and self._body.words(notes[-1][1][-1]):
                between.append(item.span)
            elif notes:
                notes[-1][1].append(item.span)  # the label stood alone
        return [(label, tuple(spans)) for label, spans in notes]

    def counted(self, count: int, after: int) -> tuple[Span, ...]:
        """As many notes without labels as there are marks, in a list or in paragraphs; empty when there are not.

        One or two more may follow when they read like references: a bibliography often does.
        """
        for listed in self._ordered_lists(after):
            if notes := _first(self._body, listed, count):
                return notes
        for area in (*self.titled(), *self.ruled()):
            if area.start >= after:
                for items in (self._items.inside(area), self._items.lines(area)):
                    if notes := _first(self._body, items, count):
                        return notes
        return _first(self._body, self._trailing(after), count)

    def _ordered_lists(self, after: int) -> Iterator[list[Item]]:
        for ordered in self._body.all("ol")[: -_LAST_LISTS - 1 : -1]:
            place = self._body.place(ordered)
            if place.start >= after:
                yield self._items.inside(place)

    def _trailing(self, after: int) -> list[Item]:
        """The last paragraphs that read like references, one after the other."""
        run: list[Item] = []
        skipped = 0
        for paragraph in reversed(self._body.paragraphs):
            if paragraph.start < after:
                break
            if looks_like_reference(self._body.words(paragraph)):
                run.append(self._items.item(paragraph))
            elif run:
                break
            else:
                skipped += 1
                if skipped > _MOST_LEFT_OVER:
                    break
        return run[::-1]


def _comes_next(label: str, last: str | None, first: frozenset[str]) -> bool:
    if last is None:
        return label in first
    if label.isdigit():
        return last.isdigit() and int(label) == int(last) + 1
    return not last.isdigit()


def _first(body: Body, items: Iterable[Item], count: int) -> tuple[Span, ...]:
    spans = [item.span for item in items]
    notes, more = spans[:count], spans[count:]
    if not notes or len(notes) < count or any(span.end - span.start > _LONGEST_NOTE for span in notes):
        return ()
    reads = [looks_like_reference(body.words(span)) for span in (*notes, *more)]
    if more and not (all(reads[count:]) and sum(reads[:count]) * 2 >= count):
        return ()
    return tuple(notes)
