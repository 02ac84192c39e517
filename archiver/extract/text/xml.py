"""XML: articles and books in JATS, TEI and DocBook with what they say of themselves; of other files the words, line by line."""

from archiver.extract.articles.metadata import docbook, jats, tei
from archiver.extract.articles.reader import ArticleReader
from archiver.extract.articles.vocabularies import DOCBOOK, JATS, TEI
from archiver.extract.office.events import read_events
from archiver.extract.office.leaves import Leaf, leaves
from archiver.extract.office.notes import notes_below
from archiver.extract.stated import Stated, document_of
from archiver.extract.unread import unread
from archiver.models.capture import Capture
from archiver.models.citation import Document

# Kinds of XML that others read, or that hold no text.
_OTHERS = frozenset(
    "application/xhtml+xml application/rss+xml application/atom+xml image/svg+xml text/x-opml".split()
)
_HEAD = 400_000  # bytes in which an article says what it is; hundreds of authors take as much
_MOST = 16 * 1024 * 1024  # bytes
_SITEMAPS = frozenset(["urlset", "sitemapindex"])
_DOCBOOK = (b"http://docbook.org/ns/docbook", b"DTD DocBook")
_BROKEN = "it is damaged or too long: it was read as far as it goes"


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type.endswith(("/xml", "+xml")) and media_type not in _OTHERS


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of an XML file. A list of a site's pages has no text of its own."""
    head = leaves(capture.payload[:_HEAD])
    if not head:
        return document_of(
            capture, kind=kind, extractor="xml: damaged", doubts=("nothing could be read: damaged",)
        )
    if head[0].name in _SITEMAPS:
        return document_of(capture, kind=kind, extractor=unread("sitemap"))
    name, vocabulary, stated = _known(head, capture.payload[:4_096])
    reader = ArticleReader(vocabulary)
    is_whole = read_events(capture.payload[:_MOST].lstrip(), reader)
    return document_of(
        capture,
        kind=kind,
        extractor=name,
        stated=(stated,),
        html="\n".join(filter(None, (reader.pen.html(), notes_below(reader.notes)))),
        type=_type(name, head[0]),
        doubts=() if is_whole else (_BROKEN,),
    )


def _known(head: tuple[Leaf, ...], beginning: bytes) -> tuple[str, dict[str, str], Stated]:
    """Which vocabulary a file is written in, by its root and its first elements."""
    root = head[0].name
    if root in {"TEI", "TEI.2", "teiCorpus"}:
        return "tei", TEI, tei(head)
    if any(mark in beginning for mark in _DOCBOOK):
        return "docbook", DOCBOOK, docbook(head)
    if root in {"article", "book", "book-part-wrapper"} and any(
        leaf.name in {"front", "article-meta", "book-meta"} for leaf in head
    ):
        return "jats", JATS, jats(head)
    title = next((leaf.text for leaf in head[:50] if leaf.name.lower() == "title" and leaf.text), "")
    return "xml", {}, Stated(rule="title element", title=title)


def _type(name: str, root: Leaf) -> str:
    if name == "jats":
        return "article-journal" if root.name == "article" else "book"
    return "book" if name == "docbook" and root.name == "book" else "document"
