"""Links to monthly archives: widgets, drop-downs, archive lists, calendars."""

import re
from collections.abc import Iterator
from itertools import islice

from bs4 import Tag

from archiver.discover.addresses import date_in, is_other_list, is_trap, month_in, year_in
from archiver.discover.dates import find_month, has_day, month_number
from archiver.discover.lists.outline import Outline, Region
from archiver.models.blog import Month, MonthLink
from archiver.web.page import Link, attribute, visible_text
from archiver.web.url import resolve, site, without_fragment

_COUNT = re.compile(r"\s*[(\[]?\s*(\d{1,5})\s*[)\]]?\s*")
_TAIL = re.compile(r"\(\s*(\d{1,5})\s*\)\s*$")
_NUMBERS = re.compile(
    r"(?:(?:19|20)\d\d\D{0,3})?(?:0?[1-9]|1[0-2])(?:\D{0,3}(?:19|20)\d\d)?(?:\s*[(\[]\d+[)\]])?"
)
_ONLY = re.compile(
    r"\W*(?:\w+\.?,?\s+(?:de\s+)?(?:19|20)\d\d|(?:19|20)\d\d年\d\d?月|(?:19|20)\d\d\s+\w+)\W*(?:\(?\d{1,5}\)?)?\W*"
)
_NEAR = 2  # nodes after a link, where its count stands
_LONGEST = 20  # characters of a count


def months_of(plan: Outline) -> tuple[MonthLink, ...]:
    """The monthly archives that a page links to, in its order, each month once."""
    found: dict[Month, MonthLink] = {}
    for link in _month_links(plan):
        found.setdefault(link.month, link)
    return tuple(found.values())


def years_of(plan: Outline) -> tuple[str, ...]:
    """The yearly archives that a page links to: there, some software keeps its list of months (Nikola)."""
    years = (
        without_fragment(link.url)
        for _, link in plan.links
        if (year := year_in(without_fragment(link.url))) is not None
        and link.text.startswith(str(year))
        and site(link.url) == site(plan.page.url)
    )
    return tuple(dict.fromkeys(years))


def _month_links(plan: Outline) -> Iterator[MonthLink]:
    for select in plan.page.soup.find_all("select"):
        names = " ".join(
            (attribute(select, "name"), attribute(select, "id"), attribute(select, "class"))
        ).lower()
        if "archive" in names:
            yield from _of_options(plan, select)
    for n, link in plan.links:
        month = _month(plan, n, link)
        if month is not None:
            yield MonthLink(
                month=month, url=without_fragment(link.url), posts=_count(link.text, link.element)
            )


def _of_options(plan: Outline, select: Tag) -> Iterator[MonthLink]:
    for option in select.find_all("option", value=True):
        url = resolve(plan.page.base, attribute(option, "value")) if attribute(option, "value") else None
        text = visible_text(option)
        month = (month_in(url) or find_month(text)) if url and site(url) == site(plan.page.url) else None
        if url is not None and month is not None:
            yield MonthLink(month=month, url=url, posts=_count(text, option))


def _month(plan: Outline, n: int, link: Link) -> Month | None:
    """By the address, which in prose alone is not enough; else by words that are a month and nothing else."""
    url = link.url
    if site(url) != site(plan.page.url) or "#" in url or is_trap(url) or is_other_list(url):
        return None
    is_prose = plan.entry(n) >= 0 or bool(plan.region(n) & Region.COMMENTS)
    if (month := month_in(url)) is not None:
        return month if not is_prose or _names_a_month(link.text) else None
    return (
        find_month(link.text) if not is_prose and date_in(url) is None and _is_month_only(link.text) else None
    )


def _names_a_month(text: str) -> bool:
    """A month's name or number."""
    return (
        find_month(text) is not None
        or month_number(text.partition(" ")[0]) is not None
        or _NUMBERS.fullmatch(text.strip()) is not None
    )


def _is_month_only(text: str) -> bool:
    return _ONLY.fullmatch(text) is not None and find_month(text) is not None and not has_day(text)


def _count(text: str, element: Tag) -> int | None:
    """The number that a widget sets behind a month: in the link, or right after it."""
    if tail := _TAIL.search(text):
        return int(tail[1])
    inner = element.find(["span", "em", "sup", "small"])
    if isinstance(inner, Tag) and (match := _COUNT.fullmatch(visible_text(inner))):
        return int(match[1])  # Blogger since 2017: `<a>October 2019<span class='post-count'>4</span></a>`
    words = ""
    for after in islice(element.next_siblings, _NEAR):
        words += visible_text(after) if isinstance(after, Tag) else str(after)
    match = _COUNT.fullmatch(words.replace("\xa0", " ")) if len(words) <= _LONGEST else None
    return int(match[1]) if match else None
