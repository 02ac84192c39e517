"""The database that a reader needs: there, or told how to make it."""

from pathlib import Path

from archiver.collection.folder import open_collection
from archiver.models.errors import ArchiverError


def database_of(archive: Path) -> Path:
    """The database of a collection.

    Raises:
        NotAnArchiveError: the folder is none.
        ArchiverError: nothing was indexed yet.
    """
    collection = open_collection(archive)
    if not collection.database.is_file():
        raise ArchiverError(
            f"{archive}: has no database yet. Make it with: archiver index --archive {archive}"
        )
    return collection.database
