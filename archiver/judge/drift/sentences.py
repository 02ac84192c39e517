"""The sentences of a text, however its lines were broken; what is none, a heading, a row, a link, stands alone."""

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise

from archiver.extract.scripts import UNSPACED
from archiver.extract.sentences import split_sentences
from archiver.extract.spans import Span

_LINE = re.compile(r"\S[^\n\f\r]*")
_CLOSED = re.compile(r"[.!?…:;。！？।؟۔|][\"'”’»)\]]{0,3}$")
_WRAPPED = 40  # characters; a line that is shorter was not broken because it was full
_FULL = 60  # characters; such a line goes on in the next, also before a capital
_MANY = 0.2  # of the long lines of a text go on in small letters: then its lines are no paragraphs
_LONGEST = 1_000  # characters; no sentence is longer, so there its stops are not ours
_PART = 16  # words on average, of what has no stops
_PIECE = re.compile(r"[^\s]{1,200}\s*")


def sentences(text: str, known: dict[str, tuple[Span, ...]] | None = None) -> tuple[Span, ...]:
    r"""The places of the sentences and of the lines that are none, in their order.

    `known` are lines that were split before: two texts that are compared have most in common.

    >>> text = "Salt Roads\nIt rained all day on the long salt road, and\nnobody came. Then they did."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Salt Roads', 'It rained all day on the long salt road, and\nnobody came.', 'Then they did.']
    """
    return tuple(_all(text, {} if known is None else known))


def _all(text: str, known: dict[str, tuple[Span, ...]]) -> Iterator[Span]:
    for start, end in _paragraphs(text):
        line = text[start:end]
        split = known.get(line)
        if split is None:
            split = known[line] = split_sentences(line)
        for sentence in split:
            place = Span(start + sentence.start, start + sentence.end) if start else sentence
            if place.end - place.start <= _LONGEST:
                yield place
            else:
                yield from _parts(text, place)


def _paragraphs(text: str) -> Iterator[Span]:
    """Lines; where they were broken because they were full, as many as belong together."""
    lines = [Span(line.start(), line.start() + len(line[0].rstrip())) for line in _LINE.finditer(text)]
    following = list(pairwise(lines))
    broken = [_is_broken(text, line, after) for line, after in following]
    long = sum(line.end - line.start >= _WRAPPED for line in lines[:-1])
    if not lines or sum(broken) < _MANY * long:
        yield from lines
        return
    start = lines[0].start
    for (line, after), is_broken in zip(following, broken, strict=True):
        is_full = line.end - line.start >= _FULL and _is_open(text, line, after)
        if not (is_broken or is_full):
            yield Span(start, line.end)
            start = after.start
    yield Span(start, lines[-1].end)


def _is_broken(text: str, line: Span, after: Span) -> bool:
    return text[after.start].islower() and line.end - line.start >= _WRAPPED and _is_open(text, line, after)


def _is_open(text: str, line: Span, after: Span) -> bool:
    is_next = text.count("\n", line.end, after.start) <= 1
    return is_next and _CLOSED.search(text, max(line.start, line.end - 4), line.end) is None


def _parts(text: str, place: Span) -> Iterator[Span]:
    """What has no stops, cut after words that chance chooses: the same words whatever was put in before them."""
    start = place.start
    is_unspaced = UNSPACED.search(text, place.start, place.end) is not None
    for word in _PIECE.finditer(text, place.start, place.end):
        is_cut = is_unspaced or zlib.crc32(word[0].strip().encode("utf-8", "replace")) % _PART == 0
        if is_cut or word.end() - start > _LONGEST:
            yield Span(start, start + len(text[start : word.end()].rstrip()))
            start = word.end()
    if start < place.end:
        yield Span(start, place.end)
