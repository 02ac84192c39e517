"""Whether the database says what the records say. Nothing is written to it."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path

from sqlite_utils import Database

from archiver.models.capture import Snapshot
from archiver.models.checked import Checked
from archiver.models.errors import ArchiverError
from archiver.models.problem import Problem
from archiver.models.tokenizer import Tokenizer
from archiver.search.ledger import Ledger, checked
from archiver.store.database import PATIENCE, open_for_reading
from archiver.store.full_text import TRIGGERS, full_text
from archiver.store.lookups import INDEXES, VIEWS
from archiver.store.rows import Row, clean, every, one, value
from archiver.store.schema import TABLES

_AGAIN = "Run: archiver rebuild"
# What reading a database raises whose file is broken: also where a text in it is no longer UTF-8.
BROKEN: tuple[type[Exception], ...] = (sqlite3.DatabaseError, UnicodeDecodeError)
UNREADABLE: tuple[type[Exception], ...] = (*BROKEN, ArchiverError)  # the same, and what `rows_beside` raises
_COLUMNS = [field.name for field in fields(Snapshot)]
_OF_THE_EXCHANGE = ("role", "seed", "failure", "run_id")  # told by records beside it


class Rows:
    """The database beside the records. Any method may raise `BROKEN`."""

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self._path, self._name = path, path.name
        self._ledger = ledger
        self._db = ledger.db

    def positions(self) -> dict[str, tuple[int, str | None]]:
        """Up to where each WARC was read, and whose it is."""
        rows = every(self._db, "SELECT warc, offset, run_id FROM kept.positions")
        return {row["warc"]: (int(row["offset"]), row["run_id"]) for row in rows}

    def broken(self) -> Iterator[Problem]:
        """What SQLite itself finds, and what the tables should agree upon."""
        for row in every(self._db, "PRAGMA kept.integrity_check(20)"):
            if (said := str(next(iter(row.values())))) != "ok":
                yield self._problem(f"SQLite finds it broken: {said}. {_AGAIN}.")
        there = {
            row["sql"] for row in every(self._db, "SELECT sql FROM kept.sqlite_master WHERE sql IS NOT NULL")
        }
        words = {full_text(each).strip() for each in Tokenizer}
        others = (statement.strip() for statement in (*TABLES, *INDEXES, *VIEWS, *TRIGGERS))
        if there.isdisjoint(words) or not there.issuperset(others):
            yield self._problem(f"its tables are not those that archiver makes. {_AGAIN}.")
        for row in every(self._db, "PRAGMA kept.foreign_key_check"):
            yield self._problem(
                f"row {row['rowid']} of {row['table']} refers to a row of {row['parent']} that is missing. {_AGAIN}."
            )
        for row in self._stream("SELECT id, url, text, text_digest FROM kept.documents"):
            if row["text_digest"] != "sha256:" + hashlib.sha256(str(row["text"]).encode()).hexdigest():
                yield self._problem(
                    f"the text of document {row['id']} does not match its digest. {_AGAIN}.", row["url"]
                )
        yield from self._words()
        texts = value(self._db, "SELECT count(*) FROM kept.documents")
        searchable = value(self._db, "SELECT count(*) FROM kept.documents_fts_docsize")
        if texts != searchable:
            yield self._problem(f"{texts} documents are there, {searchable} can be searched. {_AGAIN}.")

    def _words(self) -> Iterator[Problem]:
        """Whether the full-text index says what the texts say (FTS5, 6.4). Its check is a write that changes nothing."""
        try:
            with closing(sqlite3.connect(self._path, timeout=PATIENCE)) as connection:
                connection.execute(
                    "INSERT INTO documents_fts (documents_fts, rank) VALUES ('integrity-check', 1)"
                )
                connection.rollback()
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):
                raise
        except sqlite3.DatabaseError as error:
            yield self._problem(f"what can be searched is not what was read: {error}. {_AGAIN}.")

    def without_record(self) -> Iterator[Problem]:
        """Rows for which there is no record."""
        for row in self._stream(_WITHOUT_RECORD):
            yield self._problem(
                f"row {row['id']} of snapshots points to {row['warc']} at {row['offset']}, where its record is not.",
                row["target_uri"],
                row["record_id"],
            )

    def both(self) -> Iterator[tuple[Checked, Row]]:
        """Captures with the row that points to them."""
        for row in self._stream(_BOTH):
            record = checked({name[2:]: cell for name, cell in row.items() if name.startswith("r_")})
            yield record, row

    def without_row(self) -> Iterator[Checked]:
        """Captures that no row points to; the same record under another name is enough."""
        for row in self._stream(_WITHOUT_ROW):
            yield checked(row)

    def compare(self, record: Checked, snapshot: Snapshot, row: Row) -> Iterator[Problem]:
        """The row against the record, cell by cell."""
        told = [(name, getattr(snapshot, name)) for name in _COLUMNS]
        if record.run_id is not None:
            told += [(name, getattr(record, name)) for name in _OF_THE_EXCHANGE]
        wrong = [
            f"{name} {row[name]!r} where the record has {cell!r}"
            for name, cell in told
            if row[name] != clean(cell)
        ]
        if wrong:
            yield self._problem(
                f"row {row['id']} of snapshots says {'; '.join(wrong)}. {_AGAIN}.",
                record.target_uri,
                record.record_id,
            )

    def lost(self) -> Iterator[tuple[str, str]]:
        """Id and address of the captures in the database whose record is not there."""
        for row in self._stream("SELECT record_id, target_uri FROM kept.snapshots ORDER BY id"):
            if not self._ledger.holds(row["record_id"]):
                yield row["record_id"], row["target_uri"]

    def differences(self, made: Path) -> Iterator[Problem]:
        """Every row of every table against a database that was made anew from the same WARCs."""
        self._db.execute("ATTACH ? AS made", [f"{made.absolute().as_uri()}?mode=ro"])
        try:
            for row in every(self._db, _OWN_TABLES):
                table = row["name"]
                changed = self._unlike(table, "kept", "made")
                missing = self._unlike(table, "made", "kept")
                for key, cells in changed.items():
                    what = "is not what its records say" if key in missing else "comes from no record"
                    yield self._problem(f"a row of {table} {what}: {cells}. {_AGAIN}.")
                for key in missing.keys() - changed.keys():
                    yield self._problem(f"a row of {table} is missing: {missing[key]}. {_AGAIN}.")
        finally:
            self._db.conn.commit()
            self._db.execute("DETACH made")

    def _unlike(self, table: str, here: str, there: str) -> dict[object, str]:
        """The rows of one table that the other has not, by their first cell, with how they begin."""
        sql = f"SELECT * FROM {here}.{table} EXCEPT SELECT * FROM {there}.{table} LIMIT {_SHOWN}"  # noqa: S608
        found = (list(row.items()) for row in self._stream(sql))
        return {
            cells[0][1]: ", ".join(f"{name} {cell!r}"[:60] for name, cell in cells[:3]) for cells in found
        }

    def run_of(self, warc: str) -> tuple[str | None, str | None]:
        """The crawl that wrote a WARC, and when it began."""
        sql = "SELECT run_id, started FROM kept.positions JOIN kept.runs ON runs.id = run_id WHERE warc = ?"
        row = one(self._db, sql, warc)
        return (None, None) if row is None else (row["run_id"], row["started"])

    def _problem(self, message: str, url: str | None = None, record_id: str | None = None) -> Problem:
        return Problem(kind="database", message=message, file=self._name, url=url, record_id=record_id)

    def _stream(self, sql: str) -> Iterator[Row]:
        cursor = self._db.execute(sql)
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))


@contextmanager
def rows_beside(path: Path, ledger: Ledger) -> Iterator[Rows]:
    """The database of a collection beside its records.

    Raises:
        ForeignDatabaseError: there is no file, or it is no database, or another program's.
        OtherVersionError: its tables have another shape.
    """
    open_for_reading(path).close()
    ledger.db.execute("ATTACH ? AS kept", [f"{path.absolute().as_uri()}?mode=ro"])
    try:
        yield Rows(path, ledger)
    finally:
        _detach(ledger.db)


def _detach(db: Database) -> None:
    db.conn.commit()
    db.execute("DETACH kept")


_SHOWN = 1000  # rows of a table; where more are wrong, nothing is gained by naming them
_OWN_TABLES = """
SELECT name FROM kept.sqlite_master WHERE sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'documents_fts%'
AND name NOT LIKE 'sqlite_%' ORDER BY name
"""
_PLACE = "r.file = s.warc AND r.offset = s.offset AND r.is_capture"
_WITHOUT_RECORD = f"""
SELECT s.* FROM kept.snapshots s WHERE NOT EXISTS (SELECT 1 FROM records r WHERE {_PLACE}) ORDER BY s.id
"""  # noqa: S608
_BOTH = f"""
SELECT s.*, {", ".join(f"r.{name} r_{name}" for name in Checked.__dataclass_fields__)}
FROM kept.snapshots s JOIN records r ON {_PLACE} ORDER BY s.id
"""  # noqa: S608
_WITHOUT_ROW = """
SELECT r.* FROM records r LEFT JOIN kept.snapshots s ON s.warc = r.file AND s.offset = r.offset
WHERE r.is_capture AND s.id IS NULL AND NOT EXISTS (
    SELECT 1 FROM kept.snapshots other
    WHERE other.record_id = r.record_id AND other.target_uri = r.target_uri AND other.date = r.date
) ORDER BY r.n
"""
