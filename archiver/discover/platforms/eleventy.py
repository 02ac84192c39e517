"""Eleventy: `<meta name="generator" content="Eleventy v3.0.0">`; eleventy-base-blog's `ol.postlist`.

It makes no pages of months; `/blog/` or `/archive/` lists all posts.
"""

import re

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "eleventy"
ENTRIES = (".h-entry",)
CONTENT = (".e-content", ".post-content", ".post__body", ".flow")
NOT_CONTENT = (".links-nextprev", ".post-metadata", ".header-anchor", ".ha")
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Eleventy\b", re.IGNORECASE)


def recognises(page: Page) -> bool:
    """By the generator tag, or the foot's thanks."""
    return made_by(page, _GENERATOR, makers=("11ty.dev", "11ty.io"))


def is_post(page: Page) -> bool | None:  # noqa: ARG001
    """It comes without a theme; it has no word of its own on this."""
    return None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """Nobody makes them unless they are linked to."""
    return ()


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its archive page, which it links to."""
    return ()
