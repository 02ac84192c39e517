"""Books (EPUB 2 and 3): their pages in reading order, and what their package document says of them."""

from collections.abc import Iterator, Sequence

from archiver.extract.office.book_page import page_html
from archiver.extract.office.broken import broken
from archiver.extract.office.leaves import leaves
from archiver.extract.office.opf import Page, member_at, pages_of, stated_by
from archiver.extract.office.package import Package, PackageError
from archiver.extract.stated import document_of
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.containers import EPUB

_CONTAINER = "META-INF/container.xml"
_LARGEST_PAGE = 8 * 1024 * 1024  # bytes; a book in one page has two or three million
_MOST_TAGS = 2_000_000  # of all pages; a book of a thousand pages has a tenth of it


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type in {EPUB, "application/epub"}


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a book. A broken or locked one gives no text, and says so in `extractor`."""
    try:
        package = Package.open(capture.payload)
    except PackageError as error:
        return broken(capture, kind=kind, extractor="epub", reason=str(error))
    opf = next(
        (
            leaf.attributes.get("full-path", "")
            for leaf in leaves(package.read(_CONTAINER))
            if leaf.name == "rootfile"
        ),
        next((name for name in package.names() if name.endswith(".opf")), ""),
    )
    found = leaves(package.read(opf))
    locked = {
        member_at("", leaf.attributes.get("URI", ""))
        for leaf in leaves(package.read("META-INF/encryption.xml"))
        if leaf.name == "CipherReference"
    }
    pages = pages_of(found, opf)
    if locked & {page.name for page in pages}:
        reason = "locked by its seller"
        return broken(
            capture, kind=kind, extractor="epub", reason=reason, stated=(stated_by(found),), type="book"
        )
    html = "\n".join(filter(None, _pages(package, pages)))
    return document_of(
        capture,
        kind=kind,
        extractor="epub" if html else "epub: no text in the archive",
        stated=(stated_by(found),),
        html=html,
        type="book",
        doubts=tuple(package.doubts),
    )


def _pages(package: Package, pages: Sequence[Page]) -> Iterator[str]:
    """The pages; those that are read only where a link leads there, as notes are, come last."""
    tags = 0
    for page in sorted(pages, key=lambda page: not page.is_linear):
        xhtml = package.read(page.name, most=_LARGEST_PAGE) or b""
        tags += xhtml.count(b"<")
        if tags > _MOST_TAGS:
            package.doubts.append(f"over {_MOST_TAGS} tags: the pages from {page.name} on were not read")
            return
        yield page_html(xhtml)
