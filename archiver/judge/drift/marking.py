"""The words that were removed and added in an altered sentence."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby, islice

from archiver.extract.scripts import WORD
from archiver.judge.drift.folding import letters
from archiver.models.difference import Fate, Piece

_TOKEN = re.compile(rf"(?:{WORD.pattern}|[^\w\s])\s*|\s+")
_DEAREST = 40_000  # pairs of words of two sentences that are compared, after what is the same at both ends


class Marker:
    """Marks words in pairs of sentences, until it has cost too much; then only what the ends have in common."""

    def __init__(self, budget: int = 4_000_000) -> None:
        self._left = budget  # pairs of words
        self._known: dict[str, str] = {}  # words come again and again

    def _folded(self, token: str) -> str:
        known = self._known.get(token)
        if known is None:
            known = self._known[token] = letters(token)
        return known

    def mark(self, old: str, new: str) -> tuple[Piece, ...]:
        """The pieces of both sentences in the order in which they are read.

        >>> [(str(piece.fate), piece.text) for piece in Marker().mark("It is “red”.", "It is not 'red'.")]
        [('kept', 'It is '), ('added', 'not '), ('kept', "'red'.")]
        """
        before, after = _TOKEN.findall(old), _TOKEN.findall(new)
        pieces = self._pieces(before, after)
        return tuple(
            Piece(fate, "".join(piece.text for piece in run))
            for fate, run in groupby((piece for piece in pieces if piece.text), lambda piece: piece.fate)
        )

    def _pieces(self, before: list[str], after: list[str]) -> Iterator[Piece]:
        head = self._same(zip(before, after, strict=False))
        most = min(len(before), len(after)) - head
        tail = self._same(islice(zip(reversed(before), reversed(after), strict=False), most))
        ends = len(before) - tail, len(after) - tail
        yield Piece(Fate.KEPT, "".join(after[:head]))
        for fate, tokens in self._middle(before[head : ends[0]], after[head : ends[1]]):
            yield Piece(fate, "".join(tokens))
        yield Piece(Fate.KEPT, "".join(after[ends[1] :]))

    def _same(self, pairs: Iterable[tuple[str, str]]) -> int:
        """How many are the same before the first that is not."""
        count = 0
        for one, other in pairs:
            if one != other and self._folded(one) != self._folded(other):
                break
            count += 1
        return count

    def _middle(self, before: list[str], after: list[str]) -> Iterator[tuple[Fate, list[str]]]:
        cost = len(before) * len(after)
        if cost <= 1 or cost > min(self._left, _DEAREST):
            yield Fate.REMOVED, before
            yield Fate.ADDED, after
            return
        self._left -= cost
        ours, theirs = ([self._folded(token) for token in tokens] for tokens in (before, after))
        for tag, start, end, from_, to in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
            if tag == "equal":
                yield Fate.KEPT, after[from_:to]
            else:
                yield Fate.REMOVED, before[start:end]
                yield Fate.ADDED, after[from_:to]
