"""COinS: descriptions of works that only programs read (OpenURL 1.0 in HTML, `<span class="Z3988" title="ctx_ver=…">`)."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice
from typing import NamedTuple
from urllib.parse import parse_qs

from bs4 import Tag
from bs4.element import NavigableString

from archiver.extract.finding.body import Body
from archiver.extract.spans import Span
from archiver.models.work import Name, NoteKind, WorkReading
from archiver.web.page import attribute
from archiver.web.url import is_within

CLASS = "z3988"

_DOI, _PMID = "info:doi/", "info:pmid/"
_GAP = 2  # characters between an entry and what stands after it
_NEAR = 4  # nodes before a description that are looked at
_MOST_FIELDS = 200  # of one description
_DATE = re.compile(r"(?:1[4-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_TYPES = {
    "article": "article-journal",
    "proceeding": "paper-conference",
    "conference": "paper-conference",
    "preprint": "article",
    "book": "book",
    "bookitem": "chapter",
    "dissertation": "thesis",
    "report": "report",
}
_Fields = dict[str, list[str]]


class Coins(NamedTuple):
    """One description: where it stands, the work's addresses, and the work; `says` are the words inside."""

    start: int
    says: Span
    urls: tuple[str, ...]
    work: WorkReading | None
    names: tuple[str, ...]  # all addresses in it, be they of the work or of a page that shows it
    key: int  # of its element


def find_coins(body: Body, owners: Iterable[Span], *, blog: str) -> Iterator[Coins]:
    """The unclaimed descriptions that belong to none of the notes and entries; not those of the blog's own posts."""
    alone = [_read(body, element) for element in body.with_class(CLASS)]
    owned = {each.key for owner in owners for each in coins_of(body, owner)} if alone else set[int]()
    for each in alone:
        is_own = any(is_within(name, blog) for name in each.names)
        if each.key not in owned and not is_own and (each.urls or each.work is not None):
            yield each


def coins_of(body: Body, span: Span) -> Iterator[Coins]:
    """The descriptions that belong to a note or an entry: in it, or right after it."""
    for element in body.inside(Span(span.start, span.end + _GAP), CLASS):
        start = body.place(element).start
        after = start >= span.start and _follows_block(body, element)
        if (start > span.end and after) or (start <= span.end and not (start == span.start and after)):
            yield _read(body, element)


def _follows_block(body: Body, element: Tag) -> bool:
    """Whether a description that shows nothing stands after a block: then it is about that, not about what follows."""
    for before in islice(element.previous_siblings, _NEAR):
        if isinstance(before, Tag):
            return body.holds(before) and body.block(before) is before
        if isinstance(before, NavigableString) and before.strip():
            return False
    return False


def described(title: str) -> WorkReading | None:
    """The work that a description tells of; None where it has no title."""
    return _work(_fields(title), "")


def _fields(title: str) -> _Fields:
    try:
        return parse_qs(unescape(title), max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}


def _read(body: Body, element: Tag) -> Coins:
    fields = _fields(attribute(element, "title"))
    place = body.place(element)
    names = tuple(name for key in ("rft_id", "rft.identifier") for name in fields.get(key, []))
    return Coins(
        place.start, place, tuple(_addresses(fields)), _work(fields, body.words(place)), names, id(element)
    )


def _addresses(fields: _Fields) -> Iterator[str]:
    for name in fields.get("rft_id", []):
        if name.startswith(_DOI):
            yield f"https://doi.org/{name.removeprefix(_DOI)}"
        elif name.startswith(_PMID):
            yield f"https://pubmed.ncbi.nlm.nih.gov/{name.removeprefix(_PMID)}/"
        elif name.startswith(("http://", "https://")):
            yield name


def _work(fields: _Fields, words: str) -> WorkReading | None:
    """The work as CSL has it; None where it has no title."""

    def one(*names: str) -> str | None:
        found = (" ".join(said.split()) for name in names for said in fields.get(f"rft.{name}", []))
        return next((said for said in found if said), None)

    title = one("atitle", "btitle", "title")
    if title is None:
        return None
    container = one("jtitle", "stitle") or (one("btitle", "title") if one("atitle") else None)
    date = _DATE.match(one("date") or "")
    doi = next((name.removeprefix(_DOI) for name in fields.get("rft_id", []) if name.startswith(_DOI)), None)
    pages = "–".join(filter(None, (one("spage"), one("epage")))) or None
    return WorkReading(
        kind=NoteKind.FULL,
        start=0,
        end=len(words),
        exact=words,
        author=tuple(_authors(fields)),
        title=title,
        container_title=container if container != title else None,
        issued=date[0] if date else None,
        publisher=one("pub", "publisher"),
        publisher_place=one("place"),
        volume=one("volume"),
        issue=one("issue"),
        page=one("pages") or pages,
        edition=one("edition"),
        DOI=doi,
        ISBN=one("isbn"),
        type=_TYPES.get(one("genre") or ""),
    )


def _authors(fields: _Fields) -> Iterator[Name]:
    """The first author is given in parts, and again among all."""
    first = next(iter(fields.get("rft.aulast", [])), None)
    if first:
        given = next(iter(fields.get("rft.aufirst", []) or fields.get("rft.auinit", [])), None)
        yield Name(family=first, given=given)
    for name in fields.get("rft.au", []):
        family, comma, given = (part.strip() for part in name.partition(","))
        named = Name(family=family, given=given or None) if comma else Name(literal=family)
        if family and not (first and first in name):
            yield named
