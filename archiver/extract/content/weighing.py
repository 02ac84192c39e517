"""The reading by weights: the sum of a block's terms tells how likely it is main text, and the best box is read.

The weights (`weights.json`) are a logistic regression's over pages that people have read; `benchmarks/train_blocks.py` makes
them. They are few and have names, so that a verdict can be explained.
"""

import json
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import exp

from archiver.extract.content.evidence import Evidence, Term
from archiver.extract.content.outline import Outline

BORDER = 0.43  # a block less likely than this is not main text: the best F1 in cross-validation
_NEARLY_ALL = 0.999
_BARE = 0.5  # words that count for every block, so that many short ones weigh something
_STEEPEST = 30.0


@cache
def weights() -> dict[str, float]:
    """The weight of each term; that of "" is the sum's beginning."""
    found: dict[str, float] = json.loads(
        files("archiver.extract.content").joinpath("weights.json").read_text("utf-8")
    )
    return found


def weigh(page: Outline, known: Evidence) -> list[float]:
    """How likely each block is main text, 0 to 1."""
    weight = weights()
    shared = {
        box: _sum(weight, terms) + weight[""] if terms else -_STEEPEST for box, terms in known.boxes.items()
    }
    return [
        _likelihood(shared[block.box] + _sum(weight, terms))
        for block, terms in zip(page.blocks, known.blocks, strict=True)
    ]


def _sum(weight: dict[str, float], terms: tuple[Term, ...]) -> float:
    total = 0.0
    for name, value in terms:
        total += weight[name] * value
    return total


def _likelihood(score: float) -> float:
    return 1 / (1 + exp(-max(min(score, _STEEPEST), -_STEEPEST)))


def weighed(page: Outline, likely: list[float]) -> frozenset[int]:
    """The likely blocks of the box in which words that are likely outweigh those that are not by most."""
    if not page.blocks:
        return frozenset()
    gains = [0.0]
    gains += accumulate(
        (block.words + _BARE) * (share - BORDER) for block, share in zip(page.blocks, likely, strict=True)
    )
    best = max(page.boxes, key=lambda box: gains[box.end] - gains[box.start])
    most = gains[best.end] - gains[best.start]
    # The smallest box that holds as much.
    for box in page.boxes:
        if (
            best.start <= box.start
            and box.end <= best.end
            and gains[box.end] - gains[box.start] >= most * _NEARLY_ALL
        ):
            best = box
    return within(likely, best.start, best.end)


def within(likely: list[float], start: int, end: int) -> frozenset[int]:
    """The likely blocks of a run of blocks."""
    return frozenset(number for number in range(start, end) if likely[number] > BORDER)
