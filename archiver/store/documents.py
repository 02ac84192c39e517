"""Readings: clean text and metadata, searchable. Equal readings of an unchanged page are stored once."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlite_utils import Database

from archiver.models.citation import Document, Outcome
from archiver.models.piece import Piece
from archiver.models.reading import Reading
from archiver.models.work import Name
from archiver.store import pieces
from archiver.store.rows import Row, clean, every, insert, one, update

# Whose text is the work's own, if only its beginning. A challenge page or a "not found" is kept, and is not the work.
READABLE = frozenset({Outcome.ARCHIVED, Outcome.RESCUED, Outcome.PAYWALL})
WORK = (
    "type",
    "title",
    "author",
    "issued",
    "container_title",
    "publisher",
    "language",
    "doi",
)  # what a reading tells of it
# Measures of one capture: where only they differ, the reading is the same.
_MEASURES = frozenset(["size", "agreement"])
# What is made of a post's pieces, and changes with what is learnt of the blog: equal pages are known by the pieces.
_MADE = frozenset(["text", "words", "text_digest", "html", "extractor", "doubts"])


def add(db: Database, reading: Reading, snapshot_id: int) -> int | None:
    """Fold the reading of a capture; gives its id, or that of an equal one made before."""
    if reading.document is None or reading.verdict.outcome not in READABLE:
        return None
    document_id = keep(db, reading.document, snapshot_id, reading.pieces)
    update(db, "snapshots", snapshot_id, {"document_id": document_id})
    return document_id


def keep(db: Database, document: Document, snapshot_id: int, parts: Sequence[Piece] = ()) -> int:
    """Fold a reading of a capture, of which there may be several; gives its id, or that of an equal one made before."""
    row = _row(document)
    if parts:
        alike = every(db, _SAME_PIECES, pieces.digest_of(parts), row["url"])
    else:
        alike = every(db, _SAME_TEXT, row["text_digest"], row["url"])
    left_aside = _MEASURES | _MADE if parts else _MEASURES
    said = {name: cell for name, cell in row.items() if name not in left_aside}
    same = next((old["id"] for old in alike if said.items() <= old.items()), None)
    if same is not None:
        return int(same)
    document_id = insert(db, "documents", {"snapshot_id": snapshot_id, **row})
    if parts:
        pieces.add(db, document_id, parts, row["doubts"])
    return document_id


def work(db: Database, document_id: int) -> Row:
    """What a document tells of its work, in CSL's names."""
    row = one(db, f"SELECT {', '.join(WORK)} FROM documents WHERE id = ?", document_id)  # noqa: S608  # our own names
    assert row is not None
    return row


def _row(document: Document) -> Row:
    row: Row = {
        "kind": document.kind,
        "url": document.url,
        "title": document.title,
        "author": document.author,
        "issued": document.issued,
        "site": document.site,
        "language": document.language,
        **pieces.columns_of(document.text),
        "extractor": document.extractor,
        "type": document.type,
        "container_title": document.container_title,
        "publisher": document.publisher,
        "doi": document.doi,
        "authors": _names(document.authors),
        "modified": document.modified,
        "section": document.section,
        "isbn": document.isbn,
        "license": document.license,
        "paywall": None if document.paywall is None else int(document.paywall),
        "language_confidence": document.language_confidence,
        "encoding": document.encoding,
        "media_type": document.media_type,
        "size": document.size,
        "pages": document.pages,
        "html": document.html,
        "agreement": document.agreement,
        "found_by": json.dumps(dict(document.found_by)),
        "disagreements": json.dumps([asdict(each) for each in document.disagreements], ensure_ascii=False),
        "doubts": "; ".join(document.doubts) or None,
    }
    return {name: clean(cell) for name, cell in row.items()}


def _names(names: Sequence[Name]) -> str:
    """Names as CSL-JSON writes them: what a name does not have is left out."""
    return json.dumps(
        [{part: said for part, said in asdict(name).items() if said} for name in names], ensure_ascii=False
    )


_SAME_TEXT = "SELECT * FROM documents WHERE text_digest = ? AND url = ? ORDER BY id"
_SAME_PIECES = """
SELECT documents.* FROM post_pieces JOIN documents ON documents.id = document_id
WHERE digest = ? AND url = ? ORDER BY documents.id
"""
