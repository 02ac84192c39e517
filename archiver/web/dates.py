"""Dates as pages write them, as ISO 8601, no more precise than they were given."""

import re
from collections.abc import Iterator
from datetime import date, datetime

_LONGEST = 200  # characters; no date needs more, and none is looked for in more
_FIRST_YEAR, _LAST_YEAR = 1450, 2100  # printing with movable type; anything later is a slip

_MONTHS = (
    # en, de, nl, sv, no, da, fi, et; fr; es; it; pt; ca; ro; pl, cs, sk, sl, hr; ru, uk, bg; el; tr; hu; lt, lv; id; vi; ar, fa, he
    (
        "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro gener ianuarie ian stycznia sty ledna januára januarja siječnja "
        "января янв январь січня януари ιανουαρίου ιαν ocak oca január januára sausio janvāris يناير ינואר tammikuuta jaanuar"
    ),
    (
        "february feb februar februari février fevrier févr fév febrero febbraio fevereiro fev febrer februarie lutego lut února februára veljače "
        "февраля фев февраль лютого февруари φεβρουαρίου φεβ şubat şub február vasario februāris فبراير פברואר helmikuuta veebruar"
    ),
    (
        "march mar märz mär maart mrt mars marzo março marco març martie marca března marec ožujka марта мар март березня μαρτίου μαρ mart március kovo "
        "marts maret مارس מרץ maaliskuuta märts"
    ),
    (
        "april apr avril avr abril abr aprile aprilie kwietnia kwi dubna apríla travnja апреля апр апрель квітня април απριλίου απρ nisan nis április "
        "balandžio aprīlis أبريل אפריל huhtikuuta aprill"
    ),
    "may mai mei maj mayo maggio mag maio maig maja května mája svibnja мая май травня μαΐου μαϊ mayıs május gegužės maijs مايو מאי toukokuuta",
    (
        "june jun juni juin junio giugno giu junho juny iunie iun czerwca cze června júna lipnja июня июн июнь червня юни ιουνίου ιουν haziran haz június "
        "birželio jūnijs يونيو יוני kesäkuuta juuni"
    ),
    (
        "july jul juli juillet juil julio luglio lug julho juliol iulie iul lipca července júla srpnja июля июл июль липня юли ιουλίου ιουλ temmuz tem "
        "július liepos jūlijs يوليو יולי heinäkuuta juuli"
    ),
    (
        "august aug augustus augusti août aout agosto ago agost sierpnia sie srpna augusta kolovoza августа авг август серпня αυγούστου αυγ ağustos ağu "
        "augusztus rugpjūčio augusts agustus أغسطس אוגוסט elokuuta"
    ),
    (
        "september sep sept septembre septiembre setiembre settembre set setembro setembre septembrie września wrz září septembra rujna сентября сен сентябрь "
        "вересня септември σεπτεμβρίου σεπ eylül eyl szeptember rugsėjo septembris سبتمبر ספטמבר syyskuuta"
    ),
    (
        "october oct oktober okt octobre octubre ottobre ott outubro out octombrie października paź října októbra октября окт октябрь жовтня "
        "октомври οκτωβρίου οκτ ekim eki október spalio oktobris أكتوبر אוקטובר lokakuuta"
    ),
    (
        "november nov novembre noviembre novembro noiembrie listopada lis novembra studenoga ноября ноя ноябрь листопада ноември νοεμβρίου νοε kasım kas "
        "lapkričio novembris نوفمبر נובמבר marraskuuta"
    ),
    (
        "december dec dezember dez desember des décembre decembre déc diciembre dic dicembre dezembro desembre decembrie grudnia gru prosince decembra "
        "prosinca декабря дек декабрь грудня декември δεκεμβρίου δεκ aralık ara gruodžio decembris desember ديسمبر דצמבר joulukuuta detsember"
    ),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NAME = "(?P<name>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
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
        return made(int(found["year"]), int(found["month"]), None)
    return next(dates_in(value), None)


def dates_in(text: str) -> Iterator[str]:
    """The dates written in a short text: all of the first way of writing that occurs in it.

    >>> list(dates_in("By A. Clerk | May 2, 2019 | Updated June 1, 2020"))
    ['2019-05-02', '2020-06-01']
    """
    text = text[:_LONGEST]
    for pattern in _WRITTEN:
        found = [day for match in pattern.finditer(text) if (day := _written(match.groupdict()))]
        if found:
            yield from found
            return
    for match in _SLASHED.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if first > _MOST_MONTHS or first == second:
            first, second = second, first
        if second > _MOST_MONTHS or first == second:
            day = made(int(match["year"]), first, second)
            if day is not None:
                yield day


def _iso(found: re.Match[str]) -> str | None:
    month, day = found["month"] or found["month2"], found["day"] or found["day2"]
    whole = made(int(found["year"]), int(month) if month else None, int(day) if day else None)
    if whole is None or not found["time"] or not day:
        return whole
    zone = (found["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    try:
        moment = datetime.fromisoformat(f"{whole}T{found['time'].replace(',', '.')}{zone}")
    except ValueError:
        return whole
    return moment.replace(microsecond=0).isoformat()


def _written(found: dict[str, str | None]) -> str | None:
    name, month, day = found.get("name"), found.get("month"), found.get("day")
    number = MONTHS[name.lower()] if name else int(month or 0)
    return made(int(found["year"] or 0), number, int(day) if day else None)


def made(year: int, month: int | None, day: int | None) -> str | None:
    """A day, month or year in ISO 8601; None where there is no such day."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole[: 10 if day is not None else 7 if month is not None else 4]
