"""Substack: `h1.post-title`, `div.available-content > div.body.markup`, files from substackcdn.com; posts at `/p/slug`.

It makes no pages of months: `/archive` is filled by script from `/api/v1/archive`, which names all posts, the newest first,
some dozen at a time.
"""

import re
from urllib.parse import urljoin, urlsplit

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "substack"
ENTRIES = (".post-preview", ".portable-archive-post", ".newsletter-post", ".single-post")
CONTENT = (".available-content", ".markup", ".body")
NOT_CONTENT = (
    ".subscription-widget-wrap",
    ".subscription-widget-wrap-editor",
    ".subscribe-widget",
    ".captioned-button-wrap",
    ".button-wrapper",
    ".paywall",
    ".post-ufi",
    ".header-anchor-parent",
    ".image-link-expand",
)
SITEMAPS = ("/sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Substack\b", re.IGNORECASE)
_MADE_BY = ("//substackcdn.com", ".substackcdn.com")
_POST = re.compile(r"/p/[^/]+/?")


def recognises(page: Page) -> bool:
    """By where its styles and scripts lie; it has no generator tag."""
    return made_by(page, _GENERATOR, head=_MADE_BY)


def is_post(page: Page) -> bool | None:
    """By the address, which nobody can choose freely."""
    return _POST.fullmatch(urlsplit(page.url).path) is not None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """There are none."""
    return ()


def lists(page: Page) -> tuple[str, ...]:
    """What the archive page is filled from."""
    return (urljoin(page.url, "/api/v1/archive?sort=new&offset=0&limit=12"),)
