"""OpenDocument texts, slides and tables (.odt, .odp, .ods): the text with its structure and notes, and who is named as author."""

from archiver.extract.html_text import first_heading
from archiver.extract.office.broken import broken
from archiver.extract.office.events import read_events
from archiver.extract.office.notes import notes_below
from archiver.extract.office.opendocument import OpenDocumentReader
from archiver.extract.office.package import Package, PackageError
from archiver.extract.office.properties import properties
from archiver.extract.stated import Stated, document_of
from archiver.models.capture import Capture
from archiver.models.citation import Document

_FAMILY = "application/vnd.oasis.opendocument."
_KINDS = frozenset("text text-template text-master presentation presentation-template spreadsheet".split())
_TABLES = f"{_FAMILY}spreadsheet"


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type.startswith(_FAMILY) and media_type.removeprefix(_FAMILY) in _KINDS


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of an OpenDocument file. A broken one gives no text, and says so in `extractor`."""
    try:
        package = Package.open(capture.payload)
    except PackageError as error:
        return broken(capture, kind=kind, extractor="opendocument", reason=str(error))
    is_table = package.read("mimetype") == _TABLES.encode()
    xml = package.read("content.xml")
    if xml is None:
        return broken(
            capture,
            kind=kind,
            extractor="opendocument",
            reason="no text in the archive",
            doubts=package.doubts,
        )
    reader = OpenDocumentReader()
    read_events(package.read("styles.xml") or b"", reader)
    if not read_events(xml, reader):
        package.doubts.append("the XML in it is damaged or too long: it was read as far as it goes")
    html = reader.out.pen.html()
    told = properties("meta.xml", package.read("meta.xml"))
    return document_of(
        capture,
        kind=kind,
        extractor="opendocument",
        stated=(
            Stated(rule="title style", title="".join(reader.title)),
            told,
            *(() if told.title or reader.title else (Stated(rule="heading", title=first_heading(html)),)),
        ),
        html="\n".join(filter(None, (html, notes_below(reader.notes)))),
        type="dataset" if is_table else "document",
        doubts=tuple(package.doubts),
    )
