"""Who waits for an address: posts and sources whose redirects lead there, and whose way ends or grew old there.

With it a capture finds whom it concerns by one look-up, however large the archive is; and a page to which thousands
redirect wakes each of them once for each time that it was asked for.
"""

from collections.abc import Iterable

from sqlite_utils import Database

from archiver.store.rows import insert, run


def wait(db: Database, kind: str, row_id: int, urls: Iterable[str]) -> None:
    """Let a post or a source wait for these addresses, and for no others."""
    column = _COLUMNS[kind]
    run(db, f"DELETE FROM waiting WHERE {column} = ?", row_id)  # noqa: S608  # one of two names
    for url in urls:
        insert(db, "waiting", {"url": url, column: row_id})


def waiters(db: Database, kind: str, url: str) -> list[int]:
    """The posts or the sources that wait for an address, oldest first."""
    column = _COLUMNS[kind]
    sql = f"SELECT DISTINCT {column} FROM waiting WHERE url = ? AND {column} IS NOT NULL ORDER BY 1"  # noqa: S608
    return [int(row[0]) for row in run(db, sql, url)]


_COLUMNS = {"post": "post_id", "source": "source_id"}
