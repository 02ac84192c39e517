"""Movable Type 3 to 8, and Melody: `<meta name="generator" content="Movable Type 6.0" />`, `<body class="mt-entry-archive">`, `.asset-name`, `.entry-asset`.

Everything is a static file: months at `/2019/09/`, often below `/archives/`, before 4 `/archives/2019_09.html`; no paging.
"""

import re
from urllib.parse import urljoin, urlsplit

from archiver.discover.signs import is_post_by_class, made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "movabletype"
ENTRIES = (".entry-asset", ".asset", ".hentry", ".entry", ".blogbody")
CONTENT = (".asset-content", ".entry-content", ".asset-body", ".entry-body", ".entry-text")
NOT_CONTENT = (
    ".asset-footer",
    ".asset-meta",
    ".asset-more-link",
    ".entry-footer",
    ".entry-more-link",
    ".extended-link",
    ".trackbacks",
)
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"(?:https?://www\.)?movable ?type\b|Melody\b", re.IGNORECASE)
_MADE_BY = ("/mt-static/", "/mt.js", "/mt-site.js")
_BODY = ("mt-main-index", "mt-entry-archive", "mt-archive-listing", "mt-archive-index", "mt-page-archive")
_OTHER = frozenset(
    ["mt-main-index", "mt-archive-listing", "mt-archive-index", "mt-page-archive", "mt-search-results"]
)
_DATED = re.compile(r"(.*/)(?:19|20)\d\d/(?:0[1-9]|1[0-2])/")
_NUMBERED = re.compile(r"(.*/)\d{4,8}\.(?:html?|php|shtml)")  # before 3


def recognises(page: Page) -> bool:
    """By the generator tag, its files, or the classes of the body element."""
    return made_by(page, _GENERATOR, head=_MADE_BY, makers=("movabletype.org", "movabletype.com"), body=_BODY)


def is_post(page: Page) -> bool | None:
    """By the classes of the body element."""
    return is_post_by_class(page, "mt-entry-archive", _OTHER)


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:
    """Where the posts of the month lie; beside posts that are numbered, the older form first."""
    year, number = f"{month.year:04d}", f"{month.month:02d}"
    path = urlsplit(post).path
    if match := _DATED.match(path):
        return (urljoin(post, f"{match[1]}{year}/{number}/"),)
    folder = match[1] if (match := _NUMBERED.fullmatch(path)) else "archives/"
    return urljoin(root, f"{folder}{year}_{number}.html"), urljoin(root, f"{folder}{year}/{number}/")


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its archive page, which it links to."""
    return ()
