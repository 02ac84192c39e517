"""BibTeX, as any style of the last forty years reads it: an address stands in `note`, with what backs it.

Not in `howpublished`, of which pandoc makes a publisher.
"""

from archiver.export.wording import proof, tex
from archiver.export.wording.keys import key_of
from archiver.export.wording.kinds import Kind, kind_of
from archiver.models.item import CitedWork, Item

NAME = "bibtex"
LABEL = "BibTeX"
MEDIA_TYPE = "application/x-bibtex"
SUFFIX = "bib"
AFTER = ""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_TYPES = {
    Kind.JOURNAL: "article",
    Kind.PRESS: "article",
    Kind.BOOK: "book",
    Kind.CHAPTER: "incollection",
    Kind.REPORT: "techreport",
}
_MASTER = ("master", "m.a", "ma thesis", "msc")


def entry(item: Item) -> str:
    """One entry."""
    work = item.work
    kind = kind_of(work)
    when = work.issued
    seen = proof.seen(work.accessed, item.copy) if work.URL else None
    fields = {
        "author": tex.braced(tex.people(work.author)),
        "editor": tex.braced(tex.people(work.editor)),
        "title": tex.braced(tex.protected(work.title) if work.title else None),
        **_where(work, kind),
        "edition": tex.text(work.edition),
        "volume": tex.text(work.volume),
        "number": tex.text(work.issue or work.number),
        "pages": tex.pages(work.page),
        "year": tex.braced(str(when.year) if when is not None else None),
        "month": _MONTHS[when.month - 1] if when is not None and when.month else None,
        # Not of BibTeX, which passes over them: what it cannot say
        "translator": tex.braced(tex.people(work.translator)),
        "date": tex.braced(str(when) if when is not None and when.day else None),
        "urldate": tex.braced(str(seen) if seen is not None else None),
        "doi": tex.address(work.DOI),
        "isbn": tex.text(work.ISBN),
        "url": tex.address(work.URL),
        "language": tex.text(work.language),
        "note": tex.braced(tex.note(item.copy, work.URL)),
    }
    return tex.entry(_type(kind, work), key_of(item), fields)


def _type(kind: Kind, work: CitedWork) -> str:
    if kind is Kind.THESIS:
        return "mastersthesis" if (work.genre or "").lower().startswith(_MASTER) else "phdthesis"
    if work.type == "paper-conference" and kind is Kind.CHAPTER:
        return "inproceedings"
    return _TYPES.get(kind, "misc")


def _where(work: CitedWork, kind: Kind) -> dict[str, str | None]:
    container = tex.braced(tex.protected(work.container_title) if work.container_title else None)
    publisher = tex.text(work.publisher)
    if kind in {Kind.JOURNAL, Kind.PRESS}:
        return {"journal": container, "publisher": publisher}
    if kind is Kind.CHAPTER:
        return {"booktitle": container, "publisher": publisher, "address": tex.text(work.publisher_place)}
    if kind is Kind.REPORT:
        return {"institution": publisher, "type": tex.text(work.genre)}
    if kind is Kind.THESIS:
        return {"school": publisher, "type": tex.text(work.genre)}
    if kind is Kind.BOOK:
        return {"publisher": publisher, "address": tex.text(work.publisher_place)}
    return {"organization": container or publisher, "publisher": publisher if container else None}
