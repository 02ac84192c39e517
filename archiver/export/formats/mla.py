"""MLA 9: `Vane, Mara. “The Bell.” Harbour Blog, 2 May 2019, a.example/bell. Internet Archive, 23 Nov. 2026, …` (MLA Handbook, 2021)."""

from collections.abc import Iterator

from archiver.export.wording import houses, numbers, proof
from archiver.export.wording.dates import day_of, mla
from archiver.export.wording.joining import capitalised, listed, sentences
from archiver.export.wording.kinds import Kind, is_web_entry, kind_of
from archiver.export.wording.names import in_mla, joined, straight
from archiver.export.wording.runs import Runs, italic, link, plain, text_of
from archiver.export.wording.sorting import letter_key, place
from archiver.export.wording.titles import quoted
from archiver.models.item import CitedWork, Copy, Item
from archiver.models.work import Name

NAME = "mla"
LABEL = "MLA 9"
_ALONE = frozenset([Kind.BOOK, Kind.REPORT])


def cite(item: Item, who: str | None = None) -> Runs:
    """An entry of the list of works cited: author, title, containers. `who` stands for the author where it is given."""
    work = item.work
    return sentences(
        [
            plain(_authors(work) if who is None else who),
            _title(work),
            _container(work),
            plain(_genre(work)),
            plain(_accessed(item)),
            *(_kept(item.copy) if item.copy is not None else ()),
        ]
    )


def in_order(items: list[Item]) -> Iterator[Runs]:
    """The list. Whoever made the entry before, too, is three hyphens (5.126)."""
    before: tuple[str, tuple[Name, ...]] = ("", ())
    for item in sorted(items, key=_place):
        who = _authors(item.work)
        people = who, item.work.author or item.work.editor  # of "et al." all have to be the same
        yield cite(item, _again(who) if who and people == before else None)
        before = people


def _place(item: Item) -> tuple[tuple[str, str], str]:
    work = item.work
    return place(_authors(work), work.title or "", text_of(cite(item)), letter_key), item.id


def _again(who: str) -> str:
    """With the part that they had, where it is not the author's."""
    name, _, part = who.rpartition(", ")
    return f"---, {part}" if name and part in {"editor", "editors"} else "---"


def _authors(work: CitedWork) -> str:
    """A body that published its own work is its publisher only."""
    if not work.author and work.editor and kind_of(work) is not Kind.CHAPTER:
        return f"{in_mla(work.editor)}, {'editor' if len(work.editor) == 1 else 'editors'}"
    said = in_mla(work.author)
    return "" if _is_of_publisher(work) else said


def _is_of_publisher(work: CitedWork) -> bool:
    is_body = len(work.author) == 1 and work.author[0].literal is not None
    who = (work.author[0].literal or "").casefold() if is_body else ""
    return bool(who) and who in {(work.publisher or "").casefold(), (work.container_title or "").casefold()}


def _title(work: CitedWork) -> Runs:
    if not work.title:
        return ()
    kind = kind_of(work)
    is_alone = kind in _ALONE or (kind in {Kind.VIDEO, Kind.THESIS} and not work.container_title)
    return italic(work.title) if is_alone else quoted(work.title)


def _container(work: CitedWork) -> Runs:
    kind = kind_of(work)
    edited = work.editor if work.author or kind is Kind.CHAPTER else ()
    people = [("edited by", edited), ("translated by", work.translator)]
    helped = [f"{by} {_straight(names)}" for by, names in people if names]
    edition = numbers.edition(work.edition, "ed.") if work.edition else ""
    is_periodical = kind in {Kind.JOURNAL, Kind.PRESS, Kind.BLOG}
    publisher = "" if is_periodical or kind is Kind.THESIS else houses.in_mla(work.publisher or "")
    issue = f"no. {work.issue}" if work.issue else ""
    volume = f"vol. {work.volume}" if work.volume else ""
    number = _report(work) if kind is Kind.REPORT else ""
    container = italic(work.container_title or "")
    said = [*helped, edition, volume, issue, number, publisher, _date(work), _pages(work)]
    said = list(filter(None, said))
    if not container and said:  # there is none: what follows begins a sentence
        said[0] = capitalised(said[0])
    return listed([container, *map(plain, said), _address(work)])


def _report(work: CitedWork) -> str:
    number = work.number or ""
    lead = work.genre or ("no." if number.isdecimal() else "")
    return f"{lead} {number}".strip()


def _date(work: CitedWork) -> str:
    if work.issued is None:
        return ""
    by_year = kind_of(work) in {Kind.BOOK, Kind.CHAPTER} and not is_web_entry(work)
    return str(work.issued.year) if by_year else mla(work.issued)


def _pages(work: CitedWork) -> str:
    if not work.page:
        return ""
    return f"{'pp.' if numbers.is_several(work.page) else 'p.'} {numbers.pages(work.page, 'mla')}"


def _address(work: CitedWork) -> Runs:
    """A DOI whole, an address without its scheme."""
    return link(numbers.doi_url(work.DOI)) if work.DOI else _bare(work.URL or "")


def _bare(url: str) -> Runs:
    """Only an address that is found without its scheme loses it."""
    return link(url.removeprefix("https://").removeprefix("http://"))


def _genre(work: CitedWork) -> str:
    if kind_of(work) is not Kind.THESIS:
        return ""
    return ", ".join(filter(None, (work.publisher or "", work.genre or "thesis")))


def _accessed(item: Item) -> str:
    """When what has no date was looked at."""
    day = proof.seen(item.work.accessed, item.copy)
    return f"Accessed {mla(day)}" if item.work.issued is None and day is not None and item.work.URL else ""


def _kept(copy: Copy) -> list[Runs]:
    """The archive as a second container."""
    if copy.public is None:
        return [plain(capitalised(proof.on_file(copy, mla)))]
    day = day_of(copy.public.date)
    name = (copy.public.archive or "").removeprefix("the ")
    made = plain(f"{'' if name else 'Archived '}{mla(day)}" if day is not None else "")
    return [listed([italic(name), made, _bare(copy.public.url)])]


def _straight(names: tuple[object, ...]) -> str:
    said = [straight(name) for name in names]  # type: ignore[arg-type]
    return f"{said[0]} et al." if len(said) > 2 else joined(said, last=" and ", two=" and ")  # noqa: PLR2004
