"""Numbers and marks that a work carries on its first pages: DOI, ISBN, licence, a body's document symbol."""

import re
from collections.abc import Iterable

from archiver.extract.metadata.identifiers import doi_in

_ISBN = re.compile(
    r"\bISBN(?:[-\s]?1[03])?(?P<kind>[^\d\n]{0,40}?)[:\s]*(?P<number>97[89][\d\s‐-]{10,16}|\d[\d\s‐-]{8,12}[\dXx])",
    re.IGNORECASE,
)
_ONLINE = re.compile(r"pdf|online|electronic|digital|e-?book|web", re.IGNORECASE)
_LICENSE = re.compile(
    r"creativecommons\.org/(?P<path>(?:licenses|publicdomain)/[a-z-]{2,20}/\d\.\d)", re.IGNORECASE
)
# ST/SGB/Organization, "Documentation symbols": S/2019/171, A/RES/194 (III), E/CN.4/2004/7
_SYMBOL = re.compile(r"(?<![\w./])(?:[A-Z]{1,6}(?:\.\d+)?)(?:/[A-Z0-9][A-Za-z0-9.()-]{0,20}){1,6}(?![\w/])")
_NATIONS = re.compile(
    r"\b(?:United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|الأمم المتحدة|联合国)\b"
)


def doi_of(lines: Iterable[str]) -> str | None:
    """The DOI on a first page, where there is exactly one."""
    found = {doi.casefold(): doi for line in lines if (doi := doi_in(line))}
    return next(iter(found.values())) if len(found) == 1 else None


def isbn_of(lines: Iterable[str]) -> str | None:
    """The ISBN on the first pages, bare: that of the file where several are given, else the first.

    >>> isbn_of(["ISBN 978-3-16-148410-0 (print)", "ISBN (PDF) 978-0-306-40615-7"]), isbn_of(["ISBN 978-3-16-148410-1"])
    ('9780306406157', None)
    """
    first = None
    for line in lines:
        for match in _ISBN.finditer(line[:500]):
            number = re.sub(r"[^\dXx]", "", match["number"]).upper()
            if not is_isbn(number):
                continue
            if _ONLINE.search(match["kind"]) or _ONLINE.search(line[match.end() : match.end() + 20]):
                return number
            first = first or number
    return first


def is_isbn(number: str) -> bool:
    """Whether the last digit checks (ISO 2108)."""
    if re.fullmatch(r"97[89]\d{10}", number):
        return sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(number)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", number):
        values = [10 if digit == "X" else int(digit) for digit in number]
        return sum(value * (10 - at) for at, value in enumerate(values)) % 11 == 0
    return False


def license_of(lines: Iterable[str]) -> str | None:
    """The licence of Creative Commons that is named on the first pages, where there is exactly one."""
    found = {
        f"https://creativecommons.org/{match['path'].lower()}/"
        for line in lines
        for match in _LICENSE.finditer(line)
    }
    return found.pop() if len(found) == 1 else None


def symbol_in(line: str) -> str | None:
    """The symbol of a document of the United Nations in a line.

    >>> symbol_in("United Nations S/2019/171"), symbol_in("either/or, AC/DC")
    ('S/2019/171', None)
    """
    return next((match[0] for match in _SYMBOL.finditer(line) if any(map(str.isdigit, match[0]))), None)


def is_of_nations(lines: Iterable[str]) -> bool:
    """Whether a first page has the name of the United Nations and a symbol at its head."""
    head = list(lines)
    return any(map(symbol_in, head)) and any(map(_NATIONS.search, head))
