"""Chicago, bibliography: `Vane, Mara. “The Bell.” Harbour Blog, May 2, 2019. https://a.example/bell. Archived …`."""

from collections.abc import Callable

from archiver.export.wording import chicago, numbers
from archiver.export.wording.joining import capitalised, listed, sentences, words
from archiver.export.wording.kinds import ENTRIES, Kind, kind_of
from archiver.export.wording.names import in_chicago_bibliography
from archiver.export.wording.runs import Runs, italic, plain, text_of
from archiver.export.wording.sorting import place
from archiver.models.item import CitedWork, Item

NAME = "chicago-bibliography"
LABEL = "Chicago 18, bibliography"


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


def in_order(items: list[Item]) -> list[Runs]:
    """The list. 18 names an author again where it had a dash (13.72)."""
    return [cite(item) for item in sorted(items, key=_place)]


def _place(item: Item) -> tuple[tuple[str, str], str]:
    work = item.work
    return place(_authors(work), work.title or "", text_of(cite(item))), item.id


def _authors(work: CitedWork) -> str:
    """The authors; else the editors; else whose site it is."""
    if work.author:
        return in_chicago_bibliography(work.author)
    if work.editor and kind_of(work) is not Kind.CHAPTER:
        return f"{in_chicago_bibliography(work.editor)}, {'ed' if len(work.editor) == 1 else 'eds'}"
    return work.publisher or "" if _is_signed_by_publisher(work) else ""


def _is_signed_by_publisher(work: CitedWork) -> bool:
    return (
        bool(work.publisher)
        and not (work.author or work.editor)
        and kind_of(work) in {Kind.PAGE, Kind.REPORT}
    )


def _described(item: Item) -> list[Runs]:
    if chicago.stands_alone(item.work):
        return _book(item)
    return _DESCRIBED.get(kind_of(item.work), _page)(item)


def _page(item: Item) -> list[Runs]:
    return _on_site(item, plain(chicago.site(item.work, _authors(item.work))))


def _blog(item: Item) -> list[Runs]:
    return _on_site(item, chicago.blog(item.work))


def _on_site(item: Item, site: Runs) -> list[Runs]:
    """The site; whose it is; when it was published, else when it was looked at."""
    work = item.work
    house, when = plain(_publisher(work)), plain(chicago.dated(work))
    where = [site, listed([house, when])] if site and house else [listed([site or house, when])]
    return [chicago.title_of(work), *where, _seen(item)]


def _press(item: Item) -> list[Runs]:
    work = item.work
    where = listed([chicago.periodical(work), plain(chicago.dated(work))])
    return [chicago.title_of(work), where, _seen(item)]


def _journal(item: Item) -> list[Runs]:
    return [chicago.title_of(item.work), chicago.volume(item.work)]


def _chapter(item: Item) -> list[Runs]:
    work = item.work
    if work.type in ENTRIES and not (work.publisher or work.editor):
        return _press(item)  # of a reference work on the web
    edited = plain(f"edited by {chicago.everybody(work.editor)}" if work.editor else "")
    book = listed([words(plain("In"), italic(work.container_title or "")), edited])
    house = plain(chicago.house(work))
    return [chicago.title_of(work), book, *_translated(work), *_numbered(work), house, _seen(item)]


def _book(item: Item) -> list[Runs]:
    work = item.work
    edited = f"Edited by {chicago.everybody(work.editor)}" if work.editor and work.author else ""
    number = plain(capitalised(chicago.report(work))) if kind_of(work) is Kind.REPORT else ()
    return [
        chicago.title_of(work),
        plain(edited),
        *_translated(work),
        *_numbered(work),
        number,
        plain(_house(work)),
        _seen(item),
    ]


def _thesis(item: Item) -> list[Runs]:
    work = item.work
    inner = ", ".join(filter(None, (work.genre or "Thesis", work.publisher or "", chicago.dated(work))))
    return [chicago.title_of(work), plain(inner)]


_DESCRIBED: dict[Kind, Callable[[Item], list[Runs]]] = {
    Kind.BLOG: _blog,
    Kind.PRESS: _press,
    Kind.JOURNAL: _journal,
    Kind.CHAPTER: _chapter,
    Kind.THESIS: _thesis,
}


def _seen(item: Item) -> Runs:
    return plain(capitalised(chicago.accessed(item)))


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
