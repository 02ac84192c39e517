"""Paragraphs put together from lines, and headings told by the size and weight of their letters."""

from collections.abc import Sequence
from dataclasses import replace

from archiver.extract.pdf.block import Block, BlockKind
from archiver.extract.pdf.items import is_item
from archiver.extract.pdf.line import Line
from archiver.extract.pdf.order import Row, is_mirrored
from archiver.extract.pdf.rows import notes_last, row_line, tabular, with_initials
from archiver.extract.pdf.setting import LARGER, SAME_SIZE, Setting, Usual

_LONGEST_HEADING = 250  # characters
_LONGEST_BOLD = 150
_HEADINGS = 3  # levels


def paragraphs(rows: Sequence[Row], usual: Usual) -> list[Block]:
    """The blocks of one page."""
    rows = notes_last(rows, usual.size)
    lines = [row_line(row, cells=in_table) for row, in_table in zip(rows, tabular(rows), strict=True)]
    lines = with_initials(lines)
    mirrored = is_mirrored(line for row in rows for line in row)
    page = Setting([_mirrored(line) for line in lines] if mirrored else lines, usual)
    groups: list[list[Line]] = []
    for at, line in enumerate(lines):
        if at and page.goes_on(at):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group, usual) for group in groups]


def _mirrored(line: Line) -> Line:
    """A line of Arabic or Hebrew, placed as if it ran from left to right."""
    return replace(line, left=-line.right, right=-line.left)


def _block(lines: Sequence[Line], usual: Usual) -> Block:
    first = lines[0]
    if first.cells:
        return Block(kind=BlockKind.ROW, lines=tuple(lines))
    letters = sum(len(line.text) for line in lines)
    size = max(lines, key=lambda line: len(line.text)).size
    words = any(char.isalpha() for line in lines for char in line.text)
    if words and size >= usual.size * LARGER and letters <= _LONGEST_HEADING:
        return Block(kind=BlockKind.HEADING, lines=tuple(lines))
    if is_item(first.text):
        return Block(kind=BlockKind.ITEM, lines=tuple(lines))
    stands_out = not usual.bold and all(line.bold for line in lines) and size >= usual.size * (1 - SAME_SIZE)
    if words and stands_out and letters <= _LONGEST_BOLD and not lines[-1].text.endswith((".", ",", ";")):
        return Block(kind=BlockKind.HEADING, lines=tuple(lines))
    return Block(kind=BlockKind.PARAGRAPH, lines=tuple(lines))


def with_levels(pages: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """The blocks with the headings' levels: the larger the letters the higher, 2 to 4."""
    sizes = sorted(
        {round(block.size) for blocks in pages for block in blocks if block.kind is BlockKind.HEADING},
        reverse=True,
    )
    level = {size: 2 + min(rank, _HEADINGS - 1) for rank, size in enumerate(sizes)}
    return [
        [
            replace(block, level=level[round(block.size)]) if block.kind is BlockKind.HEADING else block
            for block in blocks
        ]
        for blocks in pages
    ]
