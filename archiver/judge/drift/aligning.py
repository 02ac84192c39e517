"""Which sentence of a new text is which of the old: the same, the same elsewhere, or the same in other words.

In the manner of patience diff (Bram Cohen): what is the same is matched first, wherever it stands; the longest series of matches that
is in order in both texts has not moved. No step compares every sentence with every other.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain, pairwise
from operator import lt

_ALIKE = 0.5  # Dice coefficient of the words and pairs of words of two sentences, one of which was made of the other
_SURE = 0.75  # the same of two that stand in the same place, where no better is looked for
_ALONE = 0.3  # the same where one sentence stands in the place of one
_COMMON = 8  # sentences; a word that stands in more tells them not apart

_Features = dict[int, frozenset[Hashable]]  # of each sentence, by its number


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of places that hold the same; where something stands several times, its first with its first, and so on.

    >>> matches("abca", "bcaa")
    [(0, 2), (1, 0), (2, 1), (3, 3)]
    """
    head = _same_from_start(old, new)
    tail = _same_from_start(old[head:][::-1], new[head:][::-1])
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in range(len(new) - tail - 1, head - 1, -1):
        places[new[number]].append(number)
    found = [(number, number) for number in range(head)]
    found += [
        (number, places[old[number]].pop())
        for number in range(head, len(old) - tail)
        if places.get(old[number])
    ]
    return found + [(len(old) - n, len(new) - n) for n in range(tail, 0, -1)]


def in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series of pairs that is in order on both sides; the first sides are in order already.

    >>> in_order([(0, 2), (1, 0), (2, 1), (3, 3)])
    [(1, 0), (2, 1), (3, 3)]
    """
    places = [place for _, place in pairs]
    if all(map(lt, places, places[1:])):
        return list(pairs)
    ends: list[int] = []  # the least second side in which a series of each length ends
    at: list[int] = []  # and the pair that it belongs to
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        at[length : length + 1] = [number]
    series = []
    number = at[-1] if at else -1
    while number >= 0:
        series.append(pairs[number])
        number = before[number]
    return series[::-1]


def altered(
    old: Sequence[tuple[int, list[str]]], new: Sequence[tuple[int, list[str]]]
) -> list[tuple[int, int]]:
    """Pairs of sentences that are mostly the same, given by their numbers and words, between two that were kept."""
    ours, theirs = ({number: _features(words) for number, words in side} for side in (old, new))
    found = []
    if len(ours) == len(theirs):
        # Where every second sentence of a long text was mended, each still stands in its place.
        pairs = zip(list(ours), list(theirs), strict=True)
        found = [pair for pair in pairs if _likeness(ours[pair[0]], theirs[pair[1]]) >= _SURE]
        for one, other in found:
            del ours[one], theirs[other]
    least = _ALONE if len(old) == len(new) == 1 else _ALIKE
    return found + list(_each_once(list(_candidates(ours, theirs, least))))


def _candidates(ours: _Features, theirs: _Features, least: float) -> Iterator[tuple[float, int, int]]:
    """Likenesses below zero, so that the best is first; each sentence with two of those that have most of its rare words."""
    holders: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, features in theirs.items():
        for feature in features:
            holders[feature].append(number)
    rare = {feature: numbers for feature, numbers in holders.items() if len(numbers) <= _COMMON}
    for number, own in ours.items():
        shared = Counter(chain.from_iterable([rare[feature] for feature in own if feature in rare]))
        best = max(shared.values(), default=0) / 2  # fewer is hardly as good
        likely = [(-count, other) for other, count in shared.items() if count >= best]
        for _, other in sorted(likely)[:2]:
            likeness = _likeness(own, theirs[other])
            if likeness >= least:
                yield -likeness, number, other


def _likeness(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _each_once(found: Sequence[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    taken: set[tuple[str, int]] = set()
    for _, one, other in sorted(found):
        if ("old", one) not in taken and ("new", other) not in taken:
            taken |= {("old", one), ("new", other)}
            yield one, other


def _features(words: list[str]) -> frozenset[Hashable]:
    return frozenset([*words, *pairwise(words)])


def _same_from_start(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    return next(
        (n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
