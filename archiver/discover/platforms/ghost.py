"""Ghost: `<meta name="generator" content="Ghost 5.75">`, `<body class="post-template">`; themes Casper and Source.

It makes no pages of months: all posts are in `/sitemap-posts.xml`, with their dates of change; the front page goes on at
`/page/2/`.
"""

import re

from archiver.discover.signs import is_post_by_class, made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "ghost"
ENTRIES = (".gh-card", ".post-card", ".gh-article", ".post-full", ".post")
CONTENT = (".gh-content", ".post-full-content", ".post-content")
NOT_CONTENT = (
    ".kg-signup-card",
    ".kg-cta-card",
    ".gh-post-upgrade-cta",
    ".subscribe-form",
    ".post-full-author-header",
    ".gh-subscribe",
    ".footer-cta",
    ".gh-comments",
)
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ("(Untitled)",)

_GENERATOR = re.compile(r"Ghost\b", re.IGNORECASE)
_MADE_BY = ("/ghost/portal@", "/public/ghost", "/public/cards.min.", "/ghost/api/content")
_OTHER = frozenset(["home-template", "page-template", "tag-template", "author-template", "paged"])


def recognises(page: Page) -> bool:
    """By the generator tag, its scripts, or the foot's thanks."""
    return made_by(page, _GENERATOR, head=_MADE_BY, makers=("ghost.org",))


def is_post(page: Page) -> bool | None:
    """By the classes of the body element (`{{body_class}}`)."""
    return is_post_by_class(page, "post-template", _OTHER)


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """Addresses may hold dates, but their folders hold no lists."""
    return ()


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its sitemap; its API wants a key."""
    return ()
