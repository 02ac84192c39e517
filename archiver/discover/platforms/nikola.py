"""Nikola: `<meta name="generator" content="Nikola (getnikola.com)">`, `article.postpage.h-entry`; themes base and bootblog4.

Months at `/2019/09/` where CREATE_MONTHLY_ARCHIVE is set, years always; `/archive.html` lists them. Pages are numbered from
the oldest: `index-1.html` never changes.
"""

import re
from urllib.parse import urljoin

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page, tokens

NAME = "nikola"
ENTRIES = (".postpage", ".h-entry", ".hentry")
CONTENT = (".e-content", ".entry-content", ".p-summary")
NOT_CONTENT = (".postpromonav", ".metadata", ".sourceline", ".headerlink", ".breadcrumb")
SITEMAPS = ("sitemapindex.xml", "sitemap.xml")
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Nikola\b", re.IGNORECASE)
_LISTS = re.compile(r"(?:index(?:-\d+)?\.html|archive\.html|blog/)$")


def recognises(page: Page) -> bool:
    """By the generator tag, or the foot's thanks."""
    return made_by(page, _GENERATOR, makers=("getnikola.com",))


def is_post(page: Page) -> bool | None:
    """By the class of the one article: posts are `postpage`, pages `storypage`, lists `listpage`."""
    found = page.soup.find("article", class_=["postpage", "storypage", "listpage"])
    return "postpage" in tokens(found, "class") if found is not None else None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """Below the root, wherever posts lie (ARCHIVE_PATH is empty)."""
    return (urljoin(_LISTS.sub("", root), f"{month.year:04d}/{month.month:02d}/"),)


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its archive pages, which it links to."""
    return ()
