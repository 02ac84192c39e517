"""Which documents fit words best. Of words that stand nearly everywhere, the latest documents and those named so are ranked, not all.

To rank a document costs some microseconds (bm25, FTS5 5.1.1): of a million that hold a word, seconds. A rank among so many
says little.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sqlite_utils import Database

from archiver.store.rows import every, value

SCORE = "bm25(documents_fts, 10.0, 5.0, 1.0)"  # a word in the title weighs as ten in the text, in the author's name as five
_EXACT = 4000  # documents that are all ranked


@dataclass(frozen=True, slots=True)
class Ranked:
    """Documents with their scores, the best first."""

    scores: dict[int, float]  # bm25: the lower, the better
    is_whole: bool  # none was left out


def ranked(db: Database, expression: str, most: int) -> Ranked:
    """The documents that fit an expression of FTS5."""
    count = int(value(db, _COUNT, expression, _EXACT + 1))
    if count <= _EXACT:
        rows = every(db, _BEST, expression, 0, most)
        return Ranked({row["id"]: row["score"] for row in rows}, is_whole=count <= most)
    titled = _latest(db, f"title : ({expression})", most)
    others = _latest(db, expression, most)
    best = islice({**titled, **others}.items(), most)  # those named so first
    return Ranked(dict(best), is_whole=False)


def every_rank(db: Database, expression: str) -> Iterator[tuple[int, float]]:
    """All documents that fit, the best first, however long it takes."""
    return ((row["id"], row["score"]) for row in every(db, _BEST, expression, 0, -1))


def _latest(db: Database, expression: str, most: int) -> dict[int, float]:
    """The best of the latest that fit."""
    start = value(db, _START, expression, _EXACT) or 0
    return {row["id"]: row["score"] for row in every(db, _BEST, expression, start, most)}


_BEST = f"""
SELECT rowid AS id, {SCORE} AS score FROM documents_fts
WHERE documents_fts MATCH ? AND rowid >= ? ORDER BY score, rowid LIMIT ?
"""  # noqa: S608  # our own words
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM documents_fts WHERE documents_fts MATCH ? LIMIT ?)"
_START = """
SELECT rowid FROM documents_fts WHERE documents_fts MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?
"""
