"""How long a server wants to be left alone (`Retry-After`, RFC 9110, 10.2.3)."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def retry_after(value: bytes | str | None, now: datetime) -> float | None:
    """Seconds to wait, from a number of seconds or an HTTP date; None where the header is missing or nonsense.

    >>> retry_after(b"120", datetime.now(UTC)), retry_after("soon", datetime.now(UTC)), retry_after("9" * 40, datetime.now(UTC))
    (120.0, None, None)
    """
    if value is None:
        return None
    text = (value.decode("latin-1") if isinstance(value, bytes) else value).strip()
    if text.isascii() and text.isdecimal():
        return float(text) if len(text) <= _MOST_DIGITS else None
    try:
        when = parsedate_to_datetime(text)
        return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds())
    except (ValueError, OverflowError):
        return None


_MOST_DIGITS = 9  # of seconds: thirty years
