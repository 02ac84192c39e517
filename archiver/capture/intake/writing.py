"""A file of the archive that holds what others captured: their records as they are, and ours that tell what each is for."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import version
from json import dumps
from pathlib import Path

from isal import isal_zlib

from archiver.capture.digests import ALGORITHMS, digests
from archiver.capture.exchange import warc_date
from archiver.capture.intake.heads import set_header
from archiver.capture.intake.staging import Stage, Staged
from archiver.capture.manifest import Import, Manifest
from archiver.capture.members import read_member
from archiver.capture.record import WARC_FIELDS, Record, gzip_member, warc_fields
from archiver.capture.verifying.chain import serial
from archiver.capture.writer import new_record_id
from archiver.collection.durable import sync_folder
from archiver.models.capture import Visit
from archiver.models.imported import SetAside

_PIECE = 1 << 20
_END = b"\r\n\r\n"
_LEVEL = 3


def next_name(folder: Path, manifest: Manifest, now: datetime) -> str:
    """What the next file is called: after all that are there, so that it is read after them."""
    numbers = (number for path in folder.iterdir() if (number := serial(path.name)) is not None)
    number = 1 + max(manifest.last_serial(), *numbers, 0)
    return f"archiver-{number:06d}-{now:%Y%m%d%H%M%S}-imported.warc.gz"


class ImportedWarc:
    """One file, written under another name until it is whole."""

    def __init__(
        self, building: Path, name: str, stage: Stage, *, now: datetime, previous: str | None
    ) -> None:
        self.name = name
        self.records = 0
        self.length = 0
        self._stage, self._now = stage, now
        self._building = building
        self._out = building.open("wb")
        self._hash = hashlib.sha256()
        self._info_id = new_record_id()
        self._tell(
            "warcinfo",
            self._info_id,
            [("WARC-Filename", name)],
            [
                ("software", f"archiver/{version('archiver')}"),
                ("format", "WARC File Format 1.1"),
                (
                    "description",
                    "captures that others made; each response is followed by what it is for the blog",
                ),
                ("importedFrom", stage.label),
                ("importedSha256", stage.sha256),
                ("importedSoftware", stage.software),
                ("previousFile", previous),
            ],
        )

    def copy(self, stage: Stage, record: Staged) -> None:
        """A record, as it lies there."""
        with stage.path.open("rb") as source:
            source.seek(record.offset)
            left = record.length
            while left and (piece := source.read(min(_PIECE, left))):
                self._put(piece)
                left -= len(piece)
        self.records += 1

    def copy_changed(self, stage: Stage, record: Staged, headers: Sequence[tuple[str, str]]) -> None:
        """A record with some headers set; its block is as it lies there."""
        for member in read_member(stage.path, record.offset):
            head = bytearray()
            while not head.endswith(_END) and (line := member.content.readline()):
                head += line
            raw = bytes(head)
            for name, value in headers:
                raw = set_header(raw, name, value)
            packer = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, 31)
            self._put(packer.compress(raw))
            while piece := member.content.read(_PIECE):
                self._put(packer.compress(piece))
            self._put(packer.flush())
        self.records += 1

    def tell(self, record: Staged, visit: Visit, said: Sequence[str], label: str) -> None:
        """What the capture before is for the blog, and where it comes from."""
        self._tell(
            "metadata",
            new_record_id(),
            [("WARC-Target-URI", record.target_uri), ("WARC-Concurrent-To", record.record_id)],
            [
                ("via", visit.via),
                ("hopsFromSeed", visit.hops_from_seed or None),
                ("role", visit.role.value),
                ("seed", visit.seed),
                ("month", visit.month),
                ("page", str(visit.page) if visit.page is not None else None),
                ("importedFrom", label),
                ("importedOffset", str(record.source)),
                ("mended", "; ".join(said) or None),
            ],
        )

    def finish(self, folder: Path, manifest: Manifest, *, set_aside: int) -> None:
        """Durable first, then named, then listed.

        Raises:
            OSError: the disk refuses.
        """
        self._out.flush()
        os.fsync(self._out.fileno())
        self._out.close()
        self._building.rename(folder / self.name)
        sync_folder(folder)
        manifest.append(
            filename=self.name,
            length=self.length,
            sha256=self._hash.hexdigest(),
            records=self.records,
            imported=Import(
                imported_from=self._stage.label,
                imported_sha256=self._stage.sha256,
                imported_software=self._stage.software,
                set_aside=set_aside,
            ),
        )

    def discard(self) -> None:
        """There was nothing to be written."""
        self._out.close()
        self._building.unlink(missing_ok=True)

    def _tell(
        self,
        kind: str,
        record_id: str,
        further: list[tuple[str, str]],
        fields: list[tuple[str, str | None]],
    ) -> None:
        block = warc_fields(fields)
        info = [] if kind == "warcinfo" else [("WARC-Warcinfo-ID", self._info_id)]
        headers = [
            ("WARC-Type", kind),
            ("WARC-Record-ID", record_id),
            *further,
            ("WARC-Date", warc_date(self._now)),
            *info,
            ("WARC-Block-Digest", digests([block])[ALGORITHMS[0]]),
        ]
        self._put(
            gzip_member(b"".join(Record(headers=headers, content_type=WARC_FIELDS, block=block).pieces()))
        )
        self.records += 1

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._hash.update(data)
        self.length += len(data)


def keep_aside(folder: Path, name: str, stage: Stage) -> None:
    """Keep what was not taken: the bytes one after another, and beside them where each comes from and why.

    Raises:
        OSError: the disk refuses.
    """
    folder.mkdir(exist_ok=True)
    with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as listed:
        for each in stage.set_aside:
            listed.write(_line(each) + "\n")
        listed.flush()
        os.fsync(listed.fileno())
    with stage.aside.open("rb") as file:
        os.fsync(file.fileno())
    stage.aside.replace(folder / f"{name}.bytes")
    sync_folder(folder)
    sync_folder(folder.parent)


def _line(each: SetAside) -> str:
    return dumps({name: cell for name, cell in asdict(each).items() if cell is not None}, ensure_ascii=False)
