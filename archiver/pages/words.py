"""Outcomes, dates and names, in words for readers."""

import calendar

from archiver.models.blog import Month

MONTHS = tuple(calendar.month_name[1:])  # of the C locale, which Python starts in: English
OUTCOMES = {
    "archived": "A copy of it is held",
    "rescued": "A web archive had it, and a copy of that is held",
    "gone": "The server says that it is gone",
    "soft-404": "The server shows something else in its place",
    "parked": "The name is for sale",
    "login-wall": "It wants a login",
    "bot-wall": "It does not want machines",
    "paywall": "It wants to be paid",
    "robots": "robots.txt forbids it",
    "blocked-address": "Its address is private or reserved",
    "too-large": "It is larger than the limit",
    "unreachable": "Nobody answers",
    "unknown": "Our side failed",
    "pending": "It has not been asked for yet",
    "not-web": "It has no address on the web",
}
_HEAPS = {
    "archived": "well",
    "rescued": "well",
    "login-wall": "closed",
    "bot-wall": "closed",
    "paywall": "closed",
    "robots": "closed",
    "gone": "lost",
    "soft-404": "lost",
    "parked": "lost",
    "unreachable": "lost",
}


def heap(outcome: str) -> str:
    """Which of five heaps an outcome belongs to: well, closed, lost, partly (may pass), none."""
    return _HEAPS.get(outcome, "none" if outcome == "not-web" else "partly")


def meaning(outcome: str) -> str:
    """An outcome in a sentence."""
    return OUTCOMES.get(outcome, outcome)


def short(date: str | None) -> str:
    """A date for people: as exact as a day, as far as it is known.

    >>> short("2019-09-12T08:00:00+02:00"), short("2011-05"), short("1999"), short(None)
    ('12 September 2019', 'May 2011', '1999', '')
    """
    if not date:
        return ""
    year, _, rest = date[:10].partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdecimal() and (not month or (month.isdecimal() and 1 <= int(month) <= len(MONTHS)))):
        return date
    name = f"{MONTHS[int(month) - 1]} " if month else ""
    return f"{int(day)} {name}{year}" if day.isdecimal() and month else f"{name}{year}"


def month_name(month: Month) -> str:
    """A month for people.

    >>> month_name(Month(year=2019, month=9))
    'September 2019'
    """
    return f"{MONTHS[month.month - 1]} {month.year}"
