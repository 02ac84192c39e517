"""Databases that the store will not touch."""

from archiver.models.errors import ArchiverError, NotAnArchiveError


class ForeignDatabaseError(NotAnArchiveError):
    """The file is somebody else's."""


class OtherVersionError(ArchiverError):
    """The file was written by another version of the program, whose tables have another shape."""
