"""All records of an archive side by side, in a scratch database on disk: what only shows when all are known.

It lives as long as one `archiver verify`, so that an archive of any size is checked in little memory.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from archiver.models.checked import Checked
from archiver.models.problem import Problem
from archiver.store.rows import Row, one, run, value

_NAMES = [field.name for field in fields(Checked)]
_CELLS = attrgetter(*_NAMES)
_BATCH = 1000
_INSERT = f"INSERT INTO records ({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))})"  # noqa: S608
_FLAGS = ("is_whole", "is_odd", "is_ours", "is_repaired", "is_capture")


class Ledger:
    """Add all records, call `finish`, then ask. The file at `path` is made anew, and removed at the end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        _remove(path)
        self.db = Database(sqlite3.connect(path, uri=True), execute_plugins=False)
        for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", "cache_size = -8192"):
            self.db.execute(f"PRAGMA {setting}")
        self.db.execute(f"CREATE TABLE records (n INTEGER PRIMARY KEY, {', '.join(_NAMES)})")
        self.db.execute("CREATE TABLE lines (line TEXT NOT NULL, file TEXT, offset INTEGER, url TEXT)")
        self.db.execute("CREATE TABLE told (number INTEGER PRIMARY KEY, line TEXT NOT NULL)")
        self.db.execute(
            "CREATE TABLE places (file TEXT, offset INTEGER, PRIMARY KEY (file, offset)) WITHOUT ROWID"
        )
        self._waiting: list[tuple[object, ...]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()
        _remove(self._path)

    def add(self, record: Checked) -> None:
        """One more record, in the order of the files and offsets."""
        self._waiting.append(_CELLS(record))
        if len(self._waiting) >= _BATCH:
            self._flush()

    def finish(self) -> None:
        """All records are there."""
        self._flush()
        for name, columns in (
            ("records_id", "record_id"),
            ("records_place", "file, offset"),
            ("records_target", "target_uri, date"),
        ):
            self.db.execute(f"CREATE INDEX {name} ON records ({columns})")
        self.db.conn.commit()

    def duplicates(self) -> Iterator[Problem]:
        """Records whose id an earlier one has. An id is used once in an archive (WARC 1.1, 5.2)."""
        for row in self._rows(_DUPLICATES):
            there = f"{row['other_file']} at {row['other_offset']}"
            yield _problem(
                row, "duplicate-id", f"the {row['type']} has the id of another record, in {there}."
            )

    def without_info(self) -> Iterator[Problem]:
        """Records whose warcinfo is not there."""
        for row in self._rows(_WITHOUT_INFO):
            words = f"{row['records']} records from here on name a warcinfo record that is missing"
            yield _problem(row, "missing-record", f"{words}: {row['warcinfo_id']}.")

    def orphans(self) -> Iterator[Problem]:
        """Revisits whose original is missing, broken, or another than they say."""
        for row in self._rows(_ORPHANS):
            told = f"{row['refers_to_target_uri'] or row['refers_to'] or 'nothing'} of {row['refers_to_date'] or '?'}"
            yield _problem(row, "revisit", f"the original of this revisit is missing: {told}.")

    def salvageable(self, file: str) -> Iterator[Checked]:
        """What of a file may be copied: whole, the first with its id, and no revisit without its original."""
        for row in self._rows(_SALVAGEABLE, file):
            yield checked(row)

    def has_salvageable(self, file: str) -> bool:
        """Whether it is worth it: whether there is more than how the file began."""
        return any(record.type != "warcinfo" for record in self.salvageable(file))

    def captures(self) -> Iterator[tuple[Checked, Checked | None]]:
        """All captures, in the order of the files; with each revisit the capture that holds its payload."""
        for row in self._rows("SELECT * FROM records WHERE is_capture ORDER BY n"):
            record = checked(row)
            yield record, self.original(record) if record.type == "revisit" else None

    def original(self, record: Checked) -> Checked | None:
        """The capture that a revisit refers to."""
        row = one(self.db, _ORIGINAL, record.refers_to_target_uri, record.refers_to_date)
        return None if row is None else checked(row)

    def holds(self, record_id: str) -> bool:
        """Whether there is a whole record with this id."""
        return one(self.db, "SELECT n FROM records WHERE record_id = ? AND is_whole", record_id) is not None

    def holds_at(self, file: str, offset: int) -> bool:
        """Whether there is a whole record in this place."""
        sql = "SELECT n FROM records WHERE file = ? AND offset = ? AND is_whole"
        return one(self.db, sql, file, offset) is not None

    def at(self, file: str, offset: int) -> Checked | None:
        """The record in this place."""
        row = one(self.db, "SELECT * FROM records WHERE file = ? AND offset = ?", file, offset)
        return None if row is None else checked(row)

    def list_places(self, places: Iterable[tuple[str, int]]) -> None:
        """Note the places to which an index points."""
        self.db.conn.executemany("INSERT OR IGNORE INTO places VALUES (?, ?)", places)

    def unlisted(self) -> Iterator[Checked]:
        """The captures that stand in none of these places."""
        for row in self._rows(_UNLISTED):
            yield checked(row)

    def was_captured(self, url: str, second: str | None) -> bool:
        """Whether there is an answer from an address, whole or not; made in a certain second, written as 2019-09-12T10:00:00."""
        sql = "SELECT n FROM records WHERE target_uri = ?1 AND (?2 IS NULL OR substr(date, 1, 19) = substr(?2, 1, 19)) AND type IN ('response', 'revisit', 'resource') LIMIT 1"
        return one(self.db, sql, url, second) is not None

    def last_date(self) -> str | None:
        """When the last record was made."""
        last: str | None = value(self.db, "SELECT max(date) FROM records")
        return last

    def has_end(self, file: str, offset: int) -> bool:
        """Whether a record of a file ends at an offset, or the file begins there."""
        sql = "SELECT n FROM records WHERE file = ? AND offset + length = ? LIMIT 1"
        return not offset or one(self.db, sql, file, offset) is not None

    def lost_answers(self) -> Iterator[str]:
        """The addresses of exchanges that lost their answer."""
        for row in self._rows(_LOST_ANSWERS):
            yield str(row["target_uri"])

    def has_capture_of(self, url: str) -> bool:
        """Whether there is a whole answer from exactly this address."""
        return one(self.db, _CAPTURE_OF, url) is not None

    def expect(self, lines: Iterable[tuple[str, Checked]]) -> None:
        """The lines that the CDXJ should have."""
        rows = ((line, record.file, record.offset, record.target_uri) for line, record in lines)
        self.db.conn.executemany("INSERT INTO lines VALUES (?, ?, ?, ?)", rows)
        self.db.conn.commit()

    def tell(self, lines: Iterable[str]) -> None:
        """The lines that it has, from the first on."""
        rows = ((number, line) for number, line in enumerate(lines, start=1))
        self.db.conn.executemany("INSERT INTO told VALUES (?, ?)", rows)
        self.db.execute("CREATE INDEX told_line ON told (line)")
        self.db.execute("CREATE INDEX lines_line ON lines (line)")
        self.db.conn.commit()

    def unexpected_lines(self) -> Iterator[tuple[int, str]]:
        """Number and text of the lines that no record accounts for, and of those that repeat another."""
        for row in self._rows(_UNEXPECTED):
            yield row["number"], row["line"]

    def missing_lines(self) -> Iterator[Row]:
        """The lines that should be there, each with its `file`, `offset` and `url`."""
        yield from self._rows(_MISSING)

    def _rows(self, sql: str, *values: object) -> Iterator[Row]:
        """The rows of an answer, one by one: there may be millions."""
        cursor = run(self.db, sql, *values)
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    def _flush(self) -> None:
        self.db.conn.executemany(_INSERT, self._waiting)
        self._waiting.clear()


def checked(row: Row) -> Checked:
    """A record as it was added."""
    cells = {name: row[name] for name in _NAMES}
    return Checked(**cells | {name: bool(cells[name]) for name in _FLAGS})


def _problem(row: Row, kind: str, message: str) -> Problem:
    return Problem(
        kind=kind,
        message=message,
        file=row["file"],
        offset=row["offset"],
        record_id=row["record_id"],
        url=row["target_uri"],
    )


def _remove(path: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


_DUPLICATES = """
SELECT r.*, o.file other_file, o.offset other_offset FROM records r
JOIN (SELECT record_id, min(n) n FROM records WHERE record_id IS NOT NULL GROUP BY record_id HAVING count(*) > 1) f
ON f.record_id = r.record_id AND f.n != r.n JOIN records o ON o.n = f.n ORDER BY r.n
"""
_WITHOUT_INFO = """
SELECT r.file, r.warcinfo_id, min(r.offset) offset, count(*) records, NULL record_id, NULL target_uri FROM records r
WHERE r.is_ours AND NOT r.is_repaired AND r.warcinfo_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM records i WHERE i.record_id = r.warcinfo_id AND i.type = 'warcinfo' AND i.file = r.file
) GROUP BY r.file, r.warcinfo_id ORDER BY r.file, offset
"""
# By address and time where they are told, else by id (WARC 1.0). What a revisit says of its payload must agree, too.
_HAS_ORIGINAL = """(
    EXISTS (
        SELECT 1 FROM records o WHERE o.target_uri = r.refers_to_target_uri AND o.date = r.refers_to_date
        AND o.type IN ('response', 'resource') AND o.is_whole AND (NOT r.is_ours OR o.payload_digest = r.payload_digest)
        AND (r.refers_to IS NULL OR o.record_id = r.refers_to)
        AND (r.payload_sha256 IS NULL OR o.payload_sha256 IS NULL OR o.payload_sha256 = r.payload_sha256)
    ) OR (r.refers_to_target_uri IS NULL OR r.refers_to_date IS NULL) AND NOT r.is_ours AND (
        r.refers_to IS NULL
        OR EXISTS (SELECT 1 FROM records o WHERE o.record_id = r.refers_to AND o.is_whole)
    )
)"""
_ORPHANS = (
    f"SELECT * FROM records r WHERE r.type = 'revisit' AND r.is_whole AND NOT {_HAS_ORIGINAL} ORDER BY n"  # noqa: S608
)
_SALVAGEABLE = f"""
SELECT * FROM records r WHERE file = ? AND is_whole AND (type != 'revisit' OR {_HAS_ORIGINAL})
AND NOT EXISTS (SELECT 1 FROM records o WHERE o.record_id = r.record_id AND o.n < r.n AND o.is_whole)
ORDER BY n
"""  # noqa: S608
_ORIGINAL = """
SELECT * FROM records WHERE target_uri = ? AND date = ? AND type IN ('response', 'resource') AND is_capture ORDER BY n LIMIT 1
"""
_UNLISTED = """
SELECT * FROM records r WHERE type IN ('response', 'revisit', 'resource')
AND NOT EXISTS (SELECT 1 FROM places p WHERE p.file = r.file AND p.offset = r.offset) ORDER BY n
"""
_LOST_ANSWERS = """
SELECT DISTINCT target_uri FROM records m WHERE m.type = 'metadata' AND m.is_whole AND NOT m.is_capture
AND m.concurrent_to IS NOT NULL AND m.target_uri IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM records o WHERE o.record_id = m.concurrent_to AND o.is_whole)
"""
_CAPTURE_OF = f"""
SELECT n FROM records r WHERE target_uri = ? AND is_whole
AND (type IN ('response', 'resource') OR type = 'revisit' AND {_HAS_ORIGINAL}) LIMIT 1
"""  # noqa: S608
_UNEXPECTED = """
SELECT number, line FROM told WHERE NOT EXISTS (SELECT 1 FROM lines WHERE lines.line = told.line)
OR EXISTS (SELECT 1 FROM told earlier WHERE earlier.line = told.line AND earlier.number < told.number) ORDER BY number
"""
_MISSING = """
SELECT line, min(file) file, min(offset) offset, min(url) url FROM lines
WHERE NOT EXISTS (SELECT 1 FROM told WHERE told.line = lines.line) GROUP BY line ORDER BY file, offset
"""
