"""Drupal 6 to 11: `<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">`, `article.node--type-blog`, `.field--name-body`.

Months come from the view "Archive", at `/archive/201909` unless changed; it may answer any argument. Pages count from 0.
"""

import re
from urllib.parse import urljoin

from archiver.discover.signs import made_by, page_classes
from archiver.models.blog import Month
from archiver.web.page import Page

NAME = "drupal"
ENTRIES = (".node", ".node-teaser", ".views-row", "article")
CONTENT = (".field--name-body", ".field-name-body", ".node__content", ".text-content", ".content")
NOT_CONTENT = (
    ".links",
    ".node__links",
    ".node__meta",
    ".node-readmore",
    ".submitted",
    ".terms",
    ".field--name-field-tags",
    ".field-name-field-tags",
    ".field--name-comment",
    ".book-navigation",
    ".contextual-links",
    ".visually-hidden",
)
SITEMAPS = ("sitemap.xml",)
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"Drupal\b", re.IGNORECASE)
_MADE_BY = ("/sites/default/files/", "/sites/all/", "/core/misc/", "/core/themes/", "/misc/drupal.js")
_POST = re.compile(r"(?:page-)?node-type-(?:blog\w*|article|story|post|news|(?:blog|news)-\w+)")
_OTHER = re.compile(
    r"(?:page-)?node-type-page|page-(?:blog|taxonomy|user|archive)(?:-.*)?|path-(?:frontpage|taxonomy|user|archive|blog)|front"
)


def recognises(page: Page) -> bool:
    """By the generator tag, its files, or the foot's thanks."""
    return made_by(page, _GENERATOR, head=_MADE_BY, makers=("drupal.org",))


def is_post(page: Page) -> bool | None:
    """By the classes of the body element, as far as the kind of content tells."""
    names = page_classes(page)
    if any(_POST.fullmatch(name) for name in names):
        return True
    return False if any(_OTHER.fullmatch(name) for name in names) else None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:  # noqa: ARG001
    """The view that core brings, then the commonest changes of it."""
    year, number = f"{month.year:04d}", f"{month.month:02d}"
    return (
        urljoin(root, f"/archive/{year}{number}"),
        urljoin(root, f"/blog/archive/{year}/{number}"),
        urljoin(root, f"/archive/{year}/{number}"),
    )


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None beside its lists; the sitemap is a module's."""
    return ()
