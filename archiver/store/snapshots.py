"""Captures: one row each, failures too, since they are evidence."""

from collections.abc import Iterator
from dataclasses import fields

from sqlite_utils import Database

from archiver.models.capture import Snapshot
from archiver.models.reading import Reading
from archiver.store.address import address
from archiver.store.rows import Row, every, insert, one, value

_OF_THE_WEB = """
SELECT id, target_uri, url, date, kind, next_url, role, outcome, reason, document_id
FROM snapshots WHERE url = ? AND archived_from IS NULL AND role != 'aside'"""
_LATEST = f"{_OF_THE_WEB} ORDER BY date DESC, id DESC LIMIT 1"
_UNTIL = f"{_OF_THE_WEB} AND date <= ? ORDER BY date DESC, id DESC LIMIT 1"
_AFTER = f"{_OF_THE_WEB} AND date > ? ORDER BY date, id LIMIT 1"
_LAST_WELL = """
SELECT max(date) FROM snapshots
WHERE url = ? AND archived_from IS NULL AND role != 'aside' AND outcome = 'archived' AND next_url IS NULL
"""
_HELD = (
    "SELECT target_uri, date FROM snapshots WHERE kind IN ('response', 'resource') AND failure IS NULL AND"
)


def add(db: Database, reading: Reading, run_id: str | None) -> int:
    """Fold one capture; gives its id."""
    snapshot, visit, failure = reading.capture.snapshot, reading.capture.visit, reading.capture.failure
    row: Row = {
        "record_id": snapshot.record_id,
        "target_uri": snapshot.target_uri,
        "url": address(snapshot.target_uri),
        "date": snapshot.date,
        "status": snapshot.status,
        "content_type": snapshot.content_type,
        "payload_digest": snapshot.payload_digest,
        "warc": snapshot.warc,
        "offset": snapshot.offset,
        "length": snapshot.length,
        "kind": snapshot.kind,
        "truncated": snapshot.truncated,
        "via": visit.via if snapshot.via is None else snapshot.via,
        "archived_from": snapshot.archived_from,
        "creation_date": snapshot.creation_date,
        "payload_sha256": snapshot.payload_sha256,
        "etag": snapshot.etag,
        "last_modified": snapshot.last_modified,
        "refers_to_target_uri": snapshot.refers_to_target_uri,
        "refers_to_date": snapshot.refers_to_date,
        "location": reading.location,
        "next_url": None if reading.location is None else address(reading.location),
        "seed": visit.seed,
        "role": visit.role,
        "outcome": reading.verdict.outcome,
        "reason": reading.verdict.reason,
        "failure": None if failure is None else f"{failure.reason}: {failure.detail}",
        "run_id": run_id,
    }
    return insert(db, "snapshots", row)


def has(db: Database, reading: Reading) -> bool:
    """Whether this very record was folded before: a WARC may lie in a collection twice, under two names."""
    snapshot = reading.capture.snapshot
    return has_record(db, snapshot.record_id, snapshot.target_uri, snapshot.date)


def has_record(db: Database, record_id: str, target_uri: str, date: str) -> bool:
    """Whether a record with this id, address and date was folded before."""
    sql = "SELECT id FROM snapshots WHERE record_id = ? AND target_uri = ? AND date = ?"
    return value(db, sql, record_id, target_uri, date) is not None


def has_id(db: Database, record_id: str) -> bool:
    """Whether a record with this id was folded before."""
    return value(db, "SELECT id FROM snapshots WHERE record_id = ? LIMIT 1", record_id) is not None


def latest(db: Database, url: str) -> Row | None:
    """The last capture of a canonical address from the web itself."""
    return one(db, _LATEST, url)


def at(db: Database, url: str, date: str) -> Row | None:
    """The capture of a canonical address that was the last on a day; where there was none yet, the next."""
    return one(db, _UNTIL, url, date) or one(db, _AFTER, url, date)


def last_well(db: Database, url: str) -> str | None:
    """The date of the last capture of a canonical address from the web itself that was no error and no redirect."""
    found = value(db, _LAST_WELL, url)
    return None if found is None else str(found)


def original(
    db: Database, record_id: str | None, url: str, digest: str | None, date: str
) -> tuple[str, str] | None:
    """Address and date of the capture that a revisit stands for: by its id; by its payload, of that address; as it was then."""
    row = None if record_id is None else one(db, f"{_HELD} record_id = ? LIMIT 1", record_id)
    if row is None and digest is not None:
        row = one(db, f"{_HELD} url = ? AND payload_digest = ? ORDER BY date LIMIT 1", url, digest)
    elif row is None:
        row = one(db, f"{_HELD} url = ? AND date <= ? AND status = 200 ORDER BY date DESC LIMIT 1", url, date)
    return None if row is None else (str(row["target_uri"]), str(row["date"]))


def all_snapshots(db: Database) -> Iterator[Snapshot]:
    """Every capture, as its WARC tells of it, in the order of the WARCs."""
    names = [field.name for field in fields(Snapshot)]
    for row in every(db, f"SELECT {', '.join(names)} FROM snapshots ORDER BY id"):  # noqa: S608  # our own names
        yield Snapshot(**row)
