"""The reading of one capture: its text and what it says of itself, by whatever reads such files."""

from collections.abc import Sequence
from dataclasses import replace

from archiver.extract.kinds import text_kinds
from archiver.extract.language import in_language
from archiver.extract.markup import one_line
from archiver.extract.metadata.titles import site_in
from archiver.extract.mojibake import doubts_about
from archiver.extract.pieces import html_of, text_of
from archiver.models.blog import PostFacts
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.models.piece import Piece
from archiver.web.charset import decode
from archiver.web.language import iso_639_1
from archiver.web.media_type import media_type
from archiver.web.page import Page
from archiver.web.reading import MOST


def read_document(capture: Capture, *, kind: str) -> Document | None:
    """Read a capture as what its bytes show it to be; None where nothing came."""
    if not capture.payload:
        return None
    shown = media_type(capture.payload, capture.snapshot.content_type)
    reader = next(reader for reader in text_kinds().values() if reader.accepts(shown))
    return _checked(replace(reader.read(capture, kind=kind), media_type=shown, size=_size(capture)))


def read_post_document(capture: Capture, page: Page, pieces: Sequence[Piece], facts: PostFacts) -> Document:
    """The document of a blog's own post: the text of its content, notes included, under the facts that its page gives."""
    title = one_line(facts.title.value) if facts.title else None
    # Where nothing names the blog, what follows the post's own title in `<title>` does.
    site = page.meta("og:site_name", "application-name") or (
        site_in(page.title, [title]) if page.title and title else None
    )
    decoded = decode(capture.payload[:MOST], capture.snapshot.content_type)
    document = Document(
        kind="post",
        url=facts.url or capture.url,
        title=title,
        author="; ".join(author.value for author in facts.authors) or None,
        issued=facts.published.value if facts.published else None,
        site=site,
        language=iso_639_1(facts.language.value if facts.language else None) or iso_639_1(page.lang),
        text=text_of(pieces),
        html=html_of(pieces),
        extractor="post; container",
        type="post-weblog",
        container_title=site,
        media_type=media_type(capture.payload, capture.snapshot.content_type),
        size=_size(capture),
        encoding=decoded.encoding,
        found_by=(("encoding", decoded.how),),
        doubts=(
            *decoded.doubts,
            *(("only the beginning of the page was read: it is too long",) if page.is_cut else ()),
        ),
    )
    return _checked(document)


def _checked(document: Document) -> Document:
    """The document with its language, and with what may be wrong with its letters."""
    told = in_language(document)
    return replace(told, doubts=(*told.doubts, *doubts_about(f"{told.title or ''}\n{told.text}")))


def _size(capture: Capture) -> int:
    """Bytes of the file. Of a very long one the payload is the beginning; the body tells, where it was sent as it is."""
    is_encoded = (capture.header("content-encoding") or "identity").strip().lower() != "identity"
    return len(capture.payload) if is_encoded else max(len(capture.payload), capture.entity_length)
