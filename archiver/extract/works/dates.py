"""Reads the dates of a note, no more precise than they were given."""

import re

from archiver.web.dates import dates_in, iso_date

_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_NOISE = re.compile(
    r"[^\w\s.,/°№年月日년월일-]+|\b(?:published|posted|updated|last|modified|accessed|retrieved|viewed|on|am|le|el|dated)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s|,|$)", re.IGNORECASE)
_YEAR_FIRST = re.compile(
    r"^\W*(\d{4})[a-z]?[\s,.]+(\D*[^\W\d_]{3,}\.?)(?:\s+(\d{1,2}))?\W*$|^\W*(\d{4})[a-z]?[\s,.]+(\d{1,2})\s+([^\W\d_]{3,})\W*$"
)

_POINTS = re.compile(r"(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})")  # as Korea writes: 2019. 5. 2.


def read_date(words: str) -> str | None:
    """The date that words tell.

    >>> read_date("(Nov. 2, 2018),"), read_date("2. März 2019"), read_date("(2012, March 5)."), read_date("2019a.")
    ('2018-11-02', '2019-03-02', '2012-03-05', '2019')
    >>> read_date("n.d."), read_date("5/2/2019")
    (None, '2019')
    """
    text = " ".join(_ABBREVIATED.sub(r"\1", _NOISE.sub(" ", words[:200])).split()).strip(" .,")
    if made := iso_date(text):
        return made
    points = _POINTS.fullmatch(text)
    if points and (made := iso_date("-".join(part.zfill(2) for part in points.groups()))):
        return made
    turned = _YEAR_FIRST.match(text)
    if turned:
        year, month, day = (
            (turned[1], turned[2], turned[3]) if turned[1] else (turned[4], turned[6], turned[5])
        )
        if made := iso_date(f"{day or ''} {month} {year}".strip()):
            return made
    if made := next(dates_in(text), None):
        return made
    year_alone = _YEAR.search(text)
    return year_alone[1] if year_alone else None


def joined(year: str | None, rest: str) -> str | None:
    """A year that stands apart from its day, as in author-date notes: 2019 … May 2.

    >>> joined("2019", "May 2."), joined("2019", "Spring"), joined(None, "May 2"), joined("2018", "May 2, 2019")
    ('2019-05-02', '2019', None, '2018')
    """
    if year is None or len(year) != len("2019"):
        return year
    if _YEAR.search(rest):
        whole = read_date(rest)
        return whole if whole and whole.startswith(year) else year
    bare = rest.strip(" .,;()")
    whole = read_date(f"{bare}, {year}") or read_date(f"{bare} {year}")
    return whole if whole and whole.startswith(year) else year
