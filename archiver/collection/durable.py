"""Files that are whole or not there, and names that last: a rename is safe from a power cut only once its folder was written."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO, cast


@contextmanager
def replacing(
    path: Path, *, mode: int | None = None, through: Path | None = None, is_lasting: bool = True
) -> Iterator[TextIO]:
    """A text file that takes the place of another once it is written: a reader sees the old one or the new one.

    `mode` are the permissions of the new file. It is written beside the old one: in a file with a name that nobody can foresee,
    which is removed where it fails; or in `through`, which is left, and tells that the writing was not done. Where `is_lasting`
    is true, its words are on the disk before the old ones are gone.

    Raises:
        OSError: it cannot be written. The old one stays.
    """
    if through is None:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        building = Path(name)
    else:
        handle, building = os.open(through, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), through
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            if is_lasting:
                os.fsync(file.fileno())
        if mode is not None:
            building.chmod(mode)
        building.replace(path)
    except BaseException:
        if through is None:
            with suppress(OSError):
                building.unlink()
        raise


@contextmanager
def placing(path: Path) -> Iterator[BinaryIO]:
    """A file of bytes that stands in its place once it is whole and on the disk; until then beside it, under another name.

    Raises:
        OSError: it cannot be written. What was there stays.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    building = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield cast("BinaryIO", file)
            file.flush()
            os.fsync(file.fileno())
        building.chmod(0o644)
        building.replace(path)
        sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            building.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Write a folder's names to the disk (fsync of the directory).

    Raises:
        OSError: the disk refuses.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
