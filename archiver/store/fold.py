"""One reading into the tables. What comes out depends on the readings so far and their order, and on nothing else."""

from sqlite_utils import Database

from archiver.models.reading import PlacedReading, Reading
from archiver.store import (
    citations,
    documents,
    internal_links,
    listings,
    mementos,
    months,
    own_words,
    pages,
    posts,
    runs,
    snapshots,
    sources,
    stand_ins,
)
from archiver.store.address import address, post_address
from archiver.store.post_urls import on_page
from archiver.store.rescues import ending_at
from archiver.store.rows import value
from archiver.store.waiting import waiters


def fold(db: Database, reading: Reading) -> None:
    """Add one reading. A record that was folded before is passed over."""
    if snapshots.has(db, reading):
        return
    run_id = runs.of_warc(db, reading.capture.snapshot.warc)
    snapshot_id = snapshots.add(db, reading, run_id)
    document_id = documents.add(db, reading, snapshot_id)
    mementos.add(db, reading, snapshot_id, run_id)
    touched = pages.add(db, reading, snapshot_id)
    listings.add(db, reading)
    own_words.add_feed(db, reading)
    touched |= _posts(db, reading, snapshot_id, document_id)
    here = address(reading.capture.url)
    stand_ins.add(db, reading, snapshot_id)
    touched |= _settle(db, here)
    for source_id in stand_ins.concerned(db, reading):
        _settle_source(db, source_id)
    if reading.capture.snapshot.archived_from is not None:
        for source_id in ending_at(db, here):
            _settle_source(db, source_id)
    months.recount(db, touched)


def _posts(db: Database, reading: Reading, snapshot_id: int, document_id: int | None) -> set[int]:
    if not posts.may_be_posts(reading):
        return set()
    touched: set[int] = set()
    if reading.post is not None:
        here = address(reading.capture.url)
        own = posts.Own(facts=reading.post, here=here, snapshot_id=snapshot_id, document_id=document_id)
        touched |= _post(db, reading, own, reading, reading.pages)
    for placed in reading.placed:
        found = (
            documents.keep(db, placed.document, snapshot_id, placed.pieces)
            if placed.document is not None
            else None
        )
        here = post_address(placed.post.url)
        own = posts.Own(facts=placed.post, here=here, snapshot_id=snapshot_id, document_id=found)
        touched |= _post(db, reading, own, placed)
    return touched


def _post(
    db: Database,
    reading: Reading,
    own: posts.Own,
    says: Reading | PlacedReading,
    pages: tuple[tuple[int, str], ...] = (),
) -> set[int]:
    post = posts.captured(db, reading.capture, own, pages)
    if post.replaced is not None and post.replaced != own.document_id:
        own_words.forget(db, post.post_id, post.replaced)
    own_words.settle(db, post.post_id)
    citations.replace(db, post.post_id, says.citations, dated=post.dated)
    internal_links.replace(db, post.post_id, says.internal)
    return post.touched


def _settle_source(db: Database, source_id: int) -> None:
    sources.settle(db, source_id, str(value(db, "SELECT url FROM sources WHERE id = ?", source_id)))


def _settle(db: Database, url: str) -> set[int]:
    """Tell all whom this capture concerns."""
    source_id = sources.by_url(db, url)
    for waiting in dict.fromkeys([*([source_id] if source_id else []), *waiters(db, "source", url)]):
        _settle_source(db, waiting)
    touched: set[int] = set()
    for waiting in dict.fromkeys([*on_page(db, url), *waiters(db, "post", url)]):
        kept, concerned = posts.settle(db, waiting)
        touched |= concerned
        if kept != waiting:
            own_words.settle(db, kept)  # a feed may have named it by the address that leads to it
    return touched
