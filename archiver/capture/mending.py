"""What a killed crawl or a power cut left behind, made whole: a file that is `.open` though nobody writes to it."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from isal import isal_zlib

from archiver.capture.manifest import Manifest, file_digest
from archiver.capture.members import ISAL_ERROR
from archiver.collection.durable import sync_folder
from archiver.collection.warcs import OPEN
from archiver.models.errors import ArchiverError

_CHUNK = 1 << 20
_START, _END = b"WARC/", b"\r\n\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One file that was closed. Nothing is thrown away: cut bytes lie beside it."""

    path: Path  # its finished name; when no record in it was whole, there is no such file
    kept: int  # bytes
    torn: Path | None = None  # what was cut off, if anything was


def mend(folder: Path, manifest: Manifest) -> list[Mended]:
    """Close every file that an earlier crawl left open. To be called by whoever holds the collection's lock.

    A torn tail is cut after the last whole record and kept in a file whose name ends in `.torn`. Interrupted itself,
    it does the same again.

    Raises:
        ArchiverError: the disk refuses.
    """
    try:
        return [_mend(path, manifest) for path in sorted(folder.glob(f"*.warc.gz{OPEN}"))]
    except OSError as error:
        raise ArchiverError(
            f"{folder}: what an earlier crawl left cannot be closed: {error.strerror or error}. "
            "Make room, or make the folder writable, and run the command again."
        ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """How much of a file is whole."""

    length: int  # bytes
    records: int


def whole_part(path: Path) -> Whole:
    """What is whole from the start: gzip members that unpack, with their checksums, each to one WARC record."""
    good = records = 0
    with path.open("rb") as file:
        data = file.read(_CHUNK)
        while data:
            length = _member(file, data)
            if length is None:
                break
            good += length
            records += 1
            file.seek(good)
            data = file.read(_CHUNK)
    return Whole(length=good, records=records)


def _member(file: BinaryIO, data: bytes) -> int | None:
    """The compressed length of the member that begins with `data`; None where it is not whole."""
    one = isal_zlib.decompressobj(wbits=31)
    length, head, tail = 0, b"", b""
    while True:
        try:
            out = one.decompress(data)
        except ISAL_ERROR:
            return None
        length += len(data) - len(one.unused_data)
        head = (head + out)[: len(_START)] if len(head) < len(_START) else head
        tail = (tail + out)[-len(_END) :]
        if one.eof:
            return length if head == _START and tail == _END else None
        data = file.read(_CHUNK)
        if not data:
            return None


def _mend(path: Path, manifest: Manifest) -> Mended:
    finished = path.with_name(path.name.removesuffix(OPEN))
    whole, size = whole_part(path), path.stat().st_size
    good = whole.length
    torn: Path | None = None
    if good < size:
        torn = finished.with_name(f"{finished.name}.{good}.torn")
        _copy_tail(path, good, torn)
        sync_folder(path.parent)
    if good == 0:
        path.unlink()
    else:
        with path.open("r+b") as file:
            file.truncate(good)
            os.fsync(file.fileno())
        manifest.append(filename=finished.name, length=good, sha256=file_digest(path), records=whole.records)
        path.rename(finished)
    sync_folder(path.parent)
    return Mended(path=finished, kept=good, torn=torn)


def _copy_tail(path: Path, start: int, torn: Path) -> None:
    with path.open("rb") as source, torn.open("wb") as target:
        source.seek(start)
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
