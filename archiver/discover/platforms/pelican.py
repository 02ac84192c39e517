"""Pelican: `<meta name="generator" content="Pelican" />`, `abbr.published`, `footer.post-info`; themes notmyidea and simple.

Months exist where MONTH_ARCHIVE_SAVE_AS is set; all posts are in `/archives.html`. Pages are `index2.html`.
"""

import re
from urllib.parse import urljoin, urlsplit

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "pelican"
ENTRIES = (".hentry", ".post")
CONTENT = (".entry-content", ".article-content", ".post-content")
NOT_CONTENT = (".post-info", ".readmore", ".headerlink", ".translations", ".comments")
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Pelican\b", re.IGNORECASE)
_DATED = re.compile(r"(.*/)(?:19|20)\d\d/(?:0[1-9]|1[0-2])/")
_LISTS = re.compile(r"(?:index\d*\.html|archives?(?:\.html|/.*)?)$")


def recognises(page: Page) -> bool:
    """By the generator tag, or the foot's thanks."""
    return made_by(page, _GENERATOR, makers=("getpelican.com", "docs.getpelican.com", "blog.getpelican.com"))


def is_post(page: Page) -> bool | None:  # noqa: ARG001
    """Themes differ; it has no word of its own on this."""
    return None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:
    """Where the posts of the month lie, else below the root; then as the manual's example has it."""
    year, number = f"{month.year:04d}", f"{month.month:02d}"
    match = _DATED.match(urlsplit(post).path)
    home = _LISTS.sub("", root)
    return (
        urljoin(post, f"{match[1]}{year}/{number}/") if match else urljoin(home, f"{year}/{number}/"),
        urljoin(home, f"archives/{year}/{number}/"),
    )


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its archive page, which it links to."""
    return ()
