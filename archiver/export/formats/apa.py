"""APA 7: `Vane, M. (2019, May 2). The bell. Harbour Blog. https://a.example/bell` (Publication Manual, 2020, chapters 9 and 10)."""

from collections.abc import Iterator
from itertools import groupby

from archiver.export.wording import numbers, proof
from archiver.export.wording.dates import american, apa
from archiver.export.wording.joining import listed, sentences, words
from archiver.export.wording.kinds import ENTRIES, Kind, kind_of
from archiver.export.wording.names import in_apa, initials_first, joined
from archiver.export.wording.runs import Runs, italic, link, plain
from archiver.export.wording.sorting import letter_key, sort_key
from archiver.models.item import CitedWork, Copy, Item

NAME = "apa"
LABEL = "APA 7"
_WORDS = 20  # of a post, which has no title but its text (10.15)
_BY_YEAR = frozenset([Kind.BOOK, Kind.CHAPTER, Kind.JOURNAL, Kind.THESIS])
_ROMAN = frozenset(
    [Kind.JOURNAL, Kind.PRESS, Kind.BLOG, Kind.CHAPTER]
)  # whose container is in italics instead


def cite(item: Item, letter: str = "") -> Runs:
    """An entry of the reference list: who, when, what, where. No stop follows an address."""
    work = item.work
    when = plain(f"({_date(work, letter)})")
    title = _title(work)
    who = plain(_authors(work))
    lead = sentences([who, when, title] if who else [title or plain(_site(work)), when])
    site = sentences(_container(work) if who or title else [])
    return words(lead, site, _retrieved(item), _address(work), _kept(item.copy))


def in_order(items: list[Item]) -> Iterator[Runs]:
    """A reference list: by authors, then by date; works of one year have letters."""
    for (who, _), same in groupby(sorted(items, key=_place), key=_year_of):
        entries = list(same)
        is_told_apart = bool(who) and len(entries) > 1
        for at, item in enumerate(entries):
            yield cite(item, _letter(at) if is_told_apart else "")


def _place(item: Item) -> tuple[str, tuple[int, ...], str, str]:
    """What has no date comes first."""
    work = item.work
    who, when = _authors(work), work.issued
    title = sort_key(work.title or "")
    return letter_key(who) if who else title, when.parts if when is not None else (), title, item.id


def _year_of(item: Item) -> tuple[str, int | None]:
    work = item.work
    return _authors(work), work.issued.year if work.issued is not None else None


def _letter(at: int) -> str:
    """A to z, then aa."""
    rest, last = divmod(at, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("a") + last)


def _authors(work: CitedWork) -> str:
    if not work.author and work.editor and kind_of(work) is not Kind.CHAPTER:
        return f"{in_apa(work.editor)} ({'Ed.' if len(work.editor) == 1 else 'Eds.'})"
    if not work.author and work.publisher and kind_of(work) in {Kind.PAGE, Kind.REPORT, Kind.BOOK}:
        return work.publisher  # who answers for it is its author
    return in_apa(work.author)


def _date(work: CitedWork, letter: str) -> str:
    if work.issued is None:
        return f"n.d.-{letter}" if letter else "n.d."
    year = f"{work.issued.year}{letter}"
    by_year = kind_of(work) in _BY_YEAR and work.type not in ENTRIES  # which are dated like pages
    return year if by_year else apa(work.issued).replace(str(work.issued.year), year, 1)


def _title(work: CitedWork) -> Runs:
    if not work.title:
        return ()
    kind = kind_of(work)
    said = " ".join(work.title.split(" ")[:_WORDS]) if kind is Kind.POST else work.title
    title = plain(said) if kind in _ROMAN else italic(said)
    return words(title, plain(_bracketed(work)))


