"""Pairs marks with notes that carry the same label."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from archiver.extract.finding.body import Body
from archiver.extract.finding.endnotes import Endnotes
from archiver.extract.finding.footnote import Footnote
from archiver.extract.finding.marks import is_exponent, labels_at, raised
from archiver.extract.spans import Span


class Mark(NamedTuple):
    """A mark that nothing links: what it says, and where. Two marks may share a place (`1,2`)."""

    label: str
    span: Span


def raised_numbers(body: Body) -> list[Mark]:
    """The numbers set as superscript, but for exponents."""
    places = [body.place(element) for element in raised(body)]
    return [
        Mark(label, place)
        for place in places
        if not is_exponent(body.text, place.start)
        for label in labels_at(body, place)
    ]


def pair(body: Body, marks: Sequence[Mark], *, lists_anywhere: bool = False) -> Iterator[Footnote]:
    """The footnotes of the first place whose notes carry the marks' labels: at least half of them.

    In a place without a title, half of the notes must have a mark, too. The places, best first: sections titled Notes or References, what follows a rule, what follows the last line that
    begins with the first mark, what follows the last mark. The numbers of an ordered list count as labels under a
    title, elsewhere only if told so.
    """
    if not marks:
        return
    first = _first_labels(marks)
    ends = Endnotes(body)
    untitled = (*ends.ruled(), *ends.marked(first), Span(marks[-1].span.end, len(body.text)))
    for area, is_titled in (*((area, True) for area in ends.titled()), *((area, False) for area in untitled)):
        outside = [mark for mark in marks if not area.start <= mark.span.start < area.end]
        lists = is_titled or lists_anywhere
        notes = dict(ends.labelled(area, first=first, lists=lists)) if outside else {}
        labels = {mark.label for mark in outside}
        shared = len(labels & notes.keys())
        if shared and 2 * shared >= (len(labels) if is_titled else max(len(labels), len(notes))):
            yield from join(outside, notes)
            return


def join(marks: Iterable[Mark], notes: dict[str, tuple[Span, ...]]) -> Iterator[Footnote]:
    """One footnote a label, be it of a mark or of a note or both."""
    places: dict[str, list[Span]] = {label: [] for label in notes}
    for mark in marks:
        places.setdefault(mark.label, []).append(mark.span)
    for label, spans in places.items():
        yield Footnote(label=label, marks=tuple(spans), notes=notes.get(label, ()))


def _first_labels(marks: Sequence[Mark]) -> frozenset[str]:
    """Notes count from 1, or go on from an earlier page of the post; signs come in any order."""
    numbers = [int(mark.label) for mark in marks if mark.label.isdigit()]
    return frozenset(["1", str(min(numbers))] if numbers else [mark.label for mark in marks])
