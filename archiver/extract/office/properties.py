"""What an office file says of itself (ECMA-376, part 2, 11; ODF 1.2, part 1, 4): its title and its author, if somebody gave them.

When the file was made is not when the work came out: templates and copies carry the dates of others.
"""

from archiver.extract.office.leaves import leaves, texts
from archiver.extract.pdf.bylines import authors_of
from archiver.extract.pdf.front import is_junk
from archiver.extract.stated import Stated


def properties(rule: str, xml: bytes | None) -> Stated:
    """The properties in `docProps/core.xml` or `meta.xml`; what programs fill in by themselves is left out."""
    found = leaves(xml)

    def one(*names: str) -> str:
        return next(texts(found, *names), "")

    # In OpenDocument `creator` is who saved it last.
    authors = authors_of(tuple(texts(found, "initial-creator")) or tuple(texts(found, "creator")))
    title = " ".join(one("title").split())
    return Stated(
        rule=rule,
        title="" if is_junk(title) else title,
        authors=authors,
        modified=one("modified", "date"),
        language=one("language"),
        publisher=one("publisher"),
        doi=one("identifier"),
        isbn=one("identifier"),
        license=one("rights"),
    )
