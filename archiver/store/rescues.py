"""Lost sources: which was rescued by what, and for which web archives are still to be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from archiver.discover.mementos.asking import may_be_told
from archiver.discover.mementos.choosing import across, ranked
from archiver.judge.chain import judge_chain
from archiver.judge.drift.measures import similarity
from archiver.judge.rescue import LOST, Side, told
from archiver.judge.standing import STRIKES
from archiver.models.citation import Outcome, Verdict
from archiver.models.memento import Archive, Lost, Memento, Taken
from archiver.store.dates import instant, stamp
from archiver.store.mementos import memento_of
from archiver.store.rows import Row, every, one, run, value

_MOST_ENDS = 2  # addresses of one source beside its own
_MOST = 2000  # captures of one source that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """The capture of a web archive that a source is rescued by."""

    verdict: Verdict
    snapshot_id: int
    document_id: int | None
    date: str  # when the archive gave it


def rescue_of(db: Database, source_id: int, url: str) -> Rescue | None:
    """What a source is rescued by; None where no archive gave a good capture, or where we have one of our own."""
    addresses = addresses_of(db, source_id, url)
    good = [row for each in addresses for row in every(db, _GOOD, each)]
    if not good or value(db, _OWN, source_id) is not None:
        return None
    post, dead = _dates(db, source_id)
    near = post or max((date for row in good if (date := instant(row["date"])) is not None), default=None)
    if near is None:
        return None
    listed = [row for each in addresses for row in every(db, _KNOWN, each, _MOST)]
    known = tuple(each for row in listed if (each := memento_of(row)) is not None)
    held = [(each, row) for row in good if (each := _held(row)) is not None]
    order = ranked(tuple(each for each, _ in held), near, dead)
    if not order:
        return None
    best, rows = order[0], {each.url: row for each, row in held}
    row = rows[best.url]
    other = _other(db, rows, best, across(ranked(known, near, dead), best.date, near))
    taken = Side(archive=best.archive, date=best.date)
    verdict = Verdict(outcome=Outcome.RESCUED, reason=told(taken, post, other))
    return Rescue(
        verdict=verdict,
        snapshot_id=row["id"],
        document_id=row["document_id"],
        date=row["creation_date"] or row["date"],
    )


def addresses_of(db: Database, source_id: int, url: str) -> tuple[str, ...]:
    """Under which a web archive may have a source: its own, and those where we saw its redirects end at something dead.

    Of a shortened address or a DOI archives have redirects only; what counts is what was there, where they led. A front
    page, a login or a seller of names at their end never was the source.
    """
    ends = [row["url"] for row in every(db, _ENDS, source_id, url, *sorted(LOST))]
    whole = Verdict(outcome=Outcome.ARCHIVED)
    meant = [each for each in ends if judge_chain(url, (), whole, each).outcome is Outcome.ARCHIVED]
    return (url, *meant[:_MOST_ENDS])


def ending_at(db: Database, url: str) -> list[int]:
    """The sources whose redirects were seen to end at an address."""
    return [int(row["source_id"]) for row in every(db, _ENDING, url)]


def lost(db: Database, now: datetime, archives: Sequence[Archive], tries: int) -> tuple[Lost, ...]:
    """The sources for which web archives are to be asked now: first those for which none was asked yet."""
    moment = stamp(now)
    found: dict[str, Lost] = {}
    for row in every(db, _LOST, *sorted(LOST), STRIKES):
        for address in addresses_of(db, row["id"], row["url"]):
            one_lost = _lost(db, row | {"url": address}, moment, archives, tries)
            if one_lost is not None:
                found.setdefault(address, one_lost)
    return tuple(sorted(found.values(), key=lambda each: len(each.ask) < len(archives)))


def _lost(db: Database, row: Row, now: str, archives: Sequence[Archive], tries: int) -> Lost | None:
    dead = instant(row["dead"])
    near = instant(row["first_cited"]) or dead or instant(row["last_checked"])
    if near is None:
        return None
    url = row["url"]
    not_now = {each["archive"] for each in every(db, _NOT_NOW, url, now)}
    ask = tuple(each.name for each in archives if each.name not in not_now and may_be_told(each, url))
    mementos = every(db, _KNOWN, url, _MOST)
    passed = tuple(each["memento_url"] for each in mementos if _is_passed(each, now))
    spent = int(value(db, _SPENT, url, url))
    usable = {each.name for each in archives}
    open_ones = [
        memento
        for each in mementos
        if not _is_passed(each, now)
        and each["archive"] in usable
        and (memento := memento_of(each)) is not None
    ]
    is_open = spent < tries and bool(ranked(tuple(open_ones), near, dead))
    if not ask and not is_open:
        return None
    return Lost(
        url=url,
        seed=row["seed"],
        via=row["via"],
        near=near,
        dead=dead,
        ask=ask,
        mementos=tuple(open_ones),
        passed=passed,
        spent=spent,
    )


def _is_passed(row: Row, now: str) -> bool:
    if row["taken"] == Taken.UNKNOWN:
        return row["next_try"] is not None and row["next_try"] > now
    return row["taken"] is not None


def _dates(db: Database, source_id: int) -> tuple[datetime | None, datetime | None]:
    """Of the first post that cites it, and when it was first found dead."""
    row = one(db, _DATES, source_id)
    assert row is not None
    dead = instant(row["dead"])
    return instant(row["first_cited"]) or dead, dead


def _held(row: Row) -> Memento | None:
    """A capture that was fetched, of the moment that came with it. No list names one that others put into the archive."""
    named = {
        "archive": row["archive"] or "a web archive",
        "memento_url": row["memento_url"] or row["archived_from"],
        "original": row["target_uri"],
        "status": None,
    }
    return memento_of(row | named)


def _other(db: Database, held: Mapping[str, Row], best: Memento, beyond: Sequence[Memento]) -> Side | None:
    """The capture on the other side of the post's date that the best one can be held against; kept as evidence."""
    own = held[best.url]
    run(db, "UPDATE mementos SET agreement = NULL WHERE url = ? AND agreement IS NOT NULL", own["url"])
    for each in beyond:
        row = held.get(each.url)
        if row is not None:
            share = _agreement(db, own, row)
        elif each.digest is not None and each.digest == best.digest:
            share = 1.0
        else:
            continue
        run(db, "UPDATE mementos SET agreement = ? WHERE memento_url = ?", share, each.url)
        return Side(archive=each.archive, date=each.date, agreement=share)
    return None


