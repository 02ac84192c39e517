"""Opening, committing, refusing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from archiver.store.errors import ForeignDatabaseError, OtherVersionError
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings


def test_rows_and_position_are_kept_together(tmp_path: Path, make: Readings) -> None:
    """What was not committed is gone after a crash, and the position says so."""
    path = tmp_path / "archive.db"
    with Store(path) as store:
        store.add(make.front("2019-09"))
        store.commit(WARC, 1000)
        store.add(make.front("2019-09", "2019-10"))
    with Store(path) as store:
        found = (store.position(WARC), store.db.table("snapshots").count, store.db.table("months").count)

    assert (1000, 1, 1) == found


def test_position_of_an_unknown_warc_is_its_beginning(store: Store) -> None:
    """A WARC never seen is read from its first byte."""
    assert 0 == store.position("new.warc.gz")


def test_an_error_in_the_middle_leaves_nothing(tmp_path: Path, make: Readings) -> None:
    """A reading that breaks takes its whole transaction with it, not the database."""
    path = tmp_path / "archive.db"
    with Store(path) as store:
        store.add(make.front("2019-09"))
        with pytest.raises(sqlite3.IntegrityError):
            store.db.execute("INSERT INTO quotes (citation_id, source_id, exact) VALUES (1, 1, 'x')")
    with Store(path) as store:
        assert 0 == store.db.table("months").count


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


def _text(path: Path) -> None:
    path.write_text("Dear diary, this is not a database, but it is long enough to look like one. " * 20)


def _version_99(path: Path) -> None:
    with Store(path) as store:
        store.db.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    ("spoil", "error", "advice"),
    [
        (_other_program, ForeignDatabaseError, "archive.db is not archiver's. Move it away"),
        (_text, ForeignDatabaseError, "archive.db is no database. Move it away"),
        (_version_99, OtherVersionError, "schema 99, this one needs 9). Run `archiver rebuild`"),
    ],
)
def test_a_database_that_is_not_ours_is_refused(
    tmp_path: Path, spoil: Callable[[Path], None], error: type[Exception], advice: str
) -> None:
    """The message names the file and says what to do; the file is left as it was."""
    path = tmp_path / "archive.db"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(error) as caught:
        Store(path)

    assert advice in str(caught.value)
    assert before == path.read_bytes()


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    """A crash before the first table was made does no harm."""
    path = tmp_path / "archive.db"
    path.touch()
    with Store(path) as store:
        assert 0 == store.db.table("posts").count


def test_the_same_record_twice_is_one(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A WARC that lies in the collection under two names changes nothing."""
    reading = make.post(f"{BLOG}a/")
    fold(reading, reading)

    assert [{"id": 1}] == rows("snapshots", "id")


def test_text_that_is_no_unicode_does_not_stop_the_index(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Lone surrogates and NUL, which JSON on a page may bring, are kept as signs that a database can hold."""
    fold(make.post(f"{BLOG}\ud800/", title="A\0B\udfff", text="C\0D\ud800"))

    assert [{"url": f"{BLOG}%EF%BF%BD/", "title": "A\ufffdB\ufffd"}] == rows("posts", "url", "title")
    assert [{"text": "C\ufffdD\ufffd"}] == rows("documents", "text")
