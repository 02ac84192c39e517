"""A few words of a document, with those marked that were looked for."""

import re

from sqlite_utils import Database

from archiver.search.query import Query
from archiver.store.rows import one, value

_AROUND = 60  # characters before a scrap
_SHOWN = 280  # characters


def snippet(db: Database, document_id: int | None, query: Query, marks: tuple[str, str]) -> str:
    """The part of a document's text that fits best, on one line; without a query its beginning."""
    if query.expression:
        found = one(db, _FOUND, *marks, query.expression, document_id)
        said = "" if found is None else str(found["snippet"])
    elif query.scraps:
        said = _around(value(db, _TEXT, document_id) or "", query.scraps, marks)
    else:
        said = value(db, _BEGINNING, document_id) or ""
    return " ".join(said.split())


def _around(text: str, scraps: tuple[str, ...], marks: tuple[str, str]) -> str:
    """Scraps are no words of the index: they are looked for here."""
    wanted = re.compile("|".join(map(re.escape, scraps)), re.IGNORECASE)
    first = wanted.search(text)
    start = max(0, first.start() - _AROUND) if first is not None else 0
    part = text[start : start + _SHOWN]
    marked = wanted.sub(lambda match: f"{marks[0]}{match[0]}{marks[1]}", part)
    return f"{'…' if start else ''}{marked}{'…' if len(text) > start + _SHOWN else ''}"


_FOUND = """
SELECT snippet(documents_fts, 2, ?, ?, '…', 40) AS snippet FROM documents_fts WHERE documents_fts MATCH ? AND rowid = ?
"""
_TEXT = "SELECT text FROM documents WHERE id = ?"
_BEGINNING = f"SELECT substr(text, 1, {_SHOWN}) FROM documents WHERE id = ?"  # noqa: S608
