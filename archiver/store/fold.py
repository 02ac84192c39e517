"""One reading into the tables. What comes out depends on the readings so far and their order, and on nothing else."""

from sqlite_utils import Database

from archiver.models.capture import Role
from archiver.models.citation import Outcome
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
from archiver.web.url import other_scheme


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
    if document_id is not None and _is_found(reading):
        sources.found(db, here)
    touched |= _settle(db, here, reading.capture.snapshot.date)
    for source_id in stand_ins.concerned(db, reading):
        _settle_source(db, source_id)
    if reading.capture.snapshot.archived_from is not None:
        for source_id in ending_at(db, here):
            _settle_source(db, source_id)
    months.recount(db, touched)


def _is_found(reading: Reading) -> bool:
    """Whether a capture that others made shows a page with words, of whatever nobody cites yet."""
    has_words = reading.document is not None and bool(reading.document.text)
    return (
        reading.capture.visit.role is Role.HELD and reading.verdict.outcome is Outcome.ARCHIVED and has_words
    )


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


def _settle_source(db: Database, source_id: int, date: str | None = None) -> None:
    sources.settle(db, source_id, str(value(db, "SELECT url FROM sources WHERE id = ?", source_id)), date)


def _settle(db: Database, here: str, date: str) -> set[int]:
    """Tell all whom this capture concerns."""
    urls = [url for url in (here, other_scheme(here)) if url is not None]
    own = [source_id for url in urls if (source_id := sources.by_url(db, url)) is not None]
    for waiting in dict.fromkeys([*own, *(each for url in urls for each in waiters(db, "source", url))]):
        _settle_source(db, waiting, date)
    touched: set[int] = set()
    posts_there = (each for url in urls for each in (*on_page(db, url), *waiters(db, "post", url)))
    for waiting in dict.fromkeys(posts_there):
        kept, concerned = posts.settle(db, waiting)
        touched |= concerned
        if kept != waiting:
            own_words.settle(db, kept)  # a feed may have named it by the address that leads to it
    return touched
