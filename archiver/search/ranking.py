"""Which documents fit words best. Of words that stand nearly everywhere, the latest documents and those named so are ranked, not all.

To rank a document costs some microseconds (bm25, FTS5 5.1.1): of a million that hold a word, seconds. A rank among so many
says little.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sqlite_utils import Database

from archiver.search.query import Query
from archiver.store.rows import every, value

SCORE = "bm25(documents_fts, 10.0, 5.0, 1.0)"  # a word in the title weighs as ten in the text, in the author's name as five
_EXACT = 4000  # documents that are all ranked


@dataclass(frozen=True, slots=True)
class Ranked:
    """Documents with their scores, the best first."""

    scores: dict[int, float]  # bm25: the lower, the better
    is_whole: bool  # none was left out


def ranked(db: Database, query: Query, most: int) -> Ranked:
    """The documents that fit."""
    if not query.expression:
        return _holding(db, query, most)
    fitting = _Fitting(db, query)
    count = fitting.count(_EXACT + 1)
    if count <= _EXACT:
        return Ranked(fitting.best(most), is_whole=count <= most)
    titled = _Fitting(db, replace(query, expression=f"title : ({query.expression})")).latest(most)
    best = islice({**titled, **fitting.latest(most)}.items(), most)  # those named so first
    return Ranked(dict(best), is_whole=False)


def every_rank(db: Database, query: Query) -> dict[int, float]:
    """All documents that fit, the best first, however long it takes."""
    return _Fitting(db, query).best(-1) if query.expression else _holding(db, query, -1).scores


class _Fitting:
    """Documents that fit an expression of FTS5, and hold the scraps beside it."""

    def __init__(self, db: Database, query: Query) -> None:
        self._db = db
        holds, values = _holds(query.scraps)
        beside = f"AND EXISTS (SELECT 1 FROM documents WHERE id = documents_fts.rowid AND {holds})"  # noqa: S608
        also = beside if holds else ""
        self._where = f"documents_fts MATCH ? {also}"
        self._values = [query.expression, *values]

    def count(self, most: int) -> int:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM documents_fts WHERE {self._where} LIMIT ?)"  # noqa: S608
        return int(value(self._db, sql, *self._values, most))

    def best(self, most: int, start: int = 0) -> dict[int, float]:
        sql = f"""
            SELECT rowid AS id, {SCORE} AS score FROM documents_fts
            WHERE {self._where} AND rowid >= ? ORDER BY score, rowid LIMIT ?
        """  # noqa: S608  # our own words
        return {row["id"]: row["score"] for row in every(self._db, sql, *self._values, start, most)}

    def latest(self, most: int) -> dict[int, float]:
        """The best of the latest."""
        sql = f"SELECT rowid FROM documents_fts WHERE {self._where} ORDER BY rowid DESC LIMIT 1 OFFSET ?"  # noqa: S608
        return self.best(most, value(self._db, sql, *self._values, _EXACT) or 0)


def _holding(db: Database, query: Query, most: int) -> Ranked:
    """Documents whose texts hold scraps, found by reading them all: those named so first, then the latest."""
    holds, values = _holds(query.scraps)
    named = " AND ".join(["title LIKE ? ESCAPE '!'"] * len(query.scraps))
    sql = f"SELECT id FROM documents WHERE {holds} ORDER BY {named} DESC, id DESC LIMIT ?"  # noqa: S608
    rows = every(db, sql, *values, *map(_like, query.scraps), most)
    return Ranked({row["id"]: 0.0 for row in rows}, is_whole=len(rows) != most)


def _holds(scraps: Sequence[str]) -> tuple[str, list[str]]:
    one = "(text LIKE ? ESCAPE '!' OR title LIKE ? ESCAPE '!' OR author LIKE ? ESCAPE '!')"
    return " AND ".join([one] * len(scraps)), [_like(scrap) for scrap in scraps for _ in range(3)]


def _like(scrap: str) -> str:
    return "%" + re.sub("([!%_])", r"!\1", scrap) + "%"
