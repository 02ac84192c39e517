"""The words that were removed and added in an altered sentence."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from archiver.judge.drift.folding import WORD, letters
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
        ours, theirs = ([self._folded(token) for token in tokens] for tokens in (before, after))
        head = 0
        while head < min(len(ours), len(theirs)) and ours[head] == theirs[head]:
            head += 1
        tail = 0
        while tail < min(len(ours), len(theirs)) - head and ours[-tail - 1] == theirs[-tail - 1]:
            tail += 1
        ends = len(ours) - tail, len(theirs) - tail
        yield Piece(Fate.KEPT, "".join(after[:head]))
        for fate, tokens in self._middle(
            before[head : ends[0]], after[head : ends[1]], ours[head : ends[0]], theirs[head : ends[1]]
        ):
            yield Piece(fate, "".join(tokens))
        yield Piece(Fate.KEPT, "".join(after[ends[1] :]))

    def _middle(
        self, before: list[str], after: list[str], ours: list[str], theirs: list[str]
    ) -> Iterator[tuple[Fate, list[str]]]:
        cost = len(ours) * len(theirs)
        if cost > min(self._left, _DEAREST):
            yield Fate.REMOVED, before
            yield Fate.ADDED, after
            return
        self._left -= cost
        for tag, start, end, from_, to in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
            if tag == "equal":
                yield Fate.KEPT, after[from_:to]
            else:
                yield Fate.REMOVED, before[start:end]
                yield Fate.ADDED, after[from_:to]
