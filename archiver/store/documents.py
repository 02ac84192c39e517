"""Readings: clean text and metadata, searchable. Equal readings of an unchanged page are stored once."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlite_utils import Database

from archiver.models.citation import Document, Outcome
from archiver.models.reading import Reading
from archiver.models.work import Name
from archiver.store.rows import Row, clean, every, insert, one, update

# Whose text is the work's own, if only its beginning. A challenge page or a "not found" is kept, and is not the work.
READABLE = frozenset({Outcome.ARCHIVED, Outcome.RESCUED, Outcome.PAYWALL})
# Measures of one capture: where only they differ, the reading is the same.
_MEASURES = frozenset(["size", "agreement"])


def add(db: Database, reading: Reading, snapshot_id: int) -> int | None:
    """Fold the reading of a capture; gives its id, or that of an equal one made before."""
    if reading.document is None or reading.verdict.outcome not in READABLE:
        return None
    document_id = keep(db, reading.document, snapshot_id)
    update(db, "snapshots", snapshot_id, {"document_id": document_id})
    return document_id


def keep(db: Database, document: Document, snapshot_id: int) -> int:
    """Fold a reading of a capture, of which there may be several; gives its id, or that of an equal one made before."""
    row = _row(document)
    sql = "SELECT * FROM documents WHERE text_digest = ? AND url = ? ORDER BY id"
    alike = every(db, sql, row["text_digest"], row["url"])
    said = {name: cell for name, cell in row.items() if name not in _MEASURES}
    same = (old["id"] for old in alike if said.items() <= old.items())
    return int(next(same, None) or insert(db, "documents", {"snapshot_id": snapshot_id, **row}))


def work(db: Database, document_id: int) -> Row:
    """What a document tells of its work, in CSL's names."""
    sql = "SELECT type, title, author, issued, container_title, publisher, language, doi FROM documents WHERE id = ?"
    row = one(db, sql, document_id)
    assert row is not None
    return row


def _row(document: Document) -> Row:
    text = str(clean(document.text))
    row: Row = {
        "kind": document.kind,
        "url": document.url,
        "title": document.title,
        "author": document.author,
        "issued": document.issued,
        "site": document.site,
        "language": document.language,
        "text": text,
        "words": len(text.split()),
        "text_digest": "sha256:" + hashlib.sha256(text.encode()).hexdigest(),
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
