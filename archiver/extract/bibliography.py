"""Lists of works that no mark points to: what stands under References, and what follows the notes."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.items import Items
from archiver.extract.finding.references import looks_like_reference
from archiver.extract.finding.sections import BIBLIOGRAPHY, Sections
from archiver.extract.spans import Span

_LONGEST_ENTRY = 900  # characters; a longer paragraph is prose about literature

_WORD = re.compile(r"[^\W\d_]{2}")


def find_bibliography(body: Body, notes: Iterable[Span]) -> Iterator[Span]:
    """The entries of all lists. `notes` are the places of the notes that stand at the end of the post."""
    items = Items(body)
    headings = {place for place in map(body.place, body.headings) if not _leads_away(body, place)}
    for area in Sections(body).titled(BIBLIOGRAPHY):
        for item in items.inside(area):
            is_short = item.span.end - item.span.start <= _LONGEST_ENTRY
            is_entry = is_short and item.span not in headings
            if is_entry and body.is_free(item.span) and _WORD.search(body.words(item.text)):
                yield item.span
    last = max((note.end for note in notes), default=len(body.text))
    for paragraph in body.paragraphs[bisect_right(body.paragraphs, last, key=lambda span: span.start) :]:
        if not body.is_free(paragraph) or not looks_like_reference(body.words(paragraph)):
            return
        yield paragraph


def _leads_away(body: Body, place: Span) -> bool:
    return any(body.fragment(link) is None for link in body.links(place))
