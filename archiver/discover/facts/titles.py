"""A post's title, and how the page tells it."""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from bs4 import Tag

from archiver.discover.facts.content import Place, around, inserted
from archiver.discover.facts.linked_data import strings
from archiver.discover.lists.outline import Outline
from archiver.models.blog import Found
from archiver.web.linked_data import Node
from archiver.web.page import Page, attribute, tokens, visible_text
from archiver.web.url import site

_MARKED = frozenset(
    ["entry-title", "p-name", "post-title", "wp-block-post-title", "article-title", "blog-post-title"]
)
_PERSON = frozenset(["p-author", "h-card", "vcard", "author", "byline"])
_SEPARATOR = re.compile(r"\s+[|\u2013\u2014«»·:-]\s+")
_AFTER_NAME = re.compile(r"\s*[|\u2013\u2014«»·:-]\s+")  # "Marginalia: A Toll", where the name is known
_SITE_TITLES = frozenset(
    ["site-title", "wp-block-site-title", "navbar-brand", "navbar__title", "blog-title", "brand"]
)
_FEED = re.compile(
    r"\W*(?:(?:full )?(?:rss|atom|feed|xml|posts|articles)\W*)+$", re.IGNORECASE
)  # "Marginalia » Feed"
_FEED_TYPE = re.compile(r"rss|atom|rdf|xml|feed", re.IGNORECASE)
_TOP = 200  # elements; the site's name stands at the top
_Rule = Callable[[Outline, Place, Node | None], str | None]


def title_of(plan: Outline, place: Place, article: Node | None) -> Found | None:
    """The title by the first rule that has one. An empty title that is marked as such is the author's choice: None."""
    for name, rule in _RULES:
        text = rule(plan, place, article)
        if text is not None:
            return (
                Found(value=_without_prefix(plan, text), rule=name)
                if text and not _is_placeholder(plan, text)
                else None
            )
    return None


def _marked(plan: Outline, place: Place, _article: Node | None) -> str | None:
    for _, tag in around(plan, place):
        names = tokens(tag, "class")
        if not _MARKED.isdisjoint(names) and _PERSON.isdisjoint(names) and not _is_in_person(tag):
            return visible_text(tag)
    return None


def _headline(plan: Outline, place: Place, _article: Node | None) -> str | None:
    return next(
        (visible_text(tag) for _, tag in around(plan, place) if "headline" in tokens(tag, "itemprop")), None
    )


def _beside(plan: Outline, place: Place, _article: Node | None) -> str | None:
    return visible_text(plan.elements[place.title]) if place.title is not None else None


def _heading(plan: Outline, place: Place, _article: Node | None) -> str | None:
    n = heading_of(plan, place)
    return visible_text(plan.elements[n]) if n is not None else None


def _in_the_words(plan: Outline, place: Place, _article: Node | None) -> str | None:
    """A heading that the software sets among the words (Medium)."""
    return next(
        (visible_text(tag) for _, tag in inserted(plan, place) if tag.name in {"h1", "h2", "h3"}), None
    )


def _linked_data(plan: Outline, _place: Place, article: Node | None) -> str | None:
    said = strings(article, "headline", "name") if article else ()
    return _not_the_site(plan, said[0]) if said else None


def _open_graph(plan: Outline, _place: Place, _article: Node | None) -> str | None:
    said = plan.page.meta("og:title", "twitter:title", "dc.title", "citation_title")
    return _not_the_site(plan, said) if said else None


def _not_the_site(plan: Outline, text: str) -> str | None:
    return None if text in site_names(plan.page) else text


def _head(plan: Outline, _place: Place, _article: Node | None) -> str | None:
    return head_title(plan.page)


# Most trusted first. What readers see leads: `og:title` and `headline` are cut by some software (Nikola: 70 characters).
_RULES: tuple[tuple[str, _Rule], ...] = (
    ("entry-title", _marked),
    ("itemprop-headline", _headline),
    ("beside-the-words", _beside),
    ("heading", _heading),
    ("heading", _in_the_words),
    ("json-ld", _linked_data),
    ("og:title", _open_graph),
    ("title", _head),
)


def heading_of(plan: Outline, place: Place) -> int | None:
    """Where the heading of a post stands, before its words; one that is the site's name is passed over.

    Outside an entry that is an `h1`, else a heading that says what the page's `<title>` does.
    """
    if place.is_entry:
        return _first_heading(plan, place, {"h1", "h2", "h3"}, None)
    found = _first_heading(plan, place, {"h1"}, None)
    said = head_title(plan.page) if found is None else None
    return _first_heading(plan, place, {"h2", "h3"}, said) if said else found


def _first_heading(plan: Outline, place: Place, wanted: set[str], said: str | None) -> int | None:
    content = place.content if place.content is not None else len(plan.elements)
    names = site_names(plan.page)
    return next(
        (
            n
            for n, tag in around(plan, place)
            if tag.name in wanted
            and n < content
            and (text := visible_text(tag))
            and text not in names
            and said in {None, text}
            and not _leads_to_the_front(plan.page, tag)
        ),
        None,
    )


def head_title(page: Page) -> str | None:
    """The page's `<title>` without the site's name."""
    whole = page.title
    names = site_names(page)
    for name in sorted(names, key=len, reverse=True):
        if whole.startswith(name) and (match := _AFTER_NAME.match(whole, len(name))):
            whole = whole[match.end() :]
            break
    parts = [part for part in _SEPARATOR.split(whole) if part not in names]
    return parts[0] or None if parts else None


@lru_cache(maxsize=4)
def site_names(page: Page) -> frozenset[str]:
    """What the site calls itself: in its head, at its top, in its feed's title."""
    names = {page.meta("og:site_name", "application-name") or ""}
    for tag in page.soup.find_all(["a", "p", "h1", "h2", "div", "span"], limit=_TOP):
        is_marked = not _SITE_TITLES.isdisjoint(tokens(tag, "class")) or "home" in tokens(tag, "rel")
        if is_marked or (tag.name == "h1" and _leads_to_the_front(page, tag)):
            names.add(visible_text(tag))
    for _, element in page.rel("alternate"):
        if (kind := attribute(element, "type")) and not _FEED_TYPE.search(kind):
            continue  # the page itself in another language or format
        names.add(_FEED.sub("", attribute(element, "title")).strip())
    return frozenset(names - {""})


def _leads_to_the_front(page: Page, heading: Tag) -> bool:
    """Whether a heading is wholly a link to the site's first page, or to the folder that the page lies in."""
    link = next(page.links_in(heading), None)
    if link is None or link.text != visible_text(heading):
        return False
    target, own = urlsplit(link.url), urlsplit(page.url).path
    folder = target.path.rstrip("/") + "/"
    is_above = folder == "/" or (own.startswith(folder) and own.rstrip("/") + "/" != folder)
    return site(link.url) == site(page.url) and not target.query and is_above


def _is_in_person(tag: Tag) -> bool:
    parent = tag.parent
    return parent is not None and not _PERSON.isdisjoint(tokens(parent, "class"))


def _without_prefix(plan: Outline, title: str) -> str:
    return next(
        (title.removeprefix(prefix) for prefix in plan.platform.TITLE_PREFIXES if title.startswith(prefix)),
        title,
    )


def _is_placeholder(plan: Outline, title: str) -> bool:
    """The software's word for "no title": shown on the page, but not in its `<title>`."""
    return title in plan.platform.NO_TITLES and title not in plan.page.title
