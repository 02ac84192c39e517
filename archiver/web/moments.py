"""Dates in a line of words, each with the time and the zone that stand beside it, and where it stands."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from archiver.web.dates import MONTHS, iso_date, made

_LONGEST = 300  # characters of a line
_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)(?!\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_WORD = r"(?P<name>[^\W\d_]{3,12})"
_OF = r"(?:of|de|del|d['’]|di|do)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d/.-]){_YEAR}\s?[-/.]\s?(?P<month>[01]?\d)\s?[-/.]\s?{_DAY}(?![\d/-])",
        rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<month>[01]?\d)\s?[月월]\s?{_DAY}\s?[日일]",
        rf"(?<![\d.:]){_DAY}(?:st|nd|rd|th|er|º|ª|\.|\.?\s?de|η|η|-?го)?[\s\u00a0-]{{1,3}}(?:{_OF}\s)?{_WORD}\.?,?[\s\u00a0-]{{1,3}}(?:{_OF}\s)?{_YEAR}",
        rf"(?<![^\W\d_]){_WORD}\.?\s{{1,3}}{_DAY}(?:st|nd|rd|th)?\s?,?\s{{1,3}}{_YEAR}",
        rf"(?<!\d){_DAY}\s+tháng\s+(?P<month>1?\d),?\s+(?:năm\s+)?{_YEAR}",
        rf"(?<!\d){_YEAR}[.,]?\s{{1,3}}(?:m\.\s|gada\s)?{_WORD}\.?\s{{1,3}}{_DAY}(?!\d)",
        rf"(?<![\d./-])(?P<first>[0-3]?\d)\s?(?P<mark>[./-])\s?(?P<second>[0-3]?\d)\s?(?P=mark)\s?{_YEAR}",
        r"(?<![\d./-])(?P<first>[0-3]?\d)(?P<mark>[./])(?P<second>[0-3]?\d)(?P=mark)(?P<short>\d\d)(?![\d./-])",
        rf"(?<![^\W\d_]){_WORD}\.?\s{{1,3}}{_DAY}(?:st|nd|rd|th)?,?\s{{1,3}}['’](?P<short>\d\d)(?!\d)",
    )
)
_MONTH = re.compile(rf"(?<![^\W\d_]){_WORD}\.?,?\s{{1,3}}(?:{_OF}\s)?{_YEAR}", re.IGNORECASE)
_CENTURY = 70  # a year of two digits is of this century up to here
_TIME = re.compile(
    r"\s*[,|•·–—T(-]?\s*(?:at|um|à|a\s?las|alle(?:\sore)?|às|om|kl\.?|klo|o\s?godz\.?|v|в|о|στις|saat|ore|godz\.|time:?)?\s*"
    r"(?P<hour>[0-2]?\d)(?P<mark>[:.h時时]|\s?h\s?)(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d)\s?(?P<half>[ap]\.?\s?m\.?(?![a-z]))?"
    r"\s*(?:uhr|h\b|分)?\s*\(?(?P<zone>[A-Z]{1,4}(?![a-z])(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    r"(?<!\d)(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\.?(?![a-z]))?\s*(?P<zone>[A-Z]{1,4})?"
    r"\s*(?:[,|•·–—-]|on)?\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s*)?$",
    re.IGNORECASE,
)
_BARE_HOUR = re.compile(
    r"\s*[,|•·–—-]?\s*(?:at\s+)?(?P<hour>1?\d)\s?(?P<half>[ap]\.?m\.?)(?![a-z])", re.IGNORECASE
)
# Only those that mean one offset wherever they are written.
_ZONES = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "est": -5,
    "edt": -4,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
    "cet": 1,
    "cest": 2,
    "mez": 1,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
    "wet": 0,
    "msk": 3,
    "jst": 9,
    "kst": 9,
    "hkt": 8,
    "aest": 10,
    "aedt": 11,
    "nzst": 12,
    "nzdt": 13,
}
_NOON = 12
_LEAD = 40  # characters before a date in which its time may stand
_HOURS = re.compile(r"uhr|kl", re.IGNORECASE)
# Arabic-Indic, Persian and full-width digits, each for its own.
_DIGITS = {
    ord(digit): str(n)
    for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９")
    for n, digit in enumerate(digits)
}


class Moment(NamedTuple):
    """A date in ISO 8601, as precise as written, and where its words stand in the line."""

    date: str
    start: int
    end: int


def moments_in(line: str, *, day_first: bool | None = None) -> Iterator[Moment]:
    """The dates of a line in their order; 5/2/2019 only where one reading is possible, or `day_first` decides.

    >>> [found.date for found in moments_in("Sept. 4, 2016 at 3:15 p.m. EDT, updated 5 Sept. 2016")]
    ['2016-09-04T15:15:00-04:00', '2016-09-05']
    >>> [found.date for found in moments_in("5/2/2019")], [found.date for found in moments_in("5/2/2019", day_first=True)]
    ([], ['2019-02-05'])
    """
    line = line[:_LONGEST].translate(_DIGITS)
    taken: list[Moment] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            day = _day(match.groupdict(), day_first=day_first)
            if day and not any(match.start() < other.end and other.start < match.end() for other in taken):
                taken.append(_with_time(day, line, match.start(), match.end()))
    if not taken:
        for match in _MONTH.finditer(line):
            number = MONTHS.get(match["name"].lower())
            month = made(int(match["year"]), number, None) if number else None
            if month:
                taken.append(Moment(month, match.start(), match.end()))
    yield from sorted(taken, key=lambda found: found.start)


def read_moment(written: str | None, *, day_first: bool | None = None) -> str | None:
    """The date that a value is, with its time: ISO 8601, an RFC's, seconds since 1970, or words.

    >>> read_moment("Thu, 02 May 2019 09:30:00 GMT"), read_moment("1556789400"), read_moment("2019-05-02T09:30+02:00")
    ('2019-05-02T09:30:00+00:00', '2019-05-02T09:30:00+00:00', '2019-05-02T09:30:00+02:00')
    """
    value = (written or "").strip()[:_LONGEST].translate(_DIGITS)
    if not value:
        return None
    if value.isascii() and value.isdigit() and len(value) in {10, 13}:
        return _epoch(int(value[:10]))
    whole = iso_date(value.partition("[")[0])
    if whole and ("T" in whole or value[:4] == whole[:4]):
        return whole
    return next((found.date for found in moments_in(value, day_first=day_first)), whole)


def _epoch(seconds: int) -> str:
    return (datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)).isoformat()  # noqa: UP017 - 3.11


def _day(found: dict[str, str | None], *, day_first: bool | None) -> str | None:
    year = int(found.get("year") or 0)
    if found.get("short"):
        short = int(found["short"] or 0)
        year = short + (2000 if short < _CENTURY else 1900)
    if found.get("name"):
        number = MONTHS.get((found["name"] or "").lower())
        return made(year, number, int(found["day"] or 0)) if number else None
    if found.get("month"):
        return made(year, int(found["month"] or 0), int(found["day"] or 0))
    first, second = int(found.get("first") or 0), int(found.get("second") or 0)
    if found["mark"] == ".":
        day_first = True if day_first is None or second <= _NOON else day_first
    if first > _NOON or (day_first and second <= _NOON):
        return made(year, second, first)
    if second > _NOON or day_first is False or first == second:
        return made(year, first, second)
    return None


def _with_time(day: str, line: str, start: int, end: int) -> Moment:
    """The day with the time that stands after it, else before it."""
    found = _TIME.match(line, end)
    if found is not None and (found["mark"] != "." or found["half"] or _HOURS.search(found[0])):
        return Moment(_moment(day, found), start, found.end())
    bare = _BARE_HOUR.match(line, end)
    if bare is not None:
        hour = int(bare["hour"]) % _NOON + (_NOON if bare["half"].lower().startswith("p") else 0)
        return Moment(f"{day}T{hour:02}:00:00", start, bare.end())
    before = _TIME_BEFORE.search(line, max(0, start - _LEAD), start)
    return Moment(_moment(day, before) if before is not None else day, start, end)


def _moment(day: str, found: re.Match[str]) -> str:
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % _NOON + (_NOON if found["half"].lower().startswith("p") else 0)
    if hour > 23:  # noqa: PLR2004 - hours of a day
        return day
    return f"{day}T{hour:02}:{found['minute']}:{found['second'] or '00'}{_offset(found['zone'])}"


def _offset(zone: str | None) -> str:
    """An offset in ISO 8601; nothing for a name that means several, or none: ET, CST, IST."""
    if not zone:
        return ""
    name = re.match(r"[a-z]*", zone.lower())
    hours = _ZONES.get(name[0]) if name and name[0] else 0
    added = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", zone)
    if added:
        return f"{added[1]}{int(added[2]):02}:{added[3] or '00'}"
    return "" if hours is None else f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"
