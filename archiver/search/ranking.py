"""Which documents fit words best. Of words that stand nearly everywhere, the latest documents and those named so are shown, not all.

To rank a document costs some microseconds (bm25, FTS5 5.1.1): of a million that hold a word, seconds. And bm25 weighs a word by how
many documents have it, for which all of them are counted, however few are ranked. A rank among so many says little.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sqlite_utils import Database

from archiver.search.query import Query
from archiver.store.rows import every, value

SCORE = "bm25(documents_fts, 10.0, 5.0, 1.0)"  # a word in the title weighs as ten in the text, in the author's name as five
_EXACT = 4000  # documents that are all ranked,
_FEWER = 1000  # and where the words stand in very many for themselves
_MANY = 100_000  # documents; to find those that hold several of such words takes as long as to rank them
_COUNTED = 300_000  # documents that bm25 may count for one query: some 0.1 microseconds each
_NAMED = 100_000  # the latest documents, whose titles are looked at where nothing is ranked
_SAMPLE = 1000  # documents from which it is reckoned how many hold a word
_PHRASE = re.compile(r'"[^"]*"\*?')


@dataclass(frozen=True, slots=True)
class Ranked:
    """Documents with their scores, the best first."""

    scores: dict[int, float]  # bm25: the lower, the better
    is_whole: bool  # none was left out


def ranked(db: Database, query: Query, most: int) -> Ranked:
    """The documents that fit."""
    if not query.expression:
        return _holding(db, query, most)
    fitting, last = _Fitting(db, query), int(value(db, "SELECT max(id) FROM documents") or 0)
    counted = _counted(db, query, last)
    exact = _EXACT if counted <= _MANY else _FEWER
    count = fitting.count(exact + 1)
    if count <= exact:
        return Ranked(fitting.best(most), is_whole=count <= most)
    titled = _Fitting(db, replace(query, expression=f"title : ({query.expression})"))
    if counted > _COUNTED:
        named, latest = titled.newest(most, last - _NAMED), fitting.newest(most)
    else:
        named, latest = titled.latest(most, exact), fitting.latest(most, exact)
    best = islice({**named, **latest}.items(), most)  # those named so first
    return Ranked(dict(best), is_whole=False)


def _counted(db: Database, query: Query, last: int) -> float:
    """About how many of the documents up to the last hold the words, each for itself: as many as bm25 would count."""
    phrases = _PHRASE.findall(query.expression)
    starts = [_Fitting(db, Query(phrase)).start(_SAMPLE) for phrase in phrases]
    return sum(last * _SAMPLE / max(last - start, _SAMPLE) if start else _SAMPLE for start in starts)


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

    def latest(self, most: int, among: int) -> dict[int, float]:
        """The best of so many of the latest."""
        return self.best(most, self.start(among))

    def start(self, offset: int) -> int:
        """The document after which so many others fit; 0 where there are not so many."""
        sql = f"SELECT rowid FROM documents_fts WHERE {self._where} ORDER BY rowid DESC LIMIT 1 OFFSET ?"  # noqa: S608
        return int(value(self._db, sql, *self._values, offset) or 0)

    def newest(self, most: int, start: int = 0) -> dict[int, float]:
        """The latest, not ranked."""
        sql = f"""
            SELECT rowid AS id FROM documents_fts WHERE {self._where} AND rowid >= ? ORDER BY rowid DESC LIMIT ?
        """  # noqa: S608
        return {row["id"]: 0.0 for row in every(self._db, sql, *self._values, start, most)}


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
