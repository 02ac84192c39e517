"""Posts of a page whose software wraps each in an element of its own: `article`, `.hentry`, `li.wp-block-post`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from archiver.discover.addresses import has_page, is_day, is_front, is_other_list, is_trap, key, month_in
from archiver.discover.lists.outline import Outline, Region
from archiver.discover.lists.shown_dates import first_date
from archiver.discover.places import is_place, post_key
from archiver.models.blog import PostLink
from archiver.web.page import Link, tokens, visible_text
from archiver.web.url import site, without_fragment

_TITLE = re.compile(
    r"(?:.*[-_])?(?:title|permalink|postlink|post-link|entry-link|headline|listtitle)(?:[-_].*)?"
)
_TITLE_ITSELF = frozenset(
    ["entry-title", "p-name", "post-title", "wp-block-post-title", "article-title", "blog-post-title"]
)
_MORE_CLASS = frozenset(
    [
        "more-link",
        "readmore",
        "read-more",
        "continue-reading",
        "wp-block-read-more",
        "wp-block-post-excerpt__more-link",
    ]
)
_MORE_TEXT = re.compile(
    r"(?:\(?\s*)?(?:(?:read|continue|keep) (?:more|on|reading|the rest)|more\b|weiterlesen|lire la suite|leer más|\[?…).*",
    re.IGNORECASE,
)
_PERMALINK_TEXT = re.compile(
    r"permanent ?link(?: to this entry)?|permalink|[#∞¶]", re.IGNORECASE
)  # first: Blosxom's story.html
_NOT_THE_POST = Region.NAVIGATION | Region.COMMENTS | Region.RELATED | Region.PAGING
_PERSON = frozenset(["p-author", "h-card", "vcard", "author", "byline", "h-cite"])
_NEAR = 4  # elements up; a name card is not deeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An element that holds one post, and what it says of it. Without an address it is the page's own post."""

    position: int  # in the outline
    post: PostLink | None


@lru_cache(maxsize=4)
def entries_of(plan: Outline) -> tuple[Entry, ...]:
    """The entries of a page in order; those inside others and those that only wrap a list are left out."""
    found: list[Entry] = []
    wrappers: set[int] = set()
    for n in plan.entries:
        around = plan.outer_entry(n)
        if plan.region(n) & _NOT_THE_POST or (around >= 0 and around not in wrappers):
            continue
        links = _own_links(plan, n)
        if _wraps(plan, n, links):
            wrappers.add(n)
        else:
            found.append(Entry(position=n, post=_post(plan, n, links)))
    return tuple(found)


def is_in_entry(plan: Outline, n: int) -> bool:
    """Whether an element stands in the entry of a post, and not only in one that wraps a list."""
    positions = _positions(plan)
    n = plan.entry(n)
    while n >= 0:
        if n in positions:
            return True
        n = plan.outer_entry(n)
    return False


@lru_cache(maxsize=4)
def _positions(plan: Outline) -> frozenset[int]:
    return frozenset(entry.position for entry in entries_of(plan))


def may_be_post(plan: Outline, url: str) -> bool:
    """Whether an address on a page may be another post of the same site."""
    if is_place(url):
        return site(url) == site(plan.page.url)
    return (
        site(url) == site(plan.page.url)
        and not (is_trap(url) or is_other_list(url) or has_page(url) or is_day(url))
        and month_in(url) is None
        and not is_front(url)
        and not is_same_page(plan, url)
    )


def is_same_page(plan: Outline, url: str) -> bool:
    """Whether an address is the page's own, or a place on it."""
    return key(url) == key(plan.page.url)


def is_permalink_text(text: str) -> bool:
    """Whether a link's words say that it leads to the post itself."""
    return _PERMALINK_TEXT.fullmatch(text) is not None


def is_label(plan: Outline, m: int, link: Link) -> bool:
    """Whether a link's words are a date or "read more", and no title."""
    return _is_date(plan, m, link) or _is_more(plan, m, link) or is_permalink_text(link.text)


