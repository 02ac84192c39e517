"""Captures as people look at them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from archiver.models.frontier import Place
from archiver.models.views import SnapshotView
from archiver.store.address import address
from archiver.store.rows import every, one

_COLUMNS = "id, target_uri, date, status, content_type, outcome, reason, location, failure, warc, offset, archived_from"


def capture(db: Database, snapshot_id: int | None) -> SnapshotView | None:
    """One capture."""
    rows = every(db, f"SELECT {_COLUMNS} FROM snapshots WHERE id = ?", snapshot_id)  # noqa: S608
    return SnapshotView(**rows[0]) if rows else None


def captures(db: Database, urls: Sequence[str]) -> tuple[SnapshotView, ...]:
    """All captures of some canonical addresses, in the order in which they were made."""
    marks = ", ".join("?" * len(urls))
    sql = f"SELECT {_COLUMNS} FROM snapshots WHERE url IN ({marks}) ORDER BY id"  # noqa: S608
    return tuple(SnapshotView(**row) for row in every(db, sql, *urls))


def nearest(db: Database, url: str, date: str) -> int | None:
    """The whole capture of an address that is nearest to a moment, wherever redirects led then; None where there is none."""
    at = address(url)
    for _ in range(_MOST_HOPS):
        row = one(db, _NEAREST, at, date)
        if row is None or row["next_url"] is None:
            return None if row is None else int(row["id"])
        at = row["next_url"]
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A capture as far as its record must be found, and what came with it."""

    id: int
    record_id: str
    target_uri: str
    date: str
    content_type: str | None
    payload_digest: str | None
    warc: str
    offset: int
    length: int  # of the record, compressed

    @property
    def place(self) -> Place:
        """Where its record lies."""
        return Place(warc=self.warc, offset=self.offset)


def kept(db: Database, snapshot_id: int) -> Kept | None:
    """One capture; None when there is none with this number."""
    row = one(db, _KEPT, snapshot_id)
    return None if row is None else Kept(**row)


_KEPT = """
SELECT id, record_id, target_uri, date, content_type, payload_digest, warc, offset, length FROM snapshots WHERE id = ?
"""
_MOST_HOPS = 6
_NEAREST = """
SELECT id, next_url FROM snapshots WHERE url = ? AND failure IS NULL AND kind != 'metadata'
AND (next_url IS NOT NULL OR status IN (200, 203, 206, 304)) ORDER BY abs(julianday(date) - julianday(?)), id LIMIT 1
"""
