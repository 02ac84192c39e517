"""Tumblr: files from assets.tumblr.com, `android-app://com.tumblr`; every theme is another, posts are at `/post/123456/slug`.

Months at `/archive/2019/9`, filled by script on many blogs; all posts are in `/api/read/json` (API of 2007), 50 at a time.
"""

import re
from urllib.parse import urljoin, urlsplit

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "tumblr"
ENTRIES = (".post", ".post_container", ".autopaginate-post", "article")
CONTENT = (".body-text", ".post_body", ".post-content", ".post-body", ".copy", ".caption", ".entry")
NOT_CONTENT = (
    ".post-notes",
    ".notes",
    ".reblog-header",
    ".post_controls",
    ".like_button",
    ".reblog_button",
    ".tags",
    ".post-tags",
)
SITEMAPS = ("/sitemap.xml", "/sitemap1.xml")
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Tumblr\b", re.IGNORECASE)
_MADE_BY = (
    "//assets.tumblr.com/",
    "//static.tumblr.com/",
    "android-app://com.tumblr/",
    "//assets.txmblr.com/",
)
_POST = re.compile(r"/post/\d+(?:/[^/]*)?/?")


def recognises(page: Page) -> bool:
    """By where its files lie; it has no generator tag."""
    return made_by(page, _GENERATOR, head=_MADE_BY)


def is_post(page: Page) -> bool | None:
    """By the address, which nobody can choose freely."""
    return _POST.fullmatch(urlsplit(page.url).path) is not None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """A part of the archive, without noughts."""
    return (urljoin(root, f"/archive/{month.year:04d}/{month.month}"),)


def lists(page: Page) -> tuple[str, ...]:
    """All posts, with the blog's own time of day."""
    return (urljoin(page.url, "/api/read/json?start=0&num=50"),)