def title_in(plan: Outline, n: int) -> str | None:
    """The title that an entry shows: what is marked as its title, else its first heading. A title may be empty: None."""
    for m, tag in plan.within(n):
        if not _TITLE_ITSELF.isdisjoint(tokens(tag, "class")) and not _is_of_a_person(plan, m):
            return visible_text(tag) or None
    return next((text for _, tag in plan.headings(n) if (text := visible_text(tag))), None)


def _own_links(plan: Outline, n: int) -> list[tuple[int, Link]]:
    return [
        (m, link)
        for m, link in plan.links_within(n)
        if not plan.region(m) & _NOT_THE_POST
        and (is_same_page(plan, without_fragment(link.url)) or may_be_post(plan, link.url))
    ]


def _wraps(plan: Outline, n: int, links: list[tuple[int, Link]]) -> bool:
    """An entry is of one post. What holds several titles that lead elsewhere, and none before them, is a list."""
    heading = next(plan.headings(n), None)
    if heading is not None and plan.links_within(heading[0]):
        inner = {
            plan.entry(m) for m, link in links if _is_headed(plan, m, link) and _is_another(plan, link.url)
        } - {n}
        return len(inner) > 1
    titled = {
        post_key(link.url)
        for m, link in links
        if (_is_headed(plan, m, link) or _is_title(plan, m, link)) and _is_another(plan, link.url)
    }
    return len(titled) > 1


def _post(plan: Outline, n: int, links: list[tuple[int, Link]]) -> PostLink | None:
    for rule in _RULES:
        for m, link in links:
            if rule(plan, m, link):
                if not _is_another(plan, link.url):
                    return None
                is_named = rule is _is_title and not is_permalink_text(link.text)
                named = link.text if plan.in_heading(m) or is_named else ""
                title = named or title_in(plan, n) or (None if is_label(plan, m, link) else link.text or None)
                return PostLink(url=link.url, title=title, published=first_date(plan, range(n, plan.ends[n])))
    return None


def _is_another(plan: Outline, url: str) -> bool:
    """Whether an address is another post's than the page's own."""
    return is_place(url) or not is_same_page(plan, url)


def _is_bookmark(_plan: Outline, _m: int, link: Link) -> bool:
    return "bookmark" in tokens(link.element, "rel")


def _is_u_url(plan: Outline, m: int, link: Link) -> bool:
    return "u-url" in tokens(link.element, "class") and not _is_of_a_person(plan, m)


def _is_headed(plan: Outline, m: int, _link: Link) -> bool:
    """In a heading, or around one."""
    return plan.in_heading(m) or next(plan.headings(m), None) is not None


def _is_first_heading(plan: Outline, m: int, link: Link) -> bool:
    entry = plan.entry(m)
    first = next(plan.headings(entry), None) if entry >= 0 else None
    return (
        first is not None
        and (plan.contains(first[0], m) or plan.contains(m, first[0]))
        and not link.url.endswith("#")
    )


def _is_title(_plan: Outline, _m: int, link: Link) -> bool:
    return any(_TITLE.fullmatch(name) for name in tokens(link.element, "class"))


def _is_date(plan: Outline, m: int, _link: Link) -> bool:
    """Around a date element, or in one."""
    return (
        plan.elements[plan.parent(m)].name == "time" or first_date(plan, range(m, plan.ends[m])) is not None
    )


def _is_more(_plan: Outline, _m: int, link: Link) -> bool:
    return (
        not _MORE_CLASS.isdisjoint(tokens(link.element, "class"))
        or _MORE_TEXT.fullmatch(link.text) is not None
    )


def _is_permalink(_plan: Outline, _m: int, link: Link) -> bool:
    return is_permalink_text(link.text)


def _is_wordless(plan: Outline, m: int, link: Link) -> bool:
    """A link laid over the whole entry."""
    return not link.text and plan.ends[m] == m + 1


def _is_of_a_person(plan: Outline, m: int) -> bool:
    return plan.is_classed(m, _PERSON, within=_NEAR)


# How an entry's own address is known, most trusted first.
_RULES: tuple[Callable[[Outline, int, Link], bool], ...] = (
    _is_bookmark,
    _is_first_heading,
    _is_u_url,
    _is_title,
    _is_date,
    _is_more,
    _is_permalink,
    _is_wordless,
)
