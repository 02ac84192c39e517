"""The whole records of a broken file, copied into a new one byte for byte."""

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from isal import isal_zlib

from archiver.capture.digests import digests
from archiver.capture.exchange import warc_date
from archiver.capture.members import read_member
from archiver.capture.record import GZIP_LEVEL, WARC_FIELDS, Record, warc_fields
from archiver.capture.verifying.scan import Found as FoundRecord
from archiver.capture.verifying.scan import Scan
from archiver.capture.writer import WARC_NAME, new_record_id
from archiver.models.checked import Checked

UNFINISHED = ".salvaging"
_PIECE = 1 << 20
_NAME = re.compile(r"(archiver-\d{6}-)(\d{14})(?:-repaired)?\.warc\.gz")
_ENDING = ".warc.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """A new file, finished but for its name."""

    path: Path  # ends in `.salvaging`
    length: int
    sha256: str
    records: int


def new_name(name: str, taken: Callable[[str], bool]) -> str:
    """What a file is called that takes the place of a broken one: it sorts where that did, and no other has the name.

    >>> new_name("archiver-000003-20260101000000.warc.gz", lambda name: False)
    'archiver-000003-20260101000000-repaired.warc.gz'
    >>> new_name("archiver-000003-20260101000000-repaired.warc.gz", lambda name: "0000-repaired" in name)
    'archiver-000003-20260101000001-repaired.warc.gz'
    """
    match = _NAME.fullmatch(name)
    if match is None:
        stem = name.removesuffix(_ENDING)
        while taken(stem + _ENDING):
            stem += "-repaired"
        return stem + _ENDING
    number = int(match[2])
    while taken(made := f"{match[1]}{number:014d}-repaired{_ENDING}"):
        number += 1
    assert WARC_NAME.fullmatch(made)
    return made


def salvage(
    source: Path,
    target: Path,
    records: Iterable[Checked],
    *,
    info: list[tuple[str, str | None]],
    new_id: Callable[[], str] = new_record_id,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Salvaged:
    """Copy records of a file, in their order, to a new one that begins with a `warcinfo` of its own; on the disk at the end.

    `target` is the finished name; what is written is called so with `.salvaging` after it.
    """
    path = target.with_name(target.name + UNFINISHED)
    sha256, count = hashlib.sha256(), 1
    with source.open("rb") as old, path.open("wb") as new:
        for piece in _warcinfo(target.name, info, new_id(), now()).member():
            new.write(piece)
            sha256.update(piece)
        for record in records:
            count += 1
            for piece in _packed_anew(source, record) if record.is_odd else _as_it_is(old, record):
                new.write(piece)
                sha256.update(piece)
        new.flush()
        os.fsync(new.fileno())
        length = new.tell()
    return Salvaged(path=path, length=length, sha256=sha256.hexdigest(), records=count)


def salvaged_from(path: Path) -> str | None:
    """The name of the broken file that a salvaged one stands for; None where it does not say."""
    for item in Scan(path, ours=False):
        fields = dict(item.record.fields) if isinstance(item, FoundRecord) else {}
        return fields.get("repairOf", "").partition(" ")[0] or None
    return None


def _warcinfo(name: str, info: list[tuple[str, str | None]], record_id: str, now: datetime) -> Record:
    block = warc_fields([("format", "WARC File Format 1.1"), *info])
    headers = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", record_id),
        ("WARC-Filename", name),
        ("WARC-Date", warc_date(now)),
        ("WARC-Block-Digest", digests([block])["sha1"]),
    ]
    return Record(headers=headers, content_type=WARC_FIELDS, block=block)


def _as_it_is(file: BinaryIO, record: Checked) -> Iterator[bytes]:
    file.seek(record.offset)
    left = record.length
    while left:
        piece = file.read(min(left, _PIECE))
        if not piece:
            raise AssertionError("the file has changed under our hands")
        left -= len(piece)
        yield piece


def _packed_anew(path: Path, record: Checked) -> Iterator[bytes]:
    """A record that shared its gzip member, or whose member has a header that is not ours."""
    packer = isal_zlib.compressobj(GZIP_LEVEL, isal_zlib.DEFLATED, 31)
    for member in read_member(path, record.offset):
        member.content.seek(record.start)
        left = record.size
        while left and (piece := member.content.read(min(left, _PIECE))):
            left -= len(piece)
            if packed := packer.compress(piece):
                yield packed
    yield packer.flush()
