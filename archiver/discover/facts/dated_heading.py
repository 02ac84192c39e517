"""The day that stands as a heading over a post, as in a diary (Blosxom): `<h2>Thu, 12 Sep 2019</h2>` and "posted at: 18:32"."""

import re

from archiver.discover.dates import find_date, without_days
from archiver.discover.facts.content import Place, around
from archiver.discover.lists.outline import Outline
from archiver.web.page import visible_text

_HEADINGS = frozenset(["h1", "h2", "h3", "h4"])
_WORD = re.compile(r"[^\W\d_]+")
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
            day = _only_date(visible_text(tag)) or day
        elif n > place.content and time is None and plan.is_small(n):
            time = _TIME.match(visible_text(tag))
    if day is None or time is None or "T" in day:
        return day
    return f"{day}T{int(time['H']):02d}:{time['M']}:00"


def _only_date(text: str) -> str | None:
    """A date; at most the name of its weekday beside it."""
    return find_date(text) if len(_WORD.findall(without_days(text))) <= 1 else None
