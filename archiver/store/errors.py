"""What the store refuses, and what is refused to it."""

from pathlib import Path

from archiver.models.errors import ArchiverError, NotAnArchiveError


class ForeignDatabaseError(NotAnArchiveError):
    """The file is somebody else's."""


class OtherVersionError(ArchiverError):
    """The file was written by another version of the program, whose tables have another shape."""


class DiskError(ArchiverError):
    """SQLite could not do what was asked: the disk is full, the folder not writable, another process too slow."""

    def __init__(self, path: Path, error: Exception) -> None:
        super().__init__(
            f"{path}: {error}. Nothing is lost: the WARCs hold it. Make room or free the file, "
            "then run: archiver index"
        )
