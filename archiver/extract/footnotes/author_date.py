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

from archiver.extract.finding.author_year import is_name, read_works, without_possessive
from archiver.extract.finding.body import Body
from archiver.extract.finding.endnotes import Endnotes
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.works import YEAR, Works
from archiver.extract.spans import Span, Spans

EVIDENCE = Evidence.PAIRED

_GROUP = re.compile(rf"\((?P<inside>[^()\n]{{0,200}}?{YEAR}[^()\n]{{0,60}})\)")
_AGAIN = re.compile(
    rf"\((?P<label>[Ii]bid(?:em)?\.?|[Ii]dem|[Ii]d\.)(?!\w)(?:,?\s(?P<year>{YEAR}))?(?:[,:]?\s?[^();]{{1,40}})?\)"
)
_YEAR_FIRST = re.compile(rf"\s*(?P<year>{YEAR})\b")
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
    entries = sorted(
        {entry for area in ends.bibliographies() for entry in ends.entries(area)} | set(ends.named())
    )
    if not entries:
        return
    listed = Spans(entries)
    works = Works(body, entries)
    places = [place for place in _places(body, cache(works.find)) if not listed.touches(place.span)]
    known = [place for place in places if place.entry is not None]
    yield from _footnotes(places if len(known) >= _TRUSTED * (len(places) - len(known)) else known)


def _footnotes(places: list[_Place]) -> Iterator[Footnote]:
    """One for each label, and each work that `ibid.` means."""
    by_label: dict[tuple[str, Span | None], list[_Place]] = {}
    for place in places:
        by_label.setdefault((place.label, place.entry), []).append(place)
    for (label, entry), same in by_label.items():
        notes = (entry,) if entry is not None else ()
        yield Footnote(label=label, marks=tuple(place.span for place in same), notes=notes)


def _places(body: Body, find: _Find) -> Iterator[_Place]:
    """What the parentheses name, in the order of the text."""
    groups = [(found.start(), found) for found in _GROUP.finditer(body.text)]
    again = [(found.start(), found) for found in _AGAIN.finditer(body.text)]
    last: _Place | None = None
    for start, found in sorted(dict((*groups, *again)).items()):
        span = Span(start, found.end())
        if not body.is_free(span):
            continue
        if found.re is _AGAIN:
            named = list(_again(find, span, found, last))
        else:
            named = list(_group(body, find, span, found["inside"]))
        yield from named
        last = next((place for place in reversed(named) if place.entry is not None), last)


def _group(body: Body, find: _Find, span: Span, inside: str) -> Iterator[_Place]:
    """The works of one parenthesis share it, each from where the one before ends."""
    before = None
    if year := _YEAR_FIRST.match(inside):
        before = _before(body, find, span, year["year"])
        if before is None:
            return
    works = read_works(inside, author=before)
    start = span.start
    for at, (author, year_, end) in enumerate(works, start=1):
        entry = find(author, year_)
        if entry is not None or (before is None and is_name(author)):
            place = Span(start, span.end if at == len(works) else span.start + 1 + end)
            yield _Place(f"{author} {year_}", place, entry)
            start = place.end


def _before(body: Body, find: _Find, span: Span, year: str) -> str | None:
    """`Ek (2019) says`: the nearest names before the parenthesis that have an entry."""
    before = _NAMES_BEFORE.search(body.text, max(0, span.start - _LONGEST_NAMES), span.start)
    words = before[0].split() if before else []
    names_ = (without_possessive(" ".join(words[at:])) for at in range(len(words)))
    return next((author for author in names_ if find(author, year) is not None), None)


def _again(find: _Find, span: Span, found: re.Match[str], last: _Place | None) -> Iterator[_Place]:
    """`(ibid., 4)`: the work before; `(ibid. 1988)`: another of its author, unless the list itself has an entry of that name."""
    if found["year"] is None:
        if last is not None:
            yield _Place(found["label"], span, last.entry)
        return
    entry = find(found["label"].rstrip("."), found["year"])
    if entry is None and last is not None:
        entry = find(last.label.rpartition(" ")[0], found["year"])
    if entry is not None or last is not None:
        yield _Place(f"{found['label']} {found['year']}", span, entry)
