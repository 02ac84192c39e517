"""Docusaurus: `<meta name="generator" content="Docusaurus v3.1.0">`, `<html class="blog-wrapper blog-post-page">`.

It makes no pages of months: `/blog/archive` lists all posts by their years, `/blog/page/2` goes on.
"""

import re

from archiver.discover.signs import is_post_by_class, made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "docusaurus"
ENTRIES = ("article",)
CONTENT = ("#__blog-post-container", ".markdown", ".theme-doc-markdown")
NOT_CONTENT = (".hash-link", ".pagination-nav", ".theme-doc-footer", ".docusaurus-mt-lg", ".tableOfContents")
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Docusaurus\b", re.IGNORECASE)
_BLOG = ("blog-wrapper",)
_OTHER = frozenset(
    "blog-list-page blog-archive-page blog-tags-list-page blog-tags-post-list-page blog-authors-list-page "
    "blog-authors-posts-page docs-wrapper mdx-page".split()
)


def recognises(page: Page) -> bool:
    """By the generator tag, or the class of its blog pages."""
    return made_by(page, _GENERATOR, makers=("docusaurus.io",), body=_BLOG)


def is_post(page: Page) -> bool | None:
    """By the classes of the html element."""
    return is_post_by_class(page, "blog-post-page", _OTHER)


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """A folder of dates holds no list."""
    return ()


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its archive page and its sitemap."""
    return ()
