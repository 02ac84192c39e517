"""Words that were broken at the end of a line, made whole as the document itself writes them elsewhere."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
_LAST = re.compile(r"(?:[^\W_]+[-\u2010'’])*[^\W_]+$")
_FIRST = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_LONGEST_ADDRESS = 300
_HYPHENS = "-\u2010\u00ad"
_SOFT = "\u00ad"
_WHOLE = 3  # letters: shorter parts are no words, whatever else stands in the text


class Words:
    """The words of a document, from which it is told whether a hyphen belongs to one."""

    def __init__(self, lines: Iterable[str], broken: Iterable[tuple[str, str]]) -> None:
        self.simple: set[str] = set()
        self.compound: set[str] = set()
        for line in lines:
            for word in _WORD.findall(line.casefold()):
                (self.compound if "-" in word or "\u2010" in word else self.simple).add(word)
        # Where no line ends but after a whole word, nothing was ever hyphenated, and every hyphen is the author's.
        self.hyphenates = any(
            left[-1:] != _SOFT and not (self._is_word(parts[0]) and self._is_word(parts[1]))
            for left, right in broken
            if (parts := _parts(left, right)) and parts[1][0].islower()
        )

    def joined(self, left: str, right: str) -> str:
        """Two lines as one, the first of which ends in a hyphen.

        >>> words = Words(["a well-known book", "a careful hand"], [("care-", "ful")])
        >>> words.joined("it is a well-", "known, old book"), words.joined("Be care-", "ful")
        ('it is a well-known, old book', 'Be careful')
        """
        bare = left.rstrip(_HYPHENS)
        if left.endswith(_SOFT):
            return bare + right
        parts = _parts(left, right)
        if parts is None or _ADDRESS.search(bare[-_LONGEST_ADDRESS:]) or self._keeps(*parts):
            return f"{bare}-{right}"
        return bare + right

    def _keeps(self, left: str, right: str) -> bool:
        whole = f"{left}{right}".casefold()
        if f"{left}-{right}".casefold() in self.compound:
            return True
        if whole in self.simple:
            return False
        if left.isupper() and right.isupper() and len(left) > 1:
            return False  # a heading in capitals
        # In a chain of hyphens; before a name or a number.
        if "-" in left or not right[0].islower() or left[-1].isdigit():
            return True
        return not self.hyphenates and self._is_word(left) and self._is_word(right)

    def _is_word(self, part: str) -> bool:
        return len(part) >= _WHOLE and part.casefold() in self.simple


def _parts(left: str, right: str) -> tuple[str, str] | None:
    """The two parts of the broken word; None where there are not two."""
    before, after = _LAST.search(left.rstrip(_HYPHENS)[-80:]), _FIRST.match(right)
    return (before[0], after[0]) if before and after else None
