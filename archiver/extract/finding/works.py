"""Finds the entry of an alphabetical list that an author and a year name."""

import re
from collections import defaultdict
from collections.abc import Iterable

from archiver.extract.finding.body import Body
from archiver.extract.spans import Span

YEAR = r"(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.[a-z]?|forthcoming)"

_YEARS = re.compile(YEAR)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_HEAD_ENDS = re.compile(rf"[“\"«]|\b{YEAR}")
_LONGEST_HEAD, _LONGEST_ENTRY = 120, 500  # characters that are looked at
_ANONYMOUS = "anon"  # what a work without an author is cited as
_NO_NAMES = frozenset(
    "and et al the der die und le la los in on since from until by january february march april may june july "
    "august september october november december spring summer autumn fall winter".split()
)


class Works:
    """A list of works, to be asked by author and year."""

    def __init__(self, body: Body, entries: Iterable[Span]) -> None:
        self._entries = list(entries)
        self._by_head: dict[tuple[str, str], list[int]] = defaultdict(list)  # by name and year
        self._by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._years: list[frozenset[str]] = []
        for at, entry in enumerate(self._entries):
            text = body.text[entry.start : min(entry.end, entry.start + _LONGEST_ENTRY)]
            end = _HEAD_ENDS.search(text, 0, _LONGEST_HEAD)
            head = names(text[: end.start() if end else _LONGEST_HEAD]) or frozenset([_ANONYMOUS])
            self._years.append(frozenset(_YEARS.findall(text)) or frozenset(["n.d."]))
            for year in {year[:4] for year in self._years[at]}:
                for word in head:
                    self._by_head[word, year].append(at)
                for word in names(text):
                    self._by_word[word, year].append(at)

    def find(self, author: str, year: str) -> Span | None:
        """The entry that opens with the author's names, else one that has them anywhere, of that year."""
        wanted = names(author)
        for index in (self._by_head, self._by_word) if wanted else ():
            found = set.intersection(*(set(index.get((word, year[:4]), ())) for word in wanted))
            if found:
                return self._entries[self._choose(sorted(found), year)]
        return None

    def _choose(self, entries: list[int], year: str) -> int:
        """`2019b` is the entry that says so, else the second of that author and year."""
        exact = [at for at in entries if year in self._years[at]]
        letter = ord(year[-1]) - ord("a") if len(year) == len("2019b") else 0
        return exact[0] if exact else entries[min(letter, len(entries) - 1)]


def names(text: str) -> frozenset[str]:
    """The words of a text that may be names, folded.

    >>> sorted(names("Ek, Ida, and others et al."))
    ['ek', 'ida', 'others']
    """
    return frozenset(word.casefold() for word in _WORDS.findall(text)) - _NO_NAMES
