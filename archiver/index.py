"""The one place where the stages meet: WARCs in, database and CDXJ out."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archiver.capture.cdxj import stale_mark, write_cdxj
from archiver.capture.reader import Item, read_capture, read_captures
from archiver.collection.folder import Collection
from archiver.collection.warcs import name_of
from archiver.judge.reading import has_only_head, read
from archiver.models.capture import Capture, RunRecord
from archiver.models.citation import Outcome
from archiver.models.drift import Thresholds
from archiver.models.frontier import Place
from archiver.models.reading import Reading
from archiver.models.submission import Submission
from archiver.models.tokenizer import Tokenizer
from archiver.store.replace import rebuilding
from archiver.store.store import Store
from archiver.workers.pool import Pool
from archiver.workers.readers import Readers
from archiver.workers.starting import have_nursery
from archiver.workers.task import Task

_BATCH = 64  # readings a transaction: few enough that a killed index loses a second's work
_MOST = 256  # captures read ahead of the one that is folded next: a slow one holds the others up for its last seconds only
_MOST_BYTES = 64 << 20  # of their payloads; a single one may have half of that
_MOST_OF_A_POST = 32 << 20  # bytes of all its pages; beyond, each of them is read alone

Watch = Callable[[int], None]


@dataclass(slots=True, kw_only=True)
class IndexReport:
    """What an index run did."""

    captures: int = 0
    unread: int = 0  # captures that a reader of ours failed on
    stopped: int = 0  # captures whose reading would have taken too much time or memory


def index(
    collection: Collection, *, watch: Watch = lambda _: None, readers: Readers | None = None
) -> IndexReport:
    """Bring the database up to date with the WARCs: append what is new. `watch` is told how many were read.

    Raises:
        ArchiverError: a WARC file is damaged, or the database is not ours.
    """
    have_nursery()
    with Store(collection.database, _tokenizer(collection)) as store:
        return _fold(collection, store, watch, readers)


def rebuild(
    collection: Collection, *, watch: Watch = lambda _: None, readers: Readers | None = None
) -> IndexReport:
    """Make database and index anew from the WARCs alone. Until it is done, readers see the old ones.

    Raises:
        ArchiverError: a WARC file is damaged.
    """
    have_nursery()
    stale_mark(collection.cdxj).touch()
    with rebuilding(collection.database, _tokenizer(collection)) as store:
        return _fold(collection, store, watch, readers)


def _fold(collection: Collection, store: Store, watch: Watch, readers: Readers | None) -> IndexReport:
    with Pool(readers or _readers(collection)) as pool:
        folding = _Folding(collection, store, pool, watch)
        for path in collection.warc_files():
            folding.read(path)
        folding.finish()
    for _ in store.compare(_thresholds(collection)):
        watch(folding.report.captures)
    if stale_mark(collection.cdxj).exists() or not collection.cdxj.exists():
        write_cdxj(collection.cdxj, store.snapshots())
    return folding.report


def _readers(collection: Collection) -> Readers:
    """As the user wants them."""
    if not collection.toml.is_file():
        return Readers()
    said = collection.settings.reading
    return Readers(processes=said.processes or None, seconds=said.seconds, megabytes=said.memory_mb)


def _tokenizer(collection: Collection) -> Tokenizer | None:
    """As the user wants it."""
    return collection.settings.search.tokenizer if collection.toml.is_file() else None


def _thresholds(collection: Collection) -> Thresholds:
    """As the user wants them."""
    return collection.settings.drift if collection.toml.is_file() else Thresholds()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What a WARC tells at one place, and the offset after it."""

    item: Item
    warc: str
    end: int
    task: Task | None  # of a capture: its reading


