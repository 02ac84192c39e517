"""One reading into the tables. What comes out depends on the readings so far and their order, and on nothing else."""

from sqlite_utils import Database

from archiver.models.reading import Reading
from archiver.store import citations, documents, listings, months, pages, posts, runs, snapshots, sources
from archiver.store.address import address
from archiver.store.post_urls import by_url
from archiver.store.rows import value
from archiver.store.waiting import waiters


def fold(db: Database, reading: Reading) -> None:
    """Add one reading. A record that was folded before is passed over."""
    if snapshots.has(db, reading):
        return
    snapshot_id = snapshots.add(db, reading, runs.of_warc(db, reading.capture.snapshot.warc))
    document_id = documents.add(db, reading, snapshot_id)
    touched = pages.add(db, reading, snapshot_id)
    listings.add(db, reading)
    touched |= _post(db, reading, snapshot_id, document_id)
    touched |= _settle(db, address(reading.capture.url))
    months.recount(db, touched)


def _post(db: Database, reading: Reading, snapshot_id: int, document_id: int | None) -> set[int]:
    post = posts.captured(db, reading, snapshot_id, document_id)
    if post is None:
        return set()
    citations.replace(db, post.post_id, reading.citations, dated=post.dated)
    return post.touched


def _settle(db: Database, url: str) -> set[int]:
    """Tell all whom this capture concerns."""
    source_id = sources.by_url(db, url)
    for waiting in dict.fromkeys([*([source_id] if source_id else []), *waiters(db, "source", url)]):
        sources.settle(db, waiting, str(value(db, "SELECT url FROM sources WHERE id = ?", waiting)))
    post_id = by_url(db, url)
    touched: set[int] = set()
    for waiting in dict.fromkeys([*([post_id] if post_id else []), *waiters(db, "post", url)]):
        touched |= posts.settle(db, waiting)[1]
    return touched
