"""What HTML itself has: `<title>`, `<html lang>`, `rel=canonical`, and the meta names that many sites made up."""

from archiver.extract.markup import Markup
from archiver.extract.metadata.claims import Claims

_AUTHORS = (
    "author",
    "authors",
    "parsely-author",
    "sailthru.author",
    "article.author",
    "byl",
    "dcsext.author",
    "creator",
)
_DATES = (
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "article:published",
    "published_at",
    "publish_date",
    "publish-date",
    "publishdate",
    "publication_date",
    "publication-date",
    "published-date",
    "published",
    "pubdate",
    "date_published",
    "datepublished",
    "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "date",
)


def read(page: Markup) -> Claims:
    """The claims of the page's head."""
    return Claims(
        title=page.meta("parsely-title", "sailthru.title", "twitter:title") or page.title,
        authors=page.metas(*_AUTHORS),
        issued=tuple(date for name in _DATES if (date := page.meta(name))),
        site=page.meta("application-name", "apple-mobile-web-app-title"),
        publisher=page.meta("publisher", "copyright-holder"),
        language=page.root.get("lang")
        or page.root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or page.meta("content-language", "language"),
        url=next(iter(page.links("canonical")), None),
    )
