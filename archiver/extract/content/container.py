"""The box that holds most of a page's running text: where the main text begins, for all who look for it.

The way of Readability (Arc90, 2009): each paragraph speaks for the boxes around it, for farther ones less.
"""

from dataclasses import dataclass

from archiver.extract.content.labels import BIT
from archiver.extract.content.outline import Outline

_LEAST = 12  # words of a paragraph that speaks for a box
_MOST_LINKED = 0.4  # of its words
_HEADINGS = frozenset(["h1", "h2", "h3"])
_BESIDE = sum(
    BIT[label]
    for label in ("is-nav is-footer is-aside is-form is-unseen comments consent side foot related").split()
)
_BESIDE_COUNTS = 0.2  # of a paragraph in a box that is beside the text
_FADING = 0.6  # from one box to the one around it
_LEVELS = 4
_SMALL = frozenset("p li blockquote td span dd".split())
_MUCH_MORE = 1.25  # what the box around must hold for it to be the container


@dataclass(frozen=True, slots=True)
class Running:
    """Where a page's running text is."""

    words: list[float]  # of each block: how much running text it is
    before: list[float]  # of all blocks before each, and of all
    start: int  # of the container's blocks
    end: int
    first: int  # the first and the last block of running text in it
    last: int

    def of(self, start: int, end: int) -> float:
        """Share of the page's running text in a run of blocks."""
        return (self.before[end] - self.before[start]) / (self.before[-1] or 1)


def running(page: Outline, labels: list[int]) -> Running:
    """Find the running text of a page and the box that holds it."""
    words = [0.0] * len(page.blocks)
    before = [0.0]
    for number, block in enumerate(page.blocks):
        density = block.linked / (block.words or 1)
        if block.words >= _LEAST and density < _MOST_LINKED and block.tag not in _HEADINGS:
            words[number] = block.words * (1 - density)
            if labels[block.box] & _BESIDE:
                words[number] *= _BESIDE_COUNTS
        before.append(before[-1] + words[number])
    start, end = _container(page, words, before)
    spoken = [number for number in range(start, end) if words[number]]
    return Running(
        words=words,
        before=before,
        start=start,
        end=end,
        first=spoken[0] if spoken else 0,
        last=spoken[-1] if spoken else len(page.blocks),
    )


def _container(page: Outline, words: list[float], before: list[float]) -> tuple[int, int]:
    scores: dict[int, float] = {}
    for number, block in enumerate(page.blocks):
        if not words[number]:
            continue
        box, weight = block.box, 1.0
        if page.boxes[box].tag in _SMALL:
            box = page.boxes[box].parent
        for _ in range(_LEVELS):
            if box < 0:
                break
            scores[box] = scores.get(box, 0.0) + words[number] * weight
            weight *= _FADING
            box = page.boxes[box].parent
    if not scores:
        return 0, len(page.blocks)
    best = max(scores, key=lambda box: scores[box] * (1 - page.densities[box]))
    while (parent := page.boxes[best].parent) >= 0 and page.boxes[parent].tag not in {"body", "html"}:
        inner, outer = page.boxes[best], page.boxes[parent]
        if before[outer.end] - before[outer.start] <= (before[inner.end] - before[inner.start]) * _MUCH_MORE:
            break
        best = parent
    return page.boxes[best].start, page.boxes[best].end
