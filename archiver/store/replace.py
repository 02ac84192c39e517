"""A new database in the place of the old one: built beside it, put there in one step."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from archiver.collection.durable import sync_folder
from archiver.models.tokenizer import Tokenizer
from archiver.store.database import refuse_foreign
from archiver.store.store import Store

_PATIENCE = 5  # seconds for readers of the old database to finish what they read


@contextmanager
def rebuilding(path: Path, tokenizer: Tokenizer | None = None) -> Iterator[Store]:
    """A fresh store that takes the place of the database at `path` when all went well. Otherwise the old one stays.

    Raises:
        ForeignDatabaseError: the file at `path` is no database, or another program's. It is not ours to replace.
    """
    refuse_foreign(path)
    building = path.with_name(path.name + ".building")
    _remove(building)
    try:
        with Store(building, tokenizer) as store:
            yield store
        _empty_log(building)
    except BaseException:
        _remove(building)
        raise
    if path.exists():
        # A log that outlived its database would be played into the new one: it is emptied first, removed after.
        with suppress(sqlite3.DatabaseError):  # a broken database is a good reason to rebuild
            _empty_log(path)
    _remove_logs(path)
    building.replace(path)
    _remove_logs(path)
    _remove_logs(building)
    sync_folder(path.parent)


def _empty_log(path: Path) -> None:
    with closing(sqlite3.connect(path, timeout=_PATIENCE)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _remove_logs(path)


def _remove_logs(path: Path) -> None:
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
