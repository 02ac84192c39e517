"""A page's plan: which part is which, in one walk. Everything that looks for posts on a page asks it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from bs4 import Tag
from bs4.element import CData, NavigableString, PageElement

from archiver.discover.lists.marks import Marks
from archiver.discover.registry import FALLBACK, all_platforms, platform_of
from archiver.web.page import Link, Page, attribute, tokens

_SKIPPED = frozenset(["head", "noscript", "script", "style", "template"])
_ANCHORS = frozenset(["main", "article", "h1"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


class Region:
    """What a part of a page is for, as bits of a number: an enumeration's flags take ten times as long, and pages have thousands."""

    NONE = 0
    NAVIGATION = 1
    BANNER = 2
    FOOT = 4
    SIDE = 8
    COMMENTS = 16
    RELATED = 32
    PAGING = 64


CHROME = Region.NAVIGATION | Region.BANNER | Region.FOOT | Region.SIDE | Region.COMMENTS | Region.RELATED

# A class or id says what a part is for when it is, begins or ends with one of these words.
_WORDS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        Region.COMMENTS,
        re.compile(
            r"comments?|comment-?list|commentlist|respond|disqus_thread|comments-area|.*-comments|webmentions?"
        ),
    ),
    (
        Region.RELATED,
        re.compile(
            r"related|related-?posts?|.*-related|jp-relatedposts|yarpp.*|you-may-.*|share|sharing|share-.*|social-share|sharedaddy|sd-sharing|"
            r"addtoany.*|post-navigation|posts-nav-link|links-nextprev|paginav|prev-?next|article-nav|pagination-nav|author-(?:box|bio|info)"
        ),
    ),
    (
        Region.SIDE,
        re.compile(
            r"sidebar|sidebar-.*|.*-sidebar|widget|widgets|widget-area|widget_.*|tagcloud|tag-cloud|blogroll|toc|table-of-contents"
        ),
    ),
    (
        Region.NAVIGATION,
        re.compile(r"nav|navbar|navigation|menu|site-nav|main-nav|nav-?menu|breadcrumbs?|skip-link"),
    ),
    (Region.FOOT, re.compile(r"footer|site-footer|colophon|page-footer|site-info")),
    (
        Region.PAGING,
        re.compile(
            r"pagination|pager|pagenavi|wp-pagenavi|page-nav|page-navigation|paging|nav-links|postindexpager|posts-navigation"
        ),
    ),
)
_LINE = 200  # characters
_LONGEST = 2000  # characters of an element's classes and id
_PARTS = 60  # elements
_DEEPEST = 4  # entries in entries; each is looked at as a whole, so a tower of them must not be
_NOT_A_PLACE = re.compile(r"(?:has|with|no|is|without|hide)-")
_ROLES = {
    "navigation": Region.NAVIGATION,
    "banner": Region.BANNER,
    "contentinfo": Region.FOOT,
    "complementary": Region.SIDE,
}
_LANDMARKS = {"nav": Region.NAVIGATION, "aside": Region.SIDE}
_PLACES = frozenset(["nav", "aside", "header", "footer"])
_WHOLE = frozenset(["html", "body", "main"])


