"""Where a post stands on its own page: its entry, the element that holds its words, and what stands around them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bs4 import Tag

from archiver.discover.facts.additions import is_term_list
from archiver.discover.facts.unmarked import unmarked_words
from archiver.discover.lists.entries import entries_of
from archiver.discover.lists.listed import listed
from archiver.discover.lists.marks import Marks, marks_of
from archiver.discover.lists.outline import CHROME, Outline, Region
from archiver.discover.registry import FALLBACK, all_platforms

_ELSEWHERE = Region.COMMENTS | Region.RELATED | Region.SIDE | Region.NAVIGATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The parts of a post's page, as positions in the outline."""

    root: int  # the entry, else the main element, else the body
    is_entry: bool
    content: int | None  # the element that holds the words, where one is marked
    title: int | None  # the title beside the words, where only its place tells
    others: frozenset[int]  # entries and rows of other posts within the root


@lru_cache(maxsize=4)
def place_of(plan: Outline) -> Place | None:
    """Where the page's own post stands; None for a page without a body."""
    own = [entry.position for entry in entries_of(plan) if entry.post is None]
    root = max(own, key=plan.characters) if own else _main(plan)
    if root is None:
        return None
    others = frozenset(
        entry.position for entry in listed(plan) if entry.post is not None and entry.position > root
    )
    return _place(plan, root, others, is_entry=bool(own))


def place_of_entry(plan: Outline, position: int) -> Place:
    """Where the post of one entry stands, on a page that holds several."""
    first, last = bisect_left(plan.entries, position + 1), bisect_left(plan.entries, plan.ends[position])
    return _place(plan, position, frozenset(plan.entries[first:last]), is_entry=True)


def _place(plan: Outline, root: int, others: frozenset[int], *, is_entry: bool) -> Place:
    content = _content(plan, root, others)
    words = unmarked_words(plan, root, others) if content is None else None
    return Place(
        root=root,
        is_entry=is_entry,
        content=words.content if words else content,
        title=words.title if words else None,
        others=others,
    )


def around(plan: Outline, place: Place) -> Iterator[tuple[int, Tag]]:
    """The elements of a post's root that are neither its words nor another post's: titles, dates, names."""
    skipped = sorted([*place.others, *([place.content] if place.content is not None else [])])
    n, end = place.root + 1, plan.ends[place.root]
    for start in [*skipped, end]:
        while n < min(start, end):
            if not plan.region(n) & _ELSEWHERE & ~plan.region(place.root):
                yield n, plan.elements[n]
            n += 1
        if start < end:
            n = max(n, plan.ends[start])


def inserted(plan: Outline, place: Place) -> Iterator[tuple[int, Tag]]:
    """What the software wrote into the element that holds the words, such as Pelican's `footer.post-info`."""
    if place.content is None:
        return
    marks = not_content(plan)
    end = -1
    for n, tag in plan.within(place.content):
        if n >= end and (marks.match(tag) or is_term_list(plan, n)):
            end = plan.ends[n]
        if n < end:
            yield n, tag


def not_content(plan: Outline) -> Marks:
    """What is not the author's, though it stands among the author's words."""
    return marks_of((*plan.platform.NOT_CONTENT, *all_platforms()[FALLBACK].NOT_CONTENT))


def _main(plan: Outline) -> int | None:
    found: dict[str, int] = {}
    for n, tag in enumerate(plan.elements):
        role = (
            "main"
            if tag.name == "main" or tag.get("role") == "main"
            else tag.name
            if tag.name == "body"
            else ""
        )
        if role:
            found.setdefault(role, n)
    return found.get("main", found.get("body"))


def _content(plan: Outline, root: int, others: frozenset[int]) -> int | None:
    """The first element that fits the best selector which fits at all, outside other posts and the page's chrome."""
    selectors = dict.fromkeys((*plan.platform.CONTENT, *all_platforms()[FALLBACK].CONTENT))
    some, marks = marks_of(tuple(selectors)), [marks_of((selector,)) for selector in selectors]
    best: tuple[int, int] | None = None
    hidden = CHROME & ~plan.region(root)
    for n, tag in ((root, plan.elements[root]), *plan.within(root)):
        if not some.match(tag) or not tag.attrs or plan.region(n) & hidden or plan.entry(n) in others:
            continue
        rank = next(rank for rank, mark in enumerate(marks) if mark.match(tag))
        if best is None or rank < best[0]:
            best = (rank, n)
    return best[1] if best else None
