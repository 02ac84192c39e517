"""What a page's text is made of: headings, paragraphs, items of lists, rows of tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from archiver.extract.pdf.line import Line


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list, behind a bullet
    ROW = "row"  # of a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that belong together."""

    kind: BlockKind
    lines: tuple[Line, ...]
    level: int = 0  # of a heading: 2 to 4

    @property
    def size(self) -> float:
        """Of most of its letters."""
        return max(self.lines, key=lambda line: len(line.text)).size


def breaks(blocks: Sequence[Block]) -> Iterator[tuple[Line, Line]]:
    """The lines that end in a hyphen, each with the one that goes on after it."""
    for block in blocks:
        yield from (pair for pair in pairwise(block.lines) if is_broken(pair[0]))


def is_broken(line: Line) -> bool:
    """Whether a line ends within a word, or at a hyphen of its own."""
    return line.hyphen or (
        len(line.text) > 1 and line.text[-1] in "-\u2010\u00ad" and line.text[-2].isalnum()
    )
