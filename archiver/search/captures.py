"""Captures as people look at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlite_utils import Database

from archiver.models.frontier import Place
from archiver.models.views import SnapshotView
from archiver.store.address import address
from archiver.store.dates import instant
from archiver.store.rows import every, one

_COLUMNS = "id, target_uri, date, status, content_type, outcome, reason, location, failure, warc, offset, archived_from"


def capture(db: Database, snapshot_id: int | None) -> SnapshotView | None:
    """One capture."""
    rows = every(db, f"SELECT {_COLUMNS} FROM snapshots WHERE id = ?", snapshot_id)  # noqa: S608
    return SnapshotView(**rows[0]) if rows else None


def captures(db: Database, urls: Sequence[str]) -> tuple[SnapshotView, ...]:
    """All captures of some canonical addresses, in the order in which they were made."""
    marks = ", ".join("?" * len(urls))
    sql = f"SELECT {_COLUMNS} FROM snapshots WHERE url IN ({marks}) ORDER BY date, id"  # noqa: S608
    return tuple(SnapshotView(**row) for row in every(db, sql, *urls))


class Captured:
    """The whole captures of addresses, remembered: the pages of a site need the same few again and again.

    It holds for one state of a database; who keeps it longer is told what was.
    """

    def __init__(self) -> None:
        self._found: dict[str, list[_Whole]] = {}
        self._size = 0

    def nearest(self, db: Database, url: str, date: str) -> int | None:
        """The capture of an address that is nearest to a moment, wherever redirects led then; None where there is none."""
        at, wanted = address(url), instant(date)
        for _ in range(_MOST_HOPS):
            known = self._of(db, at)
            if not known:
                return None
            found = min(known, key=lambda each: (_apart(each.date, wanted), each.id))
            if found.next_url is None:
                return found.id
            at = found.next_url
        return None

    def _of(self, db: Database, url: str) -> "list[_Whole]":
        """Several threads may ask at once: what one forgets the other still holds."""
        known = self._found.get(url)
        if known is None:
            if self._size > _MOST_REMEMBERED:
                self._found.clear()
                self._size = 0
            rows = every(db, _WHOLE, url)
            known = self._found[url] = [
                _Whole(row["id"], instant(row["date"]), row["next_url"]) for row in rows
            ]
            self._size += 1 + len(rows)
        return known


class _Whole(NamedTuple):
    id: int
    date: datetime | None
    next_url: str | None


def _apart(date: datetime | None, wanted: datetime | None) -> float:
    return float("inf") if date is None or wanted is None else abs((date - wanted).total_seconds())


def nearest(db: Database, url: str, date: str) -> int | None:
    """The capture of an address that is nearest to a moment, asked for once."""
    return Captured().nearest(db, url, date)


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
    next_url: str | None  # where it redirects to

    @property
    def place(self) -> Place:
        """Where its record lies."""
        return Place(warc=self.warc, offset=self.offset)


def kept(db: Database, snapshot_id: int) -> Kept | None:
    """One capture; None when there is none with this number."""
    row = one(db, _KEPT, snapshot_id)
    return None if row is None else Kept(**row)


_KEPT = """
SELECT id, record_id, target_uri, date, content_type, payload_digest, warc, offset, length, next_url FROM snapshots WHERE id = ?
"""
_MOST_HOPS = 6
_MOST_REMEMBERED = 50_000  # addresses and captures: some ten megabytes
_WHOLE = """
SELECT id, date, next_url FROM snapshots WHERE url = ? AND failure IS NULL AND kind != 'metadata'
AND (next_url IS NOT NULL OR status IN (200, 203, 206, 304))
"""
