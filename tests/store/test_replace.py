"""A rebuilt database takes the old one's place, whole or not at all."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archiver.store import replace
from archiver.store.database import opened
from archiver.store.errors import ForeignDatabaseError
from archiver.store.replace import rebuilding
from archiver.store.rows import value
from archiver.store.store import Store
from tests.store.factories import WARC, Readings


def _months(path: Path) -> int:
    with opened(path) as db:
        return int(value(db, "SELECT count(*) FROM months"))


def _build(path: Path, make: Readings, *months: str) -> None:
    with rebuilding(path) as store:
        for month in months:
            store.add(make.front(month))
            store.commit(WARC, 1)


def test_the_new_database_stands_where_the_old_one_stood(tmp_path: Path, make: Readings) -> None:
    """Afterwards there is one file, and it is the new one."""
    path = tmp_path / "archive.db"
    with Store(path) as store:
        store.add(make.front("2019-09"))
        store.commit(WARC, 1)
    _build(path, make, "2019-08", "2019-09")

    assert ["archive.db"] == [file.name for file in tmp_path.iterdir()]
    assert 2 == _months(path)


def test_there_need_not_be_an_old_one(tmp_path: Path, make: Readings) -> None:
    """Deleting the database and rebuilding it is a way to start anew."""
    _build(tmp_path / "archive.db", make, "2019-09")

    assert 1 == _months(tmp_path / "archive.db")


def test_a_rebuild_that_fails_leaves_the_old_one(tmp_path: Path, make: Readings) -> None:
    """Nothing is written half: not the database, and no rest beside it."""
    path = tmp_path / "archive.db"
    _build(path, make, "2019-09")
    with pytest.raises(ValueError, match="no month"):
        _build(path, make, "2019-08", "2019-10", "no month")

    assert ["archive.db"] == [file.name for file in tmp_path.iterdir()]
    assert 1 == _months(path)


def test_a_log_of_the_old_database_does_not_leak_into_the_new(
    tmp_path: Path, make: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that keeps the old file open reads on in it; new readers see the new one, and only that."""
    monkeypatch.setattr(replace, "_PATIENCE", 0)
    path = tmp_path / "archive.db"
    with Store(path) as store:
        store.add(make.front("2019-09"))
        store.commit(WARC, 1)
        with closing(sqlite3.connect(path)) as reader:
            reader.execute("BEGIN")
            old = reader.execute("SELECT count(*) FROM months").fetchone()
            _build(path, make, "2019-08", "2019-09")

            assert old == reader.execute("SELECT count(*) FROM months").fetchone()
            assert 2 == _months(path)
    with opened(path) as db:
        assert "ok" == value(db, "PRAGMA integrity_check")


def test_a_crash_before_the_last_step_leaves_the_old_one_whole(
    tmp_path: Path, make: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the old database held in its log only is in its file before that log is removed."""
    path = tmp_path / "archive.db"
    with Store(path) as store:
        store.add(make.front("2019-09"))
        store.commit(WARC, 1)
        monkeypatch.setattr(Path, "replace", _break)
        with pytest.raises(OSError, match="power cut"):
            _build(path, make, "2019-08", "2019-09")
        # As after a power cut: only what is in the file counts, not what this process would still write.
        shutil.copy(path, tmp_path / "after.db")

    assert 1 == _months(tmp_path / "after.db")


def _break(*_: object) -> None:
    raise OSError("power cut")


def test_rests_of_a_killed_rebuild_do_not_matter(tmp_path: Path, make: Readings) -> None:
    """A half-built file of an earlier try is thrown away."""
    path = tmp_path / "archive.db"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(f"archive.db.building{suffix}").write_bytes(b"half " * 1000)
    _build(path, make, "2019-09")

    assert ["archive.db"] == [file.name for file in tmp_path.iterdir()]


def test_a_database_of_another_version_or_broken_inside_is_replaced(tmp_path: Path, make: Readings) -> None:
    """That is what rebuilding is for."""
    path = tmp_path / "archive.db"
    _build(path, make, "2019-09")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    _build(path, make, "2019-08", "2019-09")

    assert 2 == _months(path)


def test_a_file_of_another_program_is_not_replaced(tmp_path: Path, make: Readings) -> None:
    """It is not ours to delete."""
    path = tmp_path / "archive.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(ForeignDatabaseError, match="is not archiver's"):
        _build(path, make, "2019-09")

    with closing(sqlite3.connect(path)) as connection:
        assert [("recipes",)] == connection.execute("SELECT name FROM sqlite_master").fetchall()
