"""What stands between the blocks that a reading keeps, and is of one piece with them: a short line, an item, a heading.

A reading weighs each block for itself, and short ones say little. Readers miss them: "or, equivalently:" between two examples.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from archiver.extract.content.labels import BIT, labels
from archiver.extract.content.outline import Outline

_RUNNING = frozenset(["p", "li", "dd", "dt", "blockquote"])
_LISTS = frozenset(["ul", "ol", "dl"])
_LINKED = 0.5  # of a line's words; more, and it leads elsewhere
_SAYS = re.compile(r"[^\W\d_]{2}")  # a mark, a number and a count say nothing alone
_NEXT_BUT_ONE = 2
_LONGEST_LIST = 200  # words; a longer one may be a thread, or the page
_INDEX = 0.8  # of a list's words: an index
_MOST_OF_IT = 0.5  # of a list's words that are kept: then it is the work's, and so is the rest of it
SECTIONS = 3  # headings of the highest rank; so many are those of sections
_LONGEST_HEADING = 25  # words
_BESIDE = sum(
    BIT[label]
    for label in "is-nav is-footer is-aside is-form is-unseen comments share related letter promo consent side".split()
)


def filled(page: Outline, kept: frozenset[int]) -> frozenset[int]:
    """The kept blocks with single lines, the rest of lists, and headings of sections that stand between them."""
    if not kept:
        return kept
    return kept.union(_lines(page, kept), _items(page, kept), _headings(page, kept))


def _is_beside(page: Outline, number: int, beside: int) -> bool:
    """Whether a block is marked as no text by something that a block next to it is not marked by: the mark of a page says nothing."""
    marked = labels(page)
    return bool(marked[page.blocks[number].box] & ~marked[page.blocks[beside].box] & _BESIDE)


def _lines(page: Outline, kept: frozenset[int]) -> Iterator[int]:
    """Single lines of running text between two kept blocks, in the same box as these."""
    order = sorted(kept)
    for before, after in pairwise(order):
        line = page.blocks[before + 1]
        if after - before != _NEXT_BUT_ONE or line.tag not in _RUNNING or not _SAYS.search(line.text):
            continue
        around = page.boxes[page.boxes[line.box].parent]
        if (
            line.linked <= _LINKED * line.words
            and around.start <= before
            and after < around.end
            and not _is_beside(page, before + 1, before)
        ):
            yield before + 1


def _items(page: Outline, kept: frozenset[int]) -> Iterator[int]:
    """The blocks of lists of which most is kept."""
    first, last = min(kept), max(kept)
    end = 0
    for number, box in enumerate(page.boxes):
        if (
            box.tag not in _LISTS
            or box.start < max(first, end)  # within the last one that was taken whole
            or box.end > last + 1
            or max(page.size(box), box.end - box.start) > _LONGEST_LIST
            or page.densities[number] > _INDEX
        ):
            continue
        theirs = [block for block in range(box.start, box.end) if block in kept]
        words = sum(page.blocks[block].words for block in theirs)
        if words and words >= _MOST_OF_IT * page.size(box):
            yield from (
                block
                for block in range(box.start, box.end)
                if _SAYS.search(page.blocks[block].text) and not _is_beside(page, block, theirs[0])
            )
            end = box.end


def _headings(page: Outline, kept: frozenset[int]) -> Iterator[int]:
    """Headings of the highest rank over kept blocks, where sections have them."""
    highest = [number for number, block in enumerate(page.blocks) if block.tag == "h1"]
    if len(highest) < SECTIONS:
        return
    first, last = min(kept), max(kept)
    for number in highest:
        if (
            first <= number < last
            and number + 1 in kept
            and page.blocks[number].words <= _LONGEST_HEADING
            and not _is_beside(page, number, number + 1)
        ):
            yield number
