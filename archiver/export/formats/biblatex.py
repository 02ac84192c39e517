"""BibLaTeX: dates as precise as they are, an address with the day on which it was looked at, what backs it in `addendum`."""

from archiver.export.wording import proof, tex
from archiver.export.wording.keys import key_of
from archiver.export.wording.kinds import Kind, kind_of
from archiver.models.item import CitedWork, Item

NAME = "biblatex"
LABEL = "BibLaTeX"
MEDIA_TYPE = "application/x-bibtex"
SUFFIX = "bib"
AFTER = ""
_TYPES = {
    Kind.PAGE: "online",
    Kind.BLOG: "online",
    Kind.POST: "online",
    Kind.PRESS: "article",
    Kind.JOURNAL: "article",
    Kind.BOOK: "book",
    Kind.CHAPTER: "incollection",
    Kind.REPORT: "report",
    Kind.THESIS: "thesis",
    Kind.VIDEO: "video",
}
# As babel and polyglossia call them.
_LANGUAGES = {
    code: f"{{{name}}}"
    for code, name in (
        pair.split(":")
        for pair in (
            "ar:arabic bg:bulgarian ca:catalan cs:czech da:danish de:german el:greek en:english es:spanish et:estonian fa:persian fi:finnish "
            "fr:french he:hebrew hr:croatian hu:magyar it:italian ja:japanese ko:korean lt:lithuanian lv:latvian nb:norsk nl:dutch no:norsk "
            "pl:polish pt:portuguese ro:romanian ru:russian sk:slovak sl:slovene sr:serbian sv:swedish tr:turkish uk:ukrainian zh:chinese"
        ).split()
    )
}
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine", "post-weblog": "blog"}


def entry(item: Item) -> str:
    """One entry."""
    work = item.work
    kind = kind_of(work)
    seen = proof.seen(work.accessed, item.copy) if work.URL else None
    fields = {
        "author": tex.braced(tex.people(work.author)),
        "editor": tex.braced(tex.people(work.editor)),
        "translator": tex.braced(tex.people(work.translator)),
        "title": tex.braced(tex.protected(work.title) if work.title else None),
        **_where(work, kind),
        "edition": tex.text(work.edition),
        "volume": tex.text(work.volume),
        "number": tex.text(work.issue or work.number),
        "pages": tex.pages(work.page),
        "date": tex.braced(str(work.issued) if work.issued is not None else None),
        "doi": tex.address(work.DOI),
        "isbn": tex.text(work.ISBN),
        "url": tex.address(work.URL),
        "urldate": tex.braced(str(seen) if seen is not None else None),
        "entrysubtype": tex.braced(_SUBTYPES.get(work.type)),
        "langid": _LANGUAGES.get((work.language or "").lower()[:2]),
        "language": None if _is_known(work.language) else tex.text(work.language),
        "addendum": tex.braced(tex.note(item.copy)),
    }
    return tex.entry(_type(work, kind), key_of(item), fields)


def _type(work: CitedWork, kind: Kind) -> str:
    if _is_of_conference(work, kind):
        return "inproceedings"
    return "collection" if kind is Kind.BOOK and work.editor and not work.author else _TYPES[kind]


def _is_known(language: str | None) -> bool:
    return (language or "").lower()[:2] in _LANGUAGES


def _is_of_conference(work: CitedWork, kind: Kind) -> bool:
    return work.type == "paper-conference" and kind is Kind.CHAPTER


def _where(work: CitedWork, kind: Kind) -> dict[str, str | None]:
    container = tex.braced(tex.protected(work.container_title) if work.container_title else None)
    publisher = tex.braced(tex.literal(work.publisher) if work.publisher else None)
    place = tex.text(work.publisher_place)
    if kind in {Kind.JOURNAL, Kind.PRESS}:
        return {"journaltitle": container}
    if kind is Kind.CHAPTER:
        return {"booktitle": container, "publisher": publisher, "location": place}
    if kind is Kind.REPORT:
        return {"type": tex.text(work.genre or "techreport"), "institution": publisher, "location": place}
    if kind is Kind.THESIS:
        return {"type": tex.text(work.genre or "thesis"), "institution": publisher, "location": place}
    if kind is Kind.BOOK:
        return {"publisher": publisher, "location": place}
    # A list: the data model has no publisher of what is online
    both = filter(None, (container, publisher))
    return {"organization": tex.braced(" and ".join(said[1:-1] for said in both))}
