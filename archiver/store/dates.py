"""Dates as pages and WARCs write them, for comparing and for months. What is stored stays as it was written."""

import re
from datetime import UTC, datetime, timedelta

from archiver.models.blog import Month

_DATE = len("2019-09-12")
_DAY, _MONTH, _YEAR = timedelta(days=1), timedelta(days=31), timedelta(days=366)
_SHORT = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)


def instant(text: str | None) -> datetime | None:
    """The moment that an ISO 8601 text means: of a day, month or year its first; without offset, UTC.

    >>> instant("2019-09")
    datetime.datetime(2019, 9, 1, 0, 0, tzinfo=datetime.timezone.utc)
    >>> instant("last week") is None
    True
    """
    if text is None:
        return None
    if short := _SHORT.fullmatch(text):
        text = f"{short[1]}-{short[2] or '01'}-01"
    try:
        moment = datetime.fromisoformat(text)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def end_of(text: str | None) -> datetime | None:
    """The last moment that an ISO 8601 text may mean: of a day, month or year its end.

    >>> end_of("2019-09-12")
    datetime.datetime(2019, 9, 13, 0, 0, tzinfo=datetime.timezone.utc)
    """
    first = instant(text)
    if first is None or text is None or len(text) > _DATE:
        return first
    return first + (_DAY if len(text) == _DATE else _YEAR if len(text) == len("2019") else _MONTH)


def month_of(text: str | None) -> Month | None:
    """The month of a date where it was written, whatever the month was in Greenwich.

    >>> str(month_of("2019-09-30T23:30:00-05:00"))
    '2019-09'
    """
    try:
        return Month.parse(text[:7]) if text is not None and text[4:5] == "-" else None
    except ValueError:
        return None


def stamp(moment: datetime) -> str:
    """A moment as the tables write it: UTC, whole seconds, so that texts sort as times do."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def earliest(dates: list[str]) -> str | None:
    """The earliest of some dates; one that cannot be read comes last."""
    return min(dates, key=_rank, default=None)


def _rank(text: str) -> tuple[bool, datetime, str]:
    moment = instant(text)
    return (moment is None, moment or datetime.max.replace(tzinfo=UTC), text)
