"""A fresh store, and ways to look into it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from archiver.models.reading import Reading
from archiver.store.store import Store
from tests.store.factories import WARC, Readings


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new database."""
    with Store(tmp_path / "archive.db") as made:
        yield made
        assert_sound(made.db)


@pytest.fixture
def make() -> Readings:
    """The factory of readings."""
    return Readings()


@pytest.fixture
def fold(store: Store) -> Callable[..., None]:
    """Adds readings and commits them."""

    def add(*readings: Reading) -> None:
        for reading in readings:
            store.add(reading)
        store.commit(WARC, store.position(WARC) + 1)

    return add


@pytest.fixture
def rows(store: Store) -> Callable[..., list[dict[str, Any]]]:
    """The rows of a table by key: all columns, or those that are named."""

    def read(table: str, *columns: str) -> list[dict[str, Any]]:
        found = store.db.table(table)
        return list(found.rows_where(order_by=", ".join(found.pks), select=", ".join(columns) or "*"))

    return read


def assert_sound(db: Database) -> None:
    """SQLite finds nothing wrong: no dangling key, no broken page, no word missing in the full-text index."""
    assert [] == list(db.query("PRAGMA foreign_key_check"))
    assert [{"integrity_check": "ok"}] == list(db.query("PRAGMA integrity_check"))
    db.execute("INSERT INTO documents_fts (documents_fts, rank) VALUES ('integrity-check', 1)")
