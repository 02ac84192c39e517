"""What is due again of what was captured before: sources whose turn it is, and posts that a list says were changed."""

from collections.abc import Iterator
from datetime import datetime
from operator import itemgetter
from urllib.parse import urlsplit

from sqlite_utils import Database

from archiver.judge.schedule import EARLY
from archiver.judge.turn import Candidate, budget, in_turn
from archiver.models.blog import Month
from archiver.models.capture import Role
from archiver.models.citation import Outcome
from archiver.models.frontier import Due
from archiver.models.lead import Lead
from archiver.store.dates import end_of, instant, stamp
from archiver.store.rows import Row, every, value
from archiver.web.url import without_fragment


def sources(db: Database, now: datetime, most: int | None) -> tuple[tuple[Due, ...], int]:
    """Sources to ask for, the most urgent first, and how many more are due. Of those known before at most so many; None: as many as keep up."""
    rows = {int(row["id"]): row for row in every(db, _DUE, stamp(now + EARLY))}
    count = int(value(db, "SELECT count(*) FROM sources WHERE url IS NOT NULL") or 0)
    turns = in_turn([*map(_candidate, rows.values())], now, budget(count) if most is None else most)
    found = []
    for turn in turns:
        row = rows[turn.source_id]
        lead = Lead(url=row["url"], role=Role.SOURCE, hop="L")
        found.append(Due(lead=lead, seed=row["seed"], via=row["via"], why=turn.why))
    return tuple(found), len(rows) - len(found)


def _candidate(row: Row) -> Candidate:
    return Candidate(
        source_id=int(row["id"]),
        host=urlsplit(row["url"]).netloc,
        outcome=Outcome(row["outcome"]),
        strikes=int(row["strikes"]),
        is_held=row["document_id"] is not None,
        last_checked=instant(row["last_checked"]),
        next_check=instant(row["next_check"]),
    )


def changed_posts(db: Database) -> Iterator[Due]:
    """Posts that a feed, a list or a sitemap says were changed since they were captured, the latest changes first; a few a run."""
    newest: dict[str, tuple[datetime, Row]] = {}
    for row in every(db, _CHANGED):
        changed, looked = end_of(row["modified"]), instant(row["last_checked"])
        if changed is not None and looked is not None and changed > looked:
            before = newest.get(row["url"])
            if before is None or before[0] < changed:
                newest[row["url"]] = (changed, row)
    most = budget(int(value(db, "SELECT count(*) FROM posts") or 0))
    for _, row in sorted(newest.values(), key=itemgetter(0), reverse=True)[:most]:
        month = None if row["year"] is None else Month(year=int(row["year"]), month=int(row["month"]))
        lead = Lead(url=without_fragment(row["url"]), role=Role.POST, hop="L", month=month)
        yield Due(lead=lead, seed=row["seed"], via=row["list_url"], why=f"changed on {row['modified'][:10]}")


# A source that no post cites any more is asked for no more.
_DUE = """
SELECT sources.id, sources.url, sources.outcome, strikes, sources.document_id, sources.last_checked, sources.next_check,
    posts.seed, posts.url AS via
FROM sources JOIN posts ON posts.id = (
    SELECT min(post_id) FROM citation_sources JOIN citations ON citations.id = citation_id WHERE source_id = sources.id
)
WHERE sources.url IS NOT NULL AND (sources.outcome = 'pending' OR sources.next_check <= ?) ORDER BY sources.id
"""
_CHANGED = """
SELECT posts.url, posts.seed, posts.last_checked, list_url, listings.modified, months.year, months.month
FROM posts JOIN post_urls ON post_id = posts.id JOIN listings ON listings.url = post_urls.url
LEFT JOIN months ON months.id = month_id
WHERE first_captured IS NOT NULL AND posts.outcome = 'archived' AND listings.modified IS NOT NULL
"""
