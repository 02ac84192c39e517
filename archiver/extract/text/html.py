"""HTML: the main text of the page, and what its head and its body say of the work."""

from archiver.extract.content.between import SECTIONS
from archiver.extract.main_text import main_text
from archiver.extract.markup import Markup
from archiver.extract.metadata.work import read_work
from archiver.extract.tidy import without_heading
from archiver.models.blog import Found
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.beginning import beginning
from archiver.web.charset import decode
from archiver.web.media_type import is_html

_MOST = 4_000_000  # characters of a page that are read; a long book has a million
_MOST_ELEMENTS = 100_000  # a tenth of a millisecond each; the longest tables have half as many


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return is_html(media_type)


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a page. What nobody can read gives no text, and says so in `extractor`."""
    decoded = decode(capture.payload, capture.snapshot.content_type)
    whole = decoded.text
    html = beginning(whole[:_MOST], _MOST_ELEMENTS)
    page = Markup.parse(capture.url, html)
    if page is None:
        return Document(kind=kind, url=capture.url, extractor="no element in it")
    work = read_work(page, before=capture.snapshot.date)
    title, site = _value(work.title), _value(work.site)
    authors = [author.value for author in work.authors]
    # Several of the highest rank are those of sections, and words of the text.
    own = page.headings if len(page.headings) < SECTIONS else page.headings[:1]
    found = main_text(page, html, headings=(title, site, page.title, *own), names=authors)
    return Document(
        kind=kind,
        url=work.url,
        title=title,
        author="; ".join(authors) or None,
        issued=_value(work.issued),
        site=site,
        language=_value(work.language),
        text=without_heading(found.text, title, site, page.title),
        html=found.html,
        agreement=found.agreement,
        extractor=found.extractor + (f"; the first {len(html)} characters" if len(whole) > len(html) else ""),
        type=work.type.value if work.type else "webpage",
        container_title=_value(work.container_title),
        publisher=_value(work.publisher),
        doi=_value(work.doi),
        authors=tuple(author.name for author in work.authors),
        modified=_value(work.modified),
        section=_value(work.section),
        isbn=_value(work.isbn),
        license=_value(work.license),
        paywall=work.paywall,
        encoding=decoded.encoding,
        found_by=(*work.found_by, ("encoding", decoded.how)),
        disagreements=work.disagreements,
        doubts=(*decoded.doubts, *found.doubts, *work.doubts),
    )


def _value(found: Found | None) -> str | None:
    return found.value if found is not None else None
