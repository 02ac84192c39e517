"""Reading order. PDFium's, which is that of drawing, is mostly right: it is changed only where the page contradicts it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from archiver.extract.pdf.columns import unwoven
from archiver.extract.pdf.line import LOWERED, RAISED, Line, box

_SAME_ROW = 0.35  # of the letters' size
_SMALLER = 0.85  # than the letters of its note: a mark
_BELOW = 4.0  # sizes: the next row of a run is no farther down
_OVERLAP = 0.2  # of the narrower of two runs
_BESIDE = 0.3  # of the lower of two runs
_WIDER = 0.25  # of a run's width: what sticks out so far begins another
_NARROW = 25.0  # sizes: a cell's width, less than a column of text has
_MOST_RUNS = 200
_FEWEST_ROWS = 3  # of a table that was drawn column by column
_ALIGNED = 0.8  # of its rows
_LONGEST_CELL = 20  # characters, on the average
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
Row = list[Line]
_Run = list[Row]


def in_order(lines: Sequence[Line]) -> list[Row]:
    """The rows of a page as they are read: words that stand side by side, from the top, column by column."""
    mirrored = is_mirrored(lines)
    runs = _runs(_rows(unwoven(lines, mirrored=mirrored)))
    if 1 < len(runs) <= _MOST_RUNS:
        runs = _sorted(runs, mirrored=mirrored)
    rows = [row for run in _tables(runs) for row in run]
    return [row[::-1] for row in rows] if mirrored else rows


def is_mirrored(lines: Iterable[Line]) -> bool:
    """Whether a page reads from right to left."""
    turned = [bool(_RIGHT_TO_LEFT.search(line.text)) for line in lines]
    return sum(turned) * 2 > len(turned)


def _rows(lines: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    for line in lines:
        last = rows[-1][-1] if rows else None
        if last and len(rows[-1]) == 1 and _is_mark(last, line):
            rows[-1] = [replace(line, text=f"{RAISED}{last.text}{LOWERED}{line.text}", left=last.left)]
        elif (
            last
            and abs(last.base - line.base) <= _SAME_ROW * line.size
            and line.left >= last.right - line.size / 2
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _is_mark(mark: Line, line: Line) -> bool:
    """Whether the raised number of a note stands before the note's first line."""
    return (
        mark.text.isdecimal()
        and mark.size < _SMALLER * line.size
        and 0 < mark.base - line.base <= line.size
        and 0 <= line.left - mark.right + line.size / 2 <= 2 * line.size
    )


def _runs(rows: Sequence[Row]) -> list[_Run]:
    """Rows that follow each other downwards in one column."""
    runs: list[_Run] = []
    sides = (0.0, 0.0)
    for row in rows:
        left, right = row[0].left, row[-1].right
        last = runs[-1][-1][0] if runs else None
        width = max(sides[1] - sides[0], _NARROW * row[0].size)
        if (
            last
            and 0 < last.base - row[0].base <= _BELOW * max(row[0].size, last.size)
            and min(right, sides[1]) - max(left, sides[0]) > 0
            and max(sides[0] - left, right - sides[1]) <= _WIDER * width
        ):
            runs[-1].append(row)
            sides = (min(sides[0], left), max(sides[1], right))
        else:
            runs.append([row])
            sides = (left, right)
    return runs


def _sorted(runs: list[_Run], *, mirrored: bool) -> list[_Run]:
    """The runs as they were drawn, but none before one that stands above it, or beside it on the side read first."""
    boxes = [box([line for row in run for line in row]) for run in runs]
    before = [
        {
            other
            for other in range(len(runs))
            if other != at and _precedes(boxes[other], boxes[at], mirrored=mirrored)
        }
        for at in range(len(runs))
    ]
    if all(other < at for at, others in enumerate(before) for other in others):
        return runs
    left = list(range(len(runs)))
    placed: list[int] = []
    while left:
        # Where runs contradict each other, the one drawn first.
        following = next((at for at in left if not before[at]), left[0])
        left.remove(following)
        placed.append(following)
        for others in before:
            others.discard(following)
    return [runs[at] for at in placed]


def _precedes(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float], *, mirrored: bool
) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    if across > _OVERLAP * min(one[2] - one[0], other[2] - other[0]):
        return one[1] + one[3] > other[1] + other[3] and down <= _BESIDE * min(
            one[3] - one[1], other[3] - other[1]
        )
    if down > _BESIDE * min(one[3] - one[1], other[3] - other[1]):
        return one[0] > other[0] if mirrored else one[0] < other[0]
    return False


def _tables(runs: list[_Run]) -> list[_Run]:
    """The runs, and those together that are the columns of one table."""
    out: list[_Run] = []
    for run in runs:
        start = _beside(out[-1], run) if out else None
        if start is None:
            out.append(run)
        else:
            out[-1] = out[-1][:start] + _zipped(out[-1][start:], run)
    return out


def _beside(table: _Run, column: _Run) -> int | None:
    """Where in a run the rows begin that the cells of another stand beside."""
    if len(column) < _FEWEST_ROWS:
        return None
    top = column[0][0].base + _SAME_ROW * column[0][0].size
    start = next((at for at, row in enumerate(table) if row[0].base <= top), len(table))
    rows = table[start:]
    if not rows or abs(len(rows) - len(column)) > (1 - _ALIGNED) * len(column):
        return None
    if column[0][0].left <= max(row[-1].right for row in rows):
        return None
    cells = [line.text for run in (rows, column) for row in run for line in row]
    if sum(map(len, cells)) > _LONGEST_CELL * len(cells):
        return None
    heights = sorted(row[0].base for row in rows)
    met = sum(_is_met(heights, row[0].base, _SAME_ROW * row[0].size) for row in column)
    return start if met >= _ALIGNED * len(column) else None


def _is_met(heights: Sequence[float], height: float, near: float) -> bool:
    """Whether one of the heights, which are sorted, is near another."""
    at = bisect_left(heights, height - near)
    return at < len(heights) and heights[at] <= height + near


def _zipped(table: _Run, column: _Run) -> _Run:
    rows = sorted([*table, *column], key=lambda row: -row[0].base)
    out: _Run = []
    for row in rows:
        if out and abs(out[-1][0].base - row[0].base) <= _SAME_ROW * row[0].size:
            out[-1] = sorted([*out[-1], *row], key=lambda line: line.left)
        else:
            out.append(row)
    return out
