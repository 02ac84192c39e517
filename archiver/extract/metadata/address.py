"""The date in an address: `/2019/05/02/slug`. The last word, where the page itself is silent."""

import re
from urllib.parse import urlsplit

from archiver.extract.metadata.claims import Claims
from archiver.extract.metadata.sight import Sight
from archiver.web.dates import MONTHS, made

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_DATED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.]){_YEAR}[/_.-](?P<month>0?[1-9]|1[0-2])[/_.-]{_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}[/_-](?P<name>[a-z]{{3,9}})[/_-]{_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"(?<!\d)(?P<day>0[1-9]|[12]\d|3[01])[.-](?P<month>0[1-9]|1[0-2])[.-]{_YEAR}(?!\d)",
        rf"/{_YEAR}[/-](?P<month>0[1-9]|1[0-2])(?=[/-])",
    )
)


def read(sight: Sight) -> Claims:
    """The claim of the page's own address."""
    path = urlsplit(sight.page.url).path
    for pattern in _DATED:
        for found in pattern.finditer(path):
            parts = found.groupdict()
            month = MONTHS.get(parts["name"].lower()) if parts.get("name") else int(parts["month"])
            day = made(int(parts["year"]), month, int(parts["day"]) if parts.get("day") else None)
            if month and day:
                return Claims(issued=(day,))
    return Claims()
