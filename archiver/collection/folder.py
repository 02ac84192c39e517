"""A collection's folder: where everything lies, and whether it is one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archiver.collection.lock import Holder, holder, locked
from archiver.collection.settings import Settings, read_settings
from archiver.collection.warcs import name_of, path_of
from archiver.models.errors import ArchiverError, NotAnArchiveError

_SETTINGS = "collection.toml"
# What may lie in a folder that becomes a collection: what a version control system or a file manager puts there.
_HARMLESS = frozenset(["README.md", ".gitignore", ".gitkeep", ".DS_Store", ".lock"])


@dataclass(frozen=True, slots=True)
class Collection:
    """One collection on disk. Derived files may be missing; `collection.toml` may not."""

    folder: Path

    @property
    def toml(self) -> Path:
        """What the user wrote."""
        return self.folder / _SETTINGS

    @property
    def warcs(self) -> Path:
        """The truth."""
        return self.folder / "warcs"

    @property
    def manifest(self) -> Path:
        """The finished WARC files, as they were when they were finished. Kept beside them: it proves them whole."""
        return self.folder / "manifest.jsonl"

    @property
    def credentials(self) -> Path:
        """What the user may have written of secrets. Never copied into a WARC."""
        return self.folder / "credentials.toml"

    @property
    def cdxj(self) -> Path:
        """Derived: where in the WARCs each capture lies."""
        return self.folder / "index.cdxj"

    @property
    def database(self) -> Path:
        """Derived: the reading of the WARCs."""
        return self.folder / "archive.db"

    @property
    def settings(self) -> Settings:
        """The checked content of `collection.toml`."""
        return read_settings(self.toml)

    def warc_file(self, name: str) -> Path:
        """The file of a name, which may still be open."""
        return path_of(self.warcs, name)

    def warc_files(self) -> list[Path]:
        """All WARC files in the order in which they were written, the one being written last."""
        if not self.warcs.is_dir():
            return []
        files = [path for path in self.warcs.iterdir() if path.name.endswith((".warc.gz", ".warc.gz.open"))]
        return sorted(files, key=name_of)

    @contextmanager
    def lock(self, *, wait: float = 0.0) -> Iterator[None]:
        """Hold the collection for writing; wait up to so many seconds for another to finish.

        The kernel frees the lock when its holder dies, however it dies.

        Raises:
            LockedError: another process writes to it.
        """
        with locked(self._lock, wait=wait):
            yield

    def holder(self) -> Holder | None:
        """Who writes to the collection now, if anybody does."""
        return holder(self._lock)

    @property
    def _lock(self) -> Path:
        return self.folder / ".lock"


def open_collection(folder: Path) -> Collection:
    """The collection in a folder.

    Raises:
        NotAnArchiveError: there is none.
    """
    collection = Collection(folder)
    if not folder.is_dir():
        raise NotAnArchiveError(
            f"{folder}: no such folder. Make an archive with: archiver crawl https://blog.example.org/"
        )
    if not collection.toml.is_file():
        raise NotAnArchiveError(
            f"{folder}: not an archive (it has no {_SETTINGS}). Name another folder with --archive, "
            "or make an archive with: archiver crawl https://blog.example.org/"
        )
    return collection


def is_collection(folder: Path) -> bool:
    """Whether a folder holds a collection."""
    return Collection(folder).toml.is_file()


def create_collection(folder: Path, toml: str) -> Collection:
    """Make a collection in a new or an empty folder.

    Raises:
        NotAnArchiveError: the folder holds something else.
        ArchiverError: the folder cannot be made.
    """
    if folder.exists() and not folder.is_dir():
        raise NotAnArchiveError(f"{folder}: not a folder. Name another with --archive.")
    if folder.is_dir() and {path.name for path in folder.iterdir()} - _HARMLESS:
        raise NotAnArchiveError(
            f"{folder}: neither an archive nor empty. Name a new or an empty folder with --archive."
        )
    collection = Collection(folder)
    try:
        collection.warcs.mkdir(parents=True)
        collection.toml.write_text(toml, encoding="utf-8")
    except OSError as error:
        raise ArchiverError(f"{folder}: cannot be made: {error.strerror}.") from error
    return collection


def discard_collection(collection: Collection) -> None:
    """Take back a collection that was made a moment ago and has kept nothing. Files of others stay."""
    files = (collection.toml, collection.cdxj, collection.database, collection.manifest)
    for path in (*files, collection.folder / ".lock"):
        path.unlink(missing_ok=True)
    for derived in [*collection.folder.glob("archive.db-*"), *collection.folder.glob("*.building")]:
        derived.unlink(missing_ok=True)
    shutil.rmtree(collection.warcs, ignore_errors=True)
    if not any(collection.folder.iterdir()):
        collection.folder.rmdir()
