"""What speaks for and against a block's being part of the main text, as numbers with names.

A term is a name and a value, most of them 0 or 1; what is 0 is left out. Terms of a box are shared by its blocks.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
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
_SIZE = tuple(
    (f"words {next((name for most, name in _SIZES if words <= most), '40-')}", 1.0) for words in range(41)
)
_SAYS = {phrase: f"says {phrase}" for phrase in PHRASES}
_LONG = 40  # words: in a long paragraph a phrase means less
_PHRASE_IN_LONG = 0.3
_MANY_LINKS = 0.6
_MANY_AROUND = 0.5
_SURROUNDINGS = (
    ("links beside", "many links beside", "running beside"),
    ("links around", "many links around", "running around"),
)
_NEIGHBOURS = tuple((f"{where} same tag", f"{where} heading") for where in ("before:", "after:"))
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
    place = _Place(page, text)
    blocks = [
        (*_of_block(block, repeated=seen[block.text] > 1), *place.of(number)) if boxes[block.box] else ()
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
    return page.densities[number] > _ALL_LINKS and page.size(around) >= _MENU


@lru_cache(maxsize=4096)
def _said(labels_of_box: int) -> tuple[Term, ...]:
    return tuple((f"is {label}", 1.0) for bit, label in enumerate(LABELS) if labels_of_box >> bit & 1)


def _of_box(page: Outline, number: int, text: Running, alike: Counter[tuple[int, str]]) -> Iterator[Term]:
    box = page.boxes[number]
    beside = max(box.parent, 0)
    around = max(page.boxes[beside].parent, 0)
    if box.tag in _TAGS:
        yield f"tag {box.tag}", 1.0
    for linked, many, much, at in ((*_SURROUNDINGS[0], beside), (*_SURROUNDINGS[1], around)):
        density, where = page.densities[at], page.boxes[at]
        yield linked, density
        if density > _MANY_AROUND:
            yield many, 1.0
        yield much, text.of(where.start, where.end)
    yield "alike", min(alike[box.parent, box.tag], _FAR) / _FAR


def _of_block(block: Block, *, repeated: bool) -> list[Term]:
    words, line = block.words, block.text
    density = block.linked / words if words else 1.0
    commas = line.count(",") if line.isascii() else len(_COMMA.findall(line))
    found = [
        ("log words", log(1 + words) / 5),
        _SIZE[min(words, _LONG)],
        ("linked", density),
        ("commas", min(commas / (words or 1) * 5, 1.0)),
    ]
    if density > _MANY_LINKS:
        found.append(("mostly linked", 1.0))
        if words > _SIZES[1][0]:
            found.append(("long and linked", 1.0))
    if _SENTENCE_END.search(line[-12:]):
        found.append(("sentence", 1.0))
    if line.endswith("?"):
        found.append(("question", 1.0))
    if line.isupper():
        found.append(("capitals", 1.0))
    if repeated:
        found.append(("repeated", 1.0))
    if said := phrases(line, block.tokens):
        weight = 1.0 if words < _LONG else _PHRASE_IN_LONG
        found += [(_SAYS[phrase], weight) for phrase in said]
    return found


class _Place:
    """Where blocks stand: in the container or not, before or after running text, between which neighbours."""

    def __init__(self, page: Outline, text: Running) -> None:
        self._page, self._text = page, text
        self._h1 = next((number for number, block in enumerate(page.blocks) if block.tag == "h1"), -1)
        self._running = [0, *accumulate(words > 0 for words in text.words)]
        self._whole = page.words[-1] or 1
        beside = [_as_neighbour(block) for block in page.blocks]
        self._before = [beside[0], *beside[:-1]] if beside else []
        self._after = [*beside[1:], beside[-1]] if beside else []

    def of(self, number: int) -> list[Term]:
        """The terms of a block."""
        page, running = self._page, self._running
        found = self._of_running(number)
        if number <= self._h1:
            found.append(("at h1" if number == self._h1 else "above h1", 1.0))
        near = running[min(number + _NEAR + 1, len(page.blocks))] - running[max(number - _NEAR, 0)]
        near -= self._text.words[number] > 0
        tag = page.blocks[number].tag
        before, after = self._before[number], self._after[number]
        found += [
            ("running near", near / (2 * _NEAR)), ("place", page.words[number] / self._whole),
            ("before: words", before[0]), ("before: linked", before[1]),
            ("after: words", after[0]), ("after: linked", after[1]),
        ]  # fmt: skip
        for other, (same, heading) in zip((before[2], after[2]), _NEIGHBOURS, strict=True):
            if other == tag:
                found.append((same, 1.0))
            if other in _HEADINGS:
                found.append((heading, 1.0))
        return found

    def _of_running(self, number: int) -> list[Term]:
        text = self._text
        inside = text.start <= number < text.end
        found = [("in container", 1.0)] if inside else []
        if number < text.first:
            found += [("before", 1.0), ("far before", min(text.first - number, _FAR) / _FAR)]
            if inside:
                found.append(("in container before", 1.0))
        elif number > text.last:
            found += [("after", 1.0), ("far after", min(number - text.last, _FAR) / _FAR)]
            if inside:
                found.append(("in container after", 1.0))
        else:
            found.append(("within", 1.0))
        return found


def _as_neighbour(block: Block) -> tuple[float, float, str]:
    """What counts of a block for those beside it: its words, the share of links among them, its tag."""
    return (
        min(block.words, _LONGEST) / _LONGEST,
        block.linked / block.words if block.words else 1.0,
        block.tag,
    )
