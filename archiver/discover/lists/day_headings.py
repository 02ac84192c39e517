"""The day that stands over the posts of that day, as in a diary: `<h2 class="date-header">September 27, 2019</h2>` (Typepad, Movable Type 3)."""

from bisect import bisect_left
from functools import lru_cache

from archiver.discover.dates import only_day
from archiver.discover.lists.outline import CHROME, Outline
from archiver.web.page import tokens, visible_text

_HEADINGS = frozenset(["h1", "h2", "h3", "h4"])
_NAMED = frozenset(["date-header", "dateheader", "date", "archive-dateline"])


def day_over(plan: Outline, n: int) -> str | None:
    """The last heading before an element that is a day and nothing more, and stands in no post."""
    positions, days = _days(plan)
    before = bisect_left(positions, n) - 1
    return days[before] if before >= 0 else None


@lru_cache(maxsize=4)
def _days(plan: Outline) -> tuple[tuple[int, ...], tuple[str, ...]]:
    found = [
        (n, day)
        for n, tag in enumerate(plan.elements)
        if (tag.name in _HEADINGS or not _NAMED.isdisjoint(tokens(tag, "class")))
        and plan.entry(n) < 0
        and plan.is_small(n)
        and not plan.region(n) & CHROME
        and (day := only_day(visible_text(tag))) is not None
    ]
    return tuple(n for n, _ in found), tuple(day for _, day in found)
