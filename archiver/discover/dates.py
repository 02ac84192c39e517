"""Dates as pages, feeds and addresses show them, read into ISO 8601. The offset that was given is kept, none is invented."""

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

from archiver.models.blog import Month

# Month names (CLDR, wide and abbreviated), one line a language; position in the line is the month.
_NAMES = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feb mär apr mai juin juil août sept okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november desember",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
_MONTHS = {name: number for line in _NAMES for number, name in enumerate(line.split(), start=1)}
_NAME = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"

_ISO = re.compile(
    rf"(?<!\d){_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)"
    r"(?:(?:T|\s+)(?P<H>\d\d):(?P<M>\d\d)(?::(?P<S>\d\d))?(?:[.,]\d{1,9})?\s?(?P<z>Z|UTC|[+-]\d\d:?\d\d)?)?(?![\d-])",
    re.IGNORECASE,
)
_SHOWN = (
    re.compile(
        rf"\b(?P<d>\d\d?)(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(?P<n>{_NAME})\.?,?\s+(?:de\s+)?{_YEAR}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<n>{_NAME})\.?\s+(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"(?<!\d){_YEAR}\s?[/.]\s?(?P<m>\d\d?)\s?[/.]\s?(?P<d>\d\d?)(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}年(?P<m>\d\d?)月(?P<d>\d\d?)日"),
    re.compile(rf"(?<!\d)(?P<d>\d\d?)\.(?P<m>\d\d?)\.{_YEAR}(?!\d)"),
)
_DAY_OF_YEAR = re.compile(rf"\b(?:(?:{_NAME})\.?\s+\d\d?|\d\d?\.?\s+(?:{_NAME}))\b", re.IGNORECASE)
_MONTH_SHOWN = (
    re.compile(rf"\b(?P<n>{_NAME})\.?,?\s+(?:de\s+)?{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_YEAR},?\s+(?P<n>{_NAME})\b", re.IGNORECASE),
    re.compile(rf"(?<![\d/.-]){_YEAR}\s?[/.-]\s?(?P<m>0?[1-9]|1[0-2])(?![\d/.-])"),
    re.compile(rf"(?<![\d/.-])(?P<m>0?[1-9]|1[0-2])\s?[/.-]\s?{_YEAR}(?![\d/.-])"),
    re.compile(rf"{_YEAR}年(?P<m>\d\d?)月"),
)
_WORD = re.compile(r"[^\W\d_]+")
_NO_YEAR = re.compile(r"\b0001\b")  # Hugo's date of a page without one; RFC 2822 would make it 2001
_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)  # the offsets furthest from UTC (tz database)
_LONGEST = 400  # characters; no date stands deeper in the words around a title


def find_date(text: str) -> str | None:
    """The first full date in a text, as ISO 8601; with a time and an offset where they stand beside it.

    >>> find_date("2019-10-18 09:00:00 +0000 UTC")
    '2019-10-18T09:00:00+00:00'
    >>> find_date("Published: Sat 07 December 2019")
    '2019-12-07'
    """
    text = text[:_LONGEST]
    if (match := _ISO.search(text)) and (found := _from_iso(match)):
        return found
    for pattern in _SHOWN:
        for match in pattern.finditer(text):
            if found := _day(match):
                return found
    return None


def feed_date(text: str) -> str | None:
    """The date of a feed's item: RFC 822 in RSS, ISO 8601 in Atom; feeds mix them.

    >>> feed_date("Mon, 30 Sep 2019 23:20:00 EDT")
    '2019-09-30T23:20:00-04:00'
    """
    if _ISO.match(text.strip()):
        return find_date(text)
    if _NO_YEAR.search(text):
        return None
    try:
        moment = parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return find_date(text)
    return moment.isoformat()


def find_month(text: str) -> Month | None:
    """The first month in a text that names one with its year.

    >>> print(find_month("Monthly Archives: September 2019"))
    2019-09
    """
    for pattern in _MONTH_SHOWN:
        if match := pattern.search(text[:_LONGEST]):
            month = _number(match)
            if 1 <= month <= 12:  # noqa: PLR2004
                return Month(year=int(match["y"]), month=month)
    return None


def month_number(name: str) -> int | None:
    """The number of a month's name, in any language of the table."""
    return _MONTHS.get(name.strip(" .").lower())


def month_of(iso: str) -> Month | None:
    """The month of an ISO date, in the date's own offset; None where only the year is known."""
    try:
        return Month.parse(iso[:7])
    except ValueError:
        return None


def own_day(stamp: str, seen: str) -> str | None:
    """The day that a blog itself dates a post by, where it writes the stamp in UTC; None where the two agree.

    `seen` is what readers see beside the stamp, or what the address says: a day, or a month.

    >>> own_day("2019-08-31T16:20:00+00:00", "2019-09")
    '2019-09-01'
    """
    if not stamp.endswith("+00:00") or stamp.startswith(seen):
        return None
    moment = datetime.fromisoformat(stamp)
    days = ((moment - _WEST).date().isoformat(), (moment + _EAST).date().isoformat())
    return next((day for day in days if day.startswith(seen)), None)


def has_day(text: str) -> bool:
    """Whether a text shows a day of the year, with or without the year ("October 18", "18 Oct")."""
    return find_date(text) is not None or _DAY_OF_YEAR.search(text[:_LONGEST]) is not None


def without_days(text: str) -> str:
    """A text without the days that it shows.

    >>> without_days("Posted on September 12, 2019:")
    'Posted on :'
    """
    text = text[:_LONGEST]
    for pattern in (_ISO, *_SHOWN, _DAY_OF_YEAR):
        text = pattern.sub("", text)
    return text


@lru_cache(maxsize=1024)
def only_day(text: str) -> str | None:
    """The date that is all of a text; at most the name of its weekday beside it.

    >>> only_day("Friday, September 27, 2019")
    '2019-09-27'
    >>> only_day("Posted on September 27, 2019 by Ann") is None
    True
    """
    return find_date(text) if len(_WORD.findall(without_days(text))) <= 1 else None


def _from_iso(match: re.Match[str]) -> str | None:
    day = _day(match)
    if day is None or match["H"] is None:
        return day
    zone = (match["z"] or "").upper()
    if zone in {"Z", "UTC"}:
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    try:
        return datetime.fromisoformat(
            f"{day}T{match['H']}:{match['M']}:{match['S'] or '00'}{zone}"
        ).isoformat()
    except ValueError:
        return day


def _day(match: re.Match[str]) -> str | None:
    try:
        return date(int(match["y"]), _number(match), int(match["d"])).isoformat()
    except ValueError:
        return None


def _number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return _MONTHS[match["n"].lower()] if groups.get("n") else int(groups["m"])
