"""RIS, as Zotero, EndNote and Mendeley read it: `TY  - BLOG`. Types and tags as Zotero's translator RIS.js maps them."""

from archiver.export.wording import numbers, proof
from archiver.export.wording.dates import american
from archiver.export.wording.joining import capitalised
from archiver.export.wording.keys import key_of
from archiver.export.wording.kinds import Kind, kind_of
from archiver.models.item import CitedWork, Copy, Item, PartialDate
from archiver.models.work import Name

NAME = "ris"
LABEL = "RIS (Zotero, EndNote)"
MEDIA_TYPE = "application/x-research-info-systems"
SUFFIX = "ris"
BETWEEN = ""
AFTER = ""
_TYPES = {
    Kind.PAGE: "ELEC",
    Kind.BLOG: "BLOG",
    Kind.POST: "ELEC",
    Kind.PRESS: "NEWS",
    Kind.JOURNAL: "JOUR",
    Kind.BOOK: "BOOK",
    Kind.CHAPTER: "CHAP",
    Kind.REPORT: "RPRT",
    Kind.THESIS: "THES",
    Kind.VIDEO: "VIDEO",
}
_BY_TYPE = {"article-magazine": "MGZN", "paper-conference": "CPAPER"}


def entry(item: Item) -> str:
    """One record: `TY` first, `ER` last."""
    work = item.work
    kind = kind_of(work)
    first, _, last = numbers.pages(work.page or "").partition("–")
    seen = proof.seen(work.accessed, item.copy) if work.URL else None
    tags = [
        ("TY", _BY_TYPE.get(work.type, _TYPES[kind]) if kind is not Kind.PAGE else "ELEC"),
        ("ID", key_of(item)),
        *(("AU", _name(name)) for name in work.author),
        *((_editors(kind), _name(name)) for name in work.editor),
        *(("A4", _name(name)) for name in work.translator),
        ("TI", work.title),
        *_where(work, kind),
        ("CY", work.publisher_place),
        ("DA", _date(work.issued)),
        ("PY", str(work.issued.year) if work.issued is not None else None),
        ("VL", work.volume),
        ("IS", work.issue or (work.number if kind is not Kind.REPORT else None)),
        ("SN", work.number if kind is Kind.REPORT else work.ISBN),
        ("M3", work.genre),
        ("ET", work.edition),
        ("SP", first or None),
        ("EP", last or None),
        ("DO", work.DOI),
        ("UR", work.URL),
        ("Y2", _date(seen)),
        ("LA", work.language),
        *_copy(item.copy),
    ]
    lines = [f"{tag}  - {value}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


def _where(work: CitedWork, kind: Kind) -> list[tuple[str, str | None]]:
    """What a video is seen on has brought it out: a second title would be a series', and Zotero drops it."""
    if kind is Kind.VIDEO and not work.publisher:
        return [("PB", work.container_title)]
    return [("T2", work.container_title), ("PB", work.publisher)]


def _editors(kind: Kind) -> str:
    return "A2" if kind is Kind.CHAPTER else "ED"


def _name(name: Name) -> str:
    """Family name, given name, suffix. A comma within an organisation's name would make a person of it."""
    if name.literal:
        return name.literal.replace(", ", " ").replace(",", " ") if "," in name.literal else name.literal
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def _date(day: PartialDate | None) -> str | None:
    """2019/05/02/, with what is not known left empty."""
    if day is None:
        return None
    parts = [f"{part:0{4 if at == 0 else 2}d}" for at, part in enumerate(day.parts)]
    return "/".join([*parts, *[""] * (4 - len(parts))])


def _copy(copy: Copy | None) -> list[tuple[str, str | None]]:
    """Archive and place in it; the note says all of it in words, for programs that know neither."""
    if copy is None:
        return []
    at = proof.archived_at(copy, american)
    if at and copy.public is not None:
        said = f"{capitalised(at)}: {copy.public.url}"
        return [
            ("DB", (copy.public.archive or "").removeprefix("the ")),
            ("AV", copy.public.url),
            ("N1", said),
        ]
    return [("AV", copy.record_id), ("N1", capitalised(proof.on_file(copy, american)))]
