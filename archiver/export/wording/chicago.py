"""What the three forms of Chicago (The Chicago Manual of Style, 18th edition, 2024, chapters 13 and 14) have in common."""

from archiver.export.wording import numbers, proof
from archiver.export.wording.dates import american
from archiver.export.wording.joining import capitalised, listed, words
from archiver.export.wording.kinds import Kind, kind_of
from archiver.export.wording.names import in_chicago_note, joined, straight
from archiver.export.wording.runs import Runs, italic, link, plain
from archiver.export.wording.titles import quoted, without_the
from archiver.models.item import CitedWork, Item
from archiver.models.work import Name

_ALONE = frozenset([Kind.BOOK, Kind.REPORT])


def title_of(work: CitedWork) -> Runs:
    """In italics where the work stands alone, else in quotation marks."""
    if not work.title:
        return ()
    return italic(work.title) if stands_alone(work) else quoted(work.title)


def stands_alone(work: CitedWork) -> bool:
    """Whether a work is a part of no other: also a film that is on no site."""
    kind = kind_of(work)
    return kind in _ALONE or (kind is Kind.VIDEO and not work.container_title and not work.URL)


def is_english(work: CitedWork) -> bool:
    """Whether a work is known to be in English."""
    return (work.language or "").lower().startswith("en")


def periodical(work: CitedWork) -> Runs:
    """The name of a newspaper, a magazine, a journal."""
    return italic(without_the(work.container_title or ""))


def site(work: CitedWork, who: str) -> str:
    """The site of a page, unless it bears the author's name."""
    said = work.container_title or ""
    return "" if said.casefold() == who.casefold() else said


def blog(work: CitedWork) -> Runs:
    """A blog, which is called one where its name does not say so."""
    name = work.container_title or ""
    said = name and "blog" not in name.casefold()
    return (*italic(name), *plain(" (blog)" if said else ""))


def volume(work: CitedWork) -> Runs:
    """Of a journal: 127, no. 6 (2022): 1818–59."""
    issue = f"no. {work.issue}" if work.issue else ""
    made = words(periodical(work), plain(", ".join(filter(None, (work.volume or "", issue)))))
    if not work.volume and issue:
        made = (*periodical(work), *plain(f", {issue}"))
    when = work.issued
    if when is not None:
        said = american(when) if not (work.volume or work.issue) else _year(work)
        made = (*made, *plain(f" ({said})" if work.volume or work.issue else f", {said}"))
    return (*made, *plain(f": {numbers.pages(work.page, 'chicago')}" if work.page else ""))


def house(work: CitedWork) -> str:
    """Who published it, and when: Pantheon Books, 2020."""
    when = american(work.issued) if work.issued is not None else ""
    if kind_of(work) in {Kind.BOOK, Kind.CHAPTER} and work.issued is not None:
        when = str(work.issued.year)
    return ", ".join(filter(None, (work.publisher or "", when)))


def report(work: CitedWork) -> str:
    """What kind of report, and its number."""
    number = work.number or ""
    if number.isdecimal() and not work.genre:
        number = f"no. {number}"
    return " ".join(filter(None, (work.genre or "", number)))


def dated(work: CitedWork) -> str:
    """The date; of what has none nothing."""
    return american(work.issued) if work.issued is not None else ""


def accessed(item: Item) -> str:
    """When what has no date was looked at."""
    work = item.work
    day = proof.seen(work.accessed, item.copy)
    return f"accessed {american(day)}" if work.issued is None and day is not None and work.URL else ""


def address(work: CitedWork) -> Runs:
    """Where it is: a DOI before any address."""
    return link(numbers.doi_url(work.DOI) if work.DOI else work.URL or "")


def copy(item: Item, *, begins: bool = False) -> Runs:
    """What backs it: archived …, at the Internet Archive, https://…; or what is on file."""
    if item.copy is None:
        return ()
    at = proof.archived_at(item.copy, american)
    if at and item.copy.public is not None:
        return listed([plain(capitalised(at) if begins else at), link(item.copy.public.url)])
    said = proof.on_file(item.copy, american)
    return plain(capitalised(said) if begins else said)


def people(names: tuple[Name, ...]) -> str:
    """Editors or translators behind a title."""
    return in_chicago_note(names)


def everybody(names: tuple[Name, ...]) -> str:
    """The same in a bibliography, where all are named."""
    return joined([straight(name) for name in names], last=", and ", two=" and ")


def _year(work: CitedWork) -> str:
    assert work.issued is not None
    return str(work.issued.year)
