"""Places in a text, and sets of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a text: from `start` to before `end`."""

    start: int
    end: int


class Spans:
    """A set of places. Those that overlap are one; empty ones are none."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = _merged(spans)
        self._starts = [span.start for span in self._spans]

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def touches(self, span: Span) -> bool:
        """Whether a part of the place belongs to the set; of an empty place, whether both its sides do."""
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self._spans[at].end > span.start

    def holds(self, offset: int) -> bool:
        """Whether the character belongs to the set."""
        return self.touches(Span(offset, offset + 1))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.end > span.start):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
