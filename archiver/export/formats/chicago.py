"""Chicago, note: `Mara Vane, “The Bell,” Harbour Blog, May 2, 2019, https://a.example/bell, archived November 23, 2026, at …`."""

from collections.abc import Callable

from archiver.export.wording import chicago, numbers
from archiver.export.wording.joining import capitalised, ended, listed, words
from archiver.export.wording.kinds import ENTRIES, Kind, kind_of
from archiver.export.wording.names import in_chicago_note
from archiver.export.wording.runs import Runs, italic, plain
from archiver.models.item import CitedWork, Item

NAME = "chicago"
LABEL = "Chicago 18, note"


def cite(item: Item) -> Runs:
    """The full note."""
    work = item.work
    parts = [plain(_authors(work)), *_described(item), chicago.address(work), chicago.copy(item)]
    first, *rest = [*filter(None, parts), ()]
    if first == plain(chicago.accessed(item)):
        first = plain(capitalised(chicago.accessed(item)))
    return ended(listed([first, *rest]), ".")


def _authors(work: CitedWork) -> str:
    if work.author or not work.editor:
        return in_chicago_note(work.author)
    return f"{in_chicago_note(work.editor)}, {'ed.' if len(work.editor) == 1 else 'eds.'}"


def _described(item: Item) -> list[Runs]:
    if chicago.stands_alone(item.work):
        return _book(item)
    return _DESCRIBED.get(kind_of(item.work), _page)(item)


def _page(item: Item) -> list[Runs]:
    work = item.work
    return [
        chicago.title_of(work),
        plain(chicago.site(work, _authors(work))),
        plain(_publisher(work)),
        *_dated(item),
    ]


def _blog(item: Item) -> list[Runs]:
    work = item.work
    return [chicago.title_of(work), chicago.blog(work), plain(_publisher(work)), *_dated(item)]


def _press(item: Item) -> list[Runs]:
    """A page only of what is read on paper."""
    work = item.work
    return [
        chicago.title_of(work),
        chicago.periodical(work),
        *_dated(item),
        () if work.URL else _pages(work),
    ]


def _journal(item: Item) -> list[Runs]:
    return [chicago.title_of(item.work), chicago.volume(item.work)]


def _chapter(item: Item) -> list[Runs]:
    work = item.work
    if work.type in ENTRIES and not (work.publisher or work.editor):
        return _press(item)  # of a reference work on the web
    book = words(plain("in"), italic(work.container_title or ""))
    printed = _printed(listed([book, *_helpers(work, work.editor)]), work)
    page = () if numbers.is_several(work.page or "") else _pages(work)  # all of it needs no place
    return [chicago.title_of(work), printed, page, plain(chicago.accessed(item))]


def _book(item: Item) -> list[Runs]:
    work = item.work
    number = plain(chicago.report(work)) if kind_of(work) is Kind.REPORT else ()
    helpers = _helpers(work, work.editor if work.author else ())
    printed = _printed(listed([chicago.title_of(work), *helpers, number]), work)
    return [printed, _pages(work), plain(chicago.accessed(item))]


def _thesis(item: Item) -> list[Runs]:
    work = item.work
    inner = ", ".join(filter(None, (work.genre or "thesis", work.publisher or "", chicago.dated(work))))
    return [words(chicago.title_of(work), plain(f"({inner})")), _pages(work)]


_DESCRIBED: dict[Kind, Callable[[Item], list[Runs]]] = {
    Kind.BLOG: _blog,
    Kind.PRESS: _press,
    Kind.JOURNAL: _journal,
    Kind.CHAPTER: _chapter,
    Kind.THESIS: _thesis,
}


def _dated(item: Item) -> list[Runs]:
    """When it was published; else when it was looked at."""
    return [plain(chicago.dated(item.work)), plain(chicago.accessed(item))]


def _publisher(work: CitedWork) -> str:
    """Whose site it is, where nobody says so yet."""
    said = work.publisher or ""
    return "" if said.casefold() == _authors(work).casefold() else said


def _helpers(work: CitedWork, editors: tuple[object, ...]) -> list[Runs]:
    edited = f"ed. {chicago.people(work.editor)}" if editors else ""
    translated = f"trans. {chicago.people(work.translator)}" if work.translator else ""
    edition = numbers.edition(work.edition, "ed.") if work.edition else ""
    volume = f"vol. {work.volume}" if work.volume else ""
    return [plain(each) for each in (edited, translated, edition, volume)]


def _printed(before: Runs, work: CitedWork) -> Runs:
    house = chicago.house(work)
    return words(before, plain(f"({house})" if house else ""))


def _pages(work: CitedWork) -> Runs:
    return plain(numbers.pages(work.page, "chicago") if work.page else "")
