"""Captures as people look at them."""

from collections.abc import Sequence

from sqlite_utils import Database

from archiver.models.views import SnapshotView
from archiver.store.rows import every

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
