"""Slides (.pptx): the words of each in their order; speakers' notes are left out."""

from archiver.extract.office.broken import broken
from archiver.extract.office.events import read_events
from archiver.extract.office.leaves import leaves
from archiver.extract.office.package import Package, PackageError
from archiver.extract.office.properties import properties
from archiver.extract.office.relations import part_of, relations
from archiver.extract.office.slides import SlideReader
from archiver.extract.stated import Stated, document_of
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.containers import PPTX

_SHOW = "application/vnd.openxmlformats-officedocument.presentationml.slideshow"


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type in {PPTX, _SHOW}


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a file of slides. A broken one gives no text, and says so in `extractor`."""
    try:
        package = Package.open(capture.payload)
    except PackageError as error:
        return broken(capture, kind=kind, extractor="pptx", reason=str(error))
    top = relations(package)
    main = part_of(top, "officeDocument") or "ppt/presentation.xml"
    slides = {each.id: each.target for each in relations(package, main) if each.kind == "slide"}
    order = [leaf.attributes.get("id", "") for leaf in leaves(package.read(main)) if leaf.name == "sldId"]
    reader = SlideReader()
    for slide in dict.fromkeys(slides[each] for each in order if each in slides):
        if not read_events(package.read(slide) or b"", reader):
            package.doubts.append(f"{slide} is damaged or too long: it was read as far as it goes")
    html = reader.pen.html()
    told = properties("core.xml", package.read(part_of(top, "core-properties") or "docProps/core.xml"))
    return document_of(
        capture,
        kind=kind,
        extractor="pptx" if html else "pptx: no text in the archive",
        stated=(told, Stated(rule="first slide", title=next(iter(reader.titles), ""))),
        html=html,
        type="speech",
        doubts=tuple(package.doubts),
    )
