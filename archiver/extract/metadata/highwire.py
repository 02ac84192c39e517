"""`citation_*` meta tags (Highwire Press, as Google Scholar asks for them), with BePress's and EPrints' own."""

from archiver.extract.markup import Markup
from archiver.extract.metadata.claims import Claims, signed

_PREFIXES = ("citation_", "bepress_citation_", "wkhealth_", "eprints.")
_DATES = ("publication_date", "date", "cover_date", "online_date", "year")
# What else is said tells the type: the first that is there.
_TYPES = (
    ("journal_title", "article-journal"),
    ("conference_title", "paper-conference"),
    ("conference", "paper-conference"),
    ("dissertation_institution", "thesis"),
    ("dissertation_name", "thesis"),
    ("technical_report_institution", "report"),
    ("technical_report_number", "report"),
    ("inbook_title", "chapter"),
    ("isbn", "book"),
)


def read(page: Markup) -> Claims:
    """The claims of the page's citation tags."""
    authors = _all(page, "author") or tuple(
        name for line in _all(page, "authors") for name in line.split(";" if ";" in line else "\n")
    )
    return Claims(
        title=_one(page, "title"),
        authors=signed(authors or _all(page, "creators_name")),
        issued=tuple(date for name in _DATES if (date := _one(page, name))),
        container_title=_one(
            page, "journal_title", "conference_title", "inbook_title", "conference", "publication"
        ),
        publisher=_one(page, "publisher", "dissertation_institution", "technical_report_institution"),
        language=_one(page, "language"),
        section=_one(page, "section"),
        doi=_one(page, "doi", "id_number"),
        isbn=_one(page, "isbn"),
        url=_one(page, "abstract_html_url", "public_url"),
        type=next((kind for name, kind in _TYPES if _one(page, name)), None),
    )


def _all(page: Markup, name: str) -> tuple[str, ...]:
    return page.metas(*(prefix + name for prefix in _PREFIXES))


def _one(page: Markup, *names: str) -> str | None:
    return page.meta(*(prefix + name for name in names for prefix in _PREFIXES))
