"""What no other file claims: the habits that most blog software shares (microformats2, schema.org, the usual class names)."""

import re
from urllib.parse import urljoin, urlsplit

from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "generic"
ENTRIES = (
    "article",
    ".h-entry",
    ".hentry",
    "[itemtype$='/BlogPosting']",
    "[itemtype$='/Article']",
    "[itemprop='blogPost']",
    ".post",
    ".post-entry",
    ".post-preview",
    ".post-item",
    ".blog-post",
    ".blogpost",
    ".archive-entry",
    ".archive-article",
)
CONTENT = (
    ".e-content",
    "[itemprop~='articleBody']",
    ".entry-content",
    ".post-content",
    ".article-content",
    ".post-body",
    ".article-body",
    ".article-entry",
    ".post-text",
    ".blog-post-content",
    ".markdown",
    ".content-body",
    ".entry-body",
    ".storycontent",
)
NOT_CONTENT = (
    ".share-buttons",
    ".post-share",
    ".social-share",
    ".readmore",
    ".more-link",
    ".post-info",
    ".headerlink",
    ".header-anchor",
)
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_DATED = re.compile(r"^(.*/)(?:19|20)\d\d([/-])(?:0[1-9]|1[0-2])(?=[/-])")


def recognises(page: Page) -> bool:  # noqa: ARG001
    """It claims nothing: the registry falls back on it."""
    return False


def is_post(page: Page) -> bool | None:  # noqa: ARG001
    """It has no word of its own on this."""
    return None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:
    """The part of the post's address up to its month; where that holds no date, the root's `/2019/09/`."""
    year, number = f"{month.year:04d}", f"{month.month:02d}"
    match = _DATED.match(urlsplit(post).path)
    return (urljoin(post, f"{match[1]}{year}/{number}/") if match else urljoin(root, f"{year}/{number}/"),)


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """It knows of none."""
    return ()
