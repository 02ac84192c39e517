"""Marks that stand within notes: their sentence is one of the note, not of the running text."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Footnote
from archiver.extract.notes import trimmed
from archiver.extract.running import Running
from archiver.extract.spans import Span, Spans

_BREAK = 1  # character that parts two notes


class Inside:
    """The text of all notes, without the marks in it."""

    def __init__(self, body: Body, footnotes: Sequence[tuple[str, Footnote]]) -> None:
        self._body = body
        self._notes = Spans(trimmed(body, note) for _, footnote in footnotes for note in footnote.notes)
        self.marks = Spans(
            mark
            for _, footnote in footnotes
            for mark in footnote.marks
            if self._notes.around(mark) is not None
        )

    def holds(self, mark: Span) -> bool:
        """Whether a mark stands in a note."""
        return self.marks.touches(mark)

    @cached_property
    def running(self) -> Running:
        """The notes as running text."""
        return Running(self._body.text, [*self.marks, *self._between()])

    def _between(self) -> Iterator[Span]:
        """What stands between the notes, but for the break that parts them."""
        at = 0
        for note in self._notes:
            yield Span(at, note.start)
            at = note.end + _BREAK
        yield Span(at, len(self._body.text))
