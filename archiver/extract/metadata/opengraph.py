"""The Open Graph protocol: `og:title`, `article:published_time` (ogp.me)."""

from archiver.extract.markup import Markup
from archiver.extract.metadata.claims import Claims, signed

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
_CHANGED = ("article:modified_time", "og:article:modified_time", "og:modified_time", "og:updated_time")
_TIERS = {"free": False, "metered": True, "locked": True}  # Facebook's, for subscriptions


def read(page: Markup) -> Claims:
    """The claims of the page's Open Graph tags."""
    tier = (page.meta("article:content_tier", "og:article:content_tier") or "").lower()
    return Claims(
        title=page.meta("og:title"),
        authors=signed(
            page.metas(
                "article:author", "og:article:author", "article:author:name", "book:author", "og:author"
            )
        ),
        issued=tuple(date for name in _DATES if (date := page.meta(name))),
        modified=tuple(date for name in _CHANGED if (date := page.meta(name))),
        site=page.meta("og:site_name"),
        section=page.meta("article:section", "og:article:section"),
        language=page.meta("og:locale"),
        isbn=page.meta("book:isbn", "books:isbn", "og:isbn"),
        url=page.meta("og:url"),
        type=_TYPES.get((page.meta("og:type") or "").lower()),
        paywall=_TIERS.get(tier),
    )
