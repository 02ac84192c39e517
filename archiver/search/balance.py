"""The balance: what there is, by outcome, so that anyone can see that nothing was lost."""

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from archiver.models.blog import Month
from archiver.models.capture import Role
from archiver.models.views import Balance, MonthView
from archiver.search.runs import last_run
from archiver.store.database import opened
from archiver.store.frontier import due
from archiver.store.rows import every, value


def balance(path: Path, now: datetime) -> Balance:
    """Count everything as it stands; what is due depends on the moment."""
    with opened(path) as db, db.atomic():  # one moment for all counts, whatever a writer does meanwhile
        wanted, later = due(db, now)
        roles = [each.lead.role for each in wanted]
        return Balance(
            months=months(db),
            archive_pages=_count(db, "archive_pages"),
            posts=_count(db, "posts"),
            posts_by_outcome=_heaps(db, "outcome", "FROM posts"),
            citations=_count(db, "citations"),
            citations_by_kind=_heaps(db, "kind", "FROM citations"),
            citations_without_source=int(value(db, _WITHOUT_SOURCE)),
            sources=int(value(db, f"SELECT count(*) {_CITED}")),
            sources_by_outcome=_heaps(db, "outcome", _CITED),
            works=int(value(db, f"SELECT count(DISTINCT work_id) {_CITED}")),
            uncited=int(value(db, "SELECT count(*) FROM sources WHERE first_cited IS NULL")),
            snapshots=_count(db, "snapshots"),
            documents=_count(db, "documents"),
            due_posts=roles.count(Role.POST),
            due_sources=roles.count(Role.SOURCE) + later,
            last_run=last_run(db),
        )


def _count(db: Database, table: str) -> int:
    return int(value(db, f"SELECT count(*) FROM {table}"))  # noqa: S608  # names are our own


def _heaps(db: Database, column: str, rows: str) -> dict[str, int]:
    """Largest heap first."""
    sql = f"SELECT {column} AS heap, count(*) AS size {rows} GROUP BY 1 ORDER BY 2 DESC, 1"
    return {row["heap"]: row["size"] for row in every(db, sql)}


def months(db: Database) -> tuple[MonthView, ...]:
    """The ledger, month by month."""
    return tuple(
        MonthView(month=Month(year=row.pop("year"), month=row.pop("month")), **row)
        for row in every(db, _MONTHS)
    )


_MONTHS = """
SELECT seed, year, month, url, posts_listed, posts_captured, posts_announced, posts_in_feed, posts_in_sitemap, posts_in_rest,
    posts_not_on_pages, pages_missing
FROM ledger ORDER BY year, month, seed
"""
_CITED = "FROM sources WHERE first_cited IS NOT NULL"
_WITHOUT_SOURCE = """
SELECT count(*) FROM citations
WHERE NOT EXISTS (SELECT 1 FROM citation_sources WHERE citation_id = citations.id)
"""
