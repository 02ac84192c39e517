"""Where a list of posts goes on: numbered pages, `rel=next`, "Older posts"."""

import re

from archiver.discover.addresses import (
    has_page,
    is_other_list,
    is_trap,
    key,
    list_base,
    month_in,
    page_number,
)
from archiver.discover.lists.entries import is_in_entry
from archiver.discover.lists.outline import Outline, Region
from archiver.models.blog import Month
from archiver.web.page import Link, attribute, tokens
from archiver.web.url import site, without_fragment

_OLDER = re.compile(
    r"\W*(?:older|previous entries|next page|older (?:posts|entries|articles)|more posts|earlier posts|next|load more(?: posts)?|(?:see|view) all|"
    r"ältere (?:beiträge|artikel)|articles (?:plus anciens|précédents)|entradas (?:antiguas|más antiguas)|weiter|suivant|siguiente)\b.{0,20}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:page\s*)?\d{1,5}|[»\u203a→\u27e9\u27eb\u3009\u300b>]+", re.IGNORECASE)
_NEXT_CLASS = re.compile(
    r"(?:.*[-_])?(?:next|older|older-posts|nav-previous|blog-pager-older-link|pagination-next)(?:[-_].*)?"
)
_BACK = re.compile(r"[?&]reverse-?paginate=true", re.IGNORECASE)  # Squarespace, Blogger: newer posts
_LONGEST = 60  # characters; longer words are no button


def next_pages(plan: Outline) -> tuple[str, ...]:
    """Further pages of the list that a page shows, in the order of their numbers. Pages before it may be among them."""
    found: dict[str, str] = {}
    for url in _candidates(plan):
        here = without_fragment(url)
        if key(here) != key(plan.page.url):
            found.setdefault(key(here), here)
    return tuple(sorted(found.values(), key=lambda url: page_number(url) or 0))


def _candidates(plan: Outline) -> list[str]:
    linked = [
        url
        for url, element in plan.page.rel("next")
        if element.name == "link" and _goes_on(plan, url, certain=True)
    ]
    shown = [link.url for n, link in plan.links if _is_page_link(plan, n, link)]
    return linked + shown


def _is_page_link(plan: Outline, n: int, link: Link) -> bool:
    element = link.element
    words = (link.text or attribute(element, "aria-label"))[:_LONGEST]
    certain = "next" in tokens(element, "rel") or _OLDER.fullmatch(words) is not None
    certain = certain or any(_NEXT_CLASS.fullmatch(name) for name in tokens(element, "class"))
    numbered = _NUMBERED.fullmatch(words) is not None or bool(plan.region(n) & Region.PAGING)
    return (certain or numbered) and not is_in_entry(plan, n) and _goes_on(plan, link.url, certain=certain)


def _goes_on(plan: Outline, url: str, *, certain: bool) -> bool:
    """The same list, by its address. A certain word lets a list go on elsewhere, as a front page does at `/blog/page/2/`."""
    if site(url) != site(plan.page.url) or is_trap(url) or not has_page(url) or _BACK.search(url):
        return False
    if list_base(url) == list_base(plan.page.url):
        return True
    here, there = _month_of(plan.page.url), _month_of(url)
    if here is not None and here == there:
        return True  # `/2019/09.html` goes on at `/2019/09/P2.html` (Serendipity)
    return certain and here is None and there is None and not is_other_list(url)


def _month_of(url: str) -> Month | None:
    return month_in("/" + list_base(url).partition("/")[2])
