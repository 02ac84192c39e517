"""PDF: text page by page, title and author from its metadata or its first page (PDFium)."""

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from archiver.extract import pdf_front
from archiver.extract.hyphens import joined
from archiver.extract.pdf_front import Line
from archiver.extract.tidy import tidy
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.language import iso_639_1

_MOST_PAGES = 5_000
_MOST_LETTERS = 6_000  # of a first page, whose sizes are asked for one by one
_MARKS = str.maketrans({"\u0002": "-", "\ufffe": "-"})


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type in {"application/pdf", "application/x-pdf"}


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a PDF. One that is broken, locked or without text gives no text, and says so in `extractor`."""
    try:
        with pypdfium2.PdfDocument(capture.payload) as pdf:
            return _read(pdf, capture.url, kind)
    except pypdfium2.PdfiumError as error:
        reason = "locked by a password" if "password" in str(error).lower() else "damaged"
        return Document(kind=kind, url=capture.url, type="document", extractor=f"pdfium: {reason}")


def _read(pdf: pypdfium2.PdfDocument, url: str, kind: str) -> Document:
    pages = [_page_text(pdf, number) for number in range(min(len(pdf), _MOST_PAGES))]
    text = tidy("\n\n".join(joined(page) for page in pages if page))
    said = pdf.get_metadata_dict()
    front = _lines(pdf) if len(pdf) else []
    return Document(
        kind=kind,
        url=url,
        title=pdf_front.title_of(said.get("Title", ""), front),
        author=pdf_front.author_of(said.get("Author", "")),
        issued=pdf_front.issued_of(front),
        language=iso_639_1(_language(pdf)),
        doi=pdf_front.doi_of(front),
        type="document",
        text=text,
        extractor=_how(pages, len(pdf), text),
    )


def _how(pages: list[str | None], count: int, text: str) -> str:
    notes = [] if text else ["no text layer"]
    if torn := sum(page is None for page in pages):
        notes.append(f"{torn} pages damaged")
    if count > _MOST_PAGES:
        notes.append(f"the first {_MOST_PAGES} of {count} pages")
    return ": ".join(["pdfium", ", ".join(notes)] if notes else ["pdfium"])


def _page_text(pdf: pypdfium2.PdfDocument, number: int) -> str | None:
    """The text of one page; None where the page is broken, which says nothing of the others."""
    try:
        page = pdf[number]
        return str(page.get_textpage().get_text_bounded())
    except pypdfium2.PdfiumError:
        return None


def _lines(pdf: pypdfium2.PdfDocument) -> list[Line]:
    """The lines of the first page with their sizes."""
    try:
        page = pdf[0].get_textpage()
        return list(_measured(page))
    except pypdfium2.PdfiumError:
        return []


def _measured(page: pypdfium2.PdfTextPage) -> Iterator[Line]:
    start = 0
    text = str(page.get_text_range(0, min(page.count_chars(), _MOST_LETTERS)))
    for line in text.splitlines(keepends=True):
        # Boxes are asked for by character; those that PDFium made up itself (spaces, line ends) have none.
        sizes = [_height(page, start + offset) for offset, char in enumerate(line) if not char.isspace()]
        start += len(line)
        if any(sizes):
            yield Line(text=line.translate(_MARKS).strip(), size=sorted(sizes)[len(sizes) // 2])


def _height(page: pypdfium2.PdfTextPage, index: int) -> float:
    try:
        _, bottom, _, top = page.get_charbox(index, loose=True)
    except pypdfium2.PdfiumError:
        return 0.0
    return float(top - bottom)


def _language(pdf: pypdfium2.PdfDocument) -> str | None:
    """The language in the catalogue (PDF 1.7, 14.9.2)."""
    size = raw.FPDFCatalog_GetLanguage(pdf.raw, None, 0)
    if size <= 2:  # noqa: PLR2004 -- nothing but the final zero
        return None
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFCatalog_GetLanguage(pdf.raw, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