def _bracketed(work: CitedWork) -> str:
    """What stands behind a title: edition, number, kind."""
    kind = kind_of(work)
    inner = []
    if kind is Kind.BOOK:
        translators = joined([initials_first(name) for name in work.translator], last=" & ", two=" & ")
        inner += [f"{translators}, Trans."] if translators else []
        inner += [numbers.edition(work.edition, "ed.")] if work.edition else []
        inner += [f"Vol. {work.volume}"] if work.volume else []
    if kind is Kind.REPORT and work.number:
        number = f"No. {work.number}" if work.number[0].isdecimal() else work.number
        inner += [" ".join(filter(None, (work.genre or "Report" * number.startswith("No."), number)))]
    said = f"({'; '.join(filter(None, inner))})" if any(inner) else ""
    if kind is Kind.THESIS:
        return f"[{', '.join(filter(None, (work.genre or 'Thesis', work.publisher or '')))}]"
    if kind is Kind.POST:
        return f"[{work.genre or ('Tweet' if work.container_title == 'Twitter' else 'Post')}]"
    if kind is Kind.VIDEO:
        seen = work.genre or ("Video" if work.type == "motion_picture" else "")
        return f"[{seen}]" if seen else ""  # what is heard is of several kinds
    return said


def _container(work: CitedWork) -> list[Runs]:
    kind = kind_of(work)
    if kind in {Kind.JOURNAL, Kind.PRESS}:
        return [_periodical(work)]
    if kind is Kind.BLOG:
        return [italic(work.container_title or "")]
    if kind is Kind.CHAPTER:
        return [_book(work), plain(work.publisher or "")]
    if kind is Kind.BOOK or kind is Kind.REPORT:
        publisher = work.publisher or ""
        return [plain("" if publisher.casefold() == _authors(work).casefold() else publisher)]
    return [plain(_site(work))]


def _site(work: CitedWork) -> str:
    """The site, unless it bears the author's name."""
    site = work.container_title or (work.publisher if kind_of(work) is not Kind.THESIS else "") or ""
    return "" if site.casefold() == _authors(work).casefold() else site


def _periodical(work: CitedWork) -> Runs:
    """*Journal*, *12*(3), 1–10."""
    volume = (*italic(work.volume or ""), *plain(f"({work.issue})" if work.issue else ""))
    return listed(
        [italic(work.container_title or ""), volume, plain(numbers.pages(work.page) if work.page else "")]
    )


def _book(work: CitedWork) -> Runs:
    """In M. Vane & T. Ek (Eds.), *Book* (2nd ed., pp. 1–10)."""
    edited = joined([initials_first(name) for name in work.editor], last=", & ", two=" & ")
    lead = f"{edited} ({'Ed.' if len(work.editor) == 1 else 'Eds.'})," if edited else ""
    inner = [
        numbers.edition(work.edition, "ed.") if work.edition else "",
        f"Vol. {work.volume}" if work.volume else "",
        f"{'pp.' if numbers.is_several(work.page) else 'p.'} {numbers.pages(work.page)}" if work.page else "",
    ]
    said = ", ".join(filter(None, inner))
    return words(
        plain("In"), plain(lead), italic(work.container_title or ""), plain(f"({said})" if said else "")
    )


def _address(work: CitedWork) -> Runs:
    return link(numbers.doi_url(work.DOI) if work.DOI else work.URL or "")


def _retrieved(item: Item) -> Runs:
    """When it was looked at, of what has no date and may change (9.16). A copy that is kept does not change."""
    work = item.work
    if work.issued is not None or work.accessed is None or item.copy is not None or not work.URL:
        return ()
    return plain(f"Retrieved {american(work.accessed)}, from")


def _kept(copy: Copy | None) -> Runs:
    """APA 7 has no form for a copy beside the original; it stands in brackets, which end no sentence."""
    if copy is None:
        return ()
    at = proof.archived_at(copy, american)
    if at and copy.public is not None:
        return (*plain(f"[{at[:1].upper()}{at[1:]}: "), *link(copy.public.url), *plain("]"))
    return plain(f"[{proof.on_file(copy, american, 'Copy on file')}]")
