"""Rows of a page made into lines: tables told from text, notes put behind it, large initials before their words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from archiver.extract.pdf.items import is_labelled
from archiver.extract.pdf.line import RAISED, Line
from archiver.extract.pdf.order import Row

_MARK = re.compile(rf"{RAISED}|[*†‡]|\d{{1,3}}\b")
_LABEL_WIDTH = 8  # characters of a cell that only numbers its row
_LABEL_AND_TEXT = 2
_NOTE = 0.95  # of the text's size: letters of a note are smaller
_NEXT = 4.0  # sizes: rows of a table stand no farther apart
_DROPPED = 1.8  # times the size of the text: an initial of several lines


def notes_last(rows: Sequence[Row], body: float) -> list[Row]:
    """The rows of a page with the notes at the foot of a column after the text that goes on in the next one."""
    out: list[Row] = []
    notes: list[Row] = []
    held: list[Row] = []  # small letters that began as a note does
    for row in rows:
        first = row[0]
        if first.size < body * _NOTE and (held or _MARK.match(first.text)):
            held.append(row)
            continue
        # They stand between two parts of the text where it goes on higher up.
        (notes if held and first.base > held[-1][0].base else out).extend(held)
        held = []
        out.append(row)
    return [*out, *notes, *held]


def tabular(rows: Sequence[Row]) -> list[bool]:
    """Which rows are a table's: neighbours that have a gap in common."""
    gaps = [
        [] if _is_labelled(row) else [(one.right, other.left) for one, other in pairwise(row)] for row in rows
    ]
    found = [False] * len(rows)
    for at in range(1, len(rows)):
        shared = any(
            min(one[1], other[1]) > max(one[0], other[0]) for one in gaps[at - 1] for other in gaps[at]
        )
        down = rows[at - 1][0].base - rows[at][0].base
        if shared and 0 < down < _NEXT * rows[at][0].size:
            found[at - 1] = found[at] = True
    return found


def _is_labelled(row: Row) -> bool:
    """Whether a row is a line of running text behind its number or its bullet."""
    first = row[0].text
    return len(row) == _LABEL_AND_TEXT and len(first) <= _LABEL_WIDTH and is_labelled(f"{first} ")


def row_line(row: Row, *, cells: bool = False) -> Line:
    """A row as one line."""
    first = row[0]
    if len(row) == 1:
        return first
    widest = max(row, key=lambda line: len(line.text))
    return replace(
        first,
        text=" ".join(line.text for line in row),
        left=min(line.left for line in row),
        right=max(line.right for line in row),
        bottom=min(line.bottom for line in row),
        top=max(line.top for line in row),
        size=widest.size,
        bold=all(line.bold for line in row),
        hyphen=row[-1].hyphen,
        cells=tuple(line.text for line in row) if cells else (),
    )


def with_initials(lines: list[Line]) -> list[Line]:
    """The lines with an initial that is several lines high put before the word that it begins."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if (
            last
            and len(last.text) == 1
            and last.text.isalpha()
            and last.size >= _DROPPED * line.size
            and line.left >= last.right - line.size
            and last.bottom - line.size <= line.base <= last.top
        ):
            out[-1] = replace(line, text=last.text + line.text, left=last.left)
        else:
            out.append(line)
    return out
