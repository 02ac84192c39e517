"""Dates of records, as tools have written them, as WARC has them."""

import re
from datetime import UTC, datetime

from archiver.capture.verifying.heading import is_date

_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?\d{0,9}")  # 8 to 14, of ARC and CDX


def warc_date_of(text: str) -> str | None:
    """The same moment as a WARC-Date; None where it is none.

    >>> warc_date_of("20010203040506"), warc_date_of("2019-09-12T12:00:00+02:00"), warc_date_of("2019-09-12T10:00:00Z")
    ('2001-02-03T04:05:06Z', '2019-09-12T10:00:00Z', '2019-09-12T10:00:00Z')
    """
    text = text.strip()
    if is_date(text):
        return text
    match = _DIGITS.fullmatch(text)
    if match is not None:
        year, month, day, *time = match.groups()
        text = f"{year}-{month}-{day}T{':'.join(part or '00' for part in time)}Z"
        return text if is_date(text) else None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    return moment.isoformat().replace("+00:00", "Z")
