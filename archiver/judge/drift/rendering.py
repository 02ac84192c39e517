"""A diff of sentences as plain text, for a letter or a terminal."""

import textwrap
from collections.abc import Iterator, Sequence

from archiver.models.difference import Difference, Fate

_SIGNS = {Fate.KEPT: "  ", Fate.MOVED: "> ", Fate.ALTERED: "~ ", Fate.REMOVED: "- ", Fate.ADDED: "+ "}
_MARKS = {Fate.REMOVED: ("[-", "-]"), Fate.ADDED: ("{+", "+}")}  # as wdiff has them
_LONGEST = 800  # characters of a sentence


def as_text(differences: Sequence[Difference], *, context: int = 1, width: int = 78, most: int = 200) -> str:
    r"""What has changed, with some of what was kept around it: `-` removed, `+` added, `~` altered, `>` moved.

    >>> from archiver.models.difference import Piece
    >>> altered = Difference(fate=Fate.ALTERED, pieces=(Piece(Fate.KEPT, "It is "), Piece(Fate.ADDED, "not "), Piece(Fate.KEPT, "so.")))
    >>> print(as_text([*[Difference(fate=Fate.KEPT, new="Rain.")] * 5, altered, Difference(fate=Fate.REMOVED, old="Wind.")]))
    … 4 sentences are as they were
      Rain.
    ~ It is {+not +}so.
    - Wind.
    """
    return "\n".join(_lines(differences, context, width, most))


def _lines(differences: Sequence[Difference], context: int, width: int, most: int) -> Iterator[str]:
    changed = [number for number, each in enumerate(differences) if each.fate is not Fate.KEPT]
    shown = {
        near
        for number in changed[:most]
        for near in range(max(0, number - context), min(len(differences), number + context + 1))
    }
    shown -= set(changed[most:])
    passed = 0
    for number, each in enumerate(differences):
        if number in shown:
            if passed:
                yield _passed(passed)
                passed = 0
            yield from _wrapped(_said(each), _SIGNS[each.fate], width)
        elif each.fate is Fate.KEPT:
            passed += 1
    if passed and changed:
        yield _passed(passed)
    if len(changed) > most:
        yield f"… and {len(changed) - most} other changes"


def _passed(count: int) -> str:
    return f"… {count} sentences are as they were" if count > 1 else "… one sentence is as it was"


def _said(each: Difference) -> str:
    if each.fate is not Fate.ALTERED:
        said = each.old if each.new is None else each.new
        return said or ""
    return "".join("{1}{0}{2}".format(piece.text, *_MARKS.get(piece.fate, ("", ""))) for piece in each.pieces)


def _wrapped(said: str, sign: str, width: int) -> Iterator[str]:
    line = " ".join(said[: 4 * _LONGEST].split())
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1].rstrip() + "…"
    yield from textwrap.wrap(
        line, width, initial_indent=sign, subsequent_indent="  ", break_on_hyphens=False
    ) or [sign.rstrip()]
