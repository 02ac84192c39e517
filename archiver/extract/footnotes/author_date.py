"""Author and year in parentheses, and an alphabetical list.

<p>It rained (Ek 2019, 3), as Berg (2018) had said.</p>
<h2>References</h2>
<p>Berg, Olaf. 2018. “Clouds.” Coast Review.</p>
<p>Ek, Ida. 2019. “Rain.” Coast Review.</p>
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from archiver.extract.finding.body import Body
from archiver.extract.finding.endnotes import Endnotes
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.works import YEAR, Works, names
from archiver.extract.spans import Span, Spans

EVIDENCE = Evidence.PAIRED

_LOCATOR = r"(?:[,:]\s?[^;]{1,40})?"
_GROUP = re.compile(rf"\((?P<inside>[^()\n]{{0,200}}?{YEAR}[^()\n]{{0,60}})\)")
_WORK = re.compile(
    rf"\s*(?:(?i:see also|see|but see|cf\.|e\.g\.|compare),?\s)?(?P<author>[^\d;]{{2,80}}?),?\s(?P<year>{YEAR}){_LOCATOR}\s*"
)
_ONLY_YEAR = re.compile(rf"(?P<year>{YEAR}){_LOCATOR}")
_NAMES_BEFORE = re.compile(r"(?:(?:[^\W\d_a-z][\w’'.-]*|and|&|et al\.) ){1,6}$")
_LONGEST_NAMES = 80
_TRUSTED = 2  # so many marks with an entry for each without one: then that one is a mark, too


_Find = Callable[[str, str], Span | None]


class _Place(NamedTuple):
    label: str
    span: Span
    entry: Span | None


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Entries that an author and a year in the text name."""
    ends = Endnotes(body)
    entries = sorted(entry for area in ends.bibliographies() for entry in ends.entries(area))
    if not entries:
        return
    listed = Spans(entries)
    works = Works(body, entries)
    places = [place for place in _places(body, cache(works.find)) if not listed.touches(place.span)]
    known = [place for place in places if place.entry is not None]
    yield from _footnotes(places if len(known) >= _TRUSTED * (len(places) - len(known)) else known)


def _footnotes(places: list[_Place]) -> Iterator[Footnote]:
    by_label: dict[str, list[_Place]] = {}
    for place in places:
        by_label.setdefault(place.label, []).append(place)
    for label, same in by_label.items():
        entries = tuple(place.entry for place in same[:1] if place.entry is not None)
        yield Footnote(label=label, marks=tuple(place.span for place in same), notes=entries)


def _places(body: Body, find: _Find) -> Iterator[_Place]:
    for group in _GROUP.finditer(body.text):
        span = Span(*group.span())
        if not body.is_free(span):
            continue
        parts = [_WORK.fullmatch(part) for part in group["inside"].split(";")]
        if year := _ONLY_YEAR.fullmatch(group["inside"]):
            yield from _narrative(body, find, span, year["year"])
        elif all(parts):
            for part in parts:
                assert part is not None
                author = part["author"].strip()
                entry = find(author, part["year"])
                if entry is not None or _is_name(author):
                    yield _Place(f"{author} {part['year']}", span, entry)


def _narrative(body: Body, find: _Find, span: Span, year: str) -> Iterator[_Place]:
    """`Ek (2019) says`: the nearest names before the parenthesis that have an entry."""
    before = _NAMES_BEFORE.search(body.text, max(0, span.start - _LONGEST_NAMES), span.start)
    words = before[0].split() if before else []
    for at in range(len(words)):
        author = " ".join(words[at:])
        if (entry := find(author, year)) is not None:
            yield _Place(f"{author} {year}", span, entry)
            return


def _is_name(author: str) -> bool:
    return (
        author[:1].isupper()
        and bool(names(author))
        and len(author.split()) <= len("Ek and Berg et al.".split())
    )
