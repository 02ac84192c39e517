"""What a file says of the work in it, and the document that is made of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from archiver.extract.html_text import text_of, without_title
from archiver.extract.markup import one_line
from archiver.extract.metadata.identifiers import doi_in
from archiver.extract.metadata.names import names
from archiver.extract.tidy import tidy
from archiver.extract.works.people import read_names
from archiver.models.capture import Capture
from archiver.models.citation import Disagreement, Document
from archiver.models.work import Name
from archiver.web.charset import Decoded
from archiver.web.dates import iso_date
from archiver.web.language import iso_639_1

_LONGEST = 500  # characters of a value
_MOST_AUTHORS = 50
_UNSET = "1970-01-01"  # a system's empty date
_ISBN = re.compile(r"(?<![\dX-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dX](?![\dX-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What one place of a file says, as written; empty is unsaid. Names are CSL's."""

    rule: str  # the place: core.xml, front-matter, heading
    title: str = ""
    authors: tuple[Name, ...] = ()
    issued: str = ""
    modified: str = ""
    language: str = ""
    publisher: str = ""
    container_title: str = ""
    section: str = ""
    doi: str = ""
    isbn: str = ""
    license: str = ""


def document_of(
    capture: Capture,
    *,
    kind: str,
    extractor: str,
    stated: Sequence[Stated] = (),
    html: str = "",
    text: str | None = None,
    type: str = "document",  # noqa: A002 -- CSL's name for it
    decoded: Decoded | None = None,
    doubts: tuple[str, ...] = (),
) -> Document:
    """The document of a file: its content as clean HTML, and what it says of itself, the most trusted place first."""
    found: dict[str, tuple[str, str]] = {}
    others: list[Disagreement] = []
    for field, read in _READERS.items():
        told = [(value, each.rule) for each in stated if (value := read(getattr(each, field), capture))]
        if told:
            found[field] = told[0]
            others += _others(field, told)
    author = next((each for each in stated if each.authors), None)
    values = {field: value for field, (value, _) in found.items()}
    if text is None:
        html = without_title(html, values.get("title"))
    rules = tuple((field, rule) for field, (_, rule) in found.items())
    if decoded is not None:
        rules = (*rules, ("encoding", decoded.how))
        doubts = (*decoded.doubts, *doubts)
    return Document(
        kind=kind,
        url=capture.url,
        title=values.get("title"),
        author="; ".join(map(str, author.authors)) if author is not None else None,
        authors=author.authors if author is not None else (),
        issued=values.get("issued"),
        modified=values.get("modified"),
        language=values.get("language"),
        publisher=values.get("publisher"),
        container_title=values.get("container_title"),
        section=values.get("section"),
        doi=values.get("doi"),
        isbn=values.get("isbn"),
        license=values.get("license"),
        type=type,
        html=html,
        text=tidy(text_of(html) if text is None else text),
        extractor=extractor,
        encoding=decoded.encoding if decoded is not None else None,
        found_by=rules if author is None else (*rules, ("author", author.rule)),
        disagreements=tuple(others),
        doubts=doubts,
    )


def people(written: Iterable[str]) -> tuple[Name, ...]:
    """Those who are named, as CSL has names.

    >>> [(name.family, name.given) for name in people(["Ada Byron and Charles Babbage", "admin", "Ek, Ida"])]
    [('Byron', 'Ada'), ('Babbage', 'Charles'), ('Ek', 'Ida')]
    """
    return tuple(name for each in names(map(one_line, written)) for name in read_names(each))[:_MOST_AUTHORS]


def person(family: str, given: str) -> Name | None:
    """A name whose parts the file gives; None where it gives none."""
    family, given = one_line(family)[:_LONGEST], one_line(given)[:_LONGEST]
    return (
        Name(family=family or given, given=given if family and given else None) if family or given else None
    )


def _others(field: str, told: Sequence[tuple[str, str]]) -> Iterator[Disagreement]:
    """What other places say otherwise, not merely less."""
    known = [_letters(told[0][0])]
    for value, rule in told[1:]:
        letters = _letters(value)
        if not any(letters.startswith(each) or each.startswith(letters) for each in known):
            yield Disagreement(field=field, value=value, rule=rule)
            known.append(letters)


def _letters(value: str) -> str:
    return "".join(char for char in value.casefold() if char.isalnum())


def _line(value: str, _: Capture) -> str | None:
    return one_line(value)[:_LONGEST] or None


def _date(value: str, capture: Capture) -> str | None:
    """A date that can be the work's: it was there when it was captured."""
    found = iso_date(value)
    is_one = found is not None and found[:10] <= capture.snapshot.date[:10] and not found.startswith(_UNSET)
    return found if is_one else None


def _isbn(value: str, _: Capture) -> str | None:
    """The first number in the value whose last digit is right (ISO 2108), without its hyphens."""
    for match in _ISBN.finditer(value[:_LONGEST]):
        digits = [10 if char in "Xx" else int(char) for char in match[0] if char not in "- "]
        if len(digits) == 10:  # noqa: PLR2004 -- of the years before 2007
            is_right = (
                sum(digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True)) % 11 == 0
            )
        else:
            is_right = sum(digit * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10 == 0
        if is_right:
            return "".join(char.upper() for char in match[0] if char not in "- ")
    return None


_READERS: dict[str, Callable[[str, Capture], str | None]] = {
    "title": _line,
    "issued": _date,
    "modified": _date,
    "language": lambda value, _: iso_639_1(value),
    "publisher": _line,
    "container_title": _line,
    "section": _line,
    "doi": lambda value, _: doi_in(value),
    "isbn": _isbn,
    "license": _line,
}
