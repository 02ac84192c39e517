"""Posts that stand one after the other on a page, each with a permalink and no element of its own, as in a diary.

Blosxom: `<h3><a name="sluice">The Sluice</a></h3>`, the words, `posted at: 09:30 | <a href="/2019/09/12#sluice">permanent link</a>`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bs4 import Tag

from archiver.discover.addresses import date_in
from archiver.discover.dates import only_day
from archiver.discover.lists.entries import is_permalink_text, may_be_post
from archiver.discover.lists.outline import CHROME, Outline, Region
from archiver.discover.places import is_place
from archiver.models.blog import PostLink
from archiver.web.page import Link, attribute, is_phrasing, tokens, visible_text
from archiver.web.url import site

_PARTS_OF_A_POST = frozenset(["p", "blockquote", "ul", "ol", "pre", "h2", "h3", "h4", "h5"])
_NO_LINES = frozenset(["html", "body", "main", "td"])
_OTHER_RELATIONS = frozenset(["tag", "category", "author", "prev", "next"])
_NO_ANCHORS = frozenset(["meta", "input", "form", "select", "textarea", "button", "html", "body"])
_PERMALINK_CLASS = re.compile(r"(?:.*[-_])?(?:permalink|permanent-?link|plink|timestamp)(?:[-_].*)?")
_OF_A_PLACE = re.compile(
    r"\W*(?:(?:perma)?links?|perma|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\s*(?:[ap]\.?m\.?)?)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """One post and where it stands, as positions in the outline."""

    post: PostLink
    head: int | None  # the line of its title, or its empty anchor; None where no anchor is on this page
    line: int  # the line that holds the permalink
    link: int  # the permalink
    whole: bool  # the named element holds all of the post


def says_permalink(link: Link) -> bool:
    """Whether a link says that it leads to the post: by its words, its title, its class, or a clock's time alone."""
    return (
        is_permalink_text(link.text)
        or is_permalink_text(attribute(link.element, "title"))
        or "bookmark" in tokens(link.element, "rel")
        or any(_PERMALINK_CLASS.fullmatch(name) for name in tokens(link.element, "class"))
        or (is_place(link.url) and _OF_A_PLACE.fullmatch(link.text) is not None)
    )


def stands_free(plan: Outline, n: int, link: Link) -> bool:
    """Whether a link stands in the page's middle, and is none to a list or to the next page."""
    return not plan.region(n) & (CHROME | Region.PAGING) and _OTHER_RELATIONS.isdisjoint(
        tokens(link.element, "rel")
    )


@lru_cache(maxsize=4)
def diary_of(plan: Outline) -> tuple[DiaryEntry, ...]:
    """The posts that the permalinks of a page name, each once, in the page's order."""
    permalinks = [
        (n, link) for n, link in plan.links if stands_free(plan, n, link) and _is_permalink(plan, link)
    ]
    if not permalinks:
        return ()
    anchors, days = _anchors(plan), _Days(plan)
    links = [n for n, _ in permalinks]
    found: dict[str, DiaryEntry] = {}
    for n, link in permalinks:
        if link.url not in found:
            found[link.url] = _read(plan, n, link, anchors.get(link.url.partition("#")[2]), links, days)
    return tuple(found.values())


def _read(
    plan: Outline, n: int, link: Link, anchor: int | None, links: list[int], days: "_Days"
) -> DiaryEntry:
    head = title = None
    whole = anchor is not None and _holds_the_post(plan, anchor, n)
    if anchor is not None:
        own = n if plan.contains(anchor, n) else None
        head = anchor if whole else _line(plan, anchor, links, own=own)
        title = _title(plan, anchor, n, link, whole=whole)
        if title is not None and not plan.characters(anchor):
            head = plan.heading_after(anchor)
    in_head = head is not None and not whole and plan.contains(head, n)
    line = head if in_head else _line(plan, n, links, own=n, head=None if whole else head)
    assert line is not None
    named = date_in(link.url)
    is_day = named is not None and named.count("-") > 1
    shown = None if is_day else days.before(n if head is None else head)
    return DiaryEntry(
        post=PostLink(url=link.url, title=title, published=shown or named),
        head=head,
        line=line,
        link=n,
        whole=whole,
    )


def _is_permalink(plan: Outline, link: Link) -> bool:
    if is_place(link.url):
        return site(link.url) == site(plan.page.url) and says_permalink(link)
    return may_be_post(plan, link.url) and is_permalink_text(link.text)


def _anchors(plan: Outline) -> dict[str, int]:
    """The first element of each name or id."""
    found: dict[str, int] = {}
    for n, tag in enumerate(plan.elements):
        for name in (attribute(tag, "id"), attribute(tag, "name")):
            if name and tag.name not in _NO_ANCHORS:
                found.setdefault(name, n)
    return found


def _line(plan: Outline, n: int, links: list[int], *, own: int | None = None, head: int | None = None) -> int:
    """The line that an element stands in, if no permalink but its own stands there, too; else the element itself.

    A line is the nearest block, with all that is wrapped around nothing but it.
    """
    line = n
    while line >= 0 and is_phrasing(plan.elements[line]):
        line = plan.parent(line)

    def is_alone(m: int) -> bool:
        inside = links[bisect_left(links, m) : bisect_left(links, plan.ends[m])]
        return (
            m >= 0
            and plan.is_small(m)
            and plan.elements[m].name not in _NO_LINES
            and not (head is not None and plan.contains(m, head))
            and all(link == own for link in inside)
        )

    if not is_alone(line):
        return n
    parent = plan.parent(line)
    while is_alone(parent) and plan.characters(parent) == plan.characters(line):
        line, parent = parent, plan.parent(parent)
    return line


def _holds_the_post(plan: Outline, anchor: int, n: int) -> bool:
    """Whether what is named is the whole post, with its permalink in it, and not only its title."""
    return (
        plan.contains(anchor, n)
        and not plan.in_heading(anchor)
        and any(tag.name in _PARTS_OF_A_POST for _, tag in plan.within(anchor))
    )


def _title(plan: Outline, anchor: int, n: int, link: Link, *, whole: bool) -> str | None:
    """The words of the anchor, without the permalink; of an empty one, or of one that holds the whole post, its heading."""
    if plan.characters(anchor) and plan.is_small(anchor) and not whole:
        text = visible_text(plan.elements[anchor])
        if plan.contains(anchor, n) and is_permalink_text(link.text):
            text = text.replace(link.text, "").strip()
        return text or None
    heading = plan.heading_after(anchor)
    if heading is None or (heading > n and not plan.contains(anchor, heading)):
        return None
    return visible_text(plan.elements[heading]) or None


class _Days:
    """The lines of a page that are a day and nothing more."""

    def __init__(self, plan: Outline) -> None:
        found = list(_days(plan))
        self._positions = [position for position, _ in found]
        self._days = [day for _, day in found]

    def before(self, n: int) -> str | None:
        """The last day that stands before an element."""
        at = bisect_left(self._positions, n) - 1
        return self._days[at] if at >= 0 else None


def _days(plan: Outline) -> Iterator[tuple[int, str]]:
    end = 0
    for n, tag in enumerate(plan.elements):
        if n >= end and plan.characters(n) and plan.is_small(n) and (day := only_date(tag)) is not None:
            end = plan.ends[n]
            yield n, day


def only_date(tag: Tag) -> str | None:
    """The date that is all of an element's words; at most the name of its weekday beside it."""
    return only_day(visible_text(tag))
