"""Publishers as the MLA Handbook names them (5.59 to 5.62)."""

import re

_BUSINESS = re.compile(
    r",?\s+(?:Inc|Ltd|Co|Corp|LLC|GmbH|Incorporated|Limited|Company|Corporation)\.?$", re.IGNORECASE
)
_UNIVERSITY_PRESS = re.compile(r"\bUniversity Press\b")


def in_mla(publisher: str) -> str:
    """Without `Inc.` and its like, and without an article; a university's press is UP, or U … P.

    >>> in_mla("Oxford University Press"), in_mla("University of Chicago Press"), in_mla("The New Press"), in_mla("Fathom, Inc.")
    ('Oxford UP', 'U of Chicago P', 'New Press', 'Fathom')
    """
    said = _BUSINESS.sub("", publisher) or publisher
    said = said.removeprefix("The ") or said
    if _UNIVERSITY_PRESS.search(said):
        return _UNIVERSITY_PRESS.sub("UP", said)
    words = said.split()
    if "University" in words and words[-1] == "Press":
        return " ".join({"University": "U", "Press": "P"}.get(word, word) for word in words)
    return said
