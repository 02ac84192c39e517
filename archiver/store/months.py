"""The months of a blog: named by its own lists, or made from the dates of its posts."""

from collections.abc import Iterable

from sqlite_utils import Database

from archiver.models.blog import Month
from archiver.store.rows import Row, insert, one, run, update, value


def find(db: Database, seed: str, month: Month) -> int | None:
    """The id of a month of a blog, if it is there."""
    sql = "SELECT id FROM months WHERE seed = ? AND year = ? AND month = ?"
    found = value(db, sql, seed, month.year, month.month)
    return None if found is None else int(found)


def is_named(db: Database, seed: str, month: Month) -> bool:
    """Whether the blog itself gives an address for a month, rather than posts dated in it."""
    sql = "SELECT 1 FROM months WHERE seed = ? AND year = ? AND month = ? AND url IS NOT NULL"
    return value(db, sql, seed, month.year, month.month) is not None


def add(
    db: Database, seed: str, month: Month, *, url: str | None = None, announced: int | None = None
) -> int:
    """Fold what names a month; gives its id. The latest address and number win."""
    month_id = find(db, seed, month)
    if month_id is None:
        row = {
            "seed": seed,
            "year": month.year,
            "month": month.month,
            "url": url,
            "posts_announced": announced,
        }
        return insert(db, "months", row)
    named = {"url": url, "posts_announced": announced}
    if changed := {name: cell for name, cell in named.items() if cell is not None}:
        update(db, "months", month_id, changed)
    return month_id


def touching(db: Database, post_id: int) -> set[int]:
    """The months that list a post, and the month of its date."""
    sql = """
        SELECT month_id FROM posts WHERE id = ? AND month_id IS NOT NULL
        UNION
        SELECT month_id FROM archive_page_posts JOIN archive_pages ON archive_pages.id = archive_page_id WHERE post_id = ?
    """
    return {int(row[0]) for row in run(db, sql, post_id, post_id)}


def recount(db: Database, month_ids: Iterable[int]) -> None:
    """Count the posts of months anew. A month that nothing names any more goes.

    A month whose pages list nothing lists what is dated in it.
    """
    for month_id in sorted(month_ids):
        counted = _count(db, _LISTED, month_id)
        if counted["posts_listed"] == 0:
            counted = _count(db, _DATED, month_id)
        update(db, "months", month_id, counted)
        if counted["posts_listed"] == 0:
            run(db, _FORGET, month_id)


def _count(db: Database, sql: str, month_id: int) -> Row:
    counted = one(db, sql, month_id)
    assert counted is not None
    return counted


_DATED = "SELECT count(*) AS posts_listed, count(document_id) AS posts_captured FROM posts WHERE month_id = ?"
_LISTED = """
SELECT count(*) AS posts_listed, count(document_id) AS posts_captured FROM posts WHERE id IN (
    SELECT post_id FROM archive_page_posts JOIN archive_pages ON archive_pages.id = archive_page_id WHERE month_id = ?
)
"""
_FORGET = """
DELETE FROM months WHERE id = ? AND url IS NULL
AND NOT EXISTS (SELECT 1 FROM archive_pages WHERE month_id = months.id)
"""
