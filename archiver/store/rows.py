"""One row: read, written, changed. Statements are kept short, since the fold runs millions of them."""

import re
import sqlite3
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]

_UNFIT = re.compile("[\0\ud800-\udfff]")


def run(db: Database, sql: str, *values: object) -> sqlite3.Cursor:
    """One statement, its values made fit for SQLite."""
    return db.execute(sql, [clean(cell) for cell in values])


def one(db: Database, sql: str, *values: object) -> Row | None:
    """The first row of an answer, if there is one."""
    cursor = run(db, sql, *values)
    row = cursor.fetchone()
    return None if row is None else _named(cursor.description, row)


def every(db: Database, sql: str, *values: object) -> list[Row]:
    """All rows of an answer."""
    cursor = run(db, sql, *values)
    return [_named(cursor.description, row) for row in cursor]


def value(db: Database, sql: str, *values: object) -> Any:
    """The first column of the first row; None when there is no row."""
    row = run(db, sql, *values).fetchone()
    return None if row is None else row[0]


def insert(db: Database, table: str, row: Row) -> int:
    """Add a row; gives its id."""
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  # names are our own
    made = run(db, sql, *row.values()).lastrowid
    assert made is not None
    return made


def update(db: Database, table: str, row_id: int, row: Row) -> None:
    """Change some columns of a row."""
    names = ", ".join(f"{name} = ?" for name in row)
    sql = f"UPDATE {table} SET {names} WHERE id = ?"  # noqa: S608  # names are our own
    run(db, sql, *row.values(), row_id)


def clean(cell: object) -> object:
    r"""What SQLite can hold: pages may bring NUL and lone surrogates (JSON's `\ud800`), which no UTF-8 text has.

    >>> clean("a\x00b\ud800") == "a\ufffdb\ufffd"
    True
    """
    if not isinstance(cell, str) or (cell.isascii() and "\0" not in cell):
        return cell
    return _UNFIT.sub("\ufffd", cell)


def _named(description: Any, row: tuple[Any, ...]) -> Row:
    return {column[0]: cell for column, cell in zip(description, row, strict=True)}
