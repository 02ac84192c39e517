"""Which addresses of a sitemap may be posts, and which files of an index may hold them."""

import re
from collections.abc import Iterable

from archiver.discover.addresses import (
    at_month,
    date_in,
    has_page,
    is_archive,
    is_day,
    is_other_list,
    is_trap,
    month_in,
    year_in,
)
from archiver.discover.way.shapes import Shapes
from archiver.models.blog import Month

# WordPress core, Yoast, Rank Math, Ghost: `wp-sitemap-taxonomies-category-1.xml`, `author-sitemap.xml`, `sitemap-tags.xml`.
_OTHER_FILES = re.compile(
    r"(?:^|[-_/.])(?:taxonom\w*|categor\w+|tags?|post_tag|authors?|users?|pages?|attachment|image|video|product\w*|posts-page)(?=[-_.\d]|$)",
    re.IGNORECASE,
)
_ANY = Month(year=2000, month=12)
_ENOUGH = 2  # months of one form; one alone may be anything
_POST_FILES = re.compile(r"(?:^|[-_/.])posts?(?=[-_.\d]|$)", re.IGNORECASE)


def files_with_posts(files: Iterable[str]) -> list[str]:
    """The files of an index that may list posts: those named for posts, else all but those named for other things."""
    named = [url for url in files if not (is_other_list(url) or _OTHER_FILES.search(url.rpartition("/")[2]))]
    return [url for url in named if _POST_FILES.search(url.rpartition("/")[2])] or named


def may_be_post(url: str) -> bool:
    """Whether an address in a sitemap is no list and no file."""
    return (
        not (is_trap(url) or is_other_list(url) or is_archive(url) or is_day(url) or has_page(url))
        and month_in(url) is None
        and year_in(url) is None
    )


def posts_among(urls: Iterable[str], known: Shapes) -> list[str]:
    """The addresses that look like those of known posts; where none is known, those that hold a date."""
    return [url for url in urls if (known.fits(url) if known else date_in(url) is not None)]


def month_among(urls: Iterable[str]) -> str | None:
    """A month's page, of the form that most months in a sitemap have; None where it names no monthly archive."""
    forms: dict[str, list[str]] = {}
    for url in urls:
        is_month = month_in(url) is not None and not (is_trap(url) or is_other_list(url) or has_page(url))
        if is_month and (form := at_month(url, _ANY)) is not None:
            forms.setdefault(form, []).append(url)
    most = max(forms.values(), key=len, default=[])
    return most[0] if len(most) >= _ENOUGH else None
