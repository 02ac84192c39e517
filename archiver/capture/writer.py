"""Exchanges into WARC files: one gzip member a record, one write an exchange, one file after another."""

import errno
import hashlib
import json
import os
import re
import socket
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from archiver.capture.deduplication import Deduplicator
from archiver.capture.digests import ALGORITHMS, digests
from archiver.capture.exchange import records_of, warc_date
from archiver.capture.manifest import Manifest
from archiver.capture.record import WARC_FIELDS, Record, warc_fields
from archiver.collection.durable import sync_folder
from archiver.collection.warcs import OPEN
from archiver.models.capture import Exchange, RunRecord
from archiver.models.frontier import Memory, NoMemory

WARC_NAME = re.compile(r"archiver-(\d{6})-\d{14}(?:-repaired)?\.warc\.gz(\.open)?")
_AT_ONCE = 8 << 20  # bytes; an exchange that is larger takes several writes, and is taken back as a whole
_CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


def new_record_id() -> str:
    """A WARC-Record-ID."""
    return f"<urn:uuid:{uuid.uuid4()}>"


class WarcWriter:
    """Appends to `*.warc.gz.open` in a folder; begins a new file beyond `max_bytes`; renames what is finished.

    Any error of the disk is raised: a crawl must not go on without its WARC. `manifest` lists the finished files.
    What is written is on the disk after `sync`; with `sync_each`, after each exchange.
    """

    def __init__(
        self,
        folder: Path,
        *,
        run: RunRecord | None,
        info: list[tuple[str, str | None]],
        manifest: Manifest,
        memory: Memory | None = None,
        algorithms: tuple[str, ...] = ALGORITHMS,
        sync_each: bool = False,
        max_bytes: int = 1 << 30,
        new_id: Callable[[], str] = new_record_id,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Open the first file. `run` must have a `run_id` and `started`; None where nothing is crawled. `info` are further warcinfo fields."""
        self._folder = folder
        self._run = run
        self._info = info
        self._manifest = manifest
        self._known = Deduplicator(memory or NoMemory())
        self._algorithms = algorithms
        self._sync_each = sync_each
        self._max_bytes = max_bytes
        self._new_id = new_id
        self._now = now
        self._path = Path()
        self._fd = -1
        self.written = 0  # bytes, to all files of the run
        self._offset = 0
        self._records = 0
        self._hash = hashlib.sha256()
        self._info_id = ""
        self._unsynced = False
        self._open_file()

    def write(self, exchange: Exchange) -> bool:
        """Keep one exchange: response or revisit, request, and last the metadata that tells how we came there.

        Gives whether it brought a payload that was not kept yet.

        Raises:
            OSError: the disk is full, gone or broken. What was half written is taken back.
        """
        if self._offset >= self._max_bytes:
            self._finish_file()
            self._open_file()
        # What a web archive gave stands for itself, whole: it neither refers to captures of ours nor holds them.
        is_own = exchange.unchanged is None and exchange.stands_for is None
        same = self._known.original(exchange) if is_own else None
        written = records_of(
            exchange, same, info_id=self._info_id, new_id=self._new_id, algorithms=self._algorithms
        )
        self._append(written.records)
        if written.original is not None:
            self._known.remember(exchange, written.original)
        return written.original is not None

    def sync(self) -> None:
        """Bring what was written to the disk. May be called from another thread than the one that writes.

        Raises:
            OSError: the disk refuses, or the file is gone from its folder.
        """
        if not self._unsynced or self._fd < 0:
            return
        self._unsynced = False
        handle, path = os.dup(self._fd), self._path
        try:
            os.fdatasync(handle)
            if self._path == path:
                _still_there(handle, path)
        finally:
            os.close(handle)

    def finish(self, *, exit_code: int, counts: dict[str, int]) -> None:
        """Write how the run ended, and close the file.

        Raises:
            OSError: the disk refuses, or the file is gone from its folder.
        """
        if self._run is not None:
            self.tell(
                f"urn:uuid:{self._run.run_id}",
                [
                    ("run", self._run.run_id),
                    ("finished", warc_date(self._now())),
                    ("exitCode", str(exit_code)),
                    ("counts", json.dumps(counts, sort_keys=True)),
                ],
            )
        self._finish_file()

    def tell(self, target_uri: str, fields: list[tuple[str, str | None]], date: str | None = None) -> None:
        """Write a metadata record that stands for itself.

        Raises:
            OSError: the disk refuses.
        """
        block = warc_fields(fields)
        headers = [
            ("WARC-Type", "metadata"),
            ("WARC-Record-ID", self._new_id()),
            ("WARC-Target-URI", target_uri),
            ("WARC-Date", date or warc_date(self._now())),
            ("WARC-Warcinfo-ID", self._info_id),
            ("WARC-Block-Digest", digests([block])[self._algorithms[0]]),
        ]
        self._append([Record(headers=headers, content_type=WARC_FIELDS, block=block)])

    def close(self) -> None:
        """Let go of the file as it is: what was written stays, marked `.open`."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _open_file(self) -> None:
        serial = 1 + max(
            (int(m[1]) for p in self._folder.iterdir() if (m := WARC_NAME.fullmatch(p.name))), default=0
        )
        serial = max(serial, 1 + self._manifest.last_serial())
        name = f"archiver-{serial:06d}-{self._now():%Y%m%d%H%M%S}.warc.gz"
        self._path = self._folder / (name + OPEN)
        self._fd = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)
        sync_folder(self._folder)
        self._offset = self._records = 0
        self._hash = hashlib.sha256()
        self._info_id = self._new_id()
        block = warc_fields(
            [
                ("format", "WARC File Format 1.1"),
                ("conformsTo", _CONFORMS_TO),
                ("hostname", socket.gethostname()),
                *self._info,
                *self._told_run(),
                ("previousFile", self._manifest.head()),
            ]
        )
        headers = [
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", self._info_id),
            ("WARC-Filename", name),
            ("WARC-Date", warc_date(self._now())),
            ("WARC-Block-Digest", digests([block])[self._algorithms[0]]),
        ]
        self._append([Record(headers=headers, content_type=WARC_FIELDS, block=block)])

    def _told_run(self) -> list[tuple[str, str | None]]:
        run = self._run
        if run is None:
            return []
        settings = json.dumps(run.settings) if run.settings is not None else None
        return [("run", run.run_id), ("started", run.started), ("settings", settings)]

    def _finish_file(self) -> None:
        """Durable first, then listed, then named: whatever is cut off in between, mending knows the file again."""
        os.fdatasync(self._fd)
        self._unsynced = False
        _still_there(self._fd, self._path)
        self.close()
        finished = self._path.with_name(self._path.name.removesuffix(OPEN))
        self._manifest.append(
            filename=finished.name, length=self._offset, sha256=self._hash.hexdigest(), records=self._records
        )
        self._path.rename(finished)
        sync_folder(self._folder)

    def _append(self, records: Iterable[Record]) -> None:
        """Write whole records, small ones in one go.

        Raises:
            OSError: and the file is as it was before.
        """
        length, count = self._offset, 0
        hashed = self._hash.copy()
        waiting: list[bytes] = []
        size = 0
        try:
            for record in records:
                count += 1
                for piece in record.member():
                    waiting.append(piece)
                    size += len(piece)
                    if size >= _AT_ONCE:
                        length = self._put(waiting, hashed, length)
                        size = 0
            length = self._put(waiting, hashed, length)
            if self._sync_each:
                os.fdatasync(self._fd)
        except OSError:
            os.ftruncate(self._fd, self._offset)
            raise
        self.written += length - self._offset
        self._offset, self._hash = length, hashed
        self._records += count
        self._unsynced = not self._sync_each

    def _put(self, waiting: list[bytes], hashed: "hashlib._Hash", length: int) -> int:
        data = b"".join(waiting)
        waiting.clear()
        hashed.update(data)
        view = memoryview(data)
        while view:
            view = view[os.write(self._fd, view) :]
        return length + len(data)


def _still_there(handle: int, path: Path) -> None:
    """A file that was removed can still be written to: ask its folder.

    Raises:
        OSError: it is gone, or another stands in its place.
    """
    here = path.stat()
    there = os.fstat(handle)
    if (here.st_dev, here.st_ino) != (there.st_dev, there.st_ino):
        raise OSError(errno.ENOENT, "another file stands in the place of the WARC", str(path))
