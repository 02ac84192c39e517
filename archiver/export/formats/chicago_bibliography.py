"""Chicago, bibliography: `Vane, Mara. “The Bell.” Harbour Blog, May 2, 2019. https://a.example/bell. Archived …`."""

from archiver.export.wording import chicago, numbers
from archiver.export.wording.joining import capitalised, listed, sentences, words
from archiver.export.wording.kinds import Kind, kind_of
from archiver.export.wording.names import in_chicago_bibliography
from archiver.export.wording.runs import Runs, italic, plain
from archiver.models.item import CitedWork, Item

NAME = "chicago-bibliography"
LABEL = "Chicago 18, bibliography"
IS_LIST = True


def cite(item: Item) -> Runs:
    """An entry of the list."""
    work = item.work
    return sentences(
        [
            plain(_authors(work)),
            *_described(item),
            chicago.address(work),
            chicago.copy(item, begins=True),
        ]
    )


def _authors(work: CitedWork) -> str:
    """The authors; else the editors; else whose site it is (14.104)."""
    if work.author:
        return in_chicago_bibliography(work.author)
    if work.editor and kind_of(work) is not Kind.CHAPTER:
        return f"{in_chicago_bibliography(work.editor)}, {'ed' if len(work.editor) == 1 else 'eds'}"
    return work.publisher or "" if _is_signed_by_publisher(work) else ""


def _is_signed_by_publisher(work: CitedWork) -> bool:
    return bool(work.publisher) and not (work.author or work.editor) and kind_of(work) in {Kind.PAGE, Kind.REPORT}


def _described(item: Item) -> list[Runs]:
    work = item.work
    kind = kind_of(work)
    title, when = chicago.title_of(work), plain(chicago.dated(work))
    seen = plain(capitalised(chicago.accessed(item)))
    if kind is Kind.JOURNAL:
        return [title, chicago.volume(work)]
    if kind is Kind.PRESS:
        return [title, listed([chicago.periodical(work), when]), seen]
    if kind is Kind.BLOG:
        house = plain(_publisher(work))
        name = chicago.blog(work)
        return [title, *([name, listed([house, when])] if house else [listed([name, when])]), seen]
    if kind is Kind.CHAPTER:
        edited = plain(f"edited by {chicago.everybody(work.editor)}" if work.editor else "")
        book = listed([words(plain("In"), italic(work.container_title or "")), edited])
        return [title, book, *_translated(work), *_numbered(work), plain(chicago.house(work)), seen]
    if kind in chicago.STANDALONE:
        edited = f"Edited by {chicago.everybody(work.editor)}" if work.editor and work.author else ""
        number = plain(capitalised(chicago.report(work))) if kind is Kind.REPORT else ()
        house = plain(_house(work))
        return [title, plain(edited), *_translated(work), *_numbered(work), number, house, seen]
    if kind is Kind.THESIS:
        inner = ", ".join(filter(None, (work.genre or "Thesis", work.publisher or "", chicago.dated(work))))
        return [title, plain(inner)]
    house = plain(_publisher(work))
    site = plain(work.container_title or "")
    if site and house:
        return [title, site, listed([house, when]), seen]
    return [title, listed([site or house, when]), seen]


def _house(work: CitedWork) -> str:
    """Publisher and date; the date alone where the publisher stands for the author."""
    return chicago.dated(work) if _is_signed_by_publisher(work) else chicago.house(work)


def _publisher(work: CitedWork) -> str:
    said = work.publisher or ""
    return "" if said.casefold() == _authors(work).casefold() else said


def _translated(work: CitedWork) -> list[Runs]:
    return [plain(f"Translated by {chicago.everybody(work.translator)}" if work.translator else "")]


def _numbered(work: CitedWork) -> list[Runs]:
    edition = numbers.edition(work.edition, "ed.") if work.edition else ""
    volume = f"Vol. {work.volume}" if work.volume else ""
    return [plain(capitalised(edition)), plain(volume)]
