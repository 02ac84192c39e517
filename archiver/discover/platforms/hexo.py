"""Hexo: `<meta name="generator" content="Hexo 7.3.0">`, archives at `/archives/2019/09/` beside posts at `/2019/09/12/`."""

import re
from urllib.parse import urljoin

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "hexo"
ENTRIES = (".archive-article", ".recent-post-item")
CONTENT = (".article-entry", ".post-body", "#article-container")  # Landscape, NexT, Butterfly
NOT_CONTENT = (".article-more-link", ".post-button", ".post-copyright")
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ("(no title)", "Untitled")  # Landscape's archive; NexT

_GENERATOR = re.compile(r"Hexo\b", re.IGNORECASE)
_LISTS = re.compile(r"(?:archives/.*|page/\d+/.*|index\.html)$")


def recognises(page: Page) -> bool:
    """By the generator tag, which the software writes unless told not to, or the foot's thanks."""
    return made_by(page, _GENERATOR, makers=("hexo.io",))


def is_post(page: Page) -> bool | None:  # noqa: ARG001
    """Themes differ; it has no word of its own on this."""
    return None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """Below `archive_dir`, whatever the addresses of posts are (hexo-generator-archive)."""
    return (urljoin(_LISTS.sub("", root), f"archives/{month.year:04d}/{month.month:02d}/"),)


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its archives."""
    return ()
