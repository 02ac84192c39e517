"""The captures of an address as mementos (RFC 7089): what a TimeMap lists, what a TimeGate chooses among."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archiver.store.address import address
from archiver.store.database import opened
from archiver.store.dates import instant
from archiver.store.rows import every


@dataclass(frozen=True, slots=True)
class Memento:
    """One capture that came whole."""

    id: int
    date: datetime


def mementos(path: Path, url: str) -> list[Memento]:
    """The captures of an address, the oldest first; failures are none."""
    with opened(path) as db:
        rows = every(db, _CAPTURES, address(url))
    return [Memento(row["id"], date) for row in rows if (date := instant(row["date"])) is not None]


def nearest_to(found: list[Memento], wanted: datetime | None) -> Memento:
    """The one that a TimeGate gives: the nearest to a moment, the last one without."""
    if wanted is None:
        return found[-1]
    return min(found, key=lambda each: (abs(each.date - wanted), each.id))


_CAPTURES = """
SELECT id, date FROM snapshots WHERE url = ? AND failure IS NULL AND kind != 'metadata' AND status IS NOT NULL ORDER BY date, id
"""
