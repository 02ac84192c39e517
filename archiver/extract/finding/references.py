"""Whether a paragraph reads like a reference to a work."""

import re

_SHORTEST, _LONGEST = 12, 700
_ENOUGH = 2  # signs
_MONTHS = "January February March April May June July August September October November December"
_SIGNS = tuple(
    re.compile(sign, re.IGNORECASE if sign.startswith("(?:https") else re.NOFLAG)
    for sign in (
        r"[“\"«‘][^“”\"«»]{3,300}[”\"»’]",
        r"\b(?:1[5-9]|20)\d\d[a-z]?\b|\bn\.d\.|\bforthcoming\b",  # a year
        rf"\b(?:{'|'.join(_MONTHS.split())})\.? \d{{1,2}}\b|\b\d{{1,2}} (?:{'|'.join(_MONTHS.split())})\b",
        r"(?:https?://|www\.|\bdoi:|\baccessed\b|\bretrieved\b|\barchived\b)",
        r"^\W*[^\W\d_][\w’'-]+, [^\W\d_][\w.’' -]{0,40}[,.]",
        r"\([^()]{2,60}: [^()]{2,80}, (?:1[5-9]|20)\d\d\)",  # (Place: Publisher, year)
        r"\b(?:pp?|vol|no|ed|eds|trans)\.\s?(?:\d|[A-Z])|[,:] \d{1,4}(?:[–-]\d{1,4})?\.?$",
        r"^\W*(?:ibid|op\. cit|see(?: also)?\b|cf\.)",
    )
)
# A short form is one by itself: `Ibid., 9.`
_AGAIN = re.compile(r"\W*(?:ibid(?:em)?|idem|id\.|op\. ?cit|loc\. ?cit)\b.{0,40}", re.IGNORECASE)


def looks_like_reference(text: str) -> bool:
    """Whether a text has at least two signs of a reference, and is no longer than one.

    >>> looks_like_reference("Ek, Ida. 2019. “Salt on the Line.” Coast Review, May 2.")
    True
    >>> looks_like_reference("In the end nobody came, and the salt was sold.")
    False
    """
    if len(text) <= _LONGEST and _AGAIN.fullmatch(text):
        return True
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    return sum(1 for sign in _SIGNS if sign.search(text)) >= _ENOUGH
