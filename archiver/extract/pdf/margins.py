"""The outermost rows of a page, where running heads, feet and page numbers stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archiver.extract.pdf.line import Line, Page

_ROWS = 4  # at each end of a page
_ZONE = 0.25  # of the page's height
_SAME_ROW = 0.35  # of the letters' size
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_AROUND_NUMBER = "[](){}|-–—.,:•· "
_LARGEST = 9_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row near an end of a page, counted from there."""

    page: int  # index of its page
    top: bool
    depth: int  # 0 is the outermost
    lines: tuple[int, ...]  # indices on the page
    text: str
    masked: str  # its numbers masked
    numbers: tuple[int, ...]  # what may be the page's number
    apart: bool  # whether such a number stands by itself
    at: float  # points from the page's edge
    size: float
    width: float
    gap: float  # points to the next row inwards; infinite where there is none
    beside: float  # the size of the next row inwards; 0 where there is none
    usual: float  # points between most rows of the page
    artifact: bool


def outer_rows(index: int, page: Page) -> list[Row]:
    """The rows at the top and at the foot of a page."""
    rows = _rows(page.lines)
    downs = sorted(page.lines[one[0]].base - page.lines[other[0]].base for one, other in pairwise(rows))
    usual = downs[len(downs) // 2] if downs else 0.0
    found = []
    for top in (True, False):
        inwards = rows if top else rows[::-1]
        for depth, row in enumerate(inwards[:_ROWS]):
            first = page.lines[row[0]]
            at = page.height - first.base if top else first.base
            if at > page.height * _ZONE:
                break
            following = page.lines[inwards[depth + 1][0]] if depth + 1 < len(inwards) else None
            found.append(_row(index, page, row, following, top=top, depth=depth, at=at, usual=usual))
    return found


def _row(
    index: int,
    page: Page,
    row: Sequence[int],
    following: Line | None,
    *,
    top: bool,
    depth: int,
    at: float,
    usual: float,
) -> Row:
    lines = [page.lines[number] for number in row]
    text = " ".join(line.text for line in lines)
    return Row(
        page=index,
        top=top,
        depth=depth,
        lines=tuple(row),
        text=text,
        masked=masked(text),
        numbers=page_numbers(text),
        apart=any(page_numbers(line.text) and not any(map(str.isalpha, masked(line.text))) for line in lines),
        at=at,
        size=max(line.size for line in lines),
        width=max(line.right for line in lines) - min(line.left for line in lines),
        gap=abs(lines[0].base - following.base) if following else float("inf"),
        beside=following.size if following else 0.0,
        usual=usual,
        artifact=all(line.artifact for line in lines),
    )


def _rows(lines: Sequence[Line]) -> list[list[int]]:
    """The lines of a page by the height at which they stand, from its top; each row from the left."""
    rows: list[list[int]] = []
    for number in sorted(range(len(lines)), key=lambda at: -lines[at].base):
        line = lines[number]
        if rows and abs(lines[rows[-1][0]].base - line.base) <= _SAME_ROW * line.size:
            rows[-1].append(number)
        else:
            rows.append([number])
    return [sorted(row, key=lambda at: lines[at].left) for row in rows]


def masked(text: str) -> str:
    """A row without what changes from page to page.

    >>> masked("River Studies 12 (2016)   117"), masked("xiv  Preface"), masked("Page 3 of 12")
    ('river studies # (#) #', '# preface', 'page # of #')
    """
    words = _NUMBER.sub("#", text.casefold()).split()
    for end in {0, len(words) - 1} if words else ():
        if roman(words[end].strip(_AROUND_NUMBER)):
            words[end] = "#"
    return " ".join(words)


def page_numbers(text: str) -> tuple[int, ...]:
    """What a row gives as its page's number: at its ends, or before the number of all pages.

    >>> page_numbers("117 Tamm"), page_numbers("- iv -"), page_numbers("19-02921 3/45"), page_numbers("Page 3 of 12")
    ((117,), (4,), (3, 45), (3, 12))
    """
    words = text.casefold().split()
    if not words:
        return ()
    found: list[int] = []
    ends = [word for before, word in pairwise(words) if before == "page"] + [words[0], words[-1]]
    if len(words) <= len("- 4 -".split()):
        ends += words
    for word in dict.fromkeys(ends):
        bare = word.strip(_AROUND_NUMBER)
        pieces = bare.split("/") if bare.count("/") == 1 else [bare]
        for piece in pieces:
            number = int(piece) if piece.isdecimal() and len(piece) <= len(str(_LARGEST)) else roman(piece)
            if number:
                found.append(number)
    return tuple(dict.fromkeys(found))


def roman(word: str) -> int:
    """The value of a Roman numeral in small letters; 0 where it is none."""
    if not word or not _ROMAN.fullmatch(word):
        return 0
    values = [_VALUES[letter] for letter in word]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
