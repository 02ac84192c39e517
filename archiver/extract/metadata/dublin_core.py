"""Dublin Core in meta tags: `DC.title`, `dcterms.issued` and their spellings (DCMI, "Expressing Dublin Core in HTML")."""

from archiver.extract.markup import Markup
from archiver.extract.metadata.claims import Claims, signed

_PREFIXES = ("dc.", "dcterms.", "dc:", "dcterms:", "dcsext.")
_TYPES = {
    "report": "report",
    "thesis": "thesis",
    "dataset": "dataset",
    "journalarticle": "article-journal",
    "article": "article-journal",
    "book": "book",
}


def read(page: Markup) -> Claims:
    """The claims of the page's Dublin Core tags."""
    kind = (_one(page, "type") or "").lower().replace(" ", "").rpartition(".")[2]
    return Claims(
        title=_one(page, "title"),
        authors=signed(_all(page, "creator") or _all(page, "creator.personalname")),
        issued=tuple(
            date
            for name in (
                "date.issued",
                "issued",
                "date.published",
                "date",
                "date.created",
                "created",
                "date.available",
            )
            if (date := _one(page, name))
        ),
        modified=tuple(date for name in ("date.modified", "modified") if (date := _one(page, name))),
        container_title=_one(page, "ispartof", "relation.ispartof"),
        publisher=_one(page, "publisher"),
        language=_one(page, "language"),
        doi=next((said for said in _all(page, "identifier") if "10." in said), None)
        or _one(page, "identifier.doi"),
        isbn=next((said for said in _all(page, "identifier") if "isbn" in said.lower()), None),
        license=_one(page, "license", "rights.license", "rights"),
        type=_TYPES.get(kind),
    )


def _all(page: Markup, name: str) -> tuple[str, ...]:
    return page.metas(*(prefix + name for prefix in _PREFIXES))


def _one(page: Markup, *names: str) -> str | None:
    return page.meta(*(prefix + name for name in names for prefix in _PREFIXES))
