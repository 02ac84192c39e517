"""Pairs marks with notes that carry no label, by their order alone."""

from collections.abc import Iterator, Sequence

from archiver.extract.finding.body import Body
from archiver.extract.finding.endnotes import Endnotes
from archiver.extract.finding.footnote import Footnote
from archiver.extract.finding.pairing import Mark, join


def count_off(body: Body, marks: Sequence[Mark]) -> Iterator[Footnote]:
    """The first note for mark 1, and so on: only if the marks run from 1 to n, and n notes stand after them."""
    labels = list(dict.fromkeys(mark.label for mark in marks))
    if not labels or labels != [str(number) for number in range(1, len(labels) + 1)]:
        return
    notes = Endnotes(body).counted(len(labels), after=max(mark.span.end for mark in marks))
    if notes:
        yield from join(marks, {label: (note,) for label, note in zip(labels, notes, strict=True)})
