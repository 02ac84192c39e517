"""Readings of well-kept libraries, as the blocks of our outline that they keep."""

import logging
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, islice, pairwise
from operator import and_

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from archiver.extract.content.outline import Outline, tokens_of
from archiver.extract.markup import Markup

logger = logging.getLogger(__name__)
# What it cannot read is said in `extractor`; its own log speaks of every such page.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_SAME = 0.7  # share of a block's pairs of words that the reading has
_SHORT = 6  # words; a short line may stand elsewhere, too
_ROW = frozenset(["tr"])
_LEVELS = 4  # of boxes between a cell's text and its row
_NEAR = 4  # blocks: what a reading keeps is seldom alone


def by_trafilatura(markup: Markup, page: Outline) -> frozenset[int] | None:
    """The blocks that trafilatura keeps; None where it fails on the page."""
    if markup.is_cut:
        return None
    try:
        text = trafilatura.extract(markup.root, url=markup.url, include_comments=False, fast=True)
    except Exception as error:  # noqa: BLE001 -- on strangers' pages anything: AssertionError, RecursionError, ...
        logger.warning(
            "%s: trafilatura failed (%s: %s); it has no vote", markup.url, type(error).__name__, error
        )
        return None
    return matched(page, text or "")


def by_resiliparse(html: str, page: Outline) -> frozenset[int]:
    """The blocks that resiliparse keeps."""
    text = extract_plain_text(html, main_content=True, alt_texts=False, list_bullets=False)
    return matched(page, text)


def matched(page: Outline, text: str) -> frozenset[int]:
    """The blocks whose words a text has, in their order."""
    kept = _Kept(text)
    found: list[bool] = []
    sure: list[bool] = []
    for row in _rows(page):
        words = (
            page.blocks[row.start].tokens
            if len(row) == 1
            else [word for number in row for word in page.blocks[number].tokens]
        )
        has = kept.has(words)
        found += [has] * len(row)
        sure += [has and len(words) >= _SHORT] * len(row)
    return frozenset(_near_sure(found, sure))


class _Kept:
    """A text that is asked for the words of blocks. What is dear to know is found out when nothing else decides."""

    def __init__(self, text: str) -> None:
        self._rows = [tokens_of(line) for line in text.lower().splitlines()]
        self._lines = {" ".join(row) for row in self._rows}
        self._words = frozenset(chain.from_iterable(self._rows))

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        return {pair for row in self._rows for pair in pairwise(row)}

    def has(self, words: list[str]) -> bool:
        """Whether it has the words as a line, or of a longer block's pairs of words enough."""
        if not words or " ".join(words) in self._lines:
            return bool(words)
        if len(words) < _SHORT:
            return False
        least = _SAME * (len(words) - 1)
        known = list(map(self._words.__contains__, words))
        if sum(map(and_, known, islice(known, 1, None))) < least:
            return False
        return sum(map(self._pairs.__contains__, pairwise(words))) >= least


def _rows(page: Outline) -> Iterator[range]:
    """The cells of a row together, since readings write them on one line; all other blocks alone."""
    start, around = 0, -1
    if not any(box.tag == "tr" for box in page.boxes):
        yield from (range(number, number + 1) for number in range(len(page.blocks)))
        return
    for number in range(len(page.blocks)):
        row = page.nearest(number, _ROW, _LEVELS)
        if number > start and (row < 0 or row != around):
            yield range(start, number)
            start = number
        around = row
    if page.blocks:
        yield range(start, len(page.blocks))


def _near_sure(found: list[bool], sure: list[bool]) -> Iterator[int]:
    for number, has in enumerate(found):
        if has and (sure[number] or any(sure[max(number - _NEAR, 0) : number + _NEAR + 1])):
            yield number
