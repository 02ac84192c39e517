"""Word files (.docx): the text with its structure and notes, and what somebody filled in as title and author.

Our own reader, since the library for it (mammoth 1.13) builds a tree in memory and walks it by recursion: nesting ends it, and a
file of 5 kB that unpacks to three megabytes of empty paragraphs takes it 49 seconds.
"""

from archiver.extract.html_text import first_heading
from archiver.extract.office.broken import broken
from archiver.extract.office.events import read_events
from archiver.extract.office.notes import notes_below
from archiver.extract.office.package import Package, PackageError
from archiver.extract.office.properties import properties
from archiver.extract.office.relations import links, part_of, relations
from archiver.extract.office.word import WordReader
from archiver.extract.office.word_styles import read_styles
from archiver.extract.stated import Stated, document_of
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.containers import DOCX

_OTHERS = frozenset(
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        "application/vnd.ms-word.document.macroenabled.12",
    ]
)


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type == DOCX or media_type in _OTHERS


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a Word file. A broken one gives no text, and says so in `extractor`."""
    try:
        package = Package.open(capture.payload)
    except PackageError as error:
        return broken(capture, kind=kind, extractor="docx", reason=str(error))
    top = relations(package)
    main = part_of(top, "officeDocument") or "word/document.xml"
    xml = package.read(main)
    if xml is None:
        return broken(
            capture, kind=kind, extractor="docx", reason="no text in the archive", doubts=package.doubts
        )
    parts = relations(package, main)
    styles = read_styles(*(package.read(part_of(parts, each)) for each in ("styles", "numbering")))
    text = WordReader(styles, links(parts))
    is_whole = read_events(xml, text)
    notes: dict[tuple[str, str], str] = {}
    for each in ("footnote", "endnote"):
        part = part_of(parts, f"{each}s")
        reader = WordReader(styles, links(relations(package, part)) if part else {})
        if (xml := package.read(part)) is not None:
            is_whole &= read_events(xml, reader)
        notes |= {(each, note_id): note for note_id, note in reader.notes.items()}
    if not is_whole:
        package.doubts.append("the XML in it is damaged or too long: it was read as far as it goes")
    html = text.pen.html()
    told = properties("core.xml", package.read(part_of(top, "core-properties") or "docProps/core.xml"))
    below = notes_below([notes.get(mark, "") for mark in text.marks])
    return document_of(
        capture,
        kind=kind,
        extractor="docx",
        stated=(
            Stated(rule="title style", title="".join(text.title)),
            told,
            *(() if told.title or text.title else (Stated(rule="heading", title=first_heading(html)),)),
        ),
        html="\n".join(filter(None, (html, below))),
        doubts=tuple(package.doubts),
    )
