"""Opening the database: ours, of this version, or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from archiver.models.tokenizer import Tokenizer
from archiver.store.errors import ForeignDatabaseError, OtherVersionError
from archiver.store.full_text import retokenize
from archiver.store.rows import value
from archiver.store.schema import APPLICATION_ID, USER_VERSION, create

PATIENCE = 30  # seconds to wait for another connection's lock; readers' and writers' transactions are short


def open_for_writing(path: Path, tokenizer: Tokenizer | None = None) -> Database:
    """Open or make the database of a collection. With a tokenizer, its index of words is made anew where it is another's.

    Raises:
        ForeignDatabaseError: the file is no database, or another program's.
        OtherVersionError: its tables have another shape.
    """
    db = Database(sqlite3.connect(path, timeout=PATIENCE), execute_plugins=False)
    try:
        if _is_empty(db, path):
            db.enable_wal()
            create(db, tokenizer or Tokenizer.PORTER)
        _check(db, path)
        db.enable_wal()
        db.execute("PRAGMA foreign_keys = ON")
        # With a write-ahead log this loses at most the last commits in a power cut. They are read again from the WARCs.
        db.execute("PRAGMA synchronous = NORMAL")
        if tokenizer is not None:
            retokenize(db, tokenizer)
    except BaseException:
        db.close()
        raise
    return db


def open_for_reading(path: Path) -> Database:
    """Open the database of a collection; nothing can be changed through it, and a writer may write meanwhile.

    Raises:
        ForeignDatabaseError: there is no file, or it is no database, or another program's.
        OtherVersionError: its tables have another shape.
    """
    if not path.is_file():
        raise ForeignDatabaseError(f"{path} is not there. Make it with `archiver index`.")
    try:
        return _open(path, "mode=ro")
    except sqlite3.OperationalError:
        # Readers of a write-ahead log write, too (sqlite.org/wal.html, "Read-Only Databases"). In a folder where they
        # may not, a database without a log can be read as it lies.
        if path.with_name(f"{path.name}-wal").exists():
            raise
        return _open(path, "immutable=1")


def _open(path: Path, options: str) -> Database:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, timeout=PATIENCE)
    db = Database(connection, execute_plugins=False)
    try:
        _check(db, path)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """The database of a collection for as long as something is read from it. See `open_for_reading`."""
    with closing(open_for_reading(path)) as db:
        yield db


def refuse_foreign(path: Path) -> None:
    """Say no to a file that may not be overwritten, since another program made it.

    Raises:
        ForeignDatabaseError: it is no database, or another program's.
    """
    if path.exists():
        with closing(Database(sqlite3.connect(path, timeout=PATIENCE), execute_plugins=False)) as db:
            if not _is_empty(db, path):
                _version(db, path)


def _check(db: Database, path: Path) -> None:
    version = _version(db, path)
    if version != USER_VERSION:
        raise OtherVersionError(
            f"{path} was made by another version of archiver (schema {version}, this one needs {USER_VERSION}). "
            "Run `archiver rebuild`: it makes the database anew from the WARCs."
        )


def _version(db: Database, path: Path) -> int:
    application_id, version = _marks(db, path)
    if application_id != APPLICATION_ID:
        raise ForeignDatabaseError(f"{path} is not archiver's. Move it away, then run `archiver rebuild`.")
    return version


def _marks(db: Database, path: Path) -> tuple[int, int]:
    try:
        return int(value(db, "PRAGMA application_id")), int(value(db, "PRAGMA user_version"))
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise ForeignDatabaseError(
            f"{path} is no database. Move it away, then run `archiver rebuild`."
        ) from error


def _is_empty(db: Database, path: Path) -> bool:
    return _marks(db, path) == (0, 0) and value(db, "SELECT count(*) FROM sqlite_master") == 0
