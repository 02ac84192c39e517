"""How far each capture of a source is from the one before: measured when somebody looks, since what is before may still be found.

`checks` hold how far each is from what was cited.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from sqlite_utils import Database

from archiver.judge.drift.change import compare
from archiver.models.citation import Document
from archiver.models.drift import Drift, Thresholds
from archiver.store.database import opened
from archiver.store.rows import one

_MOST = 24  # pairs of a page, the latest: each takes some milliseconds
_KEPT = 2_000  # pairs
_THRESHOLDS = Thresholds()


def neighbours(path: Path, readings: Iterable[int | None]) -> dict[tuple[int, int], Drift]:
    """By pairs of documents: how far the later is from the earlier. `readings` are a source's, the oldest first."""
    pairs = list(dict.fromkeys(_pairs(readings)))[-_MOST:]
    state = path.stat().st_mtime_ns  # a database made anew gives its numbers anew
    return {pair: _drift(path, state, *pair) for pair in pairs}


def _pairs(readings: Iterable[int | None]) -> Iterator[tuple[int, int]]:
    there = [each for each in readings if each is not None]
    return ((old, new) for old, new in pairwise(there) if old != new)


@lru_cache(maxsize=_KEPT)
def _drift(path: Path, _state: int, old: int, new: int) -> Drift:
    with opened(path) as db:
        before, after = _document(db, old), _document(db, new)
    return compare(before, after, same_bytes=False, thresholds=_THRESHOLDS)


def _document(db: Database, document_id: int) -> Document:
    row = one(db, "SELECT kind, url, title, text, html, extractor FROM documents WHERE id = ?", document_id)
    assert row is not None
    return Document(**row)
