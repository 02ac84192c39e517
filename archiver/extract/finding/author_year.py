"""What a parenthesis says of works: `see Ek 2019, 3; Berg and Dahl 1920a, 1920b; and 1921`."""

import re
from typing import NamedTuple

from archiver.extract.finding.works import YEAR, names

_LOCATOR = r"(?:[,:]\s?[^;]{1,40})?"
_YEARS = rf"(?P<years>{YEAR}(?:,\s?{YEAR})*)"
_SIGNALS = r"(?:(?i:and|but|see|also|cf\.|e\.g\.|i\.e\.|compare|following|after|quoted in|cited in|as cited in|in|for example|for instance),?\s)*"
_WORK = re.compile(rf"\s*{_SIGNALS}(?P<author>[^\d;]{{2,80}}?),?\s\(?{_YEARS}\)?{_LOCATOR}\s*")
_ONLY_YEARS = re.compile(rf"\s*(?:and\s)?{_YEARS}{_LOCATOR}\s*")
_EACH = re.compile(YEAR)
_POSSESSIVE = re.compile(r"[’']s?$")
_MOST_WORDS = len("Ek and Berg et al.".split())


class Named(NamedTuple):
    """A work that a parenthesis names, and where its words end."""

    author: str
    year: str
    end: int


def read_works(inside: str, *, author: str | None = None) -> tuple[Named, ...]:
    """The works that the words in a parenthesis name; none when a part of them names no work.

    `author` is whom a year alone means: a name before the parenthesis, later the one of the part before.

    >>> [each[:2] for each in read_works("see Ek 2019, 3; Berg and Dahl 1920a, 1920b")]
    [('Ek', '2019'), ('Berg and Dahl', '1920a'), ('Berg and Dahl', '1920b')]
    """
    found: list[Named] = []
    offset = 0
    for part in inside.split(";"):
        said = _ONLY_YEARS.fullmatch(part)
        if said is None:
            said = _WORK.fullmatch(part)
            author = without_possessive(said["author"].strip()) if said else None
        if said is None or author is None:
            return ()
        ends = [year.end() for year in _EACH.finditer(part, *said.span("years"))]
        years = _EACH.findall(part, *said.span("years"))
        ends[-1] = len(part)
        found += [Named(author, year, offset + end) for year, end in zip(years, ends, strict=True)]
        offset += len(part) + 1
    return tuple(found)


def without_possessive(author: str) -> str:
    """A name as the list has it.

    >>> without_possessive("Ek’s"), without_possessive("Dahls’")
    ('Ek', 'Dahls')
    """
    return _POSSESSIVE.sub("", author)


def is_name(author: str) -> bool:
    """Whether words may be the authors of a work that no list has."""
    return author[:1].isupper() and bool(names(author)) and len(author.split()) <= _MOST_WORDS
