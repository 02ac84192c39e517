"""A copy of the database to give away: whole in one file, without a log beside it, whatever a writer does meanwhile."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from archiver.models.errors import ArchiverError
from archiver.store.database import opened


def copy_to(database: Path, target: Path) -> int:
    """Write the copy; gives its size in bytes. What is at `target` stays.

    A database with a write-ahead log cannot be read from a folder where nobody may write (sqlite.org/wal.html): hence
    `VACUUM INTO`, and no log.

    Raises:
        ArchiverError: something is at `target`, or it cannot be written.
    """
    if target.exists():
        raise ArchiverError(f"{target}: is there already. Choose another name, or move it away.")
    with opened(database):  # refuses what is not ours
        pass
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder:
            building = Path(folder) / target.name
            with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
                connection.execute("VACUUM INTO ?", [str(building)])
            with closing(sqlite3.connect(building)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
            building.rename(target)
    except (OSError, sqlite3.Error) as error:
        raise ArchiverError(f"{target}: cannot be written: {error}") from error
    return target.stat().st_size
