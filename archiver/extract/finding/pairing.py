"""Pairs marks with notes that carry the same label."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from archiver.extract.finding.body import Body
from archiver.extract.finding.endnotes import Endnotes
from archiver.extract.finding.footnote import Footnote
from archiver.extract.finding.marks import is_exponent, labels_at, raised
from archiver.extract.spans import Span

_MOST_SECTIONS = 40  # that are tried, from the last on

_Notes = dict[str, tuple[Span, ...]]


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

    In a place without a title, half of the notes must have a mark, too. The places, best first: sections titled Notes or
    References, what follows a rule, what follows the last line that begins with the first mark, what follows the last
    mark. The numbers of an ordered list count as labels under a title, elsewhere only if told so. Where several parts of a
    post have notes of their own, the marks of each belong to those.
    """
    if not marks:
        return
    ends = Endnotes(body)
    apart = list(_apart(ends, marks))
    if len(apart) > 1:
        yield from _joined(apart)
        return
    first = _first_labels(marks)
    untitled = (*ends.ruled(), *ends.marked(first), Span(marks[-1].span.end, len(body.text)))
    for area, is_titled in (
        *((area, True) for area in islice(ends.titled(), _MOST_SECTIONS)),
        *((area, False) for area in untitled),
    ):
        outside = [mark for mark in marks if not area.start <= mark.span.start < area.end]
        lists = is_titled or lists_anywhere
        notes = dict(ends.labelled(area, first=first, lists=lists)) if outside else {}
        labels = {mark.label for mark in outside}
        shared = len(labels & notes.keys())
        if shared and 2 * shared >= (len(labels) if is_titled else max(len(labels), len(notes))):
            yield from join(outside, notes)
            return


def _apart(ends: Endnotes, marks: Sequence[Mark]) -> Iterator[tuple[list[Mark], _Notes]]:
    """The parts of a post that have notes of their own, each with its marks; none when one lacks its notes."""
    parts: list[tuple[list[Mark], _Notes]] = []
    ordered = sorted(marks, key=lambda mark: mark.span)
    starts = [mark.span.start for mark in ordered]
    at = 0
    for area in ends.several():
        group = ordered[bisect_left(starts, at) : bisect_left(starts, area.start)]
        at = area.end
        labels = frozenset(mark.label for mark in group)
        notes = dict(ends.labelled(area, first=labels, lists=True)) if group else {}
        if group and 2 * len(labels & notes.keys()) < len(labels):
            return
        if group:
            parts.append((group, notes))
    yield from parts


def _joined(apart: Sequence[tuple[list[Mark], _Notes]]) -> Iterator[Footnote]:
    """Numbers that go on from part to part are those of one list; others begin anew."""
    together = {label: note for _, notes in apart for label, note in notes.items()}
    if len(together) == sum(len(notes) for _, notes in apart):
        yield from join([mark for group, _ in apart for mark in group], together)
        return
    for group, notes in apart:
        yield from join(group, notes)


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
