"""What belongs together: the cells of a table of which a reading keeps some, the heading of what it keeps, code between."""

import re
from collections.abc import Iterator

from archiver.extract.content.labels import BIT, labels
from archiver.extract.content.outline import Box, Outline

_KEPT = 0.3  # of a table's words: then the table is the work's
_KEPT_WITHIN = 0.1  # of one that stands between kept blocks
_ROWS = 2
LONGEST_CELL = 40  # words: a table with a longer one lays the page out
_MOST_LINKED = 0.8  # of a table's words: an index
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_LONGEST_HEADING = 25  # words
_NOTICE_NEAR = 12  # blocks before and after a text, where its corrections stand, often in a footer
_SENTENCE = 8  # words
_CORRECTS = re.compile(
    r"\W*(?:this (?:article|story|post|piece|report|page|column) (?:was|has been) (?:\w+ )?(?:amended|corrected|edited|updated)|"
    r"an earlier version of this|in einer früheren (?:version|fassung)|une version (?:antérieure|précédente) de|"
    r"(?:corrections?|clarifications?|editor.?s.? note|erratum|corrigendum|korrektur|richtigstellung|anmerkung der redaktion|"
    r"rectificati(?:f|on)|note de la rédaction|corrección|fe de errat[ao]s?|rettifica|correzione|correção|rectificatie|訂正|更正)"
    r"(?: [^:—–]{1,40})?\s*[:：(—–])",
    re.IGNORECASE,
)
_NEAR = 3  # blocks: a picture before the first words
_CAPTION, _ROW = frozenset(["figcaption"]), frozenset(["tr", "table"])
_DEEP = 4  # boxes between the words of a caption and the caption
_BESIDE = sum(
    BIT[label]
    for label in "is-nav is-footer is-aside is-form is-unseen comments share related letter promo consent side".split()
)


def captions(page: Outline, kept: frozenset[int]) -> frozenset[int]:
    """The captions of pictures that stand between kept blocks, or next to them."""
    if not kept:
        return kept
    marked = labels(page)
    first, last = min(kept) - _NEAR, max(kept) + _NEAR
    return frozenset(
        number
        for number in range(max(first, 0), min(last + 1, len(page.blocks)))
        if not marked[page.blocks[number].box] & _BESIDE and page.nearest(number, _CAPTION, _DEEP) >= 0
    )


def made_whole(page: Outline, kept: frozenset[int]) -> frozenset[int]:
    """The kept blocks, with the other cells of their tables, and with headings and code between them, and with corrections."""
    if not kept:
        return kept
    marked = labels(page)
    found = set(kept)
    first, last = min(kept), max(kept)
    for box, density in zip(page.boxes, page.densities, strict=True):
        if (
            box.tag == "table"
            and density <= _MOST_LINKED
            and box.start <= last
            and first < box.end
            and _is_of_the_work(page, box, kept, is_within=first < box.start and box.end <= last)
        ):
            found.update(range(box.start, box.end))
    found.update(
        number
        for number in range(first, last)
        if not marked[page.blocks[number].box] & _BESIDE
        and (page.blocks[number].tag == "pre" or _is_heading(page, number, found))
    )
    found.update(
        number
        for number in range(max(first - _NOTICE_NEAR, 0), min(last + _NOTICE_NEAR, len(page.blocks)))
        if page.blocks[number].words >= _SENTENCE
        and _CORRECTS.match(page.blocks[number].text[:100])
        and not marked[page.blocks[number].box] & BIT["comments"]
    )
    return frozenset(found)


def _is_heading(page: Outline, number: int, found: set[int]) -> bool:
    block = page.blocks[number]
    return block.tag in _HEADINGS and number + 1 in found and block.words <= _LONGEST_HEADING


def _is_of_the_work(page: Outline, table: Box, kept: frozenset[int], *, is_within: bool) -> bool:
    cells = range(table.start, table.end)
    words = page.size(table)
    rows = len(set(_rows(page, table)))
    return (
        words > 0
        and rows >= _ROWS
        and all(page.blocks[number].words <= LONGEST_CELL for number in cells)
        and not any(page.blocks[number].tag in _HEADINGS for number in cells)
        and sum(page.blocks[number].words for number in cells if number in kept)
        >= words * (_KEPT_WITHIN if is_within else _KEPT)
    )


def _rows(page: Outline, table: Box) -> Iterator[int]:
    for number in range(table.start, table.end):
        yield page.nearest(number, _ROW)
