"""What the archive holds already and what is due: where a crawl goes on."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlite_utils import Database

from archiver.judge.schedule import EARLY
from archiver.models.blog import Month
from archiver.models.capture import Role
from archiver.models.frontier import Due, Known
from archiver.models.lead import Lead
from archiver.models.memento import Archive
from archiver.store import stand_ins, turns
from archiver.store.dates import stamp
from archiver.store.memory import unfinished_urls
from archiver.store.rescues import lost
from archiver.store.rows import every
from archiver.store.store import Store
from archiver.web.url import without_fragment


def known(
    store: Store, now: datetime, *, most: int | None = None, archives: Sequence[Archive] = (), tries: int = 0
) -> Known:
    """The planner's view of the archive at a moment. Of the sources known before at most so many are due. `archives` are those that may be asked for what is lost.

    Each gives so many captures of one source as `tries`, until none is expected any more.
    """
    moment = stamp(now + EARLY)
    wanted, later = due(store.db, now, most=most)
    asked = {each.lead.url for each in wanted}
    captured = frozenset(without_fragment(row["url"]) for row in every(store.db, _CAPTURED, moment))
    # What a killed crawl had kept is read again, from the archive, for what it leads to.
    return Known(
        captured=captured - asked - unfinished_urls(store.db, now),
        due=wanted,
        later=later,
        lost=lost(store.db, now, archives, tries) if archives else (),
        probed=stand_ins.probed(store.db, now),
        answered=tuple(row["url"] for row in every(store.db, _ANSWERED)),
    )


def due(db: Database, now: datetime, *, most: int | None = None) -> tuple[tuple[Due, ...], int]:
    """Posts that were listed and not captured, or changed, and sources whose turn it is; and how many of these have to wait.

    An address is due once; what will be due within hours is.
    """
    posts = (*_posts(db, stamp(now + EARLY)), *_further(db), *turns.changed_posts(db))
    asked = {each.lead.url for each in posts}
    found, later = turns.sources(db, now, most)
    return (*posts, *(each for each in found if each.lead.url not in asked)), later


def _posts(db: Database, now: str) -> Iterator[Due]:
    for row in every(db, _DUE_POSTS, now):
        month = None if row["year"] is None else Month(year=row["year"], month=row["month"])
        lead = Lead(url=without_fragment(row["url"]), role=Role.POST, hop="L", month=month)
        yield Due(
            lead=lead, seed=row["seed"], via=row["via"] or row["seed"], why="listed, and not captured yet"
        )


def _further(db: Database) -> Iterator[Due]:
    """Pages after the first, of posts over several."""
    for row in every(db, _DUE_PAGES):
        month = None if row["year"] is None else Month(year=row["year"], month=row["month"])
        lead = Lead(url=row["url"], role=Role.POST, hop="L", month=month, page=row["page"])
        yield Due(lead=lead, seed=row["seed"], via=row["via"])


_DUE_POSTS = """
SELECT posts.url, posts.seed, months.year, months.month, (
    SELECT archive_pages.url FROM archive_page_posts JOIN archive_pages ON archive_pages.id = archive_page_id
    WHERE post_id = posts.id ORDER BY archive_pages.id LIMIT 1
) AS via
FROM posts LEFT JOIN months ON months.id = month_id
WHERE first_captured IS NULL AND (outcome = 'pending' OR next_check <= ?) ORDER BY posts.id
"""

# One that was asked for and did not come is asked for again when its post is.
_DUE_PAGES = """
SELECT post_pages.url, page, posts.seed, posts.url AS via, months.year, months.month
FROM post_pages JOIN posts ON posts.id = post_id LEFT JOIN months ON months.id = month_id
WHERE post_pages.snapshot_id IS NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE snapshots.url = post_pages.url)
ORDER BY post_id, page
"""

_ANSWERED = """
SELECT url, max(last_checked) FROM sources WHERE outcome = 'archived' AND strikes = 0 AND last_checked IS NOT NULL AND url IS NOT NULL
GROUP BY host ORDER BY 2 DESC LIMIT 20
"""

# Requisites that our own side failed to get (`unknown`), or whose server did not answer, may be got next time.
_CAPTURED = """
SELECT post_urls.url FROM post_urls JOIN posts ON posts.id = post_id
WHERE first_captured IS NOT NULL OR (outcome != 'pending' AND coalesce(next_check > ?, 1))
UNION
SELECT url FROM post_pages WHERE snapshot_id IS NOT NULL
UNION
SELECT url FROM sources WHERE url IS NOT NULL AND outcome != 'pending'
UNION
SELECT url FROM snapshots WHERE role = 'requisite' AND outcome NOT IN ('unknown', 'unreachable')
"""
