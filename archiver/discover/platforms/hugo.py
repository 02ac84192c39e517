"""Hugo: `<meta name="generator" content="Hugo 0.111.3">`; themes PaperMod, Ananke, Stack, LoveIt, Congo.

It makes no pages of months. Its feed names all pages unless limited; its sitemap, all, with the date of change.
"""

import re

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "hugo"
ENTRIES = (".post-entry", ".archive-entry", ".article-list--compact", ".summary")
CONTENT = (".post-content", ".article-content", ".entry-content", ".article-post", ".prose", ".content")
NOT_CONTENT = (
    ".toc",
    ".paginav",
    ".post-tags",
    ".share-buttons",
    ".entry-footer",
    ".article-footer",
    ".anchor",
)
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Hugo\b", re.IGNORECASE)


def recognises(page: Page) -> bool:
    """By the generator tag, which the software puts on the first page at least, or the foot's thanks."""
    return made_by(page, _GENERATOR, makers=("gohugo.io",))


def is_post(page: Page) -> bool | None:  # noqa: ARG001
    """Its Open Graph template calls every page an article; it has no word of its own on this."""
    return None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """A folder of dates holds no list."""
    return ()


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its sitemap."""
    return ()
