"""PDF: text page by page in reading order, title and authors from its metadata or its first page (PDFium)."""

import pypdfium2

from archiver.extract.pdf.doubts import doubts
from archiver.extract.pdf.facts import read_facts
from archiver.extract.pdf.reading import read_pages
from archiver.extract.pdf.said import read_said
from archiver.extract.pdf.xmp import read_xmp
from archiver.models.capture import Capture
from archiver.models.citation import Document


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type in {"application/pdf", "application/x-pdf"}


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a PDF. One that is broken, locked or without text gives no text, and says why in `extractor`."""
    try:
        # Everything that it opened is closed with it, on every way out.
        with pypdfium2.PdfDocument(capture.payload) as pdf:
            return _read(pdf, capture, kind)
    except pypdfium2.PdfiumError as error:
        reason = "locked by a password" if "password" in str(error).lower() else "damaged"
        return Document(
            kind=kind, url=capture.url, type="document", extractor=f"pdfium: {reason}", doubts=(reason,)
        )


def _read(pdf: pypdfium2.PdfDocument, capture: Capture, kind: str) -> Document:
    reading = read_pages(pdf.raw)
    found = tuple(doubts(reading.pages, reading.count, text=reading.text))
    facts = read_facts(
        read_said(pdf.raw), read_xmp(capture.payload), reading.opening, reading.body, reading.text
    )
    return Document(
        kind=kind,
        url=capture.url,
        title=facts.title,
        author="; ".join(map(str, facts.authors)) or None,
        authors=facts.authors,
        issued=facts.issued,
        language=facts.language,
        text=reading.text,
        html=reading.html,
        extractor="pdfium" if reading.text or not found else f"pdfium: {found[0]}",
        type=facts.type,
        container_title=facts.container_title,
        publisher=facts.publisher,
        doi=facts.doi,
        isbn=facts.isbn,
        license=facts.license,
        pages=reading.count,
        found_by=facts.found_by,
        disagreements=facts.disagreements,
        doubts=found,
    )
