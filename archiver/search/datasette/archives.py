"""Which of the databases that Datasette serves are ours, and where their files lie."""

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from archiver.collection.naming import title_in
from archiver.collection.warcs import inside
from archiver.models.errors import ArchiverError
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
        return _title(toml, toml.stat().st_mtime_ns) if toml.is_file() else ""

    def warc(self, name: str) -> Path | None:
        """The path of a WARC; None where it is not there, or would lie elsewhere."""
        return inside(self.warcs, name)


def served(datasette: Any) -> tuple[Served, ...]:
    """All of ours."""
    found = []
    for name, database in datasette.databases.items():
        path = getattr(database, "path", None)
        if path and _is_ours(str(path), Path(path).stat().st_mtime_ns):
            found.append(Served(name, Path(path)))
    return tuple(found)


@lru_cache(maxsize=64)
def _title(toml: Path, _changed: int) -> str:
    return title_in(toml)


@lru_cache(maxsize=64)
def _is_ours(path: str, _changed: int) -> bool:
    try:
        with opened(Path(path)):
            return True
    except (ArchiverError, sqlite3.Error):
        return False
