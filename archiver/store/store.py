"""The only writer: readings go in one by one, and are kept together with how far the WARC was read."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from archiver.models.capture import Capture, RunRecord, Snapshot
from archiver.models.drift import Thresholds
from archiver.models.frontier import Place
from archiver.models.reading import Reading
from archiver.models.submission import Submission
from archiver.models.tokenizer import Tokenizer
from archiver.store import drifts, post_pages, runs, snapshots, submissions
from archiver.store.database import open_for_writing
from archiver.store.errors import DiskError
from archiver.store.fold import fold
from archiver.store.memory import find_holder
from archiver.store.snapshots import all_snapshots, has_id, has_record, last_well
from archiver.store.sources import by_url


class Store:
    """The database of a collection, open for writing. What was not committed is as if it had never been added.

    With a tokenizer, its index of words is made anew where it was made with another.

    Raises:
        ForeignDatabaseError: the file is no database, or another program's.
        OtherVersionError: its tables have another shape.
        DiskError: SQLite could not read or write; also raised on the way out of the block.
    """

    def __init__(self, path: Path, tokenizer: Tokenizer | None = None) -> None:
        self.path = path
        try:
            self.db = open_for_writing(path, tokenizer)
        except sqlite3.OperationalError as error:
            raise DiskError(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except sqlite3.OperationalError as closing:
            raise DiskError(self.path, closing) from error
        if isinstance(error, sqlite3.OperationalError):
            raise DiskError(self.path, error) from error

    def close(self) -> None:
        """Let go of the file, and of what was not committed."""
        self.db.rollback()
        self.db.close()

    def position(self, warc: str) -> int:
        """Up to which byte a WARC was read: 0 for one never seen."""
        return runs.position(self.db, warc)

    def add(self, reading: Reading) -> None:
        """Fold one capture into the tables."""
        self._begin()
        fold(self.db, reading)

    def add_run(self, record: RunRecord) -> None:
        """Fold the beginning or the end of a crawl. Comes before the captures of its WARC."""
        self._begin()
        runs.add(self.db, record)

    def add_submission(self, submission: Submission) -> None:
        """Fold a step of an address that was handed over to Save Page Now."""
        self._begin()
        submissions.add(self.db, submission)

    def commit(self, warc: str, offset: int) -> None:
        """Keep what was added, together with how far its WARC was read."""
        self._begin()
        runs.advance(self.db, warc, offset)
        self.db.commit()

    def find(self, target_uri: str, date: str) -> Place | None:
        """Where the capture lies that a revisit refers to, among those that were added."""
        return find_holder(self.db, target_uri, date)

    def original(
        self, record_id: str | None, url: str, digest: str | None, date: str
    ) -> tuple[str, str] | None:
        """Address and date of a capture by its id; of a canonical address with that payload, or, without a digest, as it was then."""
        return snapshots.original(self.db, record_id, url, digest, date)

    def compare(self, thresholds: Thresholds) -> Iterator[int]:
        """Say of the captures that were added how far they are from what was cited; gives each source when it is done and kept.

        What is not done when somebody stops is done the next time.
        """
        for source_id in drifts.waiting(self.db):
            self._begin()
            drifts.settle(self.db, source_id, thresholds)
            self.db.commit()
            yield source_id

    def pages(self, capture: Capture) -> tuple[Place | None, ...]:
        """Where the pages of a post lie that goes over several, this capture (None) being one of them."""
        return post_pages.places(self.db, capture)

    def holds(self, record_id: str, target_uri: str, date: str) -> bool:
        """Whether this very record is there."""
        return has_record(self.db, record_id, target_uri, date)

    def has_id(self, record_id: str) -> bool:
        """Whether a capture has this id."""
        return has_id(self.db, record_id)

    def cites(self, url: str) -> bool:
        """Whether a post cites a canonical address."""
        return by_url(self.db, url) is not None

    def last(self, url: str) -> str | None:
        """The date of the last capture of a canonical address that was well."""
        return last_well(self.db, url)

    def snapshots(self) -> Iterator[Snapshot]:
        """Every capture, in the order of the WARCs."""
        return all_snapshots(self.db)

    def _begin(self) -> None:
        if not self.db.conn.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")
