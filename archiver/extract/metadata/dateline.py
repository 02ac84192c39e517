"""When it was published and changed, as a reader sees it: near the heading, else where the page says so."""

from collections.abc import Iterable, Iterator

from archiver.extract.metadata.claims import Claims
from archiver.extract.metadata.dated_parts import Dated
from archiver.extract.metadata.sight import Sight

_DAY = len("2019-05-02")
_BESIDE = 45  # characters in the line of an unmarked date: a name, a place, a desk
_FIRST_PAGES = "1991"
_ALONE = 3  # characters beside a month that stands for itself


def read(sight: Sight) -> Claims:
    """The claims of the dateline."""
    shown = sight.dates
    near = [each for each in shown if sight.is_under(each.part)]
    above = [each for each in shown if sight.is_above(each.part) and not _is_today(each, sight)]
    plain = [each for each in (*near, *above) if each.kind == "plain"]
    # The most trusted first.
    issued = (
        *_of(shown, "first"),
        *_of((each for each in near if each.is_day), "published"),
        *(each.date for each in near if each.kind == "plain" and each.is_marked and each.is_day),
        *_of(above, "published"),
        *(each.date for each in plain if each.is_day and (each.is_marked or _may_be_one(each))),
        *_of((each for each in (*near, *above) if each.is_day), "updated"),
        *_of(near, "published"),
        *(each.date for each in shown if each.kind == "published" and each.is_day),
        *(each.date for each in plain if each.is_marked and each.rest <= _ALONE),
    )
    changed = (*_of([*near, *above], "changed"), *_of(shown, "changed"), *_of(near, "updated"))
    return Claims(issued=issued[:1], modified=changed[:1])


def guess(sight: Sight) -> Claims:
    """The one day that the page shows anywhere as a date."""
    found = {
        each.date[:_DAY]: each.date
        for each in sight.dates
        if each.kind == "plain" and each.is_marked and each.is_day and not _is_today(each, sight)
    }
    return Claims(issued=tuple(found.values())) if len(found) == 1 else Claims()


def changed(sight: Sight) -> Claims:
    """The date of the last change near the heading, where the page shows no other."""
    near = [each for each in sight.dates if sight.is_near(each.part)]
    if any(each.kind in {"published", "plain"} and each.is_marked for each in near):
        return Claims()
    return Claims(issued=tuple(_of(near, "changed"))[:1])


def _of(dated: Iterable[Dated], kind: str) -> Iterator[str]:
    return (each.date for each in dated if each.kind == kind)


def _may_be_one(each: Dated) -> bool:
    """Whether a date that nothing marks may be a dateline: almost alone in its line, and not of the time before the web."""
    return each.rest <= _BESIDE and each.date >= _FIRST_PAGES


def _is_today(each: Dated, sight: Sight) -> bool:
    """Whether it is the day of the capture: pages show that in their head."""
    return sight.before is not None and each.date[:_DAY] == sight.before[:_DAY]
