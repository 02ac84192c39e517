"""The Open Graph protocol: `og:title`, `article:published_time` (ogp.me)."""

from archiver.extract.markup import Markup
from archiver.extract.metadata.claims import Claims

_TYPES = {
    "book": "book",
    "books.book": "book",
    "video.movie": "motion_picture",
    "video.other": "motion_picture",
    "blog": "post-weblog",
}
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "book:release_date",
    "video:release_date",
)


def read(page: Markup) -> Claims:
    """The claims of the page's Open Graph tags."""
    return Claims(
        title=page.meta("og:title"),
        authors=page.metas("article:author", "og:article:author", "book:author", "og:author"),
        issued=tuple(date for name in _DATES if (date := page.meta(name))),
        site=page.meta("og:site_name"),
        language=page.meta("og:locale"),
        url=page.meta("og:url"),
        type=_TYPES.get((page.meta("og:type") or "").lower()),
    )
