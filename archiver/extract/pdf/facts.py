"""What is known of the work that a PDF is: its metadata where they are not junk, else its first page."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from archiver.extract.metadata.identifiers import doi_in
from archiver.extract.metadata.titles import key
from archiver.extract.pdf.bylines import authors_below, authors_of
from archiver.extract.pdf.front import is_junk, read_front
from archiver.extract.pdf.identifiers import doi_of, is_isbn, is_of_nations, isbn_of, license_of
from archiver.extract.pdf.line import Line
from archiver.extract.pdf.said import Said
from archiver.extract.pdf.xmp import Xmp
from archiver.models.citation import Disagreement
from archiver.models.work import Name
from archiver.web.dates import iso_date
from archiver.web.language import iso_639_1

_PLAIN_WORD = re.compile(r"(?<![\w@./:-])[^\W\d_]++(?![\w@/-]|\.\w)")  # none of an address
_READ_FOR_WORDS = 200_000  # characters
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_YEAR = len("2019")
METADATA, XMP, FRONT, CATALOGUE = "metadata", "xmp", "first-page", "catalogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The values, which rule found each, and what was not believed."""

    title: str | None = None
    authors: tuple[Name, ...] = ()
    issued: str | None = None
    language: str | None = None
    doi: str | None = None
    isbn: str | None = None
    license: str | None = None
    container_title: str | None = None
    publisher: str | None = None
    type: str = "document"
    found_by: tuple[tuple[str, str], ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def read_facts(said: Said, xmp: Xmp, pages: Sequence[Sequence[Line]], body: float, text: str) -> Facts:
    """Weigh what the file says of itself against what its first pages show; `pages` are the lines of these."""
    lines = pages[0] if pages else ()
    front = read_front(lines, body)
    shown = [line.text for line in lines]
    opening = [line.text for page in pages for line in page]
    common = {word for word in _PLAIN_WORD.findall(text[:_READ_FOR_WORDS]) if word.islower()}
    is_nations = is_of_nations(shown[:10])
    # The most trusted first. Reading the lists is reading the policy.
    title = [
        (said.title if not is_junk(said.title) else "", METADATA),
        (xmp.title if not is_junk(xmp.title) else "", XMP),
        (front.title, FRONT),
    ]
    authors = [
        (_same(authors_of([said.author]), authors_of(xmp.creators)), METADATA),
        (authors_of(xmp.creators), XMP),
        (authors_below(front.below, common, author=front.author, title=front.title), FRONT),
    ]
    if is_nations:
        authors.reverse()  # their files name the office that typed them
    others = {
        "issued": [(front.issued, FRONT), (iso_date(xmp.issued), XMP)],
        "language": [(iso_639_1(said.language), CATALOGUE), (iso_639_1(xmp.language), XMP)],
        "doi": [(doi_in(said.doi), METADATA), (doi_in(xmp.doi), XMP), (doi_of(shown), FRONT)],
        "isbn": [(_isbn(xmp.isbn), XMP), (isbn_of(opening), FRONT)],
        "license": [(xmp.license or None, XMP), (license_of(opening), FRONT)],
        "container_title": [(xmp.container_title or None, XMP), (front.container_title, FRONT)],
        "publisher": [
            (xmp.publisher or None, XMP),
            (front.publisher, FRONT),
            ("United Nations" if is_nations else None, FRONT),
        ],
    }
    found = {
        field: next(((value, rule) for value, rule in claims if value), None)
        for field, claims in others.items()
    }
    chosen_title = next(((value, rule) for value, rule in title if value), None)
    chosen_authors = next(((value, rule) for value, rule in authors if value), None)
    every = {"title": chosen_title, "author": chosen_authors, **found}
    return Facts(
        title=chosen_title[0] if chosen_title else None,
        authors=chosen_authors[0] if chosen_authors else (),
        **{field: value[0] if value else None for field, value in found.items()},
        type="article-journal" if found["container_title"] else "report" if is_nations else "document",
        found_by=tuple((field, value[1]) for field, value in every.items() if value),
        disagreements=(
            *_others("title", title, key),
            *_others("author", [("; ".join(map(str, value)), rule) for value, rule in authors], _people),
            *_others("issued", others["issued"], lambda date: date[: len("2019-05")]),
            *_others("doi", others["doi"], str.casefold),
            *_created(said, found["issued"]),
        ),
    )


def _same(info: tuple[Name, ...], creators: tuple[Name, ...]) -> tuple[Name, ...]:
    """The authors in the information dictionary; as XMP has them where they are the same, for there each stands apart."""
    return creators if _people(info) == _people(creators) else info


def _people(authors: object) -> str:
    """Names as they are compared: `Tamm, Orla` is `Orla Tamm`."""
    written = (
        authors
        if isinstance(authors, str)
        else " ".join(map(str, authors if isinstance(authors, tuple) else ()))
    )
    return " ".join(sorted(key(written).split()))


def _others(
    field: str, claims: Sequence[tuple[str | None, str]], normal: Callable[[str], str]
) -> Iterator[Disagreement]:
    """The values that differ from the one believed, and not only in how much they say."""
    said = [(value, rule) for value, rule in claims if value]
    seen = {normal(said[0][0])} if said else set()
    for value, rule in said[1:]:
        form = normal(value)
        if not any(form in known or known in form for known in seen):
            seen.add(form)
            yield Disagreement(field=field, value=value, rule=rule)


def _created(said: Said, issued: tuple[str, str] | None) -> Iterator[Disagreement]:
    """The day on which the file was made: no date of the work, but all there is, or odd, where the years differ."""
    made = _CREATED.match(said.created)
    day = iso_date("-".join(made.groups())) if made else None
    if day and (issued is None or issued[0][:_YEAR] != day[:_YEAR]):
        yield Disagreement(field="issued", value=day, rule="creation-date")


def _isbn(written: str) -> str | None:
    number = re.sub(r"[^\dXx]", "", written).upper()
    return number if is_isbn(number) else None
