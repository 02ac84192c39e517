"""Identifiers of works in running text."""

import re

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>\u201c\u201d]{1,200}")  # as Crossref advises
_TEN = 10  # the check digit that is written X
_LONGEST = 500  # characters in which an ISBN is looked for
_TRAILING = ".,;:!?)]}"

_ISBN = re.compile(r"(?<![\dXx])(?:97[89][\s-]?)?\d(?:[\s-]?\d){8}[\s-]?[\dXx](?![\dXx])")


def doi_in(text: str | None) -> str | None:
    """The first DOI in a text, bare.

    >>> doi_in("https://doi.org/10.5555/ps.2014.0031."), doi_in("10.5 per cent")
    ('10.5555/ps.2014.0031', None)
    """
    found = _DOI.search(text or "")
    return found[0].rstrip(_TRAILING) if found else None


def isbn_in(text: str | None) -> str | None:
    """The first ISBN in a text whose check digit is right, without hyphens.

    >>> isbn_in("urn:isbn:978-3-16-148410-0"), isbn_in("ISBN 0-8044-2957-X"), isbn_in("978-3-16-148410-1")
    ('9783161484100', '080442957X', None)
    """
    for found in _ISBN.finditer((text or "")[:_LONGEST]):
        bare = re.sub(r"[\s-]", "", found[0]).upper()
        if _is_isbn(bare):
            return bare
    return None


def _is_isbn(bare: str) -> bool:
    """Whether the check digit is right (ISO 2108)."""
    if len(bare) == len("080442957X"):
        digits = [_TEN if digit == "X" else int(digit) for digit in bare]
        return _TEN not in digits[:-1] and sum(digit * (10 - n) for n, digit in enumerate(digits)) % 11 == 0
    return "X" not in bare and sum(int(digit) * (3 if n % 2 else 1) for n, digit in enumerate(bare)) % 10 == 0
