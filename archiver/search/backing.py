"""What backs a citation: a good capture of its source, and how far the last one is from it. Pages, references and packages agree upon it."""

from sqlite_utils import Database

from archiver.store.dates import instant, stamp
from archiver.store.rows import Row, one, value


def backing(db: Database, source_id: int, cited: str | None) -> Row | None:
    """The good capture nearest to the moment when a source was cited; without one the oldest. None: there is none.

    Gives its `snapshot_id` and the `document_id` of its reading.
    """
    moment = instant(cited)
    return one(db, _NEAREST, source_id, stamp(moment) if moment is not None else None)


def newest(db: Database, source_id: int) -> int | None:
    """The last good capture of a source."""
    found: int | None = value(db, _NEWEST, source_id)
    return found


def last_change(db: Database, source_id: int) -> str | None:
    """How far the last capture that could be compared is from what was cited."""
    found: str | None = value(db, _CHANGE, source_id)
    return found


_GOOD = """
FROM checks JOIN snapshots ON snapshots.id = snapshot_id
WHERE source_id = ? AND checks.outcome IN ('archived', 'rescued') AND snapshots.document_id IS NOT NULL
"""
_NEAREST = f"""
SELECT snapshot_id, snapshots.document_id {_GOOD}
ORDER BY abs(julianday(snapshots.date) - julianday(?)), snapshots.date, snapshots.id LIMIT 1
"""
_NEWEST = f"SELECT snapshot_id {_GOOD} ORDER BY snapshots.date DESC, snapshots.id DESC LIMIT 1"
_CHANGE = """
SELECT change FROM checks WHERE source_id = ? AND change IS NOT NULL ORDER BY date DESC, id DESC LIMIT 1
"""
