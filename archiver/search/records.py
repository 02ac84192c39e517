"""Captures read back from the WARCs that lie beside a database."""

from pathlib import Path

from sqlite_utils import Database

from archiver.capture.members import ISAL_ERROR, DamagedWarcError
from archiver.capture.reader import read_capture
from archiver.collection.warcs import path_of
from archiver.models.capture import Capture
from archiver.models.frontier import Place
from archiver.store.memory import find_holder

_UNREADABLE: tuple[type[Exception], ...] = (OSError, DamagedWarcError, ISAL_ERROR, ValueError)


def warc_in(folder: Path, name: str) -> Path | None:
    """The path of a WARC; None where it is not there, or would lie elsewhere."""
    inside = folder.resolve()
    path = path_of(inside, name).resolve()
    return path if path.is_relative_to(inside) and path.is_file() else None


def read_back(db: Database, warcs: Path, place: Place) -> Capture | None:
    """The capture at a place; None where its record cannot be read."""
    path = warc_in(warcs, place.warc)
    if path is None:
        return None
    try:
        return read_capture(path, place.offset, find=lambda url, date: find_holder(db, url, date))
    except _UNREADABLE:
        return None
