"""How far each capture of a source is from what its author cited, and whether the words that were quoted still stand.

Done when captures have been folded: which reading is the nearest to the day of the first citation is known only then.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from archiver.extract.locating import Searchable
from archiver.judge.drift.change import compare
from archiver.models.citation import Document
from archiver.models.drift import Drift, Thresholds
from archiver.store import history
from archiver.store.dates import instant
from archiver.store.documents import READABLE
from archiver.store.rows import Row, every, one, run, update

_WHOLE = frozenset(["archived", "rescued"])  # whose text is more than a beginning


def waiting(db: Database) -> list[int]:
    """The sources with captures that were not compared yet, or in which quoted words were not looked for."""
    return [int(row["source_id"]) for row in every(db, _WAITING)]


def settle(db: Database, source_id: int, thresholds: Thresholds) -> None:
    """Compare the captures of a source, look for what is quoted from it, and say anew when it is due."""
    looks = every(db, _READ, source_id)
    if not looks:
        return
    source = one(db, "SELECT first_cited, cited_document_id FROM sources WHERE id = ?", source_id)
    assert source is not None
    cited = _nearest(looks, instant(source["first_cited"]))
    if cited["document_id"] != source["cited_document_id"]:
        forget(db, source_id)
    for look in every(db, _READ, source_id):
        if look["compared_document_id"] is None:
            found = _drift(db, cited, look, thresholds)
            run(db, _MEASURED, found.change, _rounded(found.similarity), cited["document_id"], look["id"])
    _quotes(db, source_id)
    row = {"cited_document_id": cited["document_id"]}
    if history.was_looked_at(db, source_id):
        row["next_check"] = history.stands(db, source_id)[1]
    update(db, "sources", source_id, row)


def forget(db: Database, source_id: int) -> None:
    """Let go of what was compared: it was held against another reading."""
    run(db, _FORGOTTEN, source_id)
    run(db, "UPDATE sources SET cited_document_id = NULL WHERE id = ?", source_id)


def _nearest(looks: list[Row], cited: datetime | None) -> Row:
    """The look whose capture is nearest to a day; without one, the first."""

    def away(look: Row) -> tuple[bool, timedelta, int]:
        captured = instant(look["captured"]) or datetime.min.replace(tzinfo=UTC)
        apart = abs(captured - cited) if cited is not None else captured - datetime.min.replace(tzinfo=UTC)
        return look["outcome"] not in _WHOLE, apart, look["id"]

    return min(looks, key=away)


def _drift(db: Database, cited: Row, look: Row, thresholds: Thresholds) -> Drift:
    payload = cited["payload_sha256"]
    is_same = look["id"] == cited["id"] or (payload is not None and payload == look["payload_sha256"])
    if is_same or cited["document_id"] == look["document_id"]:
        same = _document(db, cited["document_id"])
        return compare(same, same, same_bytes=is_same, thresholds=thresholds)
    old, new = (_document(db, each["document_id"]) for each in (cited, look))
    return compare(old, new, same_bytes=False, thresholds=thresholds)


def _document(db: Database, document_id: int) -> Document:
    row = one(db, "SELECT kind, url, title, text, html, extractor FROM documents WHERE id = ?", document_id)
    assert row is not None
    return Document(**row)


def _rounded(similarity: float | None) -> float | None:
    return None if similarity is None else round(similarity, 4)


def _quotes(db: Database, source_id: int) -> None:
    texts: dict[int, Searchable] = {}
    for quote_id, document_id, exact, text in _unlooked(db, source_id):
        if document_id not in texts:
            texts[document_id] = Searchable(text)
        place = texts[document_id].locate(exact)
        run(db, _QUOTE, quote_id, document_id, place.found, place.share)


def _unlooked(db: Database, source_id: int) -> Iterator[tuple[int, int, str, str]]:
    for row in every(db, _UNLOOKED, source_id):
        yield row["quote_id"], row["document_id"], row["exact"], row["text"]


# A look at what only stands in the source's place shows no text of it.
_READABLE = ", ".join(f"'{outcome}'" for outcome in sorted(READABLE))
_OF_IT = f"snapshots.document_id IS NOT NULL AND checks.outcome IN ({_READABLE})"
_READ = f"""
SELECT checks.id, checks.outcome, compared_document_id, snapshots.date AS captured, document_id, payload_sha256
FROM checks JOIN snapshots ON snapshots.id = snapshot_id
WHERE source_id = ? AND {_OF_IT} ORDER BY checks.id
"""  # noqa: S608  # our own words
_MEASURED = "UPDATE checks SET change = ?, similarity = ?, compared_document_id = ? WHERE id = ?"
_FORGOTTEN = """
UPDATE checks SET change = NULL, similarity = NULL, compared_document_id = NULL WHERE source_id = ?
"""
_QUOTE = "INSERT INTO quote_checks (quote_id, document_id, found, agreement) VALUES (?, ?, ?, ?)"
_MISSING = f"""
FROM quotes JOIN checks ON checks.source_id = quotes.source_id JOIN snapshots ON snapshots.id = checks.snapshot_id
JOIN documents ON documents.id = snapshots.document_id
WHERE {_OF_IT}
AND NOT EXISTS (SELECT 1 FROM quote_checks WHERE quote_id = quotes.id AND quote_checks.document_id = documents.id)
"""  # noqa: S608
_UNLOOKED = f"""
SELECT DISTINCT quotes.id AS quote_id, documents.id AS document_id, exact, text {_MISSING}
AND quotes.source_id = ? ORDER BY 1, 2
"""  # our own words
_WAITING = f"""
SELECT source_id FROM checks JOIN snapshots ON snapshots.id = snapshot_id WHERE {_OF_IT}
AND compared_document_id IS NULL
UNION SELECT quotes.source_id {_MISSING}
ORDER BY 1
"""  # noqa: S608
