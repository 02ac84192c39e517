"""Blogger, from the layouts of 2006 to Contempo: `<meta content='blogger' name='generator'/>`, `h3.post-title`, `div.post-body`, `#BlogArchive1`.

All posts are in `/feeds/posts/default`, 150 at a time (Blogger Data API 2.0), each dated in the blog's own offset.
"""

import re
from urllib.parse import urljoin, urlsplit

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "blogger"
ENTRIES = (".post-outer", ".uncustomized-post-template", "[itemprop='blogPost']", ".hentry")
CONTENT = (".post-body", ".entry-content")
NOT_CONTENT = (
    ".post-footer",
    ".post-bottom",
    ".post-share-buttons",
    ".jump-link",
    ".reaction-buttons",
    ".blogger-labels",
    ".post-location",
)
SITEMAPS = ("/sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ("No title",)  # the archive widget

_GENERATOR = re.compile(r"blogger\b", re.IGNORECASE)
_MADE_BY = ("//www.blogger.com/static/", "//www.blogger.com/feeds/", "/feeds/posts/default")
_POST = re.compile(r"/(?:19|20)\d\d/(?:0[1-9]|1[0-2])/[^/]+\.html")
_OTHER = re.compile(r"/(?:p/.*|search.*|feeds/.*|index\.html)?")


def recognises(page: Page) -> bool:
    """By the generator tag, the feed of all posts, or the scripts of its widgets."""
    return made_by(page, _GENERATOR, head=_MADE_BY, makers=("blogger.com",))


def is_post(page: Page) -> bool | None:
    """By the address, which nobody can choose freely: posts stand below their month, pages below `/p/`."""
    path = urlsplit(page.url).path
    if _POST.fullmatch(path):
        return True
    return False if _OTHER.fullmatch(path) else None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """At the top of the host; before 2016 as one file."""
    year, number = f"{month.year:04d}", f"{month.month:02d}"
    return urljoin(root, f"/{year}/{number}/"), urljoin(root, f"/{year}_{number}_01_archive.html")


def lists(page: Page) -> tuple[str, ...]:
    """The feed of all posts, in its largest parts."""
    return (urljoin(page.url, "/feeds/posts/default?start-index=1&max-results=150"),)
