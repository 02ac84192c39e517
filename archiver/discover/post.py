"""Whether a page is an entry of a blog, and what it says of the entry."""

import re

from archiver.discover.addresses import (
    date_in,
    has_page,
    is_archive,
    is_day,
    is_front,
    is_other_list,
    is_trap,
    key,
    month_in,
    year_in,
)
from archiver.discover.facts.authors import authors_of
from archiver.discover.facts.body import post_body
from archiver.discover.facts.content import Place, place_of
from archiver.discover.facts.language import language_of
from archiver.discover.facts.linked_data import article_of
from archiver.discover.facts.publication import modified, published, shown
from archiver.discover.facts.terms import terms_of
from archiver.discover.facts.titles import title_of
from archiver.discover.lists.listed import listed
from archiver.discover.lists.month_page import month_of_page
from archiver.discover.lists.outline import Outline, outline
from archiver.models.blog import PostFacts
from archiver.web.page import Page, tokens, visible_text
from archiver.web.url import resolve, site, without_fragment

__all__ = ["is_post", "post_body", "read_post"]

_ERROR = re.compile(
    r"\W*(?:404|410|error 404|page not found|not found|seite nicht gefunden|page introuvable)\b.{0,40}",
    re.IGNORECASE,
)
_PAGE_NAMES = frozenset(["type-page", "article-type-page", "storypage"])  # WordPress, Hexo, Nikola
_EACH_PAGE = frozenset(
    ["single", "h-entry"]
)  # beside "page": what a theme calls posts, too (LoveIt, Minimal Mistakes)
_SEVERAL = 3  # posts; fewer may be named as neighbours
_INDEX = re.compile(r"/index\.(?:html?|php)")


def is_post(page: Page) -> bool:
    """Whether a page is an entry of a blog: no page, list, month, or error."""
    plan = outline(page)
    said = plan.platform.is_post(page)
    if said is not None:
        return said
    place = place_of(plan)
    if place is None or _is_list(plan, place) or (_is_error(page) and shown(plan, place) is None):
        return False
    names = tokens(plan.elements[place.root], "class")
    if not _PAGE_NAMES.isdisjoint(names) or ("page" in names and _EACH_PAGE.isdisjoint(names)):
        return False
    if _only_lists(plan, place):
        return False
    is_dated = published(plan, place, article_of(page)) is not None
    return (is_dated and _says_so(plan)) or _looks_so(plan, place)


def read_post(page: Page) -> PostFacts:
    """What a post's own page says of it. Each value keeps the rule that found it."""
    plan = outline(page)
    place = place_of(plan)
    url = canonical_url(page)
    if place is None:
        return PostFacts(url=url, language=language_of(page))
    article = article_of(page)
    categories, tags = terms_of(plan, place, article)
    return PostFacts(
        url=url,
        title=title_of(plan, place, article),
        authors=authors_of(plan, place, article),
        published=published(plan, place, article),
        modified=modified(plan, place, article),
        language=language_of(page),
        categories=categories,
        tags=tags,
    )


def canonical_url(page: Page) -> str:
    """The address that a page gives as its own. One on another site, the front page's or one of comments is a fault of the theme."""
    named = [url for url, element in page.rel("canonical") if element.name == "link"]
    og = resolve(page.base, page.meta("og:url") or "") if page.meta("og:url") else None
    for url in (*named, *([og] if og else [])):
        if _INDEX.fullmatch(url.removeprefix(without_fragment(page.url).rstrip("/"))):
            break  # Hexo's themes add what no list of posts does
        if site(url) == site(page.url) and not is_trap(url) and not is_front(url):
            return without_fragment(url)
    return without_fragment(page.url)


def _is_list(plan: Outline, place: Place) -> bool:
    """By its address, or by a heading that names a month; a post may be titled so, too."""
    url = plan.page.url
    by_address = (
        is_archive(url)
        or is_other_list(url)
        or is_day(url)
        or has_page(url)
        or month_in(url) is not None
        or year_in(url) is not None
    )
    return by_address or (not place.is_entry and month_of_page(plan) is not None)


def _is_error(page: Page) -> bool:
    heading = page.soup.find("h1")
    texts = [visible_text(tag) for tag in (page.soup.title, heading) if tag is not None]
    return any(_ERROR.fullmatch(text[:80]) for text in texts)


def _says_so(plan: Outline) -> bool:
    """In JSON-LD: one article, and of this address where it names one."""
    article = article_of(plan.page)
    if article is None:
        return False
    url = article.get("url")
    ours = {key(plan.page.url), key(canonical_url(plan.page))}
    return not isinstance(url, str) or key(resolve(plan.page.base, url) or "") in ours


def _looks_so(plan: Outline, place: Place) -> bool:
    """A title of its own and a date of its own."""
    if title_of(plan, place, None) is None:
        return False
    is_article = plan.page.meta("og:type") == "article" and published(plan, place, None) is not None
    return is_article or shown(plan, place) is not None or date_in(plan.page.url) is not None


def _only_lists(plan: Outline, place: Place) -> bool:
    """Other posts, and no entry and no date of its own. Some themes call their archive page an article, too (PaperMod)."""
    others = [
        entry.post
        for entry in listed(plan)
        if entry.position in place.others and plan.contains(place.root, entry.position)
    ]
    if not others or place.is_entry:
        return False
    date = shown(plan, place)
    if date is None or any(post is not None and post.published == date for post in others):
        return True
    dates = [date_in(post.url) for post in others if post is not None]
    return len(dates) >= _SEVERAL and date_in(plan.page.url) is None and date[:10] in dates
