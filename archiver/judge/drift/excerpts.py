"""The one or two sentences that tell most of how a text has changed."""

from collections.abc import Iterator, Sequence

from archiver.extract.locating import Searchable
from archiver.extract.spans import Span, Spans
from archiver.judge.drift.diff import diff
from archiver.judge.drift.folding import words
from archiver.models.difference import Difference, Excerpt, Fate, Piece

_LONGEST = 200_000  # characters of each text that are compared
_MOST = 2
_PROSE = 6  # words; what is shorter may be a heading, a counter, a link
_NEAR = 60  # characters of what was kept, on each side of what was not
_PIECE = 120  # characters of a run of words that came or went
_SHOWN = 300  # characters of a sentence
_TELLING = 5  # words; that more of them have changed tells no more


def excerpts(old: str, new: str, quoted: Sequence[str] = ()) -> tuple[Excerpt, ...]:
    """Altered sentences, else one that is gone and one that came. Those with words that are quoted come first.

    >>> for each in excerpts("It rained on all six days. He left.", "It rained on all nine days. He left."):
    ...     print(each.before, "|", each.after)
    It rained on all six days. | It rained on all nine days.
    """
    old, new = old[:_LONGEST], new[:_LONGEST]
    changes = [each for each in diff(old, new) if each.fate not in {Fate.KEPT, Fate.MOVED}]
    were, are = _places(old, quoted), _places(new, quoted)
    said: list[Difference] = []
    prose: list[Difference] = []
    for each in changes:
        if _is_said(each, were, are):
            said.append(each)
        elif len(words(each.new or each.old or "")) >= _PROSE:
            prose.append(each)
    altered = sorted((each for each in prose if each.fate is Fate.ALTERED), key=_telling, reverse=True)
    gone, came = (
        next(([each] for each in prose if each.fate is fate), []) for fate in (Fate.REMOVED, Fate.ADDED)
    )
    first = [_excerpt(each, is_quoted=True) for each in said[:_MOST]]
    rest = [_excerpt(each, is_quoted=False) for each in [*altered, *gone, *came][:_MOST]]
    return tuple([*first, *rest][:_MOST])


def _places(text: str, quoted: Sequence[str]) -> Spans:
    searchable = Searchable(text)
    found = (searchable.locate(exact) for exact in quoted)
    return Spans(
        Span(each.start, each.end) for each in found if each.start is not None and each.end is not None
    )


def _is_said(each: Difference, were: Spans, are: Spans) -> bool:
    """Whether quoted words stand in it on either side."""
    return any(
        said is not None and start is not None and places.touches(Span(start, start + len(said)))
        for said, start, places in ((each.old, each.old_start, were), (each.new, each.new_start, are))
    )


def _telling(each: Difference) -> tuple[bool, int]:
    """A number that is another one tells most; then, how many words have changed."""
    changed = [piece.text for piece in each.pieces if piece.fate is not Fate.KEPT]
    return any(char.isdigit() for char in "".join(changed)), min(_TELLING, sum(map(len, map(words, changed))))


def _excerpt(each: Difference, *, is_quoted: bool) -> Excerpt:
    if each.fate is not Fate.ALTERED:
        before, after = (None if said is None else _cut(said, _SHOWN) for said in (each.old, each.new))
        return Excerpt(before=before, after=after, is_quoted=is_quoted)
    is_short = max(len(each.old or ""), len(each.new or "")) <= _SHOWN
    pieces = each.pieces if is_short else tuple(_clipped(each.pieces))
    before, after = (
        "".join(piece.text for piece in pieces if piece.fate in {Fate.KEPT, fate}).strip()
        for fate in (Fate.REMOVED, Fate.ADDED)
    )
    return Excerpt(before=before, after=after, pieces=pieces, is_quoted=is_quoted)


def _clipped(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """What changed, and some of what was kept around it."""
    left = _SHOWN
    for number, (fate, text) in enumerate((piece.fate, piece.text) for piece in pieces):
        if left <= 0:
            yield Piece(Fate.KEPT, "…")
            return
        is_last = number == len(pieces) - 1
        shown = _PIECE if fate is not Fate.KEPT else _NEAR * (1 if is_last or not number else 2)
        if len(text) <= shown:
            clip = text
        elif fate is not Fate.KEPT or is_last:
            clip = f"{_cut(text, shown)} "
        elif not number:
            clip = f"…{_end(text)}"
        else:
            clip = f"{_cut(text, _NEAR)}{_end(text)}"
        left -= len(clip)
        yield Piece(fate, clip)


def _cut(text: str, most: int) -> str:
    """The beginning, to the end of a word if there is one."""
    if len(text) <= most:
        return text
    head, _, _ = text[:most].rpartition(" ")
    return f"{head or text[:most]}…"


def _end(text: str) -> str:
    """The end, with a space before its first word if there is one."""
    _, space, tail = text[-_NEAR:].partition(" ")
    return f"{space}{tail}" if tail.strip() else text[-_NEAR:]
