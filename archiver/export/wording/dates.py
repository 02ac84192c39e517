"""Dates in words, as precise as they are known."""

from archiver.models.item import PartialDate

MONTHS = "January February March April May June July August September October November December".split()
_MLA = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()


def american(day: PartialDate) -> str:
    """May 2, 2019; May 2019; 2019."""
    return _month_first(day, MONTHS)


def bluebook(day: PartialDate) -> str:
    """Sept. 2, 2019. The months of table T12 are MLA's."""
    return _month_first(day, _MLA)


def mla(day: PartialDate) -> str:
    """2 Sept. 2019."""
    if day.month is None:
        return str(day.year)
    month = f"{_MLA[day.month - 1]} {day.year}"
    return month if day.day is None else f"{day.day} {month}"


def apa(day: PartialDate) -> str:
    """2019, September 2."""
    if day.month is None:
        return str(day.year)
    month = f"{day.year}, {MONTHS[day.month - 1]}"
    return month if day.day is None else f"{month} {day.day}"


def wikipedia(day: PartialDate) -> str:
    """2019-09-02; of a month its name, since the templates take 2019-09 for a span of years."""
    return f"{MONTHS[day.month - 1]} {day.year}" if day.month and not day.day else str(day)


def day_of(moment: str | None) -> PartialDate | None:
    """The day of a capture, whose date is UTC."""
    return PartialDate.parse(moment)


def _month_first(day: PartialDate, months: list[str]) -> str:
    if day.month is None:
        return str(day.year)
    month = months[day.month - 1]
    return f"{month} {day.year}" if day.day is None else f"{month} {day.day}, {day.year}"
