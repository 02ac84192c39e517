"""Readings of well-kept libraries, as the blocks of our outline that they keep."""

import logging
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice, pairwise
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
    lines = [block.text.lower() for block in page.blocks]
    kept = _Kept(text, dict(zip(lines, (block.tokens for block in page.blocks), strict=True)))
    found: list[bool] = []
    sure: list[bool] = []
    for row in _rows(page):
        words = page.blocks[row.start].tokens
        if len(row) > 1:
            words = [word for number in row for word in page.blocks[number].tokens]
            has = kept.has(words)
        else:
            has = (lines[row.start] in kept.lines and bool(words)) or kept.has(words)
        found += [has] * len(row)
        sure += [has and len(words) >= _SHORT] * len(row)
    return frozenset(_near_sure(found, sure))


class _Kept:
    """A text that is asked for the words of blocks. What is dear to know is found out when nothing else decides.

    Most of its lines are blocks as they stand on the page, whose words are `known`.
    """

    def __init__(self, text: str, known: Mapping[str, list[str]]) -> None:
        self.lines = {" ".join(line.split()) for line in text.lower().splitlines()}
        self._known = known

    @cached_property
    def _rows(self) -> list[list[str]]:
        known = self._known
        return [words if (words := known.get(line)) is not None else tokens_of(line) for line in self.lines]

    @cached_property
    def _short(self) -> set[str]:
        """The short lines, as words."""
        return {" ".join(row) for row in self._rows if len(row) < _SHORT}

    @cached_property
    def _words(self) -> set[str]:
        return set().union(*self._rows)

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        return set().union(*map(pairwise, self._rows))

    def has(self, words: list[str]) -> bool:
        """Whether it has a few words as a line, or of a longer block's pairs of words enough."""
        if len(words) < _SHORT:
            return bool(words) and " ".join(words) in self._short
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
