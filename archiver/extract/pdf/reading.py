"""A whole PDF read within bounds: so many pages, so many letters, and what was left out is said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from archiver.extract.pdf.furniture import without_furniture
from archiver.extract.pdf.line import Line, Page
from archiver.extract.pdf.line_numbers import without_line_numbers
from archiver.extract.pdf.order import Row, in_order
from archiver.extract.pdf.page import Pages
from archiver.extract.pdf.paragraphs import paragraphs, with_levels
from archiver.extract.pdf.rows import row_line
from archiver.extract.pdf.setting import usual_in
from archiver.extract.pdf.writing import as_html, as_text, written

MOST_PAGES = 5_000
MOST_LETTERS = 10_000_000  # of all pages; a book has a million
MOST_OBJECTS = 5_000_000
_LOOKED_AT = 8  # pages among which the front page is, behind covers that are pictures
_APART = 1.5  # sizes
_OPENING = 4  # pages: an imprint stands on the second or the last of these


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a PDF says, page by page."""

    pages: tuple[Page, ...]
    count: int  # of the pages that there are
    text: str
    html: str
    body: float  # the size of most letters
    opening: tuple[tuple[Line, ...], ...]  # the lines of the first pages, running heads included


def read_pages(handle: Any) -> Reading:
    """Read the pages of an open PDF."""
    source = Pages(handle)
    pages: list[Page] = []
    letters = 0
    while (
        len(pages) < min(source.count, MOST_PAGES)
        and letters < MOST_LETTERS
        and source.objects < MOST_OBJECTS
    ):
        page = source.read(len(pages) + 1)
        letters += sum(len(line.text) for line in page.lines)
        pages.append(page)
    text, html, body = _written(pages)
    return Reading(
        pages=tuple(pages),
        count=source.count,
        text=text,
        html=html,
        body=body,
        opening=tuple(_opening(pages)),
    )


def _opening(pages: Sequence[Page]) -> Iterator[tuple[Line, ...]]:
    """The lines of the first pages that have any: the front page, and those behind it."""
    worded = [page for page in pages[:_LOOKED_AT] if page.lines and not page.illegible]
    for page in worded[:_OPENING]:
        yield tuple(row_line(part) for row in in_order(page.lines) for part in _parts(row))


def _parts(row: Row) -> Iterator[Row]:
    """A row cut where what stands on its right is another matter: a symbol, a date."""
    start = 0
    for at in range(1, len(row)):
        if row[at].left - row[at - 1].right > _APART * row[at].size:
            yield row[start:at]
            start = at
    yield row[start:]


def _written(pages: Sequence[Page]) -> tuple[str, str, float]:
    kept = without_line_numbers(without_furniture(pages))
    rows = [
        [] if page.illegible else in_order(lines) + [[line] for line in aside]
        for page, lines, aside in zip(pages, kept, _asides(pages), strict=True)
    ]
    usual = usual_in(rows)
    blocks = with_levels([paragraphs(page, usual) for page in rows])
    out = written(blocks)
    return as_text(out), as_html(out, pages), usual.size


def _asides(pages: Sequence[Page]) -> list[list[Line]]:
    """What is written across or up a page and but once: not a watermark, nor the stamp of a library."""
    known = Counter(line.text for page in pages for line in page.asides)
    return [[line for line in page.asides if known[line.text] == 1] for page in pages]
