"""Columns that were drawn line by line across the page, as scanners' software draws them, told apart."""

from collections.abc import Sequence
from itertools import pairwise

from archiver.extract.pdf.line import Line

_FEWEST = 5  # lines side by side: fewer are a letterhead, a signature, a small table
_SHARE = 0.2  # of the lines, on each side of a gutter
_CROSSING = 0.15  # of the lines, which may be headings across both columns
_SIDE_BY_SIDE = 0.6  # of the letters' size
_LEAST_LETTERS = 20  # of a line of running text, on the average; a cell of a table has fewer
_FULL = 0.6  # of the widest lines: the middle one, as text fills its column
_MOST_COLUMNS = 8


def unwoven(lines: Sequence[Line], *, mirrored: bool = False) -> list[Line]:
    """The lines column by column where they go to and fro between columns of running text; else as they are."""
    out: list[Line] = []
    waiting = [list(lines)]
    columns = 0
    while waiting:
        part = waiting.pop()
        gutter = _gutter(part) if columns < _MOST_COLUMNS else None
        if gutter is None:
            out += part
            continue
        columns += 1
        for before, after, across in reversed(_bands(part, gutter)):
            waiting.append(across)
            waiting += [before, after] if mirrored else [after, before]
    return out


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the gap between two woven columns is."""
    beside = sum(
        abs(one.base - other.base) <= _SIDE_BY_SIDE * one.size
        and (one.right < other.left or other.right < one.left)
        for one, other in pairwise(lines)
    )
    if beside < max(_FEWEST, _SHARE * len(lines)):
        return None
    return _valley(lines)


def _valley(lines: Sequence[Line]) -> float | None:
    """The place that fewest lines cross, where it parts running text from running text."""
    least = max(_FEWEST, _SHARE * len(lines))
    best: tuple[int, float, float] | None = None
    begun = ended = 0
    edges = sorted([(line.left, 0) for line in lines] + [(line.right, 1) for line in lines])
    for (place, kind), (following, _) in pairwise(edges):
        begun, ended = (begun, ended + 1) if kind else (begun + 1, ended)
        if ended >= least and len(lines) - begun >= least and following > place:
            found = (begun - ended, place - following, (place + following) / 2)
            best = found if best is None else min(best, found)
    if best is None or best[0] > _CROSSING * len(lines):
        return None
    gutter = best[2]
    before = [line for line in lines if line.right <= gutter]
    after = [line for line in lines if line.left >= gutter]
    return gutter if _is_prose(before) and _is_prose(after) else None


def _is_prose(lines: Sequence[Line]) -> bool:
    letters = sum(char.isalpha() for line in lines for char in line.text)
    widths = sorted(line.right - line.left for line in lines)
    # Measured on the widest lines, since there may be another gutter on this side.
    return (
        letters >= _LEAST_LETTERS * len(lines)
        and widths[len(widths) // 2] >= _FULL * widths[-1 - len(widths) // 10]
    )


def _bands(lines: Sequence[Line], gutter: float) -> list[tuple[list[Line], list[Line], list[Line]]]:
    """From the top: what stands before the gutter, what after it, and the line across that ends both."""
    bands: list[tuple[list[Line], list[Line], list[Line]]] = [([], [], [])]
    for line in sorted(lines, key=lambda line: -line.base):
        before, after, across = bands[-1]
        if line.right <= gutter:
            before.append(line)
        elif line.left >= gutter:
            after.append(line)
        else:
            across.append(line)
            bands.append(([], [], []))
    return bands
