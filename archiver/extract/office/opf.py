"""The package document of a book (EPUB 3.3, 5; OPF 2.0.1): what the book says of itself, and its pages in their order."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from archiver.extract.office.leaves import Leaf
from archiver.extract.stated import Stated, people, person
from archiver.models.work import Name

_BARE_ISBN = re.compile(r"97[89][\d -]{10,14}")
_PUBLISHED = ("publication", "original-publication", "issued", "")
_AUTHORS = (frozenset(["", "aut", "cre", "author"]), frozenset(["edt", "com", "editor"]))  # MARC relators
_FRONT = re.compile(r"(?:cover|title[-_]?page|toc|nav|ncx)(?:[-_.]?(?:page|x?html?))?", re.IGNORECASE)
_NOT_TEXT = frozenset(["cover", "toc", "title-page", "titlepage"])


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a book."""

    name: str  # of the archive's member
    is_linear: bool  # read in its turn, not only where a link leads there


def stated_by(found: Sequence[Leaf]) -> Stated:
    """What the metadata say."""
    refined = _refined(found)
    dates = {leaf.attributes.get("event", ""): leaf.text for leaf in reversed(found) if leaf.name == "date"}
    identifiers = [leaf for leaf in found if leaf.name in {"identifier", "source"}]
    return Stated(
        rule="opf",
        title=_title(found, refined),
        authors=_authors(found, refined),
        issued=next((dates[event] for event in _PUBLISHED if event in dates), ""),
        modified=_property(found, "dcterms:modified") or dates.get("modification", ""),
        language=_one(found, "language"),
        publisher=_one(found, "publisher"),
        doi=next((leaf.text for leaf in identifiers if "10." in leaf.text), ""),
        isbn=next((leaf.text for leaf in identifiers if _is_isbn(leaf)), ""),
        license=_one(found, "rights") or _property(found, "dcterms:license"),
    )


def pages_of(found: Sequence[Leaf], opf: str) -> tuple[Page, ...]:
    """The pages in the order of the spine, without the list of contents and the cover."""
    folder = posixpath.dirname(opf)
    items = {leaf.attributes.get("id", ""): leaf.attributes for leaf in found if leaf.name == "item"}
    left_out = {
        member_at(folder, leaf.attributes.get("href", ""))
        for leaf in found
        if leaf.name == "reference" and leaf.attributes.get("type", "").lower() in _NOT_TEXT
    }
    pages = []
    for leaf in found:
        item = items.get(leaf.attributes.get("idref", "")) if leaf.name == "itemref" else None
        if item is not None and "nav" not in item.get("properties", "").split():
            page = Page(member_at(folder, item.get("href", "")), leaf.attributes.get("linear") != "no")
            is_text = page.name not in left_out and not _FRONT.fullmatch(leaf.attributes.get("idref", ""))
            pages += [page] if is_text else []
    return tuple(dict.fromkeys(pages))


def member_at(folder: str, href: str) -> str:
    """The member of the archive to which a relative address leads."""
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _refined(found: Sequence[Leaf]) -> dict[tuple[str, str], str]:
    """What `<meta refines="#id" property="…">` adds to the element with an id."""
    return {
        (leaf.attributes["refines"].removeprefix("#"), leaf.attributes.get("property", "")): leaf.text
        for leaf in found
        if leaf.name == "meta" and "refines" in leaf.attributes
    }


def _title(found: Sequence[Leaf], refined: dict[tuple[str, str], str]) -> str:
    titles = [
        (refined.get((leaf.attributes.get("id", ""), "title-type"), ""), leaf.text)
        for leaf in found
        if leaf.name == "title" and leaf.text
    ]
    main = next((text for kind, text in titles if kind == "main"), titles[0][1] if titles else "")
    below = next((text for kind, text in titles if kind == "subtitle" and text != main), "")
    return f"{main}: {below}" if below else main


def _authors(found: Sequence[Leaf], refined: dict[tuple[str, str], str]) -> tuple[Name, ...]:
    named = []
    for leaf in found:
        if leaf.name == "creator" and leaf.text:
            key = leaf.attributes.get("id", "")
            role = leaf.attributes.get("role") or refined.get((key, "role"), "")
            sorted_as = leaf.attributes.get("file-as") or refined.get((key, "file-as"), "")
            named.append((role.lower(), tuple(_names(leaf.text, sorted_as))))
    for roles in _AUTHORS:
        if names := tuple(name for role, several in named for name in several if role in roles):
            return names
    return ()


def _names(written: str, sorted_as: str) -> Iterator[Name]:
    """A name, taken apart as the book sorts it, where that is the same name."""
    family, comma, given = (part.strip() for part in sorted_as.partition(","))
    known = person(family, given) if comma else None
    if known is not None and given and f"{given} {family}".casefold() == written.casefold():
        yield known
    else:
        yield from people([written])


def _is_isbn(leaf: Leaf) -> bool:
    told = (leaf.attributes.get("scheme", "") + leaf.text[:20]).lower()
    return "isbn" in told or _BARE_ISBN.fullmatch(leaf.text) is not None


def _one(found: Sequence[Leaf], name: str) -> str:
    return next((leaf.text for leaf in found if leaf.name == name and leaf.text), "")


def _property(found: Sequence[Leaf], name: str) -> str:
    return next((leaf.text for leaf in found if leaf.attributes.get("property") == name), "")
