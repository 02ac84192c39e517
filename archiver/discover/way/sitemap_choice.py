"""Which addresses of a sitemap may be posts, and which files of an index may hold them."""

import re
from collections.abc import Iterable

from archiver.discover.addresses import (
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

# WordPress core, Yoast, Rank Math, Ghost: `wp-sitemap-taxonomies-category-1.xml`, `author-sitemap.xml`, `sitemap-tags.xml`.
_OTHER_FILES = re.compile(
    r"(?:^|[-_/.])(?:taxonom\w*|categor\w+|tags?|post_tag|authors?|users?|pages?|attachment|image|video|product\w*|posts-page)(?=[-_.\d]|$)",
    re.IGNORECASE,
)
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
