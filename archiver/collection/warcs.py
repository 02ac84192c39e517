"""What WARC files are called: `.open` is added while one is written, and taken away when it is whole."""

from pathlib import Path

OPEN = ".open"


def name_of(path: Path) -> str:
    """The name of a WARC, open or finished: under which the tables know it."""
    return path.name.removesuffix(OPEN)


def path_of(folder: Path, name: str) -> Path:
    """Where a WARC of that name is, open or finished."""
    path = folder / name
    return path if path.exists() else folder / (name + OPEN)


def inside(folder: Path, name: str) -> Path | None:
    """The same, for names that a database has: None where it is not there, or would lie elsewhere."""
    there = folder.resolve()
    try:
        path = path_of(there, name).resolve()
        return path if path.is_relative_to(there) and path.is_file() else None
    except (OSError, ValueError):  # no file system has a name so long, or with a zero byte in it
        return None
