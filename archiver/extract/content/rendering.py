"""The blocks that a reading keeps, as plain text and as clean HTML: the same words, in the page's own structure."""

from collections.abc import Iterator
from itertools import accumulate

from archiver.extract.clean_html import clean_html
from archiver.extract.content.outline import BOXES, Outline

_CELLS = frozenset(["td", "th"])
_ITEMS = 6  # boxes between an item's words and its `li`


def plain_text(page: Outline, kept: frozenset[int]) -> str:
    """The text: a block a line, items with a dash, the cells of a row on one line, a line between tables' rows and others."""
    return "\n".join(_lines(page, sorted(kept)))


def _lines(page: Outline, kept: list[int]) -> Iterator[str]:
    row: list[str] = []
    last_row = last_item = -1
    for number in kept:
        block = page.blocks[number]
        at = _nearest(page, number, "tr")
        if row and at != last_row:
            yield " | ".join(row)
            row = []
        last_row = at
        if at >= 0:
            row.append(" ".join(block.text.split()))
            continue
        item = _nearest(page, number, "li")
        yield f"- {block.text}" if item >= 0 and item != last_item else block.text
        last_item = item
    if row:
        yield " | ".join(row)


def _nearest(page: Outline, number: int, tag: str) -> int:
    """The box of a kind around a block, not far out; -1 where there is none."""
    for level, box in enumerate(page.around(number)):
        if page.boxes[box].tag == tag:
            return box
        if level > _ITEMS:
            break
    return -1


def html_of(page: Outline, kept: frozenset[int], base: str) -> str:
    """The same blocks as clean HTML. `base` is the address that relative links start from."""
    if not kept:
        return ""
    top = page.boxes[_common(page, min(kept), max(kept))]
    counts = [0, *accumulate(number in kept for number in range(len(page.blocks)))]
    without = {box.element for box in page.boxes if counts[box.start] == counts[box.end]}
    silent = {
        piece
        for number in range(top.start, top.end)
        if number not in kept
        for piece in page.blocks[number].pieces
    }
    return clean_html(top.element, base, without=without, silent=silent)


def _common(page: Outline, first: int, last: int) -> int:
    """The innermost box around two blocks and all between them."""
    return next(
        box
        for box in page.around(first)
        if page.boxes[box].start <= first and last < page.boxes[box].end and page.boxes[box].tag in BOXES
    )
