"""When it was published and changed, as a reader sees it: near the heading, else where the page says so."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from archiver.extract.metadata.claims import Claims
from archiver.extract.metadata.labels import CHANGED, DATED
from archiver.extract.metadata.lines import line_after, line_of
from archiver.extract.metadata.outline import Part
from archiver.extract.metadata.shown_dates import Shown, kind_of, shown_dates
from archiver.extract.metadata.sight import Sight, lead_of
from archiver.web.moments import read_moment

_DAY = len("2019-05-02")
_BESIDE = 45  # characters in the line of an unmarked date: a name, a place, a desk
_ALONE = 3  # characters beside a month that stands for itself
_MOST = 400  # parts with a date that are looked at


class _Dated(NamedTuple):
    """A date, what it is called, and where it stands."""

    date: str
    kind: str
    part: Part
    rest: int


def read(sight: Sight) -> Claims:
    """The claims of the dateline."""
    dated = list(_dated(sight))
    near = [each for each in dated if sight.is_under(each.part)]
    above = [each for each in dated if sight.is_above(each.part) and not _is_today(each, sight)]
    issued = (
        *_of(dated, "first"),
        *_of(near, "published"),
        *(
            each.date
            for each in near
            if each.kind == "plain" and _is_marked(each.part) and len(each.date) >= _DAY
        ),
        *_of(above, "published"),
        *(
            each.date
            for each in (*near, *above)
            if each.kind == "plain"
            and len(each.date) >= _DAY
            and (_is_marked(each.part) or each.rest <= _BESIDE)
        ),
        *(each.date for each in dated if each.kind == "published" and len(each.date) >= _DAY),
        *(
            each.date
            for each in near
            if each.kind == "plain" and _is_marked(each.part) and each.rest <= _ALONE
        ),
    )
    changed = (*_of([*near, *above], "changed"), *_of(dated, "changed"))
    return Claims(issued=issued[:1], modified=changed[:1])


def guess(sight: Sight) -> Claims:
    """The one day that the page shows anywhere as a date."""
    found = {
        each.date[:_DAY]: each.date
        for each in _dated(sight)
        if each.kind == "plain"
        and _is_marked(each.part)
        and len(each.date) >= _DAY
        and not _is_today(each, sight)
    }
    return Claims(issued=tuple(found.values())) if len(found) == 1 else Claims()


def changed(sight: Sight) -> Claims:
    """The date of the last change near the heading, where the page shows no other."""
    dated = list(_dated(sight))
    if any(
        each.kind in {"published", "plain"} and sight.is_near(each.part) and _is_marked(each.part)
        for each in dated
    ):
        return Claims()
    return Claims(
        issued=tuple(each.date for each in dated if each.kind == "changed" and sight.is_near(each.part))[:1]
    )


def _is_marked(part: Part) -> bool:
    """Whether the page itself calls it a date."""
    return part.element.tag == "time" or bool(part.label & DATED)


def _of(dated: list[_Dated], kind: str) -> Iterator[str]:
    return (each.date for each in dated if each.kind == kind)


def _is_today(each: _Dated, sight: Sight) -> bool:
    """Whether it is the day of the capture: pages show that in their head."""
    return sight.before is not None and each.date[:_DAY] == sight.before[:_DAY]


def _dated(sight: Sight) -> Iterator[_Dated]:
    for part in sight.outline.dates[:_MOST]:
        for shown in _shown(part, sight):
            if sight.before is None or shown.date[:_DAY] <= sight.before[:_DAY]:
                yield _Dated(shown.date, shown.kind, part, shown.rest)


def _shown(part: Part, sight: Sight) -> Iterator[Shown]:
    element = part.element
    said = element.get("datetime") if element.tag == "time" and not part.tail else None
    line = line_after(element) if part.tail else line_of(element)
    found = list(shown_dates(line, day_first=sight.day_first)) if line else []
    if said and (exact := read_moment(said, day_first=sight.day_first)) and len(exact) >= _DAY:
        shown = found[0] if found else Shown(exact, "plain")
        found = [Shown(as_shown(exact, shown.date), shown.kind, shown.rest)]
    for n, shown in enumerate(found):
        kind = shown.kind
        if kind == "plain" and n == 0 and not part.tail:
            kind = kind_of(lead_of(element))
        if part.label & CHANGED and kind == "plain" and len(found) == 1:
            kind = "changed"
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
