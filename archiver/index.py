"""The one place where the stages meet: WARCs in, database and CDXJ out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archiver.capture.cdxj import stale_mark, write_cdxj
from archiver.capture.reader import read_capture, read_captures
from archiver.collection.folder import Collection
from archiver.collection.warcs import name_of
from archiver.judge.reading import read
from archiver.models.capture import Capture, RunRecord
from archiver.models.citation import Outcome
from archiver.store.replace import rebuilding
from archiver.store.store import Store

_BATCH = 64  # readings a transaction: few enough that a killed index loses a second's work


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexReport:
    """What an index run did."""

    captures: int = 0
    unread: int = 0  # captures that a reader of ours failed on


def index(collection: Collection, *, watch: Callable[[int], None] = lambda _: None) -> IndexReport:
    """Bring the database up to date with the WARCs: append what is new. `watch` is told how many were read.

    Raises:
        ArchiverError: a WARC file is damaged, or the database is not ours.
    """
    with Store(collection.database) as store:
        return _fold(collection, store, watch)


def rebuild(collection: Collection, *, watch: Callable[[int], None] = lambda _: None) -> IndexReport:
    """Make database and index anew from the WARCs alone. Until it is done, readers see the old ones.

    Raises:
        ArchiverError: a WARC file is damaged.
    """
    stale_mark(collection.cdxj).touch()
    with rebuilding(collection.database) as store:
        return _fold(collection, store, watch)


def _fold(collection: Collection, store: Store, watch: Callable[[int], None]) -> IndexReport:
    captures = unread = 0
    for path in collection.warc_files():
        for outcome in _fold_file(collection, store, path):
            captures += 1
            unread += outcome is Outcome.UNKNOWN
            watch(captures)
    if stale_mark(collection.cdxj).exists() or not collection.cdxj.exists():
        write_cdxj(collection.cdxj, store.snapshots())
    return IndexReport(captures=captures, unread=unread)


def _fold_file(collection: Collection, store: Store, path: Path) -> Iterator[Outcome]:
    name = name_of(path)
    waiting = 0
    position = store.position(name)
    for item, end in read_captures(path, position, find=store.find):
        if isinstance(item, RunRecord):
            store.add_run(item)
        else:
            reading = read(item, _several(collection, store, item))
            store.add(reading)
            yield reading.verdict.outcome
        position, waiting = end, waiting + 1
        if waiting >= _BATCH:
            stale_mark(collection.cdxj).touch()
            store.commit(name, position)
            waiting = 0
    if waiting:
        stale_mark(collection.cdxj).touch()
        store.commit(name, position)


def _several(collection: Collection, store: Store, capture: Capture) -> tuple[Capture, ...]:
    """The captures of all pages of a post, in their order, where this is one of several."""
    return tuple(
        capture
        if place is None
        else read_capture(
            collection.warc_file(place.warc), place.offset, visit=capture.visit, find=store.find
        )
        for place in store.pages(capture)
    )
