"""What was found of a source, look by look, and what it counts as after all that."""

from datetime import UTC, datetime

from sqlite_utils import Database

from archiver.judge.schedule import next_check
from archiver.judge.standing import standing
from archiver.models.check import Check, Standing
from archiver.models.citation import Outcome
from archiver.models.drift import Change
from archiver.store.dates import instant, stamp
from archiver.store.rows import every, run, value

_LONG_AGO = datetime.min.replace(tzinfo=UTC)  # for dates that cannot be read, of WARCs that others wrote


def history(db: Database, source_id: int) -> tuple[Check, ...]:
    """The looks at a source itself, the oldest first. What a web archive gave is none."""
    found: list[Check] = []
    read: int | None = None  # the reading of the last look that had one
    for row in every(db, _LOOKS, source_id):
        document_id = row["document_id"]
        is_new = None not in {read, document_id} and read != document_id
        read = read if document_id is None else document_id
        found.append(
            Check(
                date=instant(row["date"]) or _LONG_AGO,
                outcome=Outcome(row["outcome"]),
                reason=row["reason"],
                is_new=is_new,
                is_news=row["change"] is not None and Change(row["change"]).is_news,
            )
        )
    return tuple(found)


def was_looked_at(db: Database, source_id: int) -> bool:
    """Whether a source itself was ever asked for, and not only web archives for it."""
    return bool(value(db, f"SELECT EXISTS ({_LOOKS})", source_id))


def stands(db: Database, source_id: int) -> tuple[Standing, str | None]:
    """What a source counts as, and when it is due again. It was looked at once at least."""
    looks = history(db, source_id)
    found = standing(looks)
    assert found is not None
    due = next_check(looks)
    return found, None if due is None else stamp(due)


def note(db: Database, source_id: int, snapshot_id: int, date: str, outcome: str, reason: str | None) -> None:
    """Add a look, or say better what it found."""
    run(db, _NOTE, source_id, snapshot_id, date, outcome, reason)


_LOOKS = """
SELECT checks.date, checks.outcome, checks.reason, change, document_id
FROM checks JOIN snapshots ON snapshots.id = snapshot_id
WHERE source_id = ? AND archived_from IS NULL ORDER BY checks.date, checks.id
"""
_NOTE = """
INSERT INTO checks (source_id, snapshot_id, date, outcome, reason) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (source_id, snapshot_id) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason
"""
