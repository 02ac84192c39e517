"""Identifiers of works in running text."""

import re

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>\u201c\u201d]{1,200}")  # as Crossref advises
_TRAILING = ".,;:!?)]}"


def doi_in(text: str | None) -> str | None:
    """The first DOI in a text, bare.

    >>> doi_in("https://doi.org/10.5555/ps.2014.0031."), doi_in("10.5 per cent")
    ('10.5555/ps.2014.0031', None)
    """
    found = _DOI.search(text or "")
    return found[0].rstrip(_TRAILING) if found else None
