"""Finds the entry of an alphabetical list that an author and a year name."""

import re
from collections import defaultdict
from collections.abc import Iterable

from archiver.extract.body import Body
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
        self._by_head: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._years: list[frozenset[str]] = []
        for at, entry in enumerate(self._entries):
            text = body.text[entry.start : min(entry.end, entry.start + _LONGEST_ENTRY)]
            end = _HEAD_ENDS.search(text, 0, _LONGEST_HEAD)
            head = text[: end.start() if end else _LONGEST_HEAD]
            if not names(head):
                self._by_head[_ANONYMOUS].append(at)
            for index, part in ((self._by_head, head), (self._by_word, text)):
                for word in names(part):
                    index[word].append(at)
            self._years.append(frozenset(_YEARS.findall(text)) or frozenset(["n.d."]))

    def find(self, author: str, year: str) -> Span | None:
        """The entry that opens with the author's names, else one that has them anywhere, of that year."""
        wanted = names(author)
        if not wanted:
            return None
        for index in (self._by_head, self._by_word):
            found = set.intersection(*(set(index.get(word, ())) for word in wanted))
            if entries := [at for at in sorted(found) if self._is_of(at, year)]:
                return self._entries[self._choose(entries, year)]
        return None

    def _is_of(self, entry: int, year: str) -> bool:
        return any(known[:4] == year[:4] for known in self._years[entry])

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
