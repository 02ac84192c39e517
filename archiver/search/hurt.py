"""Who cites a source, what is held of it, and what web archives gave of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from archiver.models.letter import EventKind, Finding, Held, Look, Place
from archiver.store.rows import every


def places_by_source(db: Database, ids: Sequence[int]) -> dict[int, list[Place]]:
    """The places in posts that cite each source, in the order of posts."""
    places: defaultdict[int, list[Place]] = defaultdict(list)
    for row in every(db, _PLACES, _json(ids)):
        places[row.pop("source_id")].append(Place(**row))
    return places


def held_by_source(db: Database, ids: Sequence[int]) -> dict[int, tuple[int, tuple[Held, ...]]]:
    """How many good captures of each source there are; of these the first, the last, and what web archives gave."""
    shown: defaultdict[int, list[Held]] = defaultdict(list)
    counts: defaultdict[int, int] = defaultdict(int)
    for row in every(db, _HELD, _json(ids)):
        source_id = row.pop("source_id")
        counts[source_id] = row.pop("held")
        shown[source_id].append(Held(**row))
    for row in every(db, _MEMENTOS, _json(ids)):
        source_id = row.pop("source_id")
        memento = Held(**row)
        if memento not in shown[source_id]:
            shown[source_id].append(memento)
            counts[source_id] += 1
    return {source_id: (counts[source_id], tuple(several)) for source_id, several in shown.items()}


def rescues(db: Database, since: str | None, until: str) -> Iterator[tuple[int, Finding]]:
    """Sources of which a web archive gave the first capture since; dated by the run, for the capture is as old as it is."""
    for row in every(db, _RESCUES, since or "", until):
        source_id = row.pop("source_id")
        look = Look(**row, reason=None, change=None, similarity=None)
        yield source_id, Finding(kind=EventKind.RESCUED, look=look, first=look)


def _json(ids: Sequence[int]) -> str:
    return f"[{','.join(map(str, ids))}]"


_PLACES = """
SELECT source_id, posts.id AS post_id, posts.url AS post_url, posts.title AS post_title, citations.id AS citation_id,
    citations.kind, label, sentence, note, anchor, citation_sources.url
FROM citation_sources JOIN citations ON citations.id = citation_id JOIN posts ON posts.id = post_id
WHERE source_id IN (SELECT value FROM json_each(?)) ORDER BY posts.id, citations.position, citation_sources.position
"""
_HELD = """
SELECT source_id, held, record_id, date, target_uri, warc, archived_from FROM (
    SELECT source_id, count(*) AS held, min(snapshot_id) AS first, max(snapshot_id) AS last
    FROM checks WHERE outcome = 'archived' AND source_id IN (SELECT value FROM json_each(?)) GROUP BY source_id
) JOIN snapshots ON snapshots.id IN (first, last) ORDER BY snapshots.id
"""
_MEMENTOS = """
SELECT sources.id AS source_id, record_id, snapshots.date, target_uri, warc, archived_from
FROM sources JOIN snapshots ON snapshots.url = sources.url
WHERE archived_from IS NOT NULL AND snapshots.outcome = 'archived' AND sources.id IN (SELECT value FROM json_each(?))
ORDER BY snapshots.id
"""
_RESCUES = """
SELECT sources.id AS source_id, coalesce(runs.started, snapshots.date) AS date, sources.outcome, target_uri AS url,
    record_id, snapshots.document_id
FROM sources JOIN snapshots ON snapshots.id = (
    SELECT min(id) FROM snapshots WHERE snapshots.url = sources.url AND archived_from IS NOT NULL
    AND snapshots.outcome = 'archived'
) LEFT JOIN runs ON runs.id = run_id
WHERE sources.outcome = 'rescued' AND coalesce(runs.started, snapshots.date) BETWEEN ? AND ?
ORDER BY sources.id
"""
