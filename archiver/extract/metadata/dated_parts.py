"""The dates that a page shows, what each is called, and where it stands."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from archiver.extract.metadata.labels import CHANGED, DATED
from archiver.extract.metadata.lines import lead_of
from archiver.extract.metadata.outline import Part
from archiver.extract.metadata.shown_dates import Shown, kind_of, shown_dates
from archiver.web.moments import read_moment

_DAY = len("2019-05-02")


class Dated(NamedTuple):
    """A date that readers see."""

    date: str
    kind: str  # as of `Shown`; or updated, by its class alone
    rest: int
    part: Part

    @property
    def is_marked(self) -> bool:
        """Whether the page itself calls it a date."""
        return self.part.element.tag == "time" or bool(self.part.label & DATED)

    @property
    def is_day(self) -> bool:
        """Whether it is as precise as a day."""
        return len(self.date) >= _DAY


def dated_parts(
    parts: Iterable[Part], line: Callable[[Part], str], *, day_first: bool | None
) -> Iterator[Dated]:
    """The dates in parts; `line` tells what a part says."""
    for part in parts:
        for shown in _shown(part, line(part), day_first=day_first):
            yield Dated(shown.date, shown.kind, shown.rest, part)


def _exact(part: Part) -> str | None:
    """The date that an element keeps for machines: `<time datetime>`, `<abbr title>`, `itemprop` with `content`."""
    element = part.element
    if "date" in (element.get("itemprop") or "") and element.get("content"):
        return element.get("content")
    if element.tag == "time":
        return element.get("datetime")
    if element.tag == "abbr" or part.label & DATED:
        return element.get("title")
    return None


def _shown(part: Part, line: str, *, day_first: bool | None) -> Iterator[Shown]:
    element = part.element
    said = _exact(part) if not part.tail else None
    found = list(shown_dates(line, day_first=day_first)) if line else []
    if said and (exact := read_moment(said, day_first=day_first)) and len(exact) >= _DAY:
        shown = found[0] if found else Shown(exact, "plain")
        found = [Shown(as_shown(exact, shown.date), shown.kind, shown.rest)]
    for n, shown in enumerate(found):
        kind = shown.kind
        if kind == "plain" and n == 0 and not part.tail:
            kind = kind_of(lead_of(element))
        if part.label & CHANGED and kind == "plain" and len(found) == 1:
            # hAtom asked every entry for `updated`; many themes call so the only date that they show.
            kind = "updated" if "updated" in part.names.split() else "changed"
        yield Shown(shown.date, kind, shown.rest)


def as_shown(exact: str, shown: str | None) -> str:
    """The exact date, but the day that readers are shown where that is another through the zone of the clock.

    >>> as_shown("2025-12-19T02:30:00+00:00", "2025-12-18"), as_shown("2025-12-19T02:30:00+00:00", "2024-05-01")
    ('2025-12-18', '2025-12-19T02:30:00+00:00')
    """
    if shown is None or len(shown) < _DAY or "T" not in exact or exact[:_DAY] == shown[:_DAY]:
        return exact
    apart = date.fromisoformat(exact[:_DAY]) - date.fromisoformat(shown[:_DAY])
    return shown if abs(apart.days) == 1 else exact
