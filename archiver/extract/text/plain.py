"""Plain text, and what is read as it stands: Markdown, CSV."""

from archiver.extract.tidy import tidy
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.charset import decode

_TYPES = frozenset(
    "text/plain text/markdown text/x-markdown text/csv text/tab-separated-values text/x-rst text/x-log "
    "application/x-tex text/x-tex".split()
)
_TABLES = frozenset(["text/csv", "text/tab-separated-values"])
_LONGEST_TITLE = 120


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type in _TYPES


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a text file; its title is a first line that stands alone."""
    decoded = decode(capture.payload, capture.snapshot.content_type)
    text = tidy(decoded.text)
    said = (capture.snapshot.content_type or "").partition(";")[0].strip().lower()
    return Document(
        kind=kind,
        url=capture.url,
        title=None if said in _TABLES else _title(text),
        type="document",
        text=text,
        extractor="plain",
        encoding=decoded.encoding,
        found_by=(("encoding", decoded.how),),
        doubts=decoded.doubts,
    )


def _title(text: str) -> str | None:
    first, _, rest = text.partition("\n")
    if first.startswith("#") and (heading := first.strip("# \t")):
        return heading[:_LONGEST_TITLE]
    stands_alone = (
        rest.startswith("\n") and 0 < len(first) <= _LONGEST_TITLE and not first.endswith((".", ",", ";"))
    )
    return first if stands_alone else None
