"""The same WARCs give the same rows: indexed twice, rebuilt, or read in pieces."""

import shutil
import sqlite3

import pytest

from archiver.collection.folder import Collection
from archiver.index import index, rebuild
from archiver.models.errors import NotAnArchiveError


def dump(database) -> dict[str, list]:
    """Every row of every table that is not an index's inside, in the order of the rows."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
            if not name.startswith(("documents_fts", "sqlite_"))
        ]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names
        }
    finally:
        connection.close()


@pytest.fixture
def copy(whole, tmp_path) -> Collection:
    """The crawled collection, to do things to."""
    folder = tmp_path / "copy"
    shutil.copytree(whole.collection.folder, folder)
    return Collection(folder)


def test_indexing_again_changes_nothing(copy):
    """`index` is idempotent."""
    before = dump(copy.database)
    report = index(copy)

    assert (0, before) == (report.captures, dump(copy.database))


def test_rebuild_gives_the_same_rows_from_the_warcs_alone(copy):
    """Database and index may be deleted: every table comes back, ids included."""
    before, cdxj = dump(copy.database), copy.cdxj.read_bytes()
    for derived in copy.folder.glob("archive.db*"):
        derived.unlink()
    copy.cdxj.unlink()
    rebuild(copy)

    assert (before, cdxj) == (dump(copy.database), copy.cdxj.read_bytes())
    assert [] == list(copy.folder.glob("*.building*"))


def test_a_rebuild_does_not_overwrite_what_is_no_database(copy):
    """A file that is not ours, or not any more, is moved away by a person, not by us."""
    before = dump(copy.database)
    copy.database.write_bytes(bytes(8192))
    with pytest.raises(NotAnArchiveError, match="Move it away"):
        rebuild(copy)
    copy.database.unlink()
    rebuild(copy)

    assert before == dump(copy.database)


def test_reading_beside_the_crawl_gives_the_same_rows(copy, tmp_path):
    """A WARC that grows, indexed again and again as it does, ends as the one indexed at once."""
    before = dump(copy.database)
    (path,) = copy.warc_files()
    data = path.read_bytes()
    growing = Collection(tmp_path / "growing")
    growing.warcs.mkdir(parents=True)
    growing.toml.write_bytes(copy.toml.read_bytes())
    part = growing.warcs / (path.name + ".open")
    for percent in (0, 11, 37, 38, 70, 99):
        part.write_bytes(data[: len(data) * percent // 100])
        index(growing)
    part.write_bytes(data)
    part.rename(growing.warcs / path.name)
    index(growing)

    assert before == dump(growing.database)


def test_the_database_is_sound(whole):
    """SQLite finds nothing wrong with it, nor does FTS5 with its index."""
    connection = sqlite3.connect(whole.collection.database)
    try:
        integrity = connection.execute("PRAGMA integrity_check").fetchall()
        keys = connection.execute("PRAGMA foreign_key_check").fetchall()
        connection.execute("INSERT INTO documents_fts(documents_fts, rank) VALUES ('integrity-check', 1)")
    finally:
        connection.close()

    assert ([("ok",)], []) == (integrity, keys)
