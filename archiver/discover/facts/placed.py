"""Posts that stand whole on the page of a day or a month, whose permalinks are places on it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from archiver.discover.dates import find_date
from archiver.discover.facts.authors import authors_of
from archiver.discover.facts.body import body_at, foreign
from archiver.discover.facts.content import place_of_entry
from archiver.discover.facts.copying import copy_between, copy_without
from archiver.discover.facts.dated_heading import with_time
from archiver.discover.facts.language import language_of
from archiver.discover.facts.name_line import names_in
from archiver.discover.facts.terms import linked_terms
from archiver.discover.lists.diary import DiaryEntry, diary_of, only_date
from archiver.discover.lists.entries import entries_of, is_same_page
from archiver.discover.lists.outline import Outline, Region, outline
from archiver.discover.places import is_place
from archiver.models.blog import Found, PostFacts, PostLink
from archiver.web.page import Page, visible_text

_LINE = 200  # characters of a line about a post; more is prose
_NEAR = 3  # elements between the links of a line
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "hr", "br"])
_BREAKS = frozenset(
    ["br", "hr", "p", "div", "ul", "ol", "dl", "table", "blockquote", "pre", "section", "article"]
)
_FOOT = Region.FOOT | Region.NAVIGATION | Region.PAGING | Region.SIDE | Region.COMMENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPost:
    """A post on a page of several."""

    facts: PostFacts
    body: Tag  # a copy of what holds its words


def placed_posts(page: Page) -> Iterator[PlacedPost]:
    """The posts whose own address is a place on this page, in its order. Those that it only excerpts lead elsewhere."""
    plan = outline(page)
    entries = [(entry.position, entry.post) for entry in entries_of(plan) if entry.post is not None]
    if entries:
        yield from (_of_entry(plan, n, post) for n, post in entries if _is_here(plan, post))
        return
    diary = [entry for entry in diary_of(plan) if entry.head is not None and _is_here(plan, entry.post)]
    heads = sorted(entry.head for entry in diary if entry.head is not None)
    for entry in diary:
        assert entry.head is not None
        later = bisect_right(heads, max(entry.head, entry.line))
        yield _of_diary(plan, entry, entry.head, heads[later] if later < len(heads) else None)


def _is_here(plan: Outline, post: PostLink) -> bool:
    return is_place(post.url) and is_same_page(plan, post.url)


def _of_entry(plan: Outline, position: int, post: PostLink) -> PlacedPost:
    place = place_of_entry(plan, position)
    categories, tags = linked_terms(plan, place)
    facts = PostFacts(
        url=post.url,
        title=_found(post.title),
        authors=authors_of(plan, place, None),
        published=_found(post.published),
        language=language_of(plan.page),
        categories=categories,
        tags=tags,
    )
    return PlacedPost(facts=facts, body=body_at(plan, place, end=plan.ends[position]))


def _of_diary(plan: Outline, entry: DiaryEntry, head: int, following: int | None) -> PlacedPost:
    line = _text(plan, entry.line)
    published = entry.post.published
    if published is None or not (published.count("-") > 1):
        published = find_date(line) or published
    facts = PostFacts(
        url=entry.post.url,
        title=_found(entry.post.title),
        authors=tuple(Found(value=name, rule="diary") for name in names_in(line)),
        published=_found(with_time(published, line) if published else None),
        language=language_of(plan.page),
        categories=tuple(Found(value=path, rule="path") for path in _paths(plan, entry)),
    )
    return PlacedPost(facts=facts, body=_words(plan, entry, head, following))


def _words(plan: Outline, entry: DiaryEntry, head: int, following: int | None) -> Tag:
    """What stands between the title and the permalink's line; where that stands over the words, up to the next post."""
    elements = plan.elements
    body = next(n for n, tag in enumerate(elements) if tag.name == "body")
    if entry.whole:
        heading = plan.heading_after(head)
        taken = [elements[entry.line], *([elements[heading]] if heading is not None else [])]
        is_foreign = foreign(plan)
        return copy_without(elements[head], lambda tag: any(tag is each for each in taken) or is_foreign(tag))
    if entry.line >= plan.ends[head]:
        words = copy_between(elements[head], elements[entry.line], elements[body], foreign(plan))
        _drop_line(words)
        if visible_text(words):
            return words
    start = max(head, entry.line)
    if following is not None:
        words = copy_between(elements[start], elements[following], elements[body], foreign(plan))
    else:
        stop = next((n for n in range(plan.ends[start], len(elements)) if plan.region(n) & _FOOT), None)
        parent = plan.parent(start)
        within = elements[
            parent if parent >= 0 and plan.characters(parent) > plan.characters(start) else body
        ]
        words = copy_between(elements[start], None if stop is None else elements[stop], within, foreign(plan))
    _drop_headings(words)
    return words


def _drop_line(words: Tag) -> None:
    """Take the beginning of the permalink's line from the end: "posted at: 09:30 | path: /canals |"."""
    last: Tag = words
    while (
        last.contents
        and isinstance(inner := last.contents[-1], Tag)
        and inner.name in _BREAKS
        and inner.contents
    ):
        last = inner
    trailing: list[PageElement] = []
    for node in reversed(last.contents):
        if isinstance(node, Tag) and node.name in _BREAKS:
            break
        trailing.append(node)
    else:
        if last is words:
            return  # one line holds all
    text = "".join(visible_text(node) if isinstance(node, Tag) else str(node) for node in trailing)
    if 0 < len(text.strip()) <= _LINE and text.rstrip().endswith(
        ("|", "·", "•", "-", "–", "/", ":", "[", "(")
    ):
        for node in trailing:
            node.extract()


def _drop_headings(words: Tag) -> None:
    """Take from the end what already belongs to the next post: its day, a rule between them."""
    while words.contents:
        node = words.contents[-1]
        if isinstance(node, Tag):
            if node.name not in _HEADINGS and visible_text(node) and only_date(node) is None:
                break
        elif str(node).strip():
            break
        node.extract()


def _paths(plan: Outline, entry: DiaryEntry) -> Iterator[str]:
    """Blosxom's categories are folders: `path: <a href="…/canals">/canals</a>`."""
    around = entry.line if entry.line != entry.link else plan.parent(entry.link)
    for n, link in plan.links_within(around):
        if abs(n - entry.link) <= _NEAR and link.text.startswith("/") and link.text.strip("/"):
            yield link.text.strip("/")


def _text(plan: Outline, line: int) -> str:
    """The words of a permalink's line; where it is no element, those just before the link."""
    if plan.elements[line].name != "a":
        return visible_text(plan.elements[line])
    before: list[str] = []
    node = plan.elements[line].previous_sibling
    while (
        node is not None
        and not (isinstance(node, Tag) and node.name in _BREAKS)
        and sum(map(len, before)) < _LINE
    ):
        before.append(
            visible_text(node)
            if isinstance(node, Tag)
            else str(node)
            if type(node) is NavigableString
            else ""
        )
        node = node.previous_sibling
    return " ".join(" ".join(reversed(before)).split())


def _found(value: str | None) -> Found | None:
    return Found(value=value, rule="place") if value else None
