"""Jekyll: `<meta name="generator" content="Jekyll v4.3.2">`, the comments of jekyll-seo-tag; themes Minima, Minimal Mistakes, Chirpy.

Months exist where jekyll-archives is set up, by default at `/2019/09/`, whatever category stands in a post's address.
"""

import re
from urllib.parse import urljoin

from archiver.discover.addresses import is_day, month_in, year_in
from archiver.discover.facts.linked_data import article_of, strings
from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "jekyll"
ENTRIES = (".archive__item", ".post-list-item", ".post-preview")
CONTENT = (".page__content", ".post-content", ".post__content", ".content")
NOT_CONTENT = (
    ".page__taxonomy",
    ".page__date",
    ".page__share",
    ".page__related",
    ".post-tail-wrapper",
    ".toc",
    ".sidebar__right",
    ".PageNavigation",
)
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Jekyll\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!-- (?:Begin|End) Jekyll (?:SEO|Feed) tag")
_LISTS = re.compile(r"(?:page/?\d+/.*|archives?/.*|year-archive/|index\.html)$")


def recognises(page: Page) -> bool:
    """By the generator tag, the comments of its plug-in for search engines, or the foot's thanks."""
    return made_by(page, _GENERATOR, makers=("jekyllrb.com",), comment=_COMMENT)


def is_post(page: Page) -> bool | None:
    """jekyll-seo-tag says BlogPosting of what has a date, and WebPage or WebSite of all else; Minimal Mistakes calls both a page.

    What jekyll-archives makes has a date, too: of those it has no word, nor of what has no title but the site's.
    """
    if is_day(page.url) or month_in(page.url) is not None or year_in(page.url) is not None:
        return None
    article = article_of(page) if _COMMENT.search(page.html) else None
    is_titled = article is not None and page.meta("og:site_name") not in strings(article, "headline")
    return True if is_titled else None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """At the blog's root."""
    return (urljoin(_LISTS.sub("", root), f"{month.year:04d}/{month.month:02d}/"),)


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its sitemap; the feed has ten posts."""
    return ()
