"""The first look at a blog: months, feeds, sitemaps, and pages that list posts."""

import re
from urllib.parse import urljoin

from archiver.discover.addresses import has_page, is_other_list, is_trap, key, month_in
from archiver.discover.facts.titles import head_title, site_names
from archiver.discover.lists.months import months_of, years_of
from archiver.discover.lists.outline import Outline, Region, outline
from archiver.discover.lists.paging import next_pages
from archiver.discover.rest import rest_words_url
from archiver.models.blog import Look
from archiver.web.page import Page, attribute
from archiver.web.url import site, without_fragment

_FEED_TYPES = frozenset(
    ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/xml", "application/xml"]
)
_OTHER_FEEDS = re.compile(
    r"comments?|kommentare|commentaires|comentarios|/(?:category|tag|tags|author)/|\b(?:categor(?:y|ies)|tags?) (?:atom|rss)",
    re.IGNORECASE,
)
_FEED_ADDRESS = re.compile(
    r"/(?:feed|rss|atom|index\.rss|index\.xml|feed\.xml|rss\.xml|atom\.xml|index\.rdf)/?$", re.IGNORECASE
)
_LISTS = re.compile(
    r"\W*(?:the |full |blog |complete )?(?:archives?|all (?:the )?(?:blog )?(?:posts|articles|entries)|blog|posts|articles|writing|journal|"
    r"older (?:posts|entries|articles)|archiv|alle (?:beiträge|artikel)|tous les articles|archivos?|все записи|архив)\W*",
    re.IGNORECASE,
)
_LONGEST = 40  # characters


def look(page: Page) -> Look:
    """What a page tells of the blog that it belongs to."""
    plan = outline(page)
    return Look(
        platform=plan.platform.NAME,
        title=site_title(plan),
        months=months_of(plan),
        feeds=_feeds(plan),
        lists=plan.platform.lists(page),
        words=rest_words_url(page),
        sitemaps=tuple(urljoin(page.url, path) for path in plan.platform.SITEMAPS),
        listings=tuple(dict.fromkeys((*_lists(plan), *next_pages(plan)))),
    )


def site_title(plan: Outline) -> str | None:
    """The blog's name, from its front page. Some hosts write their own there (Tumblr, Medium)."""
    page = plan.page
    said = page.meta("og:site_name", "application-name")
    if said is not None and said.lower() == plan.platform.NAME:
        said = None
    named = next(
        (name for name in sorted(site_names(page), key=len, reverse=True) if name in page.title), None
    )
    return said or named or head_title(page)


def _feeds(plan: Outline) -> tuple[str, ...]:
    """Feeds of posts, the likeliest first; those of comments, categories and tags are left out."""
    found: dict[str, str] = {}
    for url, element in plan.page.rel("alternate"):
        kind = attribute(element, "type").lower()
        if kind in _FEED_TYPES and not _OTHER_FEEDS.search(f"{attribute(element, 'title')} {url}"):
            found.setdefault(key(url), url)
    for _, link in plan.links if not found else ():
        if (
            _FEED_ADDRESS.search(link.url)
            and site(link.url) == site(plan.page.url)
            and not _OTHER_FEEDS.search(f"{link.text} {link.url}")
        ):
            found.setdefault(key(link.url), link.url)
    return tuple(found.values())


def _lists(plan: Outline) -> list[str]:
    """Pages that list posts, by the words of their links; lists of years where no list of months is at hand."""
    shown = [
        without_fragment(link.url)
        for n, link in plan.links
        if len(link.text) <= _LONGEST
        and _LISTS.fullmatch(link.text)
        and not plan.region(n) & Region.COMMENTS
        and _is_list_address(plan, link.url)
    ]
    return [*shown, *(years_of(plan) if not months_of(plan) else ())]


def _is_list_address(plan: Outline, url: str) -> bool:
    return (
        site(url) == site(plan.page.url)
        and key(url) != key(plan.page.url)
        and not (is_trap(url) or is_other_list(url) or has_page(url))
        and month_in(url) is None
    )
