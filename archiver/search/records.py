"""Captures read back from the WARCs that lie beside a database."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from archiver.capture.attesting import attest
from archiver.capture.members import ISAL_ERROR, DamagedWarcError
from archiver.capture.payload import read_payload
from archiver.capture.reader import read_capture
from archiver.capture.spool import Spool
from archiver.collection.warcs import inside
from archiver.models.attested import Attested
from archiver.models.capture import Capture
from archiver.models.frontier import Place
from archiver.store.database import opened
from archiver.store.memory import find_holder

_Read = TypeVar("_Read")
_UNREADABLE: tuple[type[Exception], ...] = (OSError, DamagedWarcError, ISAL_ERROR, ValueError)


def read_back(db: Database, warcs: Path, place: Place) -> Capture | None:
    """The capture at a place; None where its record cannot be read."""
    return _readable(db, warcs, place, read_capture)


def payload_back(db: Database, warcs: Path, place: Place) -> Spool | None:
    """The whole payload of the capture at a place; None where its record cannot be read."""
    return _readable(db, warcs, place, read_payload)


def attested(database: Path, warcs: Path, place: Place) -> Attested | None:
    """What the record at a place says, and whether it is whole, now; None where its file is not there."""
    with opened(database) as db:
        return _read(db, warcs, place, attest)


def _readable(db: Database, warcs: Path, place: Place, read: Callable[..., _Read]) -> _Read | None:
    try:
        return _read(db, warcs, place, read)
    except _UNREADABLE:
        return None


def _read(db: Database, warcs: Path, place: Place, read: Callable[..., _Read]) -> _Read | None:
    """What lies at a place; the database knows where the originals of revisits are."""
    path = inside(warcs, place.warc)
    if path is None:
        return None
    return read(path, place.offset, find=lambda url, date: find_holder(db, url, date))
