"""Where quoted words stand in a text though a few of them were changed, put in or left out on the way.

A place is found by the pairs of words that it shares with the quotation, and judged by the least number of words that must be
changed to make the one of the other (Levenshtein; by Myers' bit vectors, as he gave them for searching in J. ACM 46, 1999).
Nothing is longer than the text times a constant.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from archiver.extract.scripts import UNSPACED, WHOLE_WORD

# Of 400 runs of eight words of WCXB's development pages none stands so nearly in 50,000 words of other sites; of seven words one
# does, of six two: `benchmarks/quotes.py`.
LEAST = 8  # words of a quotation, or of its longest part, of which some may differ
AGREEING = 0.8  # of its words stand there, less those that were put in between
_LETTERS = 2  # of a script without spaces are a word
_MOST = 5_000  # words of a part; a longer one is looked for as it stands only
_PARTS = 20  # between ellipses
_APART = 4_000  # words that an ellipsis may leave out
_COMMON = 64  # places of a pair of words; where it has more, it tells little
_TRIES = 16  # places that are judged, those that share most first

_BRITISH = (  # endings that are spelt in two ways, in words of six letters and more
    (re.compile(r"is(e[ds]?|ers?|ing|ations?)$"), r"iz\1"),
    (re.compile(r"ys(e[ds]?|ers?|ing)$"), r"yz\1"),
    (re.compile(r"(?<=..)our(?=$|s$|ed$|ing$|ful|able|ite|less|al)"), "or"),
    (re.compile(r"ll(?=(?:ed|ing|ers?|ors?)$)"), "l"),
    (re.compile(r"(?<=[tb])re(s?)$"), r"er\1"),
    (re.compile(r"ence(s?)$"), r"ense\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
)
_SPELT = 6  # letters


class Place(NamedTuple):
    """Where a quotation stands: characters from `start` to before `end`, and the share of its words that agree."""

    start: int
    end: int
    agreement: float


class _Run(NamedTuple):
    """Words of the text from `first` to before `after`, and how many of them or of the quotation must be changed."""

    first: int
    after: int
    changes: int


class Wording:
    """The words of a text, whose case and typography are folded, and where each pair of them stands."""

    def __init__(self, folded: str) -> None:
        self._starts, self._ends = array("q"), array("q")
        self._words: list[int] = []
        self._numbers: dict[str, int] = {}  # of each word, however it is spelt
        for word in WHOLE_WORD.finditer(folded):
            self._starts.append(word.start())
            self._ends.append(word.end())
            self._words.append(self._numbers.setdefault(_spelt(word[0]), len(self._numbers)))
        self._last: dict[int, int] = {}  # place of each pair
        self._before = array("q")  # of each place, where its pair stood before
        for at, pair in enumerate(self._pairs(self._words)):
            self._before.append(self._last.get(pair, -1))
            self._last[pair] = at

    def find(self, parts: Sequence[str]) -> Place | None:
        """The place where the parts of a quotation stand in their order, most nearly; the first of several."""
        wanted = [[_spelt(word) for word in WHOLE_WORD.findall(part)] for part in parts]
        wanted = [part for part in wanted if part]
        main = max(range(len(wanted)), key=lambda number: len(wanted[number]), default=0)
        if not wanted or len(wanted) > _PARTS or not LEAST <= _size(wanted[main]) <= _MOST:
            return None
        numbers = [[self._numbers.get(word, -1) for word in part] for part in wanted]
        allowed = [_allowed(part) for part in wanted]
        for run in self._runs(numbers[main], allowed[main]):
            runs = self._around(run, numbers, allowed, main)
            if runs is not None:
                changes = sum(each.changes for each in runs)
                agreement = 1 - changes / sum(map(len, wanted))
                return Place(self._starts[runs[0].first], self._ends[runs[-1].after - 1], agreement)
        return None

    def _pairs(self, words: Sequence[int]) -> Iterator[int]:
        most = len(self._numbers) + 1
        return (one * most + other for one, other in pairwise(words))

    def _around(
        self, run: _Run, parts: Sequence[Sequence[int]], allowed: Sequence[int], main: int
    ) -> list[_Run] | None:
        """The nearest places of the other parts before and after that of the main one."""
        runs = [run]
        for number in range(main - 1, -1, -1):
            before = self._words[max(0, runs[0].first - _APART) : runs[0].first][::-1]
            found = _nearest(parts[number][::-1], before, allowed[number])
            if found is None:
                return None
            at = runs[0].first
            runs.insert(0, _Run(at - found.after, at - found.first, found.changes))
        for number in range(main + 1, len(parts)):
            at = runs[-1].after
            found = _nearest(parts[number], self._words[at : at + _APART], allowed[number])
            if found is None:
                return None
            runs.append(_Run(at + found.first, at + found.after, found.changes))
        return runs

    def _runs(self, part: Sequence[int], allowed: int) -> list[_Run]:
        """Where a part may stand, the best first."""
        found = set()
        for start, end in self._windows(part, allowed):
            run = _nearest(part, self._words[start:end], allowed)
            if run is not None:
                found.add(_Run(start + run.first, start + run.after, run.changes))
        return sorted(found, key=lambda run: (run.changes, run.first))

    def _windows(self, part: Sequence[int], allowed: int) -> list[tuple[int, int]]:
        """Where enough pairs of words stand at about the same distances: each change spoils two of them, and shifts by one."""
        wide = allowed + 1
        votes = Counter[int]()
        needed = len(part) - 1 - 2 * allowed
        for at, pair in enumerate(self._pairs(part)):
            place, seen = self._last.get(pair, -1), 0
            while place >= 0 and seen < _COMMON:
                votes[(place - at) // wide] += 1
                place, seen = self._before[place], seen + 1
            needed -= seen == _COMMON
        both = {shift: votes[shift] + votes.get(shift + 1, 0) for each in votes for shift in (each - 1, each)}
        likely = sorted((-count, shift) for shift, count in both.items() if count >= max(1, needed))
        length = len(part) + 2 * wide + allowed
        return [
            (max(0, shift * wide - allowed), max(0, shift * wide + length)) for _, shift in likely[:_TRIES]
        ]


def _nearest(part: Sequence[int], text: Sequence[int], allowed: int) -> _Run | None:
    """The run of words that a part differs least from, if it is by no more than what is allowed; the first of several."""
    after, changes = best_end(part, text)
    if changes > allowed:
        return None
    back, _ = best_end(part[::-1], text[max(0, after - len(part) - changes) : after][::-1])
    return _Run(after - back, after, changes) if back else None


def best_end(part: Sequence[int], text: Sequence[int]) -> tuple[int, int]:
    """Where the run ends to which the fewest changes lead, and how many; the first of several, so that its last word agrees."""
    length = len(part)
    places: dict[int, int] = {}
    for at, word in enumerate(part):
        places[word] = places.get(word, 0) | 1 << at
    places.pop(-1, None)  # a word that the text has not
    whole, top = (1 << length) - 1, 1 << length - 1
    more, fewer, changes = whole, 0, length
    best, end = length, 0
    for at, word in enumerate(text, start=1):
        same = places.get(word, 0)
        across = (((same & more) + more) ^ more) | same
        up = (fewer | ~(across | more)) & whole
        down = more & across
        changes += bool(up & top) - bool(down & top)
        up = up << 1 & whole
        same |= fewer
        more = (down << 1 | ~(same | up)) & whole
        fewer = up & same
        if changes < best:
            best, end = changes, at
    return end, best


def _allowed(part: Sequence[str]) -> int:
    """Words that may differ."""
    return int(len(part) * (1 - AGREEING) + 1e-9) if _size(part) >= LEAST else 0


def _size(part: Sequence[str]) -> float:
    letters = sum(len(word) == 1 and UNSPACED.match(word) is not None for word in part)
    return len(part) - letters + letters / _LETTERS


def _spelt(word: str) -> str:
    """A word in one of its two English spellings.

    >>> [_spelt(word) for word in ("realised", "colourful", "traveller", "centre", "wise")]
    ['realized', 'colorful', 'traveler', 'center', 'wise']
    """
    if len(word) >= _SPELT and word.isascii():
        for ending, other in _BRITISH:
            word = ending.sub(other, word)
    return word
