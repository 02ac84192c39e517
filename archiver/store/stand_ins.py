"""Sources whose page may stand in for another, and what their hosts show for nothing."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from archiver.judge.sibling import folder_of
from archiver.judge.stand_in import is_stand_in, judge_stand_in
from archiver.models.capture import Role
from archiver.models.citation import Outcome
from archiver.models.reading import Reading
from archiver.models.stand_in import Dead, Probe, Shown
from archiver.store.address import address
from archiver.store.chains import Chain, walk
from archiver.store.dates import stamp
from archiver.store.rows import Row, every, insert, one, run
from archiver.store.verdicts import Judged
from archiver.web.url import site

_LASTS = timedelta(days=90)  # a host seldom changes what it does with unknown addresses
_MOST = 50  # dead pages or sources of one host that a page is held against, the latest first


def add(db: Database, reading: Reading, snapshot_id: int) -> None:
    """Fold what a page shows, and which address was made up."""
    visit = reading.capture.visit
    if visit.role is Role.PROBE and visit.original is not None and not visit.hops_from_seed.endswith("R"):
        folder = folder_of(visit.original)
        here = address(reading.capture.url)
        run(db, _PROBED, folder or here, here, reading.capture.snapshot.date)
    if reading.shown is not None:
        row: Row = {
            "snapshot_id": snapshot_id,
            "host": site(address(reading.capture.url)),
            "is_dead": int(_is_dead(reading)),
            "title": reading.shown.title,
            "main": reading.shown.main,
            "whole": reading.shown.whole,
            "canonical": reading.shown.canonical,
        }
        insert(db, "shown", row)


def concerned(db: Database, reading: Reading) -> list[int]:
    """The sources that are judged anew, since more is known of their host now."""
    visit = reading.capture.visit
    found: list[int] = []
    if visit.role is Role.PROBE and visit.original is not None:
        folder = folder_of(visit.original)
        found += [int(row["source_id"]) for row in every(db, _IN_FOLDER, folder)]
    if reading.shown is not None and _is_dead(reading):
        host, here = site(address(reading.capture.url)), address(reading.capture.url)
        for row in every(db, _IN_DOUBT, host, here, _MOST):
            if is_stand_in(_shown(row), reading.shown, (row["url"],)):
                found.append(int(row["source_id"]))
    return found


def doubted(db: Database, source_id: int, url: str, chain: Chain, found: Judged) -> Judged:
    """The verdict on a source, held against what its host shows for nothing; whether it is in doubt is remembered."""
    run(db, "DELETE FROM doubts WHERE source_id = ?", source_id)
    folder = folder_of(url)
    if found.verdict.outcome is not Outcome.ARCHIVED or folder is None or chain.final is None:
        return found
    row = one(db, _SHOWN, chain.final["id"])
    if row is None and not chain.passed:
        return found
    insert(
        db,
        "doubts",
        {"source_id": source_id, "folder": folder, "host": site(url), "snapshot_id": chain.final["id"]},
    )
    page = None if row is None else _shown(row)
    dead = (Dead(url=each["url"], shown=_shown(each)) for each in every(db, _DEAD, site(url), url, _MOST))
    end = str(chain.final["url"])
    verdict = judge_stand_in(url, end, page, _probe(db, folder), dead if page is not None else ())
    return found if verdict is None else replace(found, verdict=verdict)


def probed(db: Database, now: datetime) -> frozenset[str]:
    """The folders of which it is known what their host shows for nothing."""
    return frozenset(row["folder"] for row in every(db, _LATELY, stamp(now - _LASTS)))


def _is_dead(reading: Reading) -> bool:
    return reading.capture.visit.role is Role.SOURCE and reading.verdict.outcome is not Outcome.ARCHIVED


def _probe(db: Database, folder: str) -> Probe | None:
    row = one(db, "SELECT url FROM probes WHERE folder = ?", folder)
    if row is None:
        return None
    final = walk(db, row["url"]).final
    if final is None:
        return Probe(url=row["url"], end=None, outcome=None)
    page = one(db, _SHOWN, final["id"])
    return Probe(
        url=row["url"],
        end=str(final["url"]),
        outcome=Outcome(final["outcome"]),
        shown=None if page is None else _shown(page),
    )


def _shown(row: Row) -> Shown:
    return Shown(title=row["title"], main=row["main"], whole=row["whole"], canonical=row["canonical"])


_PROBED = """
INSERT INTO probes (folder, url, asked) VALUES (?, ?, ?)
ON CONFLICT (folder) DO UPDATE SET url = excluded.url, asked = excluded.asked
"""
_SHOWN = "SELECT title, main, whole, canonical FROM shown WHERE snapshot_id = ?"
_IN_FOLDER = "SELECT source_id FROM doubts WHERE folder = ? ORDER BY source_id"
_IN_DOUBT = """
SELECT source_id, sources.url, shown.title, main, whole, canonical
FROM doubts JOIN shown USING (snapshot_id) JOIN sources ON sources.id = source_id
WHERE doubts.host = ? AND sources.url != ? ORDER BY source_id DESC LIMIT ?
"""
_DEAD = """
SELECT url, title, main, whole, canonical FROM shown JOIN snapshots ON snapshots.id = snapshot_id
WHERE host = ? AND is_dead AND url != ? ORDER BY snapshot_id DESC LIMIT ?
"""
_LATELY = "SELECT folder FROM probes WHERE asked >= ?"
