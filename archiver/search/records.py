"""Captures read back from the WARCs that lie beside a database."""

from pathlib import Path

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
from archiver.store.memory import find_holder

_UNREADABLE: tuple[type[Exception], ...] = (OSError, DamagedWarcError, ISAL_ERROR, ValueError)


def read_back(db: Database, warcs: Path, place: Place) -> Capture | None:
    """The capture at a place; None where its record cannot be read."""
    path = inside(warcs, place.warc)
    if path is None:
        return None
    try:
        return read_capture(path, place.offset, find=lambda url, date: find_holder(db, url, date))
    except _UNREADABLE:
        return None


def payload_back(db: Database, warcs: Path, place: Place) -> Spool | None:
    """The whole payload of the capture at a place; None where its record cannot be read."""
    path = inside(warcs, place.warc)
    if path is None:
        return None
    try:
        return read_payload(path, place.offset, find=lambda url, date: find_holder(db, url, date))
    except _UNREADABLE:
        return None


def attested(db: Database, warcs: Path, place: Place) -> Attested | None:
    """What the record at a place says, and whether it is whole, now; None where its file is not there."""
    path = inside(warcs, place.warc)
    return (
        None
        if path is None
        else attest(path, place.offset, find=lambda url, date: find_holder(db, url, date))
    )
