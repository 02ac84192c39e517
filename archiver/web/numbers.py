"""Whole numbers as strangers write them. Python refuses to read one of thousands of digits (CVE-2020-10735)."""

_MOST_DIGITS = 18


def whole_number(text: str) -> int | None:
    """The number that a text is, in plain digits; None where it is none, or is beyond all measure.

    >>> whole_number("12"), whole_number("9" * 5000), whole_number("²"), whole_number("")
    (12, None, None, None)
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None
