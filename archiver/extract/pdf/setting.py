"""How a page is set: what is usual, where its lines end, and so where its paragraphs do."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archiver.extract.pdf.block import is_broken
from archiver.extract.pdf.items import begins, ends, is_entry
from archiver.extract.pdf.line import Line
from archiver.extract.pdf.order import Row

LARGER = 1.12  # than the text: a heading
SAME_SIZE = 0.07
_WIDE_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INDENT = 0.8  # of the letters' size
_LOOSE = 1.3  # of the usual leading
_TIGHT, _UNKNOWN = 1.45, 1.65  # of the letters' size; the second where the usual leading is not known
_FAR = 3.0  # sizes: what stands farther apart says nothing of the leading
_SEVERAL = 3
_COLUMN = 4  # lines that show how wide a column is
_SHORT = 0.6  # of a column
_MOST_COLUMNS = 50
_SLACK, _MORE_SLACK = 1.2, 1.7  # of a guessed width; more within a sentence, where a paragraph hardly ends
_ALMOST = 0.6  # of the letters' size: a line that ends so near the edge is full


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """How most of a document's letters are set; what is set so throughout says nothing."""

    size: float
    bold: bool
    mono: bool


def usual_in(pages: Sequence[Sequence[Row]]) -> Usual:
    """How most letters of a document are set."""
    sizes: Counter[float] = Counter()
    bold = mono = 0
    for line in (line for rows in pages for row in rows for line in row):
        letters = len(line.text)
        sizes[round(line.size, 1)] += letters
        bold += letters * line.bold
        mono += letters * line.mono
    whole = sizes.total()
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    return Usual(size=size, bold=2 * bold > whole, mono=2 * mono > whole)


class Setting:
    """The lines of a page, and how they are set: where they end, how far apart they are."""

    def __init__(self, lines: Sequence[Line], usual: Usual) -> None:
        self.lines = lines
        self.usual = usual
        self.leading = self._leading()
        self.columns = self._columns()
        # Whether paragraphs are told by their first line's standing in.
        self.indents = sum(self._stands_in(at) for at in range(len(lines))) >= _SEVERAL

    def _stands_in(self, at: int) -> bool:
        line = self.lines[at]
        return self._is_text(line) and line.left > self.columns[at][0] + _INDENT * line.size / 2

    def _leading(self) -> dict[float, float]:
        """The usual distance between lines of each size."""
        found: dict[float, Counter[float]] = {}
        for one, other in pairwise(self.lines):
            down = one.base - other.base
            if 0 < down < _FAR * other.size and _is_alike(one, other):
                found.setdefault(round(other.size), Counter())[round(down * 2) / 2] += 1
        # The smaller of two usual distances is that within paragraphs; one or two lines tell nothing.
        return {
            size: min(down for down, count in downs.items() if count * _SEVERAL >= max(downs.values()))
            for size, downs in found.items()
            if max(downs.values()) >= _SEVERAL
        }

    def _columns(self) -> list[tuple[float, float]]:
        """For each line the left and right edge of the lines above and below it that are set alike."""
        groups: list[list[Line]] = []
        for at, line in enumerate(self.lines):
            if at and self._is_one_column(self.lines[at - 1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        sides = [(min(line.left for line in group), max(line.right for line in group)) for group in groups]
        large = [side for side, group in zip(sides, groups, strict=True) if len(group) >= _COLUMN][
            :_MOST_COLUMNS
        ]
        edges: list[tuple[float, float]] = []
        for (left, right), group in zip(sides, groups, strict=True):
            # A few short lines do not show how wide their column is; the text above or below them does.
            around = (
                [side for side in large if side[0] < right and left < side[1]] if len(group) < _COLUMN else []
            )
            around = [side for side in around if right - left < _SHORT * (side[1] - side[0])]
            edge = (min([left, *(side[0] for side in around)]), max([right, *(side[1] for side in around)]))
            edges += [edge] * len(group)
        return edges

    def _is_one_column(self, one: Line, other: Line) -> bool:
        return (
            one.base > other.base
            and _is_alike(one, other)
            and min(one.right, other.right) > max(one.left, other.left)
        )

    def goes_on(self, at: int) -> bool:
        """Whether a line goes on with the paragraph of the one before it."""
        one, other = self.lines[at - 1], self.lines[at]
        is_code = one.mono and other.mono and not self.usual.mono
        if one.cells or other.cells or is_code or not _is_alike(one, other) or is_entry(one.text):
            return False
        full = self._is_full(at - 1, other)
        if begins(other.text, one.text, full=full):
            return False
        if not self._is_one_column(one, other):
            # The next column: where the sentence does not end, it is the same paragraph.
            if is_broken(one):
                return one.base < other.base
            is_next = one.base < other.base and self._is_text(one) and full
            return is_next and (not ends(one.text) or (self.indents and not self._stands_in(at)))
        return self._is_near(one, other) and self._is_one_paragraph(at, full=full)

    def _is_near(self, one: Line, other: Line) -> bool:
        down = one.base - other.base
        usual = self.leading.get(round(other.size))
        return down <= (max(_LOOSE * usual, _TIGHT * other.size) if usual else _UNKNOWN * other.size)

    def _is_one_paragraph(self, at: int, *, full: bool) -> bool:
        """Of two lines close below each other."""
        one, other = self.lines[at - 1], self.lines[at]
        if is_broken(one):
            return True
        if one.bold != other.bold and (ends(one.text) or not full):
            return False
        # A heading has several lines for its looks, and none of them need be full.
        return not self._is_text(one) or (full and not self._is_indented(at))

    def _is_text(self, line: Line) -> bool:
        return line.size < self.usual.size * LARGER

    def _is_full(self, at: int, following: Line) -> bool:
        """Whether the next line's first word would not have fitted on a line."""
        line = self.lines[at]
        word = following.text.partition(" ")[0]
        if _WIDE_SCRIPT.match(word):
            word = word[:1]
        letters = max(len(following.text), 1)
        width = (following.right - following.left) / letters * (len(word) + 1)
        left, right = self.columns[at]
        centred = abs((line.left - left) - (right - line.right)) < line.size and line.left - left > line.size
        room = right - line.right if not centred else 2 * (right - line.right)
        # A word's width is guessed from its letters.
        may_end = ends(line.text) or word[:1].isupper()
        slack = _SLACK if may_end else _MORE_SLACK
        return room < max(slack * width, _ALMOST * line.size)

    def _is_indented(self, at: int) -> bool:
        """Whether a line begins a paragraph by standing in from the lines around it."""
        one, other = self.lines[at - 1], self.lines[at]
        step = other.left - one.left
        if step <= _INDENT * other.size:
            # Hanging: an item of a bibliography begins farther out than the lines before it.
            return step < -_INDENT * other.size and self._hangs(at - 1) and ends(one.text)
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if following is None or not self._is_one_column(other, following):
            return ends(one.text)
        # It goes back out after one line, or the sentence before it has ended where lines above stood out as well.
        if following.left < other.left - _INDENT * other.size / 2:
            return ends(one.text) or not one.text[-1:].isalnum()
        return ends(one.text) and not self._hangs(at)

    def _hangs(self, at: int) -> bool:
        """Whether a line stands in although it goes on with a sentence, as items of bibliographies do."""
        if not at:
            return False
        one, other = self.lines[at - 1], self.lines[at]
        return other.left > one.left + _INDENT * other.size / 2 and not ends(one.text)


def _is_alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= SAME_SIZE * max(one.size, other.size)
