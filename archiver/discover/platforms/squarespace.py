"""Squarespace 7.0 and 7.1: `<!-- This is Squarespace. -->`, `<body class="collection-type-blog view-item">`, `article.BlogItem`, `.blog-item-wrapper`.

A blog is one collection of a site. Its months are at `/blog?month=09-2019`; all posts are in `/blog?format=json-pretty`, some
twenty at a time, each page naming the moment from which the next one goes back.
"""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from archiver.discover.addresses import first_page
from archiver.discover.month_address import month_in
from archiver.discover.signs import made_by, page_classes
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "squarespace"
ENTRIES = (".BlogList-item", ".blog-item", ".BlogItem", ".blog-item-wrapper", ".h-entry", ".hentry", ".entry")
CONTENT = (".blog-item-content", ".BlogItem-content", ".e-content", ".entry-content", ".sqs-layout")
NOT_CONTENT = (
    ".blog-item-pagination",
    ".BlogItem-share",
    ".BlogItem-meta",
    ".blog-item-comments",
    ".sqs-block-newsletter",
    ".newsletter-block",
    ".sqs-block-socialaccountlinks",
    ".entry-actions",
    ".squarespace-social-buttons",
)
SITEMAPS = ("/sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Squarespace\b", re.IGNORECASE)
_MADE_BY = ("//static1.squarespace.com/", "//assets.squarespace.com/", "//definitions.sqspcdn.com/")
_COMMENT = re.compile(r"<!-- This is Squarespace\. -->")
_POST = re.compile(r"(.*?)/(?:(?:19|20)\d\d/\d\d?/\d\d?/)?[^/]+/?")


def recognises(page: Page) -> bool:
    """By the comment in its head, or where its files lie; it has no generator tag."""
    return made_by(page, _GENERATOR, head=_MADE_BY, comment=_COMMENT)


def is_post(page: Page) -> bool | None:
    """By the classes of the body element: what kind of collection, and whether one item of it or all."""
    names = page_classes(page)
    is_blog = any(name.startswith("collection-type-blog") for name in names)
    if "view-item" in names:
        return is_blog or None
    return False if "view-list" in names or "collection-type-page" in names else None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:
    """The collection that the post belongs to, asked for one month."""
    match = _POST.fullmatch(urlsplit(post).path)
    return (urljoin(root, f"{match[1] or '/'}?month={month.month:02d}-{month.year:04d}"),) if match else ()


def lists(page: Page) -> tuple[str, ...]:
    """The collection's own data; of a page about a month, none."""
    url = first_page(page.url)
    if month_in(url) is not None:
        return ()
    return (urlunsplit(urlsplit(url)._replace(query="format=json-pretty", fragment="")),)
