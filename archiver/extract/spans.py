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

    def gaps(self, span: Span) -> Iterator[Span]:
        """The parts of a place that do not belong to the set, in their order."""
        at, number = span.start, max(0, bisect_right(self._starts, span.start) - 1)
        while number < len(self._spans) and self._spans[number].start < span.end:
            taken = self._spans[number]
            if taken.start > at:
                yield Span(at, taken.start)
            at = max(at, taken.end)
            number += 1
        if at < span.end:
            yield Span(at, span.end)

    def around(self, span: Span) -> Span | None:
        """The place of the set that a place lies in; None where it is as large, or larger, or empty."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or span.end <= span.start:
            return None
        outer = self._spans[at]
        return outer if span.end <= outer.end and outer != span else None

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
