"""Exchanges into WARC files: one gzip member a record, one write an exchange, one file after another."""

import json
import os
import re
import socket
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from archiver.capture.record import (
    HTTP_REQUEST,
    HTTP_RESPONSE,
    WARC_FIELDS,
    gzip_member,
    record_bytes,
    sha1,
    sha256,
    warc_fields,
)
from archiver.collection.durable import sync_folder
from archiver.models.capture import Exchange, RunRecord

_NAME = re.compile(r"archiver-(\d{6})-\d{14}\.warc\.gz(\.open)?")
_SYNC_SECONDS = 1.0
_OPEN = ".open"


def warc_date(moment: datetime) -> str:
    """A WARC-Date: UTC, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def new_record_id() -> str:
    """A WARC-Record-ID."""
    return f"<urn:uuid:{uuid.uuid4()}>"


class WarcWriter:
    """Appends to `*.warc.gz.open` in a folder; begins a new file beyond `max_bytes`; renames what is finished.

    Any error of the disk is raised: a crawl must not go on without its WARC.
    """

    def __init__(
        self,
        folder: Path,
        *,
        run: RunRecord,
        info: list[tuple[str, str | None]],
        max_bytes: int = 1 << 30,
        new_id: Callable[[], str] = new_record_id,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Open the first file. `run` must have a `run_id` and `started`; `info` are further warcinfo fields."""
        self._folder = folder
        self._run = run
        self._info = info
        self._max_bytes = max_bytes
        self._new_id = new_id
        self._now = now
        self._path = Path()
        self._fd = -1
        self._offset = 0
        self._info_id = ""
        self._synced = 0.0
        self._open_file()

    def write(self, exchange: Exchange) -> None:
        """Keep one exchange: response, request, and last the metadata that tells how we came there.

        Raises:
            OSError: the disk is full, gone or broken. What was half written is taken back.
        """
        if self._offset >= self._max_bytes:
            self._finish_file()
            self._open_file()
        self._append(b"".join(gzip_member(record) for record in self._records(exchange)))

    def finish(self, *, exit_code: int, counts: dict[str, int]) -> None:
        """Write how the run ended, and close the file."""
        block = warc_fields(
            [
                ("run", self._run.run_id),
                ("finished", warc_date(self._now())),
                ("exitCode", str(exit_code)),
                ("counts", json.dumps(counts, sort_keys=True)),
            ]
        )
        headers = [
            ("WARC-Type", "metadata"),
            ("WARC-Record-ID", self._new_id()),
            ("WARC-Target-URI", f"urn:uuid:{self._run.run_id}"),
            ("WARC-Date", warc_date(self._now())),
            ("WARC-Warcinfo-ID", self._info_id),
            ("WARC-Block-Digest", sha1(block)),
        ]
        self._append(gzip_member(record_bytes(headers, WARC_FIELDS, block)))
        self._finish_file()

    def close(self) -> None:
        """Let go of the file as it is: what was written stays, marked `.open`."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _open_file(self) -> None:
        serial = (
            max((int(m[1]) for p in self._folder.iterdir() if (m := _NAME.fullmatch(p.name))), default=0) + 1
        )
        name = f"archiver-{serial:06d}-{self._now():%Y%m%d%H%M%S}.warc.gz"
        self._path = self._folder / (name + _OPEN)
        self._fd = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)
        self._offset = 0
        self._info_id = self._new_id()
        block = warc_fields(
            [
                ("format", "WARC File Format 1.1"),
                (
                    "conformsTo",
                    "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
                ),
                ("hostname", socket.gethostname()),
                *self._info,
                ("run", self._run.run_id),
                ("started", self._run.started),
                ("settings", json.dumps(self._run.settings) if self._run.settings is not None else None),
            ]
        )
        headers = [
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", self._info_id),
            ("WARC-Filename", name),
            ("WARC-Date", warc_date(self._now())),
            ("WARC-Block-Digest", sha1(block)),
        ]
        self._append(gzip_member(record_bytes(headers, WARC_FIELDS, block)))

    def _finish_file(self) -> None:
        os.fdatasync(self._fd)
        self.close()
        self._path.rename(self._path.with_name(self._path.name.removesuffix(_OPEN)))
        sync_folder(self._folder)

    def _append(self, data: bytes) -> None:
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._fd, view) :]
            if time.monotonic() - self._synced >= _SYNC_SECONDS:
                os.fdatasync(self._fd)
                self._synced = time.monotonic()
        except OSError:
            os.ftruncate(self._fd, self._offset)
            raise
        self._offset += len(data)

    def _records(self, exchange: Exchange) -> list[bytes]:
        common = [
            ("WARC-Target-URI", exchange.target_uri),
            ("WARC-Date", warc_date(exchange.date)),
            ("WARC-Warcinfo-ID", self._info_id),
        ]
        if exchange.ip_address:
            common.append(("WARC-IP-Address", exchange.ip_address))
        wire = [("WARC-Protocol", protocol) for protocol in exchange.protocols]
        if exchange.cipher_suite:
            wire.append(("WARC-Cipher-Suite", exchange.cipher_suite))
        records: list[bytes] = []
        concurrent: list[tuple[str, str]] = []
        if exchange.response is not None:
            headers = [("WARC-Type", "response"), ("WARC-Record-ID", self._new_id()), *common, *wire]
            headers += [
                ("WARC-Payload-Digest", sha1(exchange.payload)),
                ("WARC-Block-Digest", sha1(exchange.response)),
            ]
            if exchange.truncated:
                headers.append(("WARC-Truncated", exchange.truncated))
            concurrent = [("WARC-Concurrent-To", headers[1][1])]
            records.append(record_bytes(headers, HTTP_RESPONSE, exchange.response))
        if exchange.request:
            headers = [
                ("WARC-Type", "request"),
                ("WARC-Record-ID", self._new_id()),
                *common,
                *wire,
                *concurrent,
            ]
            headers.append(("WARC-Block-Digest", sha1(exchange.request)))
            records.append(record_bytes(headers, HTTP_REQUEST, exchange.request))
            concurrent = concurrent or [("WARC-Concurrent-To", headers[1][1])]
        block = _visit_fields(exchange)
        headers = [("WARC-Type", "metadata"), ("WARC-Record-ID", self._new_id()), *common, *concurrent]
        headers.append(("WARC-Block-Digest", sha1(block)))
        records.append(record_bytes(headers, WARC_FIELDS, block))
        return records


def _visit_fields(exchange: Exchange) -> bytes:
    visit, failure = exchange.visit, exchange.failure
    return warc_fields(
        [
            ("via", visit.via),
            ("hopsFromSeed", visit.hops_from_seed or None),
            ("role", visit.role.value),
            ("seed", visit.seed),
            ("month", visit.month),
            ("page", str(visit.page) if visit.page is not None else None),
            ("fetchError", f"{failure.reason} {failure.detail}" if failure else None),
            ("payloadDigest", sha256(exchange.payload) if exchange.response is not None else None),
            *exchange.notes,
        ]
    )
