"""Dates as pages write them, as ISO 8601, no more precise than they were given."""

import re
from collections.abc import Iterator
from datetime import date, datetime

_LONGEST = 200  # characters; no date needs more, and none is looked for in more
_FIRST_YEAR, _LAST_YEAR = 1450, 2100  # printing with movable type; anything later is a slip

_MONTHS = (
    # English, German, Dutch, Scandinavian; French; Spanish; Italian; Portuguese; Polish, Czech; Russian, Ukrainian; Turkish
    "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia ledna января янв січня ocak",
    "february feb februar februari février fevrier févr febrero febbraio fevereiro fev lutego února февраля фев лютого şubat",
    "march mar märz maart mars marzo março marco marca března марта березня mart",
    "april apr avril avr abril abr aprile kwietnia dubna апреля апр квітня nisan",
    "may mai mei maj mayo maggio mag maio maja května мая травня mayıs",
    "june jun juni juin junio giugno giu junho czerwca června июня червня haziran",
    "july jul juli juillet juil julio luglio lug julho lipca července июля липня temmuz",
    "august aug augustus augusti août aout agosto ago sierpnia srpna августа авг серпня ağustos",
    "september sep sept septembre septiembre settembre set setembro września září сентября сен вересня eylül",
    "october oct oktober okt octobre octubre ottobre ott outubro out października října октября окт жовтня ekim",
    "november nov novembre noviembre novembro listopada listopadu ноября ноя листопада kasım",
    "december dec dezember dez desember des décembre decembre déc diciembre dic dicembre dezembro grudnia prosince декабря грудня aralık",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NAME = "(?P<name>" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)"
_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)(?!\d)"
_MONTH = r"(?P<month>[01]?\d)"

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<month2>\d\d)(?P<day2>\d\d))?"
    r"(?:(?:T|\s+)(?P<time>\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?)\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
# In running text. The order is the policy: what reads only one way comes first.
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}[-/.]{_MONTH}[-/.]{_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}\s?[年년]\s?{_MONTH}\s?[月월]\s?{_DAY}\s?[日일]",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:of\s+|de\s+)?{_NAME},?[\s-]+(?:de\s+|del\s+)?{_YEAR}",
        rf"\b{_NAME}\s+{_DAY}(?:st|nd|rd|th)?\s*,?\s+{_YEAR}",
        rf"(?<![\d.]){_DAY}\.\s?{_MONTH}\.\s?{_YEAR}",
        rf"\b{_NAME},?\s+(?:de\s+)?{_YEAR}",
    )
)
# 5/2/2019 is two days; it counts only where one reading is impossible.
_SLASHED = re.compile(rf"(?<!\d)(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)/{_YEAR}")
_MOST_MONTHS = 12


def iso_date(text: str | None) -> str | None:
    """The date that a value is, in ISO 8601 and as precise as given; None where it is none, or reads two ways.

    >>> iso_date("2019-05-02T09:30:00Z"), iso_date("2 May 2019"), iso_date("2019/05"), iso_date("5/2/2019")
    ('2019-05-02T09:30:00+00:00', '2019-05-02', '2019-05', None)
    """
    value = (text or "").strip()
    if not value or len(value) > _LONGEST:
        return None
    if found := _ISO.fullmatch(value):
        return _iso(found)
    if found := re.fullmatch(rf"{_YEAR}/{_MONTH}", value):
        return _made(int(found["year"]), int(found["month"]), None)
    return next(dates_in(value), None)


def dates_in(text: str) -> Iterator[str]:
    """The dates written in a short text: all of the first way of writing that occurs in it.

    >>> list(dates_in("By A. Clerk | May 2, 2019 | Updated June 1, 2020"))
    ['2019-05-02', '2020-06-01']
    """
    text = text[:_LONGEST]
    for pattern in _WRITTEN:
        found = [made for match in pattern.finditer(text) if (made := _written(match.groupdict()))]
        if found:
            yield from found
            return
    for match in _SLASHED.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if first > _MOST_MONTHS or first == second:
            first, second = second, first
        if second > _MOST_MONTHS or first == second:
            made = _made(int(match["year"]), first, second)
            if made is not None:
                yield made


def _iso(found: re.Match[str]) -> str | None:
    month, day = found["month"] or found["month2"], found["day"] or found["day2"]
    made = _made(int(found["year"]), int(month) if month else None, int(day) if day else None)
    if made is None or not found["time"] or not day:
        return made
    zone = (found["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    try:
        moment = datetime.fromisoformat(f"{made}T{found['time'].replace(',', '.')}{zone}")
    except ValueError:
        return made
    return moment.replace(microsecond=0).isoformat()


def _written(found: dict[str, str | None]) -> str | None:
    name, month, day = found.get("name"), found.get("month"), found.get("day")
    number = _NUMBER[name.lower()] if name else int(month or 0)
    return _made(int(found["year"] or 0), number, int(day) if day else None)


def _made(year: int, month: int | None, day: int | None) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole[: 10 if day is not None else 7 if month is not None else 4]
