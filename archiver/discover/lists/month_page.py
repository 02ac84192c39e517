"""Which month a page of a monthly archive is about."""

import re

from archiver.discover.addresses import list_base, month_in
from archiver.discover.dates import find_month, has_day
from archiver.discover.lists.entries import is_in_entry
from archiver.discover.lists.outline import Outline, Region
from archiver.models.blog import Month
from archiver.web.page import visible_text

# "Month: September 2019", "Monthly Archives: September 2019", "Archives for January 2018", "Archives: 2019/9", "September 2019".
_LEAD = frozenset(
    "monthly month archive archives archived posts post blog entries articles for from of in by "
    "monat monatsarchiv monatsarchive archiv archivos archivo archivio archivi mensuelles mensuales mensili mois mes mese de".split()
)
_MONTH_TEXT = re.compile(
    r"(?:\w+\.?,?\s+(?:de\s+)?(?:19|20)\d\d|(?:19|20)\d\d\s?[/.-]\s?\d\d?|(?:19|20)\d\d年\d\d?月|(?:19|20)\d\d\s+\w+)\W*"
)
_SEPARATOR = re.compile(r"\s[|\u2013\u2014«»·-]\s")
_BESIDE = Region.SIDE | Region.NAVIGATION | Region.FOOT
_LONGEST = 80  # characters; a longer heading is a title


def month_of_page(plan: Outline) -> Month | None:
    """The month that a page is about: by its address, else by its heading or title."""
    if month := month_in(plan.page.url) or month_in("http://" + list_base(plan.page.url)):
        return month
    for n, tag in enumerate(plan.elements):
        is_heading = tag.name in {"h1", "h2"} and not plan.region(n) & _BESIDE
        if is_heading and not is_in_entry(plan, n) and (found := month_named(visible_text(tag))):
            return found
    return next((month for part in _SEPARATOR.split(plan.page.title) if (month := month_named(part))), None)


def month_named(text: str) -> Month | None:
    """The month of a heading that says nothing else.

    >>> print(month_named("Monthly Archives: September 2019"))
    2019-09
    >>> month_named("What happened in September 2019") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    words = text.split()
    while words and words[0].strip(":\u2013\u2014-|").lower() in _LEAD:
        words.pop(0)
    rest = " ".join(words)
    return find_month(text) if _MONTH_TEXT.fullmatch(rest) and not has_day(text) else None