class _Folding:
    """Captures come as the WARCs have them, are read by many at once, and are folded in the order in which they came.

    What is under way is not in the store yet. What depends on rows of earlier captures is asked for when these are folded:
    where the original of a revisit lies, and which captures are pages of one post.
    """

    def __init__(self, collection: Collection, store: Store, pool: Pool, watch: Watch) -> None:
        self.report = IndexReport()
        self._collection, self._store, self._pool, self._watch = collection, store, pool, watch
        self._line: deque[_Entry] = deque()
        self._bytes = 0  # of the payloads in the line
        self._folded: _Entry | None = None  # the last one that is not committed yet
        self._since = 0  # how many are not

    def read(self, path: Path) -> None:
        """Take what is new in a WARC."""
        warc = name_of(path)
        for item, end in read_captures(path, self._store.position(warc), find=self._find):
            task = Task(capture=item) if isinstance(item, Capture) else None
            self._line.append(_Entry(item=item, warc=warc, end=end, task=task))
            if task is not None:
                self._bytes += len(task.capture.payload)
                if has_only_head(task.capture):
                    task.reading = read(task.capture)
                else:
                    self._pool.give(task)
            self._pool.attend(block=False)
            self._fold_ready()
            while len(self._line) > _MOST or self._bytes > _MOST_BYTES:
                self._fold_next()

    def finish(self) -> None:
        """Fold what is under way, and keep it."""
        while self._line:
            self._fold_next()
        self._commit()

    def _fold_ready(self) -> None:
        while self._line and ((task := self._line[0].task) is None or task.reading is not None):
            self._fold(self._line.popleft())

    def _fold_next(self) -> None:
        """Wait for the first in the line, and fold it."""
        entry = self._line.popleft()
        if entry.task is not None:
            self._finished(entry.task)
        self._fold(entry)

    def _fold(self, entry: _Entry) -> None:
        if self._folded is not None and self._folded.warc != entry.warc:
            self._commit()
        if isinstance(entry.item, RunRecord):
            self._store.add_run(entry.item)
        elif isinstance(entry.item, Submission):
            self._store.add_submission(entry.item)
        else:
            assert entry.task is not None
            self._add(entry.task)
        self._folded, self._since = entry, self._since + 1
        if self._since >= _BATCH:
            self._commit()

    def _add(self, task: Task) -> None:
        self._bytes -= len(task.capture.payload)
        several = self._several(task.capture)
        if several:  # which are known only now
            task = Task(capture=task.capture, several=several)
            self._pool.give(task, at_once=True)
        reading = self._finished(task)
        self._store.add(reading)
        self.report.captures += 1
        self.report.unread += reading.verdict.outcome is Outcome.UNKNOWN or task.is_crash
        self.report.stopped += task.failure is not None and not task.is_crash
        self._watch(self.report.captures)

    def _finished(self, task: Task) -> Reading:
        """The reading of a capture that was given to be read."""
        while task.reading is None:
            self._pool.attend(block=True)
        return task.reading

    def _commit(self) -> None:
        if self._folded is not None:
            stale_mark(self._collection.cdxj).touch()
            self._store.commit(self._folded.warc, self._folded.end)
        self._folded, self._since = None, 0

    def _find(self, target_uri: str, date: str) -> Place | None:
        """Where the capture lies that a revisit refers to. It may be one of those under way."""
        while any(_is_of(entry, target_uri, date) for entry in self._line):
            self._fold_next()
        return self._store.find(target_uri, date)

    def _several(self, capture: Capture) -> tuple[Capture, ...]:
        """The captures of all pages of a post, in their order, where this is one of several that can be read together."""
        found: list[Capture] = []
        size = 0
        for place in self._store.pages(capture):
            if place is None:
                found.append(capture)
            else:
                path = self._collection.warc_file(place.warc)
                found.append(read_capture(path, place.offset, visit=capture.visit, find=self._store.find))
            size += len(found[-1].payload)
            if size > _MOST_OF_A_POST:
                return ()
        return tuple(found)


def _is_of(entry: _Entry, target_uri: str, date: str) -> bool:
    if not isinstance(entry.item, Capture):
        return False
    snapshot = entry.item.snapshot
    return (snapshot.target_uri, snapshot.date) == (target_uri, date)
