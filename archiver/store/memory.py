"""What earlier crawls captured, looked up while a crawl is under way. Nothing is written."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from archiver.judge.lists import ASKED_SELDOM, is_fresh
from archiver.models.capture import Original, Visit
from archiver.models.frontier import Place, Remembered
from archiver.store.dates import instant, stamp
from archiver.store.rows import Row, every, one

_SETTLED = frozenset([200, 304, 404, 410])  # what answers so today does tomorrow
_UNFINISHED = timedelta(
    days=1
)  # a killed crawl that began earlier is not gone on with: its pages are looked at again


class DatabaseMemory:
    """The database as a `Memory`. A capture whose WARC is not in `warcs` is as if it had never been made."""

    def __init__(self, db: Database, warcs: Path, now: datetime, *, every_list: bool = True) -> None:
        """`every_list` tells that lists are asked for whenever they were looked at last."""
        self._db = db
        self._now = now
        self._every_list = every_list
        self._warcs = warcs
        self._since = stamp(now - _UNFINISHED)
        self._there: dict[str, bool] = {}

    def original(self, payload_sha256: str) -> Original | None:
        """A whole capture with this payload."""
        row = one(self._db, _SAME_PAYLOAD, payload_sha256)
        return _original(row) if row is not None and self._is_there(row) else None

    def last(self, url: str) -> Remembered | None:
        """The last whole capture of exactly this address that came with a validator."""
        row = one(self._db, _LAST, url)
        if row is None or not (row["etag"] or row["last_modified"]):
            return None
        holder: Row | None = row
        if row["kind"] == "revisit":
            holder = one(self._db, _HOLDER, row["refers_to_target_uri"], row["refers_to_date"])
        if holder is None or not self._is_there(holder):
            return None
        return Remembered(
            original=_original(holder),
            place=place_of(holder),
            etag=row["etag"],
            last_modified=row["last_modified"],
        )

    def unfinished(self, url: str) -> Place | None:
        """Exactly this address as captured by a crawl that was killed a short while ago."""
        row = one(self._db, _UNFINISHED_CAPTURE, url, self._since)
        return place_of(row) if row is not None and self._is_there(row) else None

    def fresh(self, url: str, visit: Visit) -> Place | None:
        """The last capture of a list that is looked at more seldom than at every run; None where it is to be asked for."""
        if self._every_list or visit.role not in ASKED_SELDOM:
            return None
        row = one(self._db, _LATEST, url)
        if row is None or row["failure"] or row["truncated"] or row["status"] not in _SETTLED:
            return None
        looked = instant(row["date"])
        if looked is None or not is_fresh(visit, url, looked, self._now):
            return None
        if row["kind"] == "revisit":
            row = one(self._db, _HOLDER, row["refers_to_target_uri"], row["refers_to_date"])
        return place_of(row) if row is not None and self._is_there(row) else None

    def find(self, target_uri: str, date: str) -> Place | None:
        """The capture that a revisit refers to."""
        return find_holder(self._db, target_uri, date)

    def _is_there(self, row: Row) -> bool:
        name = str(row["warc"])
        if name not in self._there:
            self._there[name] = (self._warcs / name).is_file()
        return self._there[name]


def find_holder(db: Database, target_uri: str, date: str) -> Place | None:
    """Where the capture lies that a revisit refers to."""
    row = one(db, _HOLDER, target_uri, date)
    return None if row is None else place_of(row)


def unfinished_urls(db: Database, now: datetime) -> frozenset[str]:
    """The canonical addresses that a crawl which was killed a short while ago had captured."""
    since = stamp(now - _UNFINISHED)
    return frozenset(row["url"] for row in every(db, f"SELECT url FROM snapshots WHERE {_KEPT}", since))  # noqa: S608


def _original(row: Row) -> Original:
    return Original(
        target_uri=row["target_uri"],
        date=row["date"],
        record_id=row["record_id"],
        payload_digest=row["payload_digest"],
    )


def place_of(row: Row) -> Place:
    """Where a row of `snapshots` says that its record lies."""
    return Place(warc=row["warc"], offset=row["offset"])


_COLUMNS = "target_uri, date, record_id, payload_digest, warc, offset, kind, etag, last_modified"
_SAME_PAYLOAD = f"""
SELECT {_COLUMNS} FROM snapshots
WHERE payload_sha256 = ? AND archived_from IS NULL AND kind = 'response' AND truncated IS NULL AND failure IS NULL AND status != 206
AND payload_digest IS NOT NULL ORDER BY id LIMIT 1
"""  # noqa: S608  # our own names
_LAST = f"""
SELECT {_COLUMNS}, refers_to_target_uri, refers_to_date FROM snapshots
WHERE target_uri = ? AND archived_from IS NULL AND truncated IS NULL AND failure IS NULL AND payload_digest IS NOT NULL
AND (kind = 'response' AND status = 200 OR kind = 'revisit' AND status IN (200, 304)) ORDER BY id DESC LIMIT 1
"""  # noqa: S608  # our own names
_LATEST = f"""
SELECT {_COLUMNS}, refers_to_target_uri, refers_to_date, status, failure, truncated FROM snapshots
WHERE target_uri = ? AND archived_from IS NULL ORDER BY date DESC, id DESC LIMIT 1
"""  # noqa: S608  # our own names
_HOLDER = f"""
SELECT {_COLUMNS} FROM snapshots WHERE target_uri = ? AND date = ? AND kind IN ('response', 'resource') ORDER BY id LIMIT 1
"""  # noqa: S608  # our own names
# A crawl is killed when nothing says how it ended, and goes on in the next one: until one has ended. What may pass (5xx,
# 429, what came in part) is asked for again.
_KEPT = """
archived_from IS NULL AND failure IS NULL AND kind != 'metadata' AND truncated IS NULL AND (status < 400 OR status IN (404, 410))
AND run_id IN (
    SELECT id FROM runs WHERE finished IS NULL AND started >= ?
    AND started > coalesce((SELECT max(started) FROM runs WHERE finished IS NOT NULL), '')
)
"""
_UNFINISHED_CAPTURE = f"""
SELECT {_COLUMNS} FROM snapshots WHERE target_uri = ? AND {_KEPT} ORDER BY snapshots.id DESC LIMIT 1
"""  # noqa: S608  # our own names
