"""Plain text, and what is read as it stands: tables in columns, source code, subtitles."""

import re
from collections.abc import Iterator
from html import escape

from archiver.extract.plain_html import plain_html
from archiver.extract.stated import Stated, document_of, people
from archiver.extract.tidy import tidy
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.charset import decode
from archiver.web.media_type import media_type as type_of

_TYPES = frozenset(
    "text/plain text/csv text/tab-separated-values text/vtt text/troff text/tex application/x-tex application/x-latex "
    "application/x-bibtex application/x-research-info-systems application/x-subrip application/x-sh "
    "application/x-python application/sql application/mbox".split()
)
_NOT_PLAIN = frozenset(
    ["text/x-markdown", "text/x-web-markdown", "text/x-opml", "text/x-vcard", "text/x-component"]
)
_TABLES = frozenset(["text/csv", "text/tab-separated-values"])
_PROSE = frozenset(
    ["text/plain", "text/x-rst", "text/tex", "text/x-tex", "application/x-tex", "application/x-latex"]
)
_MOST = 4_000_000  # characters that are read; a long book has a million
_LONGEST_TITLE = 120
_HEADER = 4_000  # characters in which a text's own header stands
_FIELD = re.compile(
    r"^(Title|Authors?|Language):[ \t]{1,20}(\S.{0,300}(?:\n[ \t]{2,20}\S.{0,300})?)$", re.MULTILINE
)


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type in _TYPES or (media_type.startswith("text/x-") and media_type not in _NOT_PLAIN)


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a text file. Its words stay as they are laid out; its title is a first line that stands alone."""
    shown = type_of(capture.payload, capture.snapshot.content_type)
    decoded = decode(capture.payload, capture.snapshot.content_type)
    text = tidy(decoded.text[:_MOST])
    is_cut = len(decoded.text) > _MOST
    return document_of(
        capture,
        kind=kind,
        extractor="plain",
        stated=() if shown in _TABLES else tuple(_stated(text)),
        text=text,
        html=plain_html(text) if shown in _PROSE else f"<pre>{escape(text, quote=False)}</pre>",
        type="dataset" if shown in _TABLES else "document",
        decoded=decoded,
        doubts=(f"only the first {_MOST} characters were read",) if is_cut else (),
    )


def _stated(text: str) -> Iterator[Stated]:
    """What a header of fields says, as Project Gutenberg's, else the first line."""
    fields = {name.rstrip("s"): value for name, value in _FIELD.findall(text[:_HEADER])}
    if "Title" in fields and len(fields) > 1:
        authors = people(fields["Author"].splitlines()) if "Author" in fields else ()
        yield Stated(
            rule="header", title=fields["Title"], authors=authors, language=fields.get("Language", "")
        )
    else:
        yield Stated(rule="first line", title=_first_line(text))


def _first_line(text: str) -> str:
    first, _, rest = text.partition("\n")
    stands_alone = (
        rest.startswith("\n") and 0 < len(first) <= _LONGEST_TITLE and not first.endswith((".", ",", ";"))
    )
    return first if stands_alone else ""
