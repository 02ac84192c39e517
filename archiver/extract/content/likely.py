"""What follows from how likely each block is main text: the box that holds most of it, and the reading that is best to expect."""

from collections.abc import Sequence
from itertools import accumulate

from archiver.extract.content.outline import Box, Outline

BORDER = 0.43  # a block less likely than this is not main text: the best F1 in cross-validation
BARE = 0.5  # words that count for every block, so that many short ones weigh something
_NEARLY_ALL = 0.999


def mass(page: Outline, likely: Sequence[float]) -> list[float]:
    """The words of main text that one may expect before each block, and in all."""
    return [
        0.0,
        *accumulate((block.words + BARE) * each for block, each in zip(page.blocks, likely, strict=True)),
    ]


def best_box(page: Outline, likely: Sequence[float], *, against: float) -> Box:
    """The box in which words that are likely outweigh those that are not by most; these count as much as `against` says.

    Of several that hold as much, the smallest. The page has a box.
    """
    gains = [0.0]
    gains += accumulate(
        (block.words + BARE) * (each - BORDER) * (1.0 if each > BORDER else against)
        for block, each in zip(page.blocks, likely, strict=True)
    )
    best = max(page.boxes, key=lambda box: gains[box.end] - gains[box.start])
    most = gains[best.end] - gains[best.start]
    for box in page.boxes:
        if (
            best.start <= box.start
            and box.end <= best.end
            and gains[box.end] - gains[box.start] >= most * _NEARLY_ALL
        ):
            best = box
    return best


def likeliest(page: Outline, likely: Sequence[float]) -> tuple[frozenset[int], float]:
    """The blocks whose reading has the highest F1 that one may expect, 0 to 1, and that F1.

    Where all is sure, these are the blocks above one half; on a page of which nothing is sure, the border is lower, since a
    reading that leaves nearly everything out is worse than one that keeps too much (Lipton, Elkan and Naryanaswamy, "Optimal
    Thresholding of Classifiers to Maximize F1 Measure", 2014).
    """
    order = sorted((n for n, each in enumerate(likely) if each > 0), key=lambda n: -likely[n])
    whole = mass(page, likely)[-1]
    kept, right, best, most = 0.0, 0.0, 0, 0.0
    for count, number in enumerate(order, 1):
        size = page.blocks[number].words + BARE
        kept += size
        right += size * likely[number]
        if (expected := 2 * right / (kept + whole)) > most:
            best, most = count, expected
    return frozenset(order[:best]), most


def within(likely: Sequence[float], start: int, end: int) -> frozenset[int]:
    """The likely blocks of a run of blocks."""
    return frozenset(number for number in range(start, end) if likely[number] > BORDER)
