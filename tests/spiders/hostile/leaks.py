"""Looks for a secret in every file of a folder, whatever it is packed in."""

import gzip
import sqlite3
from collections.abc import Iterator
from pathlib import Path


def files_with(secret: str, folder: Path) -> list[str]:
    """The files of a folder, hidden ones too, in which a secret stands."""
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(secret.encode() in content for content in _contents(path))
    )


def _contents(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    if data.startswith(b"SQLite format 3"):
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            yield "\n".join(connection.iterdump()).encode()
        finally:
            connection.close()
