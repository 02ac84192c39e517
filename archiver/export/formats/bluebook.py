"""Bluebook 22: `Mara Vane, *The Bell*, Harbour Blog (May 2, 2019), https://a.example/bell [https://archive.example/…]` (rule 18.2)."""

import re

from archiver.export.wording import numbers, proof
from archiver.export.wording.dates import bluebook
from archiver.export.wording.joining import ended, listed, words
from archiver.export.wording.kinds import Kind, is_web_entry, kind_of
from archiver.export.wording.names import in_bluebook
from archiver.export.wording.runs import Runs, caps, italic, link, plain
from archiver.export.wording.shortening import body, periodical, site
from archiver.models.item import CitedWork, Copy, Item

NAME = "bluebook"
LABEL = "Bluebook 22"


def cite(item: Item) -> Runs:
    """A footnote of an academic paper: names of sites and periodicals, and of books and their authors, in small capitals."""
    work = item.work
    visited = _visited(item)
    located = listed([_described(work), link(_url(work))])
    return ended(words(located, plain(visited), _kept(item.copy)), ".")


def _url(work: CitedWork) -> str:
    return work.URL or (numbers.doi_url(work.DOI) if work.DOI else "")


def _described(work: CitedWork) -> Runs:
    kind = kind_of(work)
    if kind is Kind.JOURNAL and work.volume:
        return _article(work)
    if kind in {Kind.BOOK, Kind.REPORT}:
        return _book(work)
    if kind is Kind.CHAPTER and not is_web_entry(work):
        return _chapter(work)
    who = in_bluebook(work.author)
    if kind is Kind.THESIS:  # 17.2.2
        where = ", ".join(filter(None, (work.genre or "thesis", work.publisher or "")))
        return words(listed([plain(who), plain(work.title or "")]), plain(_dated(work)), plain(f"({where})"))
    if kind is Kind.PRESS and not work.URL:  # 16.5 and 16.6: on paper
        when = bluebook(work.issued) if work.issued is not None else ""
        page = f"at {_first(work.page)}" if work.page else ""
        paper = caps(periodical(work.container_title or ""))
        return listed([plain(who), italic(work.title or ""), paper, plain(when), plain(page)])
    return words(listed([plain(who), italic(work.title or ""), caps(_site(work, who))]), plain(_dated(work)))


def _site(work: CitedWork, who: str) -> str:
    """18.2.2(b): whose page it is, or what it is a part of; not once more where that is the author."""
    named = work.container_title or work.publisher or ""
    is_periodical = kind_of(work) in {Kind.PRESS, Kind.BLOG, Kind.JOURNAL}
    said = periodical(named) if is_periodical else site(named)
    return "" if who.casefold() in {named.casefold(), said.casefold()} else said


def _chapter(work: CitedWork) -> Runs:
    """15.5.1: where it stands, and on which page it begins."""
    title = listed([plain(in_bluebook(work.author)), italic(work.title or "")])
    book = words(italic("in"), caps(work.container_title or ""), plain(_first(work.page)))
    return words(listed([title, book]), plain(_edited(work)))


def _article(work: CitedWork) -> Runs:
    """Of a journal by volumes (16.4): 127 Am. J. Socio. 1818 (2022)."""
    place = words(
        plain(work.volume or ""), caps(periodical(work.container_title or "")), plain(_first(work.page))
    )
    title = listed([plain(in_bluebook(work.author)), italic(work.title or ""), place])
    year = str(work.issued.year) if work.issued is not None else ""
    return words(title, plain(f"({year})" if year else ""))


def _book(work: CitedWork) -> Runs:
    """15.1 and 15.4: authors and title in small capitals, then edition and year."""
    authors = in_bluebook(work.author) or (body(work.publisher or "") if not work.editor else "")
    title = words(caps(work.title or ""), plain(work.page or ""))
    return words(listed([caps(authors), title]), plain(_edited(work)))


def _edited(work: CitedWork) -> str:
    """(Mara Vane ed., 2d ed. 1964); of a numbered report (Harbour Institute, Working Paper No. 12, 2018), as in 17.4."""
    editors = (
        f"{in_bluebook(work.editor)} {'ed.' if len(work.editor) == 1 else 'eds.'}" if work.editor else ""
    )
    translators = f"{in_bluebook(work.translator)} trans." if work.translator else ""
    edition = _edition(work.edition) if work.edition else ""
    is_report = kind_of(work) is Kind.REPORT
    when = "" if work.issued is None else bluebook(work.issued) if is_report else str(work.issued.year)
    lead = [editors, translators]
    if is_report and work.number:
        number = f"No. {work.number}" if work.number[0].isdecimal() else work.number
        lead += [work.publisher or "", f"{work.genre or ''} {number}".strip()]
    inner = ", ".join(filter(None, (*lead, f"{edition} {when}".strip())))
    return f"({inner})" if inner else ""


def _edition(text: str) -> str:
    """2d ed., 3d ed.: ordinals as in 6.2(b)."""
    return re.sub(r"(?<=\d)(?:nd|rd)\b", "d", numbers.edition(text, "ed."))


def _dated(work: CitedWork) -> str:
    """Of what is posted several times a day, with the time (18.2.2(c))."""
    if work.issued is None:
        return ""
    is_posted = kind_of(work) in {Kind.BLOG, Kind.POST}
    return f"({bluebook(work.issued)}{_time(work.issued.time) if is_posted else ''})"


def _time(clock: str | None) -> str:
    if clock is None:
        return ""
    hour, minute = int(clock[:2]), clock[3:]
    return f", {hour % 12 or 12}:{minute} {'AM' if hour < 12 else 'PM'}"  # noqa: PLR2004 - noon


def _visited(item: Item) -> str:
    """Of what has no date, when it was looked at (18.2.2(c))."""
    work = item.work
    day = proof.seen(work.accessed, item.copy)
    return f"(last visited {bluebook(day)})" if work.issued is None and day is not None and work.URL else ""


def _kept(copy: Copy | None) -> Runs:
    """18.2.1(d): an archive's address in brackets, or what is on file."""
    if copy is None:
        return ()
    if copy.public is not None:
        return (*plain("["), *link(copy.public.url), *plain("]"))
    return plain(f"({proof.on_file(copy, bluebook, 'on file with author')})")


def _first(page: str | None) -> str:
    """The page on which a work begins."""
    return numbers.pages(page).partition("–")[0] if page else ""
