"""Medium: files from medium.com, `h1.pw-post-title`, `.pw-post-body-paragraph`; before 2019 `.postArticle`. Posts end in their number: `/a-toll-0123456789ab`.

A publication's months are at `/archive/2019/09`; those of a person are nowhere. The sitemap of a publication on its own
host is at `/sitemap/sitemap.xml`.
"""

import re
from urllib.parse import urljoin, urlsplit

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "medium"
ENTRIES = (".postArticle", ".js-postStream", ".streamItem", "article")
CONTENT = (".postArticle-content", ".section-content", ".pw-post-body", "section")
NOT_CONTENT = (
    ".speechify-ignore",
    ".pw-post-title",
    ".pw-subtitle-paragraph",
    ".graf--title",
    ".pw-multi-vote-icon",
    ".js-postMetaLockup",
    "[data-testid='authorName']",
    "[data-testid='storyPublishDate']",
    "[data-testid='storyReadTime']",
)
SITEMAPS = ("sitemap/sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Medium\b", re.IGNORECASE)
_MADE_BY = (
    "//cdn-client.medium.com/",
    "//cdn-static-1.medium.com/",
    "//glyph.medium.com/",
    "//medium.com/osd.xml",
)
_POST = re.compile(r"/(?:[^/]+/)?(?:[^/]*-|p/)?[0-9a-f]{10,12}")


def recognises(page: Page) -> bool:
    """By where its files lie; it has no generator tag."""
    return made_by(page, _GENERATOR, head=_MADE_BY)


def is_post(page: Page) -> bool | None:
    """By the number at the end of the address, which nobody can choose."""
    return _POST.fullmatch(urlsplit(page.url).path) is not None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """Of a publication."""
    return (urljoin(root, f"archive/{month.year:04d}/{month.month:02d}"),)


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None: its feed has ten posts."""
    return ()
