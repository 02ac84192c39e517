"""What articles in JATS, TEI and DocBook say of themselves, before their text begins."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archiver.extract.office.leaves import Leaf
from archiver.extract.stated import Stated, people, person
from archiver.models.work import Name

_Leaves = Sequence[Leaf]


def jats(found: _Leaves) -> Stated:
    """The front of a JATS article."""
    front = _until(found, "body", "back")
    return Stated(
        rule="jats",
        title=_one(front, "article-title", "book-title"),
        authors=tuple(_contributors(front)),
        issued=_jats_date(front),
        language=_language(found),
        publisher=_one(front, "publisher-name"),
        container_title=_one(front, "journal-title", "abbrev-journal-title"),
        section=_one(front, "subject"),
        doi=next((leaf.text for leaf in front if leaf.name == "article-id" and "10." in leaf.text), ""),
        isbn=_one(front, "isbn"),
        license=_attribute(front, "license", "href") or _one(front, "license-p", "copyright-statement"),
    )


def tei(found: _Leaves) -> Stated:
    """The header of a TEI text."""
    header = _until(found, "text", "facsimile")
    statement = _until(header, "publicationStmt", "sourceDesc")
    journal = next(
        (leaf.text for leaf in header if leaf.name == "title" and leaf.attributes.get("level") == "j"), ""
    )
    date = next(
        (leaf for leaf in header if leaf.name == "date" and (leaf.text or "when" in leaf.attributes)), None
    )
    return Stated(
        rule="tei",
        title=_one(header, "title"),
        authors=tuple(_tei_authors(statement)) or tuple(_tei_authors(header)),
        issued=(date.attributes.get("when") or date.text) if date is not None else "",
        language=_attribute(header, "language", "ident") or _language(found),
        publisher=_one(header, "publisher"),
        container_title=journal,
        doi=next((leaf.text for leaf in header if leaf.name == "idno" and "10." in leaf.text), ""),
        isbn=next(
            (leaf.text for leaf in header if leaf.name == "idno" and leaf.attributes.get("type") == "ISBN"),
            "",
        ),
        license=_attribute(header, "licence", "target") or _one(header, "licence"),
    )


def docbook(found: _Leaves) -> Stated:
    """The head of a DocBook article or book."""
    head = _until(found, "section", "sect1", "chapter", "para", "preface", "part")
    return Stated(
        rule="docbook",
        title=_one(head, "title"),
        authors=tuple(_docbook_authors(head)),
        issued=_one(head, "pubdate", "date"),
        language=_language(found),
        publisher=_one(head, "publishername"),
        doi=next((leaf.text for leaf in head if leaf.name == "biblioid" and "10." in leaf.text), ""),
        isbn=_one(head, "isbn"),
        license=_one(head, "legalnotice"),
    )


def _contributors(front: _Leaves) -> Iterator[Name]:
    """The authors among the contributors: each `contrib` up to the next."""
    for contrib, parts in _groups(front, "contrib", "aff", "author-notes", "pub-date", "abstract"):
        if contrib.attributes.get("contrib-type", "author") in {"author", ""}:
            name = person(_one(parts, "surname"), _one(parts, "given-names"))
            yield from (name,) if name is not None else people([_one(parts, "string-name")])
            if name is None and (body := _one(parts, "collab", "institution")):
                yield Name(literal=body)


def _tei_authors(header: _Leaves) -> Iterator[Name]:
    for author, parts in _groups(header, "author", "editor", "respStmt", "publicationStmt", "monogr"):
        forenames = " ".join(leaf.text for leaf in parts if leaf.name == "forename")
        name = person(_one(parts, "surname"), forenames)
        yield from (name,) if name is not None else people([author.text or _one(parts, "persName", "name")])


def _docbook_authors(head: _Leaves) -> Iterator[Name]:
    for author, parts in _groups(head, "author", "editor", "pubdate", "abstract", "publisher"):
        name = person(_one(parts, "surname"), _one(parts, "firstname", "givenname"))
        if name is not None:
            yield name
        elif body := _one(parts, "orgname"):
            yield Name(literal=body)
        else:
            yield from people([author.text or _one(parts, "personname")])


def _groups(found: _Leaves, name: str, *ends: str) -> Iterator[tuple[Leaf, _Leaves]]:
    """Each element of a name, and what comes after it up to the next, or up to what ends the list."""
    starts = [at for at, leaf in enumerate(found) if leaf.name == name or leaf.name in ends]
    for at, following in pairwise([*starts, len(found)]):
        if found[at].name == name:
            yield found[at], found[at + 1 : following]


def _jats_date(front: _Leaves) -> str:
    """The date on which it came out; of several, the first."""
    for _, parts in _groups(front, "pub-date", "volume", "issue", "fpage", "history", "permissions"):
        digits = [_one(parts, part).zfill(2) if _one(parts, part) else "" for part in ("month", "day")]
        written = [_one(parts, "year"), *digits]
        told = written[: written.index("")] if "" in written else written
        if told:
            return "-".join(told)
    return ""


def _until(found: _Leaves, *names: str) -> _Leaves:
    end = next((at for at, leaf in enumerate(found) if leaf.name in names), len(found))
    return found[:end]


def _one(found: _Leaves, *names: str) -> str:
    return next((leaf.text for name in names for leaf in found if leaf.name == name and leaf.text), "")


def _attribute(found: _Leaves, name: str, attribute: str) -> str:
    return next(
        (leaf.attributes[attribute] for leaf in found if leaf.name == name and attribute in leaf.attributes),
        "",
    )


def _language(found: _Leaves) -> str:
    return next((leaf.attributes["lang"] for leaf in found[:20] if "lang" in leaf.attributes), "")
