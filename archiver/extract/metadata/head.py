"""What HTML itself has: `<title>`, `<html lang>`, `rel=canonical`, and the meta names that many sites made up."""

import re

from archiver.extract.markup import Markup
from archiver.extract.metadata.claims import Claims, signed
from archiver.extract.metadata.names import names

_AUTHORS = (
    "author",
    "authors",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "article.author",
    "article_author",
    "article-author",
    "author-name",
    "author_name",
    "byl",
    "byline",
    "dcsext.author",
    "vr:author",
    "creator",
)
_DATES = (
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "article.published",
    "article:published",
    "article.created",
    "article_date_original",
    "originalpublicationdate",
    "datepublished",
    "date_published",
    "published_at",
    "published_time",
    "publish_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "ptime",
    "publication_date",
    "publication-date",
    "published-date",
    "published",
    "release_date",
    "displaydate",
    "vr:published_time",
    "date",
    "datecreated",
    "created",
    "shareaholic:article_published_time",
)
_CHANGED = (
    "last-modified",
    "datemodified",
    "date_modified",
    "lastmod",
    "modified",
    "revision_date",
    "article.updated",
    "shareaholic:article_modified_time",
)
# Twitter's cards have two free lines; the label says what the first of them is.
_WRITTEN_BY = re.compile(
    r"(?:(?:written|posted|published|article|words|story) )?by|authors?|verfasst von|geschrieben von|von|autor(?:in)?|écrit par|"
    r"rédigé par|auteur|escrito por|autor|scritto da|geschreven door|skrevet av|skriven av|napisane przez|автор|written by",
    re.IGNORECASE,
)


def read(page: Markup) -> Claims:
    """The claims of the page's head."""
    return Claims(
        title=page.meta("parsely-title", "sailthru.title", "twitter:title") or page.title,
        authors=signed(_authors(page) or _card(page)),
        issued=tuple(date for name in _DATES if (date := page.meta(name))),
        modified=tuple(date for name in _CHANGED if (date := page.meta(name))),
        site=page.meta("application-name", "apple-mobile-web-app-title"),
        publisher=page.meta("publisher", "copyright-holder"),
        section=page.meta("parsely-section", "sailthru.section", "cxenseparse:section", "section"),
        language=page.root.get("lang")
        or page.root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or page.meta("content-language", "language"),
        url=next(iter(page.links("canonical")), None),
    )


def _authors(page: Markup) -> tuple[str, ...]:
    """The first of the tags that holds a name, and not a user's or an address."""
    return next((said for name in _AUTHORS if names(said := page.metas(name))), ())


def _card(page: Markup) -> tuple[str, ...]:
    """The author of Twitter's card: `twitter:label1` "Written by", `twitter:data1` the name."""
    for number in "12":
        label = page.meta(f"twitter:label{number}") or ""
        if _WRITTEN_BY.fullmatch(label.strip(" :")):
            return page.metas(f"twitter:data{number}")
    return ()
