"""The letter: what is new since a moment, read from the tables."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from archiver.judge.telling import evidence, harm
from archiver.models.blog import Month
from archiver.models.letter import Event, EventKind, Finding, Letter, NewPost, OwnFailure, Work
from archiver.models.views import MonthView
from archiver.search.balance import months
from archiver.search.excerpts import with_excerpts
from archiver.search.hurt import held_by_source, places_by_source, rescues
from archiver.search.looks import charts, found
from archiver.search.runs import last_run
from archiver.store.chains import walk
from archiver.store.database import opened
from archiver.store.dates import stamp
from archiver.store.rows import every, value

_PERMANENT = frozenset([301, 308])  # RFC 9110, 15.4


def letter(path: Path, now: datetime, since: datetime | None = None) -> Letter:
    """All that is new: since a moment, or since the run before the last one ended."""
    with opened(path) as db, db.atomic():  # one moment for all, whatever a writer does meanwhile
        until = stamp(now)
        start: str | None = value(db, _BEFORE_LAST) if since is None else stamp(since)
        apart, before = _months(db, start)
        stand = charts(db, until)
        return Letter(
            seeds=tuple(row["seed"] for row in every(db, _SEEDS)),
            since=start,
            until=until,
            events=_events(db, start, until),
            new_posts=tuple(NewPost(**row) for row in every(db, _NEW_POSTS, start or "", until)),
            new_sources=tuple(Work(**row) for row in every(db, _NEW_SOURCES, start or "", until)),
            months=apart,
            months_before=before,
            failures=_failures(db, start or "", until),
            last_run=last_run(db),
            over_time=stand.over_time,
            by_host=stand.by_host,
        )


def _events(db: Database, since: str | None, until: str) -> tuple[Event, ...]:
    news = [*found(db, since, until), *((*each, None, None) for each in rescues(db, since, until))]
    ids = sorted({source_id for source_id, *_ in news})
    works = {row["id"]: Work(**row) for row in every(db, _WORKS, _json(ids))}
    places = places_by_source(db, ids)
    held = held_by_source(db, ids)
    events: dict[str, Event] = {}
    documents: dict[str, int | None] = {}
    for source_id, finding, quote, citation_id in news:
        held_count, kept = held.get(source_id, (0, ()))
        hurt = (each for each in places.get(source_id, ()) if citation_id in {None, each.citation_id})
        event = Event(
            id=_id(finding, works[source_id].url or f"s{source_id}", quote),
            kind=finding.kind,
            date=finding.look.date,
            source=works[source_id],
            evidence=evidence(finding, quote),
            record_id=finding.look.record_id,
            outcome=finding.look.outcome,
            change=finding.change,
            similarity=finding.look.similarity if finding.change else None,
            quote=quote,
            moved_to=finding.look.url if finding.kind is EventKind.MOVED else None,
            places=tuple(hurt),
            held=kept,
            held_count=held_count,
        )
        if event.kind is not EventKind.MOVED or _is_for_good(db, event):
            told = events.get(event.id)  # the same words, quoted in several places
            events[event.id] = event if told is None else replace(told, places=told.places + event.places)
            documents[event.id] = finding.look.document_id
    ordered = sorted(events.values(), key=lambda each: (-harm(each), -len(each.places), each.date, each.id))
    return tuple(with_excerpts(db, ordered, documents))


def _id(finding: Finding, url: str, quote: str | None) -> str:
    """The same for the same event, whenever and from whatever rebuild it is told: made from the record that began it."""
    named = "\n".join([finding.kind, finding.first.record_id, url, quote or ""])
    return uuid.uuid5(uuid.NAMESPACE_URL, named.encode("utf-8", "replace").decode()).urn


def _is_for_good(db: Database, event: Event) -> bool:
    """Whether every redirect on the way says that it will stay."""
    chain = walk(db, event.source.url or "")
    ids = _json(int(row["id"]) for row in chain.passed)
    statuses = [row["status"] for row in every(db, _STATUSES, ids)]
    return bool(statuses) and all(status in _PERMANENT for status in statuses)


def _months(db: Database, since: str | None) -> tuple[tuple[MonthView, ...], int]:
    """The months that disagree and of which something was captured since; and how many disagree besides."""
    apart = [each for each in months(db) if each.disagreements]
    touched = {
        (row["seed"], Month(year=row["year"], month=row["month"]))
        for row in every(db, _TOUCHED, since or "", since or "")
    }
    new = tuple(each for each in apart if (each.seed, each.month) in touched)
    return new, len(apart) - len(new)


def _failures(db: Database, since: str, until: str) -> tuple[OwnFailure, ...]:
    runs = [
        OwnFailure(what=f"run {row['id']}", date=row["started"], reason=_end(row["exit_code"]))
        for row in every(db, _BAD_RUNS, since, until)
    ]
    looks = [
        OwnFailure(what=row["url"] or f"s{row['id']}", date=row["date"], reason=row["reason"])
        for row in every(db, _UNKNOWN, since, until)
    ]
    return (*runs, *looks)


def _end(exit_code: int | None) -> str:
    return (
        "did not end: killed, or its disk was full"
        if exit_code is None
        else f"ended with exit code {exit_code}"
    )


def _json(ids: Iterable[int]) -> str:
    return f"[{','.join(map(str, ids))}]"


_STATUSES = "SELECT status FROM snapshots WHERE id IN (SELECT value FROM json_each(?))"
_SEEDS = "SELECT seed FROM months UNION SELECT seed FROM posts ORDER BY 1"
_BEFORE_LAST = "SELECT finished FROM runs WHERE finished IS NOT NULL ORDER BY finished DESC LIMIT 1 OFFSET 1"
_WORKS = """
SELECT id, url, host, title, outcome FROM sources WHERE id IN (SELECT value FROM json_each(?))
"""
_NEW_POSTS = """
SELECT id, url, title, published, first_captured FROM posts WHERE first_captured >= ? AND first_captured <= ?
ORDER BY published, id
"""
_NEW_SOURCES = """
SELECT id, url, host, title, outcome FROM sources WHERE first_cited IS NOT NULL AND id IN (
    SELECT source_id FROM checks GROUP BY source_id HAVING min(date) >= ? AND min(date) <= ?
) ORDER BY id
"""
_TOUCHED = """
SELECT DISTINCT seed, year, month FROM months JOIN (
    SELECT month_id FROM archive_pages JOIN snapshots ON snapshots.id = snapshot_id WHERE date >= ?
    UNION SELECT month_id FROM posts WHERE first_captured >= ?
) AS news ON news.month_id = months.id
"""
# A run that has not ended is killed only when a later one began.
_BAD_RUNS = """
SELECT id, started, exit_code FROM runs WHERE started >= ? AND started <= ? AND (
    exit_code != 0 OR exit_code IS NULL AND started < (SELECT max(started) FROM runs)
) ORDER BY started
"""
_UNKNOWN = """
SELECT sources.id, sources.url, checks.date, checks.reason FROM checks JOIN sources ON sources.id = source_id
WHERE checks.outcome = 'unknown' AND checks.date >= ? AND checks.date <= ? AND NOT EXISTS (
    SELECT 1 FROM checks AS later WHERE later.source_id = sources.id
    AND (later.date > checks.date OR later.date = checks.date AND later.id > checks.id)
) ORDER BY checks.date, sources.id
"""
