"""What speaks for a block once all of its page have been weighed: what stands around it, and what a borrowed reading keeps."""

from collections import defaultdict
from collections.abc import Sequence
from math import log

from archiver.extract.content.likely import BARE, BORDER, best_box, mass
from archiver.extract.content.outline import Outline

# The terms of a block, in this order.
NAMES = (
    *(
        "likely",
        "before likely",
        "after likely",
        "around likely",
        "far around likely",
        "alike likely",
        "alike",
    ),
    *("in narrow box", "in wide box", "much text", "borrowed", "agreed", "borrowed and agreed"),
)
_NOTHING = -5.0  # log-odds of what would stand before the first block
_LEAST = 1e-4  # likelihood, lest its log-odds have no end
_MANY_ALIKE = 10  # blocks; more are as many
_MUCH = 8  # the logarithm of some 3,000 words
# Words that are not likely count this much against a box: all, or less, and then a wider one is the best.
_NARROW, _WIDE = 1.0, 0.3

Terms = tuple[float, ...]


def in_context(page: Outline, likely: Sequence[float], borrowed: frozenset[int]) -> list[Terms]:
    """The terms of every block, of how likely each is by itself and the blocks that another reading keeps."""
    odds = [_log_odds(each) for each in likely]
    masses = mass(page, likely)
    around, far_around = _around(page, _of_boxes(page, masses))
    alike = _of_alikes(page, likely)
    narrow, wide = (best_box(page, likely, against=against) for against in (_NARROW, _WIDE))
    much = log(1 + masses[-1]) / _MUCH
    agreed = _agreed(page, likely, borrowed)
    found: list[Terms] = []
    for number, block in enumerate(page.blocks):
        is_borrowed = float(number in borrowed)
        found.append(
            (
                odds[number],
                odds[number - 1] if number else _NOTHING,
                odds[number + 1] if number + 1 < len(odds) else _NOTHING,
                around[block.box],
                far_around[block.box],
                *alike[number],
                float(narrow.start <= number < narrow.end),
                float(wide.start <= number < wide.end),
                much,
                is_borrowed,
                agreed,
                is_borrowed * agreed,
            )
        )
    return found


def _log_odds(likely: float) -> float:
    inside = min(max(likely, _LEAST), 1 - _LEAST)
    return log(inside / (1 - inside))


def _around(page: Outline, likely: Sequence[float]) -> tuple[list[float], list[float]]:
    """For each box, how likely the box around it is, and the third one outwards."""
    outer = [max(box.parent, 0) for box in page.boxes]
    return [likely[box] for box in outer], [likely[outer[outer[box]]] for box in outer]


def _of_boxes(page: Outline, masses: Sequence[float]) -> list[float]:
    """How likely the words of each box are, by and large."""
    return [
        (masses[box.end] - masses[box.start]) / (page.size(box) + BARE * (box.end - box.start))
        if box.end > box.start
        else 0.0
        for box in page.boxes
    ]


def _of_alikes(page: Outline, likely: Sequence[float]) -> list[tuple[float, float]]:
    """Of the blocks of one tag and class: how likely their words are, and how many they are."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, block in enumerate(page.blocks):
        groups[block.tag, page.boxes[block.box].element.get("class") or ""].append(number)
    found = [(0.0, 0.0)] * len(page.blocks)
    for numbers in groups.values():
        sizes = [page.blocks[number].words + BARE for number in numbers]
        share = sum(size * likely[number] for size, number in zip(sizes, numbers, strict=True)) / sum(sizes)
        for number in numbers:
            found[number] = share, min(len(numbers), _MANY_ALIKE) / _MANY_ALIKE
    return found


def _agreed(page: Outline, likely: Sequence[float], borrowed: frozenset[int]) -> float:
    """F1 of the words that are likely and those that the other reading keeps."""
    own = {number for number, each in enumerate(likely) if each > BORDER}
    size, other, both = (
        sum(page.blocks[number].words + BARE for number in numbers)
        for numbers in (own, borrowed, own & borrowed)
    )
    return 2 * both / (size + other) if size + other else 0.0
