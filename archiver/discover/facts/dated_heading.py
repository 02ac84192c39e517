"""The day that stands as a heading over a post, as in a diary (Blosxom): `<h2>Thu, 12 Sep 2019</h2>` and "posted at: 18:32"."""

import re

from archiver.discover.facts.content import Place, around
from archiver.discover.lists.diary import only_date
from archiver.discover.lists.outline import Outline
from archiver.web.page import visible_text

_HEADINGS = frozenset(["h1", "h2", "h3", "h4"])
_TIME = re.compile(
    r"posted at:?\s+(?P<H>[01]?\d|2[0-3]):(?P<M>[0-5]\d)(?!:?\d)(?!\s?[ap]\.?m\b)", re.IGNORECASE
)


def dated_heading(plan: Outline, place: Place) -> str | None:
    """The last heading before the title that is a day and nothing more, with the time that stands after the words."""
    if place.title is None or place.content is None:
        return None
    day = time = None
    for n, tag in around(plan, place):
        if n < place.title and tag.name in _HEADINGS:
            day = only_date(tag) or day
        elif (
            n > place.content and time is None and plan.is_small(n) and _TIME.match(line := visible_text(tag))
        ):
            time = line
    return with_time(day, time) if day is not None and time is not None else day


def with_time(day: str, line: str) -> str:
    """A day with the time that a line gives after "posted at:"; the day alone where it has a time already, or the line none.

    >>> with_time("2019-09-12", "posted at: 18:32 | path: /canals")
    '2019-09-12T18:32:00'
    """
    time = _TIME.search(line)
    return day if time is None or "T" in day else f"{day}T{int(time['H']):02d}:{time['M']}:00"
