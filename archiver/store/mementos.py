"""What web archives have of lost sources: their answers, the captures that they list, what became of those fetched."""

from datetime import UTC, datetime

from sqlite_utils import Database

from archiver.discover.mementos.asking import is_sent_on
from archiver.judge.rescue import ask_again, taken
from archiver.models.capture import Role, Snapshot
from archiver.models.memento import AnswerKind, ListAnswer, Memento, Taken
from archiver.models.reading import Reading
from archiver.store.address import address
from archiver.store.dates import instant, stamp
from archiver.store.rows import Row, insert, one, run, update

_SHA1 = "sha1:"


def add(db: Database, reading: Reading, snapshot_id: int, run_id: str | None) -> None:
    """Fold an answer of a web archive: a list of captures, or one of them."""
    visit = reading.capture.visit
    if visit.original is None or visit.archive is None:
        return
    if visit.role is Role.TIMEMAP and reading.listed is not None:
        _answered(db, reading, reading.listed, snapshot_id, run_id)
    elif visit.role is Role.MEMENTO:
        _took(db, reading, snapshot_id, run_id)


def _answered(
    db: Database, reading: Reading, answer: ListAnswer, snapshot_id: int, run_id: str | None
) -> None:
    visit = reading.capture.visit
    assert visit.original is not None
    assert visit.archive is not None
    url, name, asked = address(visit.original), visit.archive.name, _moment(reading.capture.snapshot)
    for memento in answer.mementos:
        run(
            db,
            _LISTED,
            url,
            name,
            stamp(memento.date),
            memento.url,
            memento.original,
            memento.status,
            memento.digest,
        )
    known = one(db, _ANSWER, url, name)
    kind = answer.kind
    had_before = known is not None and known["answer"] == AnswerKind.HAS and known["run_id"] == run_id
    if had_before and kind is AnswerKind.NONE:
        kind = AnswerKind.HAS  # a further part of its list, in which there is nothing
    failures = _failures(known, run_id) if kind is AnswerKind.UNKNOWN else 0
    row: Row = {
        "url": url,
        "archive": name,
        "answer": kind,
        "reason": answer.reason,
        "asked": stamp(asked),
        "failures": failures,
        "next_ask": stamp(ask_again(kind, failures, asked)),
        "snapshot_id": snapshot_id,
    }
    if known is None:
        insert(db, "archive_answers", row)
    else:
        update(db, "archive_answers", known["id"], row)


def _took(db: Database, reading: Reading, snapshot_id: int, run_id: str | None) -> None:
    """Note what became of a capture that was listed. Where the archive sends to another, that one tells; unless it does not come."""
    capture = reading.capture
    visit, snapshot = capture.visit, capture.snapshot
    assert visit.original is not None
    assert visit.archive is not None
    known = one(db, _MEMENTO, address(visit.original), visit.memento)
    if known is None:
        return
    what = taken(capture, reading.verdict, reading.location)
    if reading.location is not None and is_sent_on(visit.archive, visit.original, reading.location):
        what = Taken.UNKNOWN
    tried = _moment(snapshot)
    failures = _failures(known, run_id) if what is Taken.UNKNOWN else 0
    row: Row = {
        "taken": what,
        "reason": reading.verdict.reason,
        "tried": stamp(tried),
        "failures": failures,
        "next_try": stamp(ask_again(AnswerKind.UNKNOWN, failures, tried)) if failures else None,
        "same_payload": _same_payload(known["digest"], snapshot),
        "snapshot_id": snapshot_id,
    }
    update(db, "mementos", known["id"], row)


def memento_of(row: Row) -> Memento | None:
    """A row of `mementos` as a value; None where its date is none."""
    date = instant(row["date"])
    if date is None:
        return None
    return Memento(
        timestamp=f"{date:%Y%m%d%H%M%S}".zfill(14),
        archive=row["archive"],
        url=row["memento_url"],
        original=row["original"],
        status=row["status"],
        digest=row["digest"],
    )


def _failures(known: Row | None, run_id: str | None) -> int:
    """Crawls in a row without an answer: what is tried several times in one counts once."""
    if known is None:
        return 1
    before = int(known["failures"])
    return before if before and known["run_id"] == run_id else before + 1


def _same_payload(told: str | None, snapshot: Snapshot) -> int | None:
    """Whether the bytes have the digest that the archive's list tells. Archives may unpack what they give: no is no proof."""
    ours = snapshot.payload_digest or ""
    return int(ours == _SHA1 + told) if told is not None and ours.startswith(_SHA1) else None


def _moment(snapshot: Snapshot) -> datetime:
    """When the archive answered."""
    return instant(snapshot.creation_date or snapshot.date) or datetime.min.replace(tzinfo=UTC)


_LISTED = """
INSERT INTO mementos (url, archive, date, memento_url, original, status, digest) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (url, memento_url) DO UPDATE SET date = excluded.date, original = excluded.original,
    status = coalesce(excluded.status, status), digest = coalesce(excluded.digest, digest)
"""
_ANSWER = """
SELECT archive_answers.*, run_id FROM archive_answers JOIN snapshots ON snapshots.id = snapshot_id
WHERE archive_answers.url = ? AND archive = ?
"""
_MEMENTO = """
SELECT mementos.*, run_id FROM mementos LEFT JOIN snapshots ON snapshots.id = snapshot_id
WHERE mementos.url = ? AND memento_url = ?
"""
