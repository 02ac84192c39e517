"""Chicago, note: `Mara Vane, “The Bell,” Harbour Blog, May 2, 2019, https://a.example/bell, archived November 23, 2026, at …`."""

from archiver.export.wording import chicago, numbers
from archiver.export.wording.joining import ended, listed, words
from archiver.export.wording.kinds import Kind, kind_of
from archiver.export.wording.names import in_chicago_note
from archiver.export.wording.runs import Runs, italic, plain
from archiver.models.item import CitedWork, Item

NAME = "chicago"
LABEL = "Chicago 18, note"


def cite(item: Item) -> Runs:
    """The full note."""
    work = item.work
    return ended(
        listed(
            [
                plain(_authors(work)),
                *_described(item),
                chicago.address(work),
                chicago.copy(item),
            ]
        ),
        ".",
    )


def _authors(work: CitedWork) -> str:
    if work.author or not work.editor:
        return in_chicago_note(work.author)
    return f"{in_chicago_note(work.editor)}, {'ed.' if len(work.editor) == 1 else 'eds.'}"


def _described(item: Item) -> list[Runs]:
    work = item.work
    kind = kind_of(work)
    title, when = chicago.title_of(work), plain(chicago.dated(work))
    seen = plain(chicago.accessed(item))
    if kind is Kind.JOURNAL:
        return [title, chicago.volume(work)]
    if kind is Kind.PRESS:
        pages = plain(numbers.pages(work.page, "chicago") if work.page and not work.URL else "")
        return [title, chicago.periodical(work), when, pages, seen]
    if kind is Kind.BLOG:
        return [title, chicago.blog(work), plain(_publisher(work)), when, seen]
    if kind is Kind.CHAPTER:
        book = words(plain("in"), italic(work.container_title or ""))
        return [title, _printed(listed([book, *_helpers(work, work.editor)]), work), _pages(work), seen]
    if kind in chicago.STANDALONE:
        editors = work.editor if work.author else ()
        number = plain(chicago.report(work)) if kind is Kind.REPORT else ()
        return [_printed(listed([title, *_helpers(work, editors), number]), work), _pages(work), seen]
    if kind is Kind.THESIS:
        inner = ", ".join(filter(None, (work.genre or "thesis", work.publisher or "", chicago.dated(work))))
        return [words(title, plain(f"({inner})")), _pages(work)]
    return [title, plain(work.container_title or ""), plain(_publisher(work)), when, seen]


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
