"""Ranked search over posts and sources, in one index, so that ranks compare."""

from pathlib import Path

from sqlite_utils import Database

from archiver.models.views import Hit, Reference
from archiver.search.citing import citing, count_citing
from archiver.search.query import match_expression
from archiver.search.ranking import SCORE
from archiver.store.database import opened
from archiver.store.rows import Row, every, one

_CITERS = 5  # named in a hit; their number is told beside


def search(
    path: Path, query: str, *, limit: int = 20, kind: str | None = None, marks: tuple[str, str] = ("[", "]")
) -> list[Hit]:
    """What fits a query best, best first. `kind` is post or source; `marks` stand around the words that were found.

    Only the reading that a post or source has now is searched, not those that it had before.
    """
    expression = match_expression(query)
    if not expression:
        return []
    with opened(path) as db:
        ranked = every(db, _RANKED[kind], expression, limit)
        return [_hit(db, row, expression, marks) for row in ranked]


def _hit(db: Database, ranked: Row, expression: str, marks: tuple[str, str]) -> Hit:
    document_id = ranked["id"]
    kind = "post" if ranked["post_id"] is not None else "source"
    row = one(db, _POST if kind == "post" else _SOURCE, ranked[f"{kind}_id"])
    found = one(db, _SNIPPET, *marks, expression, document_id)
    assert row is not None
    assert found is not None
    source_ids = [each["id"] for each in every(db, _SOURCES_OF, document_id, ranked["post_id"])]
    return Hit(
        reference=Reference(kind=kind, id=ranked[f"{kind}_id"]),
        document_id=document_id,
        snippet=" ".join(found["snippet"].split()),
        score=ranked["score"],
        cited=count_citing(db, source_ids),
        cited_by=citing(db, source_ids, limit=_CITERS),
        **row,
    )


_BEST = f"""
SELECT documents_fts.rowid AS id, {SCORE} AS score,
    (SELECT min(id) FROM posts WHERE document_id = documents_fts.rowid) AS post_id,
    (SELECT min(id) FROM sources WHERE document_id = documents_fts.rowid) AS source_id
FROM documents_fts WHERE documents_fts MATCH ?
"""  # noqa: S608  # our own words
_RANKED = {
    None: f"SELECT * FROM ({_BEST}) WHERE coalesce(post_id, source_id) IS NOT NULL ORDER BY score, id LIMIT ?",  # noqa: S608
    "post": f"SELECT * FROM ({_BEST}) WHERE post_id IS NOT NULL ORDER BY score, id LIMIT ?",  # noqa: S608
    "source": f"""
        SELECT id, score, NULL AS post_id, source_id FROM ({_BEST})
        WHERE source_id IS NOT NULL ORDER BY score, id LIMIT ?
    """,  # noqa: S608
}
_SNIPPET = """
SELECT snippet(documents_fts, 2, ?, ?, '…', 32) AS snippet FROM documents_fts
WHERE documents_fts MATCH ? AND rowid = ?
"""
_POST = "SELECT url, title, author, published AS date, outcome FROM posts WHERE id = ?"
_SOURCE = "SELECT url, title, author, issued AS date, outcome FROM sources WHERE id = ?"
_SOURCES_OF = """
SELECT id FROM sources WHERE document_id = ?
UNION SELECT sources.id FROM sources JOIN post_urls ON post_urls.url = sources.url WHERE post_urls.post_id = ?
"""
