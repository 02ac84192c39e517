"""Crawls, and how far each of their WARCs was read."""

import json

from sqlite_utils import Database

from archiver.models.capture import RunRecord
from archiver.store.rows import run, value


def add(db: Database, record: RunRecord) -> None:
    """Fold the beginning or the end of a crawl. Every WARC of a crawl tells its beginning again."""
    counts = json.dumps(record.counts, sort_keys=True)
    run(db, _ADD, record.run_id, record.started, record.finished, record.exit_code, counts, record.settings)
    run(db, _OWN, record.warc, record.run_id)


def of_warc(db: Database, warc: str) -> str | None:
    """The crawl that wrote a WARC; None when its `warcinfo` does not say."""
    run_id = value(db, "SELECT run_id FROM positions WHERE warc = ?", warc)
    return None if run_id is None else str(run_id)


def position(db: Database, warc: str) -> int:
    """Up to where a WARC was read: 0 for one never seen."""
    return int(value(db, "SELECT offset FROM positions WHERE warc = ?", warc) or 0)


def advance(db: Database, warc: str, offset: int) -> None:
    """Keep up to where a WARC was read."""
    run(db, _ADVANCE, warc, offset)


_ADD = """
INSERT INTO runs (id, started, finished, exit_code, counts, settings) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    started = coalesce(started, excluded.started),
    finished = coalesce(excluded.finished, finished),
    exit_code = coalesce(excluded.exit_code, exit_code),
    counts = iif(excluded.counts = '{}', counts, excluded.counts),
    settings = coalesce(settings, excluded.settings)
"""
_OWN = "INSERT INTO positions (warc, run_id) VALUES (?, ?) ON CONFLICT (warc) DO UPDATE SET run_id = excluded.run_id"
_ADVANCE = """
INSERT INTO positions (warc, offset) VALUES (?, ?) ON CONFLICT (warc) DO UPDATE SET offset = excluded.offset
"""
