"""The posts and sources of a package, one by one: what they are, what was read of them, who cites them."""

import json
from collections.abc import Iterator
from dataclasses import replace

from sqlite_utils import Database

from archiver.models.package import Work
from archiver.models.views import Reference, RunView
from archiver.search.citing import citing
from archiver.store.rows import Row, every, one, value


def works(db: Database) -> Iterator[Work]:
    """All that the scratch tables of a `Choice` name, posts first; texts are held one at a time."""
    for row in every(db, "SELECT id FROM chosen_posts ORDER BY id"):
        yield _work(db, Reference(kind="post", id=row["id"]), _POST)
    for row in every(db, "SELECT id FROM chosen_sources ORDER BY id"):
        found = _work(db, Reference(kind="source", id=row["id"]), _SOURCE)
        yield replace(found, cited_by=citing(db, [row["id"]]))


def references(db: Database) -> list[Reference]:
    """The same, as numbers."""
    posts = every(db, "SELECT id FROM chosen_posts ORDER BY id")
    sources = every(db, "SELECT id FROM chosen_sources ORDER BY id")
    return [
        *(Reference(kind="post", id=row["id"]) for row in posts),
        *(Reference(kind="source", id=row["id"]) for row in sources),
    ]


def front(db: Database) -> tuple[str, str] | None:
    """Address and date of the blog's front page, as it was chosen last."""
    row = one(db, _FRONT)
    return None if row is None else (row["target_uri"], row["date"])


def crawls(db: Database) -> Iterator[tuple[RunView, str | None]]:
    """The crawls that made what was chosen, each with its settings."""
    for row in every(db, _RUNS):
        settings: str | None = row.pop("settings")
        yield RunView(**row | {"counts": json.loads(row["counts"])}), settings


def counts(db: Database) -> tuple[int, int]:
    """How many posts and sources."""
    return (
        int(value(db, "SELECT count(*) FROM chosen_posts")),
        int(value(db, "SELECT count(*) FROM chosen_sources")),
    )


def _work(db: Database, reference: Reference, sql: str) -> Work:
    row: Row | None = one(db, sql, reference.id)
    assert row is not None
    return Work(reference=str(reference), kind=reference.kind, **row)


_READ = """
snapshots.target_uri AS page_url, snapshots.date AS page_date, snapshots.record_id, documents.language, documents.extractor,
documents.text
"""
_POST = f"""
SELECT posts.url, posts.title, posts.author, posts.published AS date, posts.outcome, posts.reason, {_READ}
FROM posts LEFT JOIN documents ON documents.id = posts.document_id LEFT JOIN snapshots ON snapshots.id = documents.snapshot_id
WHERE posts.id = ?
"""  # noqa: S608  # our own names
_SOURCE = f"""
SELECT sources.url, sources.title, sources.author, sources.issued AS date, sources.outcome, sources.reason, {_READ}
FROM sources LEFT JOIN documents ON documents.id = coalesce(cited_document_id, sources.document_id)
LEFT JOIN snapshots ON snapshots.id = documents.snapshot_id WHERE sources.id = ?
"""  # noqa: S608  # our own names
_FRONT = """
SELECT target_uri, date FROM snapshots WHERE id IN (SELECT id FROM chosen) AND role = 'front' AND next_url IS NULL
AND failure IS NULL ORDER BY date DESC, id DESC LIMIT 1
"""
_RUNS = """
SELECT id, started, finished, exit_code, counts, settings FROM runs
WHERE id IN (SELECT run_id FROM snapshots WHERE id IN (SELECT id FROM chosen)) ORDER BY started, id
"""
