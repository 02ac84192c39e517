"""A post's categories and tags."""

from collections.abc import Callable, Iterable, Iterator

from archiver.discover.facts.additions import CATEGORY, TAG
from archiver.discover.facts.content import Place, inserted
from archiver.discover.facts.linked_data import strings
from archiver.discover.lists.outline import Outline, Region
from archiver.models.blog import Found
from archiver.web.linked_data import Node
from archiver.web.page import Link, attribute, tokens

_Terms = tuple[list[str], list[str]]
_Rule = Callable[[Outline, Place, Node | None], _Terms]
_CATEGORY_NAMES = frozenset(
    [
        "taxonomy-category",
        "cat-links",
        "article-category",
        "article-category-link",
        "post-categories",
        "category",
    ]
)
_CATEGORY_BOXES = frozenset(["entry-categories", "entry-category", "post-categories", "cat-links"])
_NEAR = 3  # elements up from a term; its list is not deeper


def terms_of(
    plan: Outline, place: Place, article: Node | None
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """The categories and the tags, each by the first rule that has some of either."""
    for name, rule in _RULES:
        categories, tags = rule(plan, place, article)
        if categories or tags:
            return _found(categories, name), _found(tags, name)
    return (), ()


def linked_terms(plan: Outline, place: Place) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """The same by the post's own links alone: on a page of several, its head is about none of them."""
    categories, tags = _shown(plan, place)
    return _found(categories, "links"), _found(tags, "links")


def _found(terms: Iterable[str], rule: str) -> tuple[Found, ...]:
    return tuple(Found(value=term, rule=rule) for term in dict.fromkeys(terms))


def _shown(plan: Outline, place: Place) -> _Terms:
    categories: list[str] = []
    tags: list[str] = []
    for n, link in _links(plan, place):
        kind = _kind(plan, n, link)
        if kind is not None and link.text:
            (categories if kind == "category" else tags).append(link.text.removeprefix("#"))
    return categories, tags


def _linked(plan: Outline, place: Place, article: Node | None) -> _Terms:
    categories, tags = _shown(plan, place)
    if tags:  # Ghost shows the first alone
        said = _metas(plan, "article:tag") or list(strings(article, "keywords") if article else ())
        if {tag.casefold() for tag in tags} <= {tag.casefold() for tag in said}:
            tags = said
    return categories, tags


def _told(plan: Outline, _place: Place, article: Node | None) -> _Terms:
    categories = [
        *_metas(plan, "article:section"),
        *(strings(article, "articleSection") if article else ()),
    ]
    return categories, [*_metas(plan, "article:tag"), *(strings(article, "keywords") if article else ())]


# Most trusted first: the post's own links to their lists, then what the page's head says.
_RULES: tuple[tuple[str, _Rule], ...] = (("links", _linked), ("head", _told))


def _links(plan: Outline, place: Place) -> Iterator[tuple[int, Link]]:
    written = {n for n, _ in inserted(plan, place)}
    for n, link in plan.links_within(place.root):
        in_words = place.content is not None and plan.contains(place.content, n) and n not in written
        if (
            not plan.region(n) & Region.COMMENTS
            and plan.entry(n) not in place.others
            and (not in_words or _relation(link))
        ):
            yield n, link


def _relation(link: Link) -> bool:
    return "tag" in tokens(link.element, "rel")


def _kind(plan: Outline, n: int, link: Link) -> str | None:
    relations = tokens(link.element, "rel")
    around = {*tokens(link.element, "class"), *tokens(plan.elements[plan.parent(n)], "class")}
    if "tag" in tokens(link.element, "class"):
        return "tag"
    if (
        "category" in relations
        or CATEGORY.search(link.url)
        or (_relation(link) and (not _CATEGORY_NAMES.isdisjoint(around) or _is_in_box(plan, n)))
    ):
        return "category"
    return "tag" if "tag" in relations or TAG.search(link.url) or "p-category" in around else None


def _is_in_box(plan: Outline, n: int) -> bool:
    """Whether a list of categories holds the term (Movable Type)."""
    return plan.is_classed(plan.parent(n), _CATEGORY_BOXES, within=_NEAR)


def _metas(plan: Outline, name: str) -> list[str]:
    found = (element for element in plan.page.named("meta") if element.get("property") == name)
    return [text for element in found if (text := attribute(element, "content").strip())]
