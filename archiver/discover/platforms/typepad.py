"""Typepad: `<meta name="generator" content="http://www.typepad.com/" />`, `h3.entry-header`, `h2.date-header`, `.entry-footer`.

Several blogs may lie on one host: `/weblog/2019/09/a-post.html`, months at `/weblog/2019/09/` (`index.html`), the list goes
on at `/weblog/page/2/`, all months are in `/weblog/archives.html`.
"""

import re
from urllib.parse import urljoin, urlsplit

from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "typepad"
ENTRIES = (".entry", ".hentry")
CONTENT = (".entry-content", ".entry-body")
NOT_CONTENT = (
    ".entry-footer",
    ".entry-footer-info",
    ".entry-footer-links",
    ".entry-footer-share",
    ".entry-more-link",
    ".post-footers",
    ".content-nav",
)
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"(?:https?://(?:www\.)?)?typepad\b", re.IGNORECASE)
_MADE_BY = ("//static.typepad.com/", "//www.typepad.com/", "/.shared/")
_POST = re.compile(r"/.*(?<=/)(?:19|20)\d\d/(?:0[1-9]|1[0-2])/(?!index\.html)[^/]+\.html")
_DATED = re.compile(r"(.*/)(?:19|20)\d\d/(?:0[1-9]|1[0-2])/")


def recognises(page: Page) -> bool:
    """By the generator tag, its files, or the foot's thanks."""
    return made_by(page, _GENERATOR, head=_MADE_BY, makers=("typepad.com",))


def is_post(page: Page) -> bool | None:
    """By the address, which nobody can choose freely."""
    return True if _POST.fullmatch(urlsplit(page.url).path) else None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:
    """Where the posts of the month lie."""
    match = _DATED.match(urlsplit(post).path)
    return (urljoin(root, f"{match[1] if match else ''}{month.year:04d}/{month.month:02d}/"),)


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its archive page, which it links to."""
    return ()
