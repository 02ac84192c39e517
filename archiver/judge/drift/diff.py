"""What became of each sentence between two captures, whichever of them is the older."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from archiver.extract.spans import Span
from archiver.judge.drift.aligning import altered, in_order, matches
from archiver.judge.drift.folding import letters, words
from archiver.judge.drift.marking import Marker
from archiver.judge.drift.sentences import sentences
from archiver.models.difference import Difference, Fate

_MOST = 60_000  # sentences of both texts that may be altered; where more stand, they are removed and added
_LONGEST = 20_000_000  # characters that are split; what follows counts as one sentence


@dataclass(frozen=True)
class _Side:
    """A text and its sentences."""

    text: str
    known: dict[str, tuple[Span, ...]]

    @cached_property
    def places(self) -> tuple[Span, ...]:
        rest = (Span(_LONGEST, len(self.text)),) if len(self.text) > _LONGEST else ()
        return (*sentences(self.text[:_LONGEST], self.known), *rest)

    @cached_property
    def said(self) -> list[str]:
        return [self.text[start:end] for start, end in self.places]

    def start(self, number: int) -> int:
        return self.places[number].start


def diff(old_text: str, new_text: str) -> tuple[Difference, ...]:
    """Every sentence of both texts, with what became of it.

    >>> for each in diff("It rained. He left. Nobody came.", "It rained. Nobody came back. She left."):
    ...     print(each.fate, each.old, "|", each.new)
    kept It rained. | It rained.
    removed He left. | None
    altered Nobody came. | Nobody came back.
    added None | She left.
    """
    known: dict[str, tuple[Span, ...]] = {}  # lines of both
    return tuple(_differences(_Side(old_text, known), _Side(new_text, known)))


def _differences(old: _Side, new: _Side) -> Iterator[Difference]:
    key_of = {said: letters(said) for said in {*old.said, *new.said}}
    pairs = matches(*([key_of[said] for said in side.said] for side in (old, new)))
    kept = in_order(pairs)
    changed = list(_altered(old, new, kept, pairs))
    fates = {place: (number, Fate.MOVED) for number, place in pairs}
    fates |= {place: (number, Fate.KEPT) for number, place in kept}
    fates |= {place: (number, Fate.ALTERED) for number, place in changed}
    known = {number for number, _ in fates.values()}
    marker = Marker()
    last = (-1, -1)
    for anchor in [*in_order(sorted([*kept, *changed])), (len(old.places), len(new.places))]:
        if anchor[0] == last[0] + 1 and anchor[1] == last[1] + 1 and anchor[1] < len(new.places):
            yield _difference(old, new, anchor[1], fates.get(anchor[1]), marker)  # where nothing came between
            last = anchor
            continue
        for number in range(last[0] + 1, anchor[0]):
            if number not in known:
                yield Difference(fate=Fate.REMOVED, old=old.said[number], old_start=old.start(number))
        for place in range(last[1] + 1, min(anchor[1] + 1, len(new.places))):
            yield _difference(old, new, place, fates.get(place), marker)
        last = anchor


def _difference(
    old: _Side, new: _Side, place: int, found: tuple[int, Fate] | None, marker: Marker
) -> Difference:
    said = new.said[place]
    if found is None:
        return Difference(fate=Fate.ADDED, new=said, new_start=new.start(place))
    number, fate = found
    was = old.said[number]
    return Difference(
        fate=fate,
        old=was,
        new=said,
        old_start=old.start(number),
        new_start=new.start(place),
        pieces=marker.mark(was, said) if fate is Fate.ALTERED else (),
    )


def _altered(
    old: _Side, new: _Side, kept: Sequence[tuple[int, int]], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Altered sentences: each stands between the same two sentences as the one that it was made of."""
    taken = {number for number, _ in pairs}, {place for _, place in pairs}
    left = _MOST
    last = (-1, -1)
    for anchor in [*kept, (len(old.places), len(new.places))]:
        if last[0] + 1 == anchor[0] or last[1] + 1 == anchor[1]:
            last = anchor
            continue
        ours, theirs = (
            [number for number in range(last[which] + 1, anchor[which]) if number not in taken[which]]
            for which in (0, 1)
        )
        if ours and theirs and len(ours) + len(theirs) <= left:
            left -= len(ours) + len(theirs)
            yield from altered(_worded(old, ours), _worded(new, theirs))
        last = anchor


def _worded(side: _Side, numbers: Sequence[int]) -> list[tuple[int, list[str]]]:
    return [(number, words(side.said[number])) for number in numbers]
