"""The blocks that a reading keeps, as plain text and as clean HTML: the same words, in the page's own structure."""

from collections.abc import Iterator
from itertools import accumulate, groupby

from lxml import etree

from archiver.extract.clean_html import Parts, clean_html
from archiver.extract.content.outline import BOXES, MAY_BE_FURNITURE, Outline, is_furniture
from archiver.extract.content.whole import LONGEST_CELL

_ROW, _ITEM, _CELLS = frozenset(["tr"]), frozenset(["li"]), frozenset(["td", "th"])
_OUT = 8  # boxes between the words of an item or a cell and its `li` or `tr`
_WORDLESS = ("img", "area", "math")  # what they say instead of words is in no block


def plain_text(page: Outline, kept: frozenset[int]) -> str:
    """The text: a block a line, items with a dash, the cells of a row on one line, unless they lay the page out."""
    return "\n".join(_lines(page, sorted(kept)))


def _lines(page: Outline, kept: list[int]) -> Iterator[str]:
    last_item = -1
    for row, numbers in groupby(kept, lambda number: page.nearest(number, _ROW, _OUT)):
        blocks = list(numbers)
        if row >= 0 and all(page.blocks[number].words <= LONGEST_CELL for number in blocks):
            cells = groupby(blocks, lambda number: page.nearest(number, _CELLS, _OUT))
            yield " | ".join(" ".join(_folded(page, number) for number in cell) for _, cell in cells)
            continue
        for number in blocks:
            item = page.nearest(number, _ITEM, _OUT)
            text = page.blocks[number].text
            yield f"- {text}" if item >= 0 and item != last_item else text
            last_item = item


def _folded(page: Outline, number: int) -> str:
    return " ".join(page.blocks[number].text.split())


def html_of(page: Outline, kept: frozenset[int], base: str) -> str:
    """The same blocks as clean HTML. `base` is the address that relative links start from."""
    if not kept:
        return ""
    top = page.boxes[_common(page, min(kept), max(kept))]
    counts = [0, *accumulate(number in kept for number in range(len(page.blocks)))]
    without = {box.element for box in page.boxes if counts[box.start] == counts[box.end]}
    without.update(top.element.iter(*_WORDLESS))
    without.update(each for each in top.element.iter(*MAY_BE_FURNITURE) if is_furniture(each))
    silent = {
        piece
        for number in range(top.start, top.end)
        if number not in kept
        for piece in page.blocks[number].pieces
    }
    parts = Parts(
        without=without, silent=silent, seen=_around(page, kept), values=_values(top.element, without)
    )
    return clean_html(top.element, base, parts=parts)


def _around(page: Outline, kept: frozenset[int]) -> set[etree._Element]:
    """The elements that hold a kept word."""
    found: set[etree._Element] = set()
    for number in kept:
        for element, is_tail in page.blocks[number].pieces:
            around = element.getparent() if is_tail else element
            while around is not None and around not in found:
                found.add(around)
                around = around.getparent()
    return found


def _values(top: etree._Element, without: set[etree._Element]) -> dict[etree._Element, int]:
    """The numbers of items after one that is left out, lest they take its number."""
    found: dict[etree._Element, int] = {}
    for numbered in top.iter("ol"):
        if numbered.get("reversed") is not None or numbered.get("start"):
            continue
        is_after_gap = False
        for number, item in enumerate(numbered.iterchildren("li"), 1):
            if item in without:
                is_after_gap = True
            elif is_after_gap and item.get("value") is None:
                found[item] = number
                is_after_gap = False
    return found


def _common(page: Outline, first: int, last: int) -> int:
    """The innermost box around two blocks and all between them."""
    return next(
        box
        for box in page.around(first)
        if page.boxes[box].start <= first and last < page.boxes[box].end and page.boxes[box].tag in BOXES
    )