def _agreement(db: Database, one_row: Row, other: Row) -> float | None:
    if one_row["payload_sha256"] == other["payload_sha256"]:
        return 1.0
    texts = [value(db, _TEXT, row["document_id"]) for row in (one_row, other)]
    return round(similarity(texts[0], texts[1]), 3) if all(texts) else None


_GOOD = """
SELECT snapshots.id, snapshots.url, target_uri, snapshots.date, creation_date, archived_from, document_id, payload_sha256,
    archive, memento_url, digest
FROM snapshots LEFT JOIN mementos ON mementos.snapshot_id = snapshots.id
WHERE snapshots.url = ? AND archived_from IS NOT NULL AND outcome = 'archived' AND next_url IS NULL ORDER BY snapshots.id
"""
_ENDS = f"""
SELECT DISTINCT snapshots.url FROM checks JOIN snapshots ON snapshots.id = checks.snapshot_id
WHERE source_id = ? AND snapshots.url != ? AND archived_from IS NULL
AND snapshots.outcome IN ('unreachable', {", ".join("?" * len(LOST))}) ORDER BY 1
"""  # noqa: S608  # our own words
_ENDING = """
SELECT DISTINCT source_id FROM snapshots JOIN checks ON checks.snapshot_id = snapshots.id
WHERE snapshots.url = ? AND archived_from IS NULL ORDER BY 1
"""
_OWN = "SELECT 1 FROM checks WHERE source_id = ? AND outcome = 'archived' LIMIT 1"
_KNOWN = "SELECT * FROM mementos WHERE url = ? ORDER BY id LIMIT ?"
_NOT_NOW = "SELECT archive FROM archive_answers WHERE url = ? AND next_ask > ?"
# Tries count anew when an archive that has captures has listed them since.
_SPENT = """
SELECT count(*) FROM mementos WHERE url = ? AND taken = 'bad'
AND tried >= coalesce((SELECT max(asked) FROM archive_answers WHERE url = ? AND answer = 'has'), '')
"""
_TEXT = "SELECT text FROM documents WHERE id = ?"
_DEAD = """(
    SELECT min(date) FROM checks
    WHERE source_id = sources.id AND outcome IN ('gone', 'soft-404', 'parked', 'unreachable')
) AS dead"""
_DATES = f"SELECT first_cited, {_DEAD} FROM sources WHERE id = ?"  # noqa: S608
# A source that no post cites any more is not looked for, nor one of which we have a good capture of our own.
_LOST = f"""
SELECT sources.id, sources.url, first_cited, posts.seed, posts.url AS via, sources.last_checked, {_DEAD}
FROM sources JOIN posts ON posts.id = (
    SELECT min(post_id) FROM citation_sources JOIN citations ON citations.id = citation_id WHERE source_id = sources.id
)
WHERE sources.url IS NOT NULL AND (
    sources.outcome IN ({", ".join("?" * len(LOST))})
    OR sources.outcome = 'unreachable' AND (
        SELECT count(DISTINCT substr(date, 1, 10)) FROM checks WHERE source_id = sources.id AND outcome = 'unreachable'
    ) >= ?
)
AND NOT EXISTS (SELECT 1 FROM checks WHERE source_id = sources.id AND outcome IN ('archived', 'rescued'))
ORDER BY sources.id
"""  # noqa: S608
