"""Lists of works that no mark points to: what stands under References, and what follows the notes."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.items import Item, Items
from archiver.extract.finding.references import looks_like_reference
from archiver.extract.finding.sections import BIBLIOGRAPHY, Sections
from archiver.extract.layout import LINE
from archiver.extract.spans import Span

_LONGEST_ENTRY = 900  # characters; a longer paragraph is prose about literature

_LINES = re.compile(f"[^{LINE}]+")
_WORD = re.compile(r"[^\W\d_]{2}")


def find_bibliography(body: Body, notes: Iterable[Span]) -> Iterator[Span]:
    """The entries of all lists. `notes` are the places of the notes that stand at the end of the post."""
    items = Items(body)
    headings = {place for place in map(body.place, body.headings) if not _leads_away(body, place)}
    for area in Sections(body).titled(BIBLIOGRAPHY):
        for item in items.inside(area):
            for span in _lines(body, item.span):
                is_short = span.end - span.start <= _LONGEST_ENTRY
                if is_short and span not in headings and body.is_free(span) and _says_more(body, item, span):
                    yield span
    last = max((note.end for note in notes), default=len(body.text))
    for paragraph in body.paragraphs[bisect_right(body.paragraphs, last, key=lambda span: span.start) :]:
        if not body.is_free(paragraph) or not looks_like_reference(body.words(paragraph)):
            return
        yield paragraph


def _lines(body: Body, item: Span) -> list[Span]:
    """An item, or its lines where each of them is a reference."""
    lines = [Span(*found.span()) for found in _LINES.finditer(body.text, item.start, item.end)]
    are_entries = len(lines) > 1 and all(looks_like_reference(body.words(line)) for line in lines)
    return lines if are_entries else [item]


def _says_more(body: Body, item: Item, span: Span) -> bool:
    """Whether there are words besides the item's label."""
    return _WORD.search(body.text, max(span.start, item.text.start), span.end) is not None


def _leads_away(body: Body, place: Span) -> bool:
    return any(body.fragment(link) is None for link in body.links(place))
