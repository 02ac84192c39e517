"""Which of the databases that Datasette serves are ours, and where their files lie."""

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from archiver.collection.settings import Settings, read_settings
from archiver.models.errors import ArchiverError
from archiver.search.items import Shelf
from archiver.search.records import warc_in
from archiver.store.database import opened


@dataclass(frozen=True, slots=True)
class Served:
    """A database of ours."""

    name: str  # in addresses
    path: Path

    @property
    def warcs(self) -> Path:
        """Where its WARCs lie, if they lie beside it."""
        return self.path.parent / "warcs"

    @property
    def changed(self) -> int:
        """When it was written last, its log included: nanoseconds."""
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        return max(each.stat().st_mtime_ns for each in files if each.exists())

    @property
    def title(self) -> str:
        """What the user calls the archive, else where its blog is; empty where no `collection.toml` lies beside it."""
        toml = self.path.with_name("collection.toml")
        settings = _settings(toml, toml.stat().st_mtime_ns) if toml.is_file() else None
        return (settings.blog.title or settings.blog.seeds[0]) if settings is not None else ""

    @property
    def shelf(self) -> Shelf:
        """What is cited from it: called and published as its `collection.toml` says, if that lies beside it."""
        toml = self.path.with_name("collection.toml")
        settings = _settings(toml, toml.stat().st_mtime_ns) if toml.is_file() else None
        if settings is None:
            return Shelf(path=self.path)
        return Shelf(path=self.path, blog=settings.blog.title, publish=settings.publish)

    def warc(self, name: str) -> Path | None:
        """The path of a WARC; None where it is not there, or would lie elsewhere."""
        return warc_in(self.warcs, name)


def served(datasette: Any) -> tuple[Served, ...]:
    """All of ours."""
    found = []
    for name, database in datasette.databases.items():
        path = getattr(database, "path", None)
        if path and _is_ours(str(path), Path(path).stat().st_mtime_ns):
            found.append(Served(name, Path(path)))
    return tuple(found)


@lru_cache(maxsize=64)
def _settings(toml: Path, _changed: int) -> Settings | None:
    try:
        return read_settings(toml)
    except (ArchiverError, OSError):
        return None  # whoever serves it is told by the commands that need it


@lru_cache(maxsize=64)
def _is_ours(path: str, _changed: int) -> bool:
    try:
        with opened(Path(path)):
            return True
    except (ArchiverError, sqlite3.Error):
        return False