class Outline:
    """The elements of a page in document order, each with its region, its entry, and the text before it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.platform = platform_of(page)
        self.elements: list[Tag] = []
        self.ends: list[int] = []  # index after an element's last descendant
        self._parents: list[int] = []
        self._before: list[int] = []  # characters of text before an element
        self._after: list[int] = []  # and up to its end
        self._index: dict[int, int] = {}
        self._walk(page.soup)
        marks = Marks((*self.platform.ENTRIES, *all_platforms()[FALLBACK].ENTRIES))
        self._marked = {id(tag) for tag in self.elements if tag.name not in _WHOLE and marks.match(tag)}
        self._anchors = [
            n
            for n, tag in enumerate(self.elements)
            if tag.name in _ANCHORS or attribute(tag, "role") == "main"
        ]
        self._headings = [n for n, tag in enumerate(self.elements) if tag.name in _HEADINGS]
        self._regions: list[int] = []
        self._entries: list[int] = []  # the innermost entry around an element, -1 for none
        self._nested: dict[int, int] = {-1: 0}  # how many entries stand around an entry, itself included
        self.entries: list[int] = []  # every element that may hold one post
        self._survey()
        self.links: list[tuple[int, Link]] = [
            (self._index[id(link.element)], link) for link in page.links if id(link.element) in self._index
        ]
        self._link_positions = [n for n, _ in self.links]

    def index(self, element: Tag) -> int | None:
        """An element's place in document order; None for one that no reader sees."""
        return self._index.get(id(element))

    def region(self, n: int) -> int:
        """What the part around an element is for."""
        return self._regions[n]

    def entry(self, n: int) -> int:
        """The innermost entry that an element is, or stands in; -1 for none."""
        return self._entries[n]

    def outer_entry(self, n: int) -> int:
        """The entry around an entry; -1 for none."""
        parent = self._parents[n]
        return self._entries[parent] if parent >= 0 else -1

    def parent(self, n: int) -> int:
        """The element around an element; -1 for none."""
        return self._parents[n]

    def is_classed(self, n: int, names: frozenset[str], *, within: int) -> bool:
        """Whether an element, or one of those around it, has one of the classes; so many are looked at."""
        for _ in range(within):
            if n < 0:
                return False
            if not names.isdisjoint(tokens(self.elements[n], "class")):
                return True
            n = self._parents[n]
        return False

    def contains(self, outer: int, inner: int) -> bool:
        """Whether an element stands in another, or is it."""
        return outer <= inner < self.ends[outer]

    def characters(self, n: int) -> int:
        """How much text an element holds."""
        return self._after[n] - self._before[n]

    def is_small(self, n: int) -> bool:
        """Whether an element is a line, a label or a name. Larger ones are prose, and reading each of a tower costs too much."""
        return self.characters(n) <= _LINE and self.ends[n] - n <= _PARTS

    def within(self, n: int) -> Iterator[tuple[int, Tag]]:
        """The elements inside an element, in order."""
        for inner in range(n + 1, self.ends[n]):
            yield inner, self.elements[inner]

    def headings(self, n: int) -> Iterator[tuple[int, Tag]]:
        """The headings inside an element, in order."""
        first, last = bisect_left(self._headings, n + 1), bisect_left(self._headings, self.ends[n])
        return ((inner, self.elements[inner]) for inner in self._headings[first:last])

    def heading_after(self, n: int) -> int | None:
        """The next heading that begins after an element's beginning."""
        following = bisect_left(self._headings, n + 1)
        return self._headings[following] if following < len(self._headings) else None

    def in_heading(self, n: int) -> bool:
        """Whether an element is a heading or stands in one."""
        before = bisect_left(self._headings, n + 1) - 1
        return before >= 0 and self.contains(self._headings[before], n)

    def links_within(self, n: int) -> list[tuple[int, Link]]:
        """The links inside an element, in order."""
        return self.links[
            bisect_left(self._link_positions, n) : bisect_left(self._link_positions, self.ends[n])
        ]

    def _walk(self, root: Tag) -> None:
        characters = 0
        stack: list[tuple[int, Iterator[PageElement]]] = [(-1, iter(root.contents))]
        while stack:
            around, children = stack[-1]
            node = next(children, None)
            if node is None:
                stack.pop()
                if around >= 0:
                    self.ends[around] = len(self.elements)
                    self._after[around] = characters
            elif isinstance(node, Tag):
                if node.name in _SKIPPED:
                    continue
                self._index[id(node)] = len(self.elements)
                self._parents.append(around)
                self._before.append(characters)
                stack.append((len(self.elements), iter(node.contents)))
                self.elements.append(node)
                self.ends.append(0)
                self._after.append(0)
            elif isinstance(node, NavigableString) and type(node) in {NavigableString, CData}:
                characters += len(node.strip())

    def _survey(self) -> None:
        for n, tag in enumerate(self.elements):
            parent = self._parents[n]
            around = self._regions[parent] if parent >= 0 else Region.NONE
            entry = self._entries[parent] if parent >= 0 else -1
            own = self._own(n, tag, in_entry=entry >= 0)
            region = around | own if own else around
            if (
                id(tag) in self._marked
                and not region & (Region.COMMENTS | Region.RELATED)
                and self._nested[entry] < _DEEPEST
            ):
                self._nested[n] = self._nested[entry] + 1
                entry = n
                self.entries.append(n)
            self._regions.append(region)
            self._entries.append(entry)

    def _own(self, n: int, tag: Tag, *, in_entry: bool) -> int:
        if tag.name in _WHOLE or not (tag.attrs or tag.name in _PLACES):
            return Region.NONE
        names = "" if id(tag) in self._marked else f"{attribute(tag, 'class')} {attribute(tag, 'id')}"
        found = _said(tag.name, attribute(tag, "role"), names[:_LONGEST], in_entry)
        holds_the_page = Region.SIDE | Region.NAVIGATION | Region.FOOT | Region.BANNER
        if found & holds_the_page and self._holds_content(n, tag):
            found &= ~holds_the_page
        return found

    def _holds_content(self, n: int, tag: Tag) -> bool:
        """A part that holds the main element, an article or the title of the page is no mere side of it."""
        if tag.name in {"nav", "header", "footer"}:
            return False
        return bisect_left(self._anchors, n + 1) < bisect_left(self._anchors, self.ends[n])


@lru_cache(maxsize=4)
def outline(page: Page) -> Outline:
    """The plan of a page; made once for all who read the same page in turn."""
    return Outline(page)


@lru_cache(maxsize=4096)
def _said(element: str, role: str, names: str, in_entry: bool) -> int:
    """What an element says by its name, its role, its classes and its id."""
    found = _ROLES.get(role, Region.NONE) | _LANDMARKS.get(element, Region.NONE)
    if element in {"header", "footer"} and not in_entry:
        found |= Region.BANNER if element == "header" else Region.FOOT
    for name in names.lower().split():
        found |= _named(name)
    return found


@lru_cache(maxsize=4096)
def _named(name: str) -> int:
    if not name or _NOT_A_PLACE.match(name):
        return Region.NONE
    for region, pattern in _WORDS:
        if pattern.fullmatch(name):
            return region
    return Region.NONE
