"""What speaks for and against a block's being part of the main text, as numbers with names.

A term is a name and a value, most of them 0 or 1; what is 0 is left out. Terms of a box are shared by its blocks.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log

from archiver.extract.content.container import Running, running
from archiver.extract.content.labels import BIT, LABELS, labels
from archiver.extract.content.outline import Block, Outline
from archiver.extract.content.phrases import PHRASES, phrases

Term = tuple[str, float]

_TAGS = "p h1 h2 h3 h4 h5 li td th dd dt pre figcaption blockquote div section".split()
_HEADINGS = frozenset(["h1", "h2", "h3", "h4"])
_COMMA = re.compile(r"[,،、，]")
_SENTENCE_END = re.compile(r"[.!?。！？…](?:[\"'”’»)\]]|\[\d{1,3}\]){0,3}$")
_SIZES = ((2, "1-2"), (6, "3-6"), (14, "7-14"), (39, "15-39"))  # words of a block
_LONG = 40  # words: in a long paragraph a phrase means less
_PHRASE_IN_LONG = 0.3
_MANY_LINKS = 0.6
_MANY_AROUND = 0.5
_SURROUNDINGS = (
    ("links beside", "many links beside", "running beside"),
    ("links around", "many links around", "running around"),
)
_NEIGHBOURS = tuple(
    (f"{where} words", f"{where} linked", f"{where} same tag", f"{where} heading")
    for where in ("before:", "after:")
)
# Nothing in these is looked at: a box so named that holds half of the page is none.
_NEVER = BIT["is-nav"] | BIT["is-footer"]
_MENU = 20  # words
_ALL_LINKS = 0.9  # of its words
_NEAR = 3  # blocks on either side
_LONGEST = 60  # words of a neighbour that count
_FAR = 20  # blocks; what is farther away is as far
NAMES = (
    *(f"is {label}" for label in LABELS),
    *(f"tag {tag}" for tag in _TAGS),
    *(f"says {phrase}" for phrase in PHRASES),
    *(f"words {name}" for _, name in _SIZES),
    *"words 40-|log words|linked|mostly linked|long and linked|sentence|question|commas|capitals|repeated|alike".split(
        "|"
    ),
    *"links beside|links around|many links beside|many links around|running beside|running around".split("|"),
    *"in container|within|before|after|far before|far after|in container before|in container after".split(
        "|"
    ),
    *"above h1|at h1|running near|place".split("|"),
    *(
        f"{where} {what}"
        for where in ("before:", "after:")
        for what in ("words", "linked", "same tag", "heading")
    ),
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The terms of a page: those of each box that holds blocks, and those of each block."""

    boxes: dict[int, tuple[Term, ...]]  # empty: no main text, whatever is in it
    blocks: list[tuple[Term, ...]]
    text: Running


def evidence(page: Outline) -> Evidence:
    """Everything that is known of each block, without what it would be to know it of a whole page."""
    marked = labels(page)
    text = running(page, marked)
    alike = Counter((box.parent, box.tag) for box in page.boxes)
    boxes: dict[int, tuple[Term, ...]] = {}
    for block in page.blocks:
        if block.box not in boxes:
            said: tuple[Term, ...] = (
                ()
                if marked[block.box] & _NEVER or _is_all_links(page, block.box)
                else (*_said(marked[block.box]), *_of_box(page, block.box, text, alike))
            )
            boxes[block.box] = said
    seen = Counter(block.text for block in page.blocks)
    h1 = next((number for number, block in enumerate(page.blocks) if block.tag == "h1"), None)
    blocks = [
        (*_of_block(block, repeated=seen[block.text] > 1), *_of_place(page, number, text, h1))
        if boxes[block.box]
        else ()
        for number, block in enumerate(page.blocks)
    ]
    return Evidence(boxes, blocks, text)


def _is_all_links(page: Outline, number: int) -> bool:
    """Whether the box around the box around is a menu."""
    for _ in range(2):
        number = max(page.boxes[number].parent, 0)
    around = page.boxes[number]
    if around.tag in {"html", "body"}:
        return False
    return page.size(around) >= _MENU and page.link_density(around) > _ALL_LINKS


@lru_cache(maxsize=4096)
def _said(labels_of_box: int) -> tuple[Term, ...]:
    return tuple((f"is {label}", 1.0) for bit, label in enumerate(LABELS) if labels_of_box >> bit & 1)


def _of_box(page: Outline, number: int, text: Running, alike: Counter[tuple[int, str]]) -> Iterator[Term]:
    box = page.boxes[number]
    beside = page.boxes[box.parent] if box.parent >= 0 else box
    around = page.boxes[beside.parent] if beside.parent >= 0 else beside
    if box.tag in _TAGS:
        yield f"tag {box.tag}", 1.0
    for linked, many, much, where in ((*_SURROUNDINGS[0], beside), (*_SURROUNDINGS[1], around)):
        density = page.link_density(where)
        yield linked, density
        if density > _MANY_AROUND:
            yield many, 1.0
        yield much, text.of(where.start, where.end)
    yield "alike", min(alike[box.parent, box.tag], _FAR) / _FAR


def _of_block(block: Block, *, repeated: bool) -> Iterator[Term]:
    words, line = block.words, block.text
    density = block.linked / words if words else 1.0
    yield "log words", log(1 + words) / 5
    yield f"words {next((name for most, name in _SIZES if words <= most), '40-')}", 1.0
    yield "linked", density
    if density > _MANY_LINKS:
        yield "mostly linked", 1.0
        if words > _SIZES[1][0]:
            yield "long and linked", 1.0
    if _SENTENCE_END.search(line[-12:]):
        yield "sentence", 1.0
    if line.endswith("?"):
        yield "question", 1.0
    commas = line.count(",") if line.isascii() else len(_COMMA.findall(line))
    yield "commas", min(commas / (words or 1) * 5, 1.0)
    if line.isupper():
        yield "capitals", 1.0
    if repeated:
        yield "repeated", 1.0
    weight = 1.0 if words < _LONG else _PHRASE_IN_LONG
    for phrase in sorted(phrases(line)):
        yield f"says {phrase}", weight


def _of_place(page: Outline, number: int, text: Running, h1: int | None) -> Iterator[Term]:
    inside = text.start <= number < text.end
    if inside:
        yield "in container", 1.0
    if number < text.first:
        yield "before", 1.0
        yield "far before", min(text.first - number, _FAR) / _FAR
        if inside:
            yield "in container before", 1.0
    elif number > text.last:
        yield "after", 1.0
        yield "far after", min(number - text.last, _FAR) / _FAR
        if inside:
            yield "in container after", 1.0
    else:
        yield "within", 1.0
    if h1 is not None and number <= h1:
        yield ("at h1" if number == h1 else "above h1"), 1.0
    near = range(max(number - _NEAR, 0), min(number + _NEAR + 1, len(page.blocks)))
    yield "running near", sum(1 for other in near if other != number and text.words[other]) / (2 * _NEAR)
    yield "place", page.words[number] / (page.words[-1] or 1)
    block = page.blocks[number]
    last = len(page.blocks) - 1
    neighbours = page.blocks[max(number - 1, 0)], page.blocks[min(number + 1, last)]
    for (words, linked, same_tag, heading), other in zip(_NEIGHBOURS, neighbours, strict=True):
        yield words, min(other.words, _LONGEST) / _LONGEST
        yield linked, other.linked / other.words if other.words else 1.0
        if other.tag == block.tag:
            yield same_tag, 1.0
        if other.tag in _HEADINGS:
            yield heading, 1.0
