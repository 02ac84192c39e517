"""The words of a post: a copy of the element that holds them, without what the software and its plugins put there."""

from collections.abc import Callable

from bs4 import Tag

from archiver.discover.facts.additions import is_makers_line, is_neighbours, is_related_box, is_term_list
from archiver.discover.facts.content import Place, not_content, place_of
from archiver.discover.facts.copying import copy_without
from archiver.discover.facts.plugins import is_plugins
from archiver.discover.lists.marks import Marks
from archiver.discover.lists.outline import CHROME, Outline, Region, outline
from archiver.web.page import Page, attribute, visible_text

_NEVER = Marks(
    "form script style nav noscript template button dialog .page-links .pagelinks .post-nav-links .link-pages "
    ".wp-block-post-pagination".split()
)
# Around the words, where no element of their own holds them.
_ABOUT = Marks(
    ".post-meta .entry-meta .post-metadata .post-info .byline .dateline .metadata .breadcrumbs .post-tags .tags .tag-list .wp-block-post-title "
    ".wp-block-post-date .wp-block-post-author .wp-block-post-terms .post-header .entry-header .post-footer .entry-footer .article-date "
    ".article-header .article-footer .article-category .article-meta .postmetadata .posted-on".split()
)
_NOTES = Marks(
    ".footnotes .footnote .endnotes .references .notes .footnotes-list .wp-block-footnotes .easy-footnotes-wrapper "
    ".footnotes_reference_container [role~='doc-endnotes'] [role~='doc-footnote'] [role~='doc-bibliography'] #footnotes #notes #refs".split()
)
_LISTS = frozenset(["ol", "ul", "dl", "table"])
_QUOTES = frozenset(["blockquote", "figure", "q"])
_HIGHEST = 6  # elements up from a note to what holds all notes


def post_body(page: Page) -> Tag | None:
    """A copy of what holds a post's words; notes that stand beside it on the page are put at its end."""
    plan = outline(page)
    place = place_of(plan)
    return body_at(plan, place) if place is not None else None


def body_at(plan: Outline, place: Place, *, end: int | None = None) -> Tag:
    """A copy of what holds the words of the post at a place; its notes are looked for up to `end`, else on all of the page."""
    if place.content is None:
        body = _copied(plan, place.root, _around_the_words(plan, place) | place.others)
        # A short post may look like a row of the list that follows it.
        return body if visible_text(body) else _copied(plan, place.root, _around_the_words(plan, place))
    body = _copied(plan, place.content, set())
    for n in _notes_outside(plan, place, len(plan.elements) if end is None else end):
        body.append(_copied(plan, n, set()))
    return body


def _copied(plan: Outline, root: int, unwanted: set[int]) -> Tag:
    """A copy without the parts that are not the author's."""
    is_foreign = foreign(plan)

    def is_unwanted(tag: Tag) -> bool:
        return plan.index(tag) in unwanted or is_foreign(tag)

    return copy_without(plan.elements[root], is_unwanted)


def foreign(plan: Outline) -> Callable[[Tag], bool]:
    """What tells whether an element among a post's words is not the author's."""
    marks = not_content(plan)

    def is_foreign(tag: Tag) -> bool:
        n = plan.index(tag)
        return _NEVER.match(tag) if n is None else _is_foreign(plan, n, marks)

    return is_foreign


def _is_foreign(plan: Outline, n: int, marks: Marks) -> bool:
    tag = plan.elements[n]
    if _NOTES.match(tag) and not marks.match(tag):
        return False
    begins = plan.region(n) & ~plan.region(plan.parent(n))
    is_other = begins & (Region.COMMENTS | Region.RELATED | Region.NAVIGATION)
    is_side = (
        begins & Region.SIDE and tag.name != "aside"
    )  # an `aside` without a telling class may hold a note
    return bool(is_other or is_side) or _NEVER.match(tag) or marks.match(tag) or _is_added(plan, n)


def _is_added(plan: Outline, n: int) -> bool:
    is_plugin = is_plugins(plan.elements[n]) and 2 * plan.characters(n) <= plan.characters(0)
    return is_plugin or is_term_list(plan, n) or is_related_box(plan, n) or is_neighbours(plan, n)


def _around_the_words(plan: Outline, place: Place) -> set[int]:
    """The title, the line of date and author, and the page's own head and foot."""
    title = next((n for n, tag in plan.headings(place.root) if tag.name == "h1" or place.is_entry), None)
    found = {title} if title is not None else set()
    for n, tag in plan.within(place.root):
        begins = plan.region(n) & ~plan.region(plan.parent(n))
        is_chrome = begins & (CHROME & ~Region.SIDE) and plan.elements[plan.parent(n)].name not in _QUOTES
        is_frame = (
            tag.name in {"header", "footer"} and plan.parent(n) == place.root and not _has_notes(plan, n)
        )
        is_foot = plan.parent(n) == place.root and not place.is_entry and is_makers_line(plan, n)
        if _ABOUT.match(tag) or is_frame or is_foot or (is_chrome and not _NOTES.match(tag)):
            found.add(n)
    return found


def _has_notes(plan: Outline, n: int) -> bool:
    return any(_NOTES.match(tag) for _, tag in plan.within(n))


def _notes_outside(plan: Outline, place: Place, end: int) -> list[int]:
    """What the words point to with `#fragments`, and lists of notes, as far as they stand after the words."""
    assert place.content is not None
    after = plan.ends[place.content]
    targets = {
        attribute(tag, "href")[1:]
        for _, tag in plan.within(place.content)
        if tag.name == "a" and attribute(tag, "href").startswith("#")
    } - {""}
    found: list[int] = []
    marks = not_content(plan)
    beyond = after  # the end of what is no note, whatever it is called (Tumblr's "notes" are readers' likes)
    for n in range(after, end):
        if (found and plan.contains(found[-1], n)) or plan.region(n) & CHROME & ~plan.region(place.content):
            continue
        tag = plan.elements[n]
        if marks.match(tag) and not _has_notes(plan, n):
            beyond = max(beyond, plan.ends[n])
        if n < beyond:
            continue
        in_post = plan.contains(place.root, n)
        if (in_post and _NOTES.match(tag)) or not targets.isdisjoint(
            (attribute(tag, "id"), attribute(tag, "name"))
        ):
            found.append(_holder(plan, n, after))
    return sorted(set(found))


def _holder(plan: Outline, n: int, after: int) -> int:
    """The element that holds all notes, from one of them."""
    held = n
    for _ in range(_HIGHEST):
        if plan.elements[n].name in _LISTS or _NOTES.match(plan.elements[n]):
            held = n
        n = plan.parent(n)
        if n < after:
            break
    return held
