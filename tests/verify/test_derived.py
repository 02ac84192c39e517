"""Each row of the database and each line of the CDXJ is held against its record."""

import sqlite3
from contextlib import closing

import pytest

from archiver.capture.cdxj import stale_mark
from archiver.index import index
from archiver.repair import repair
from archiver.verify import verify
from tests.verify.archives import exchange, ids, writer, wrong

COLUMNS = (
    "record_id target_uri date status content_type payload_digest warc offset length kind truncated via archived_from "
    "creation_date payload_sha256 etag last_modified refers_to_target_uri refers_to_date role seed failure run_id"
).split()
COPIED = """
INSERT INTO snapshots (id, record_id, target_uri, url, date, warc, offset, length, kind, seed, role)
SELECT 99, record_id, target_uri, url, date, warc, 1, length, kind, seed, role FROM snapshots WHERE id = 1
"""
OTHER = {"role": "post", "status": 404, "offset": 7, "length": 7}


def run(archive, sql, *values):
    """Change the database behind archiver's back."""
    with closing(sqlite3.connect(archive.database)) as connection:
        connection.execute(sql, values)
        connection.commit()


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("row", [1, 3, 4], ids=["a response", "a revisit", "a failure"])
def test_a_cell_that_was_changed_is_found(archive, column, row):
    """Whichever cell of a capture it is."""
    run(archive, f"UPDATE snapshots SET {column} = ? WHERE id = ?", OTHER.get(column, "other"), row)

    assert "database" in {kind for kind, _, _ in wrong(archive)}


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM snapshots WHERE id = 5",
        COPIED,
        "DELETE FROM positions WHERE warc LIKE '%000001%'",
        "UPDATE positions SET offset = offset - 1 WHERE warc LIKE '%000001%'",
        "UPDATE positions SET offset = 0 WHERE warc LIKE '%000003%'",
        "UPDATE positions SET run_id = NULL",
        "INSERT INTO positions VALUES ('archiver-000009-20190912100000.warc.gz', 5, NULL)",
        "UPDATE documents SET text = text || '.' WHERE id = 1",
        "UPDATE documents SET text_digest = 'sha256:0' WHERE id = 1",
        "DELETE FROM documents_fts_docsize WHERE id = 1",
        "UPDATE documents_fts_data SET block = x'00' WHERE id > 100",
        "DROP INDEX snapshots_url",
        "PRAGMA application_id = 7",
        "PRAGMA user_version = 99",
    ],
)
def test_a_change_of_the_database_is_found_and_mended(archive, sql):
    """Rows taken out, put in, changed; and marks by which the file is known."""
    run(archive, sql)

    assert {"database"} <= {kind for kind, _, _ in wrong(archive)}

    repair(archive)

    assert () == verify(archive).problems


@pytest.mark.parametrize("data", [None, b"", b"no database" * 100])
def test_a_database_that_is_none_is_found_and_mended(archive, data):
    """Gone, empty, or something else."""
    archive.database.unlink()
    if data is not None:
        archive.database.write_bytes(data)

    assert ["database"] == [kind for kind, _, _ in wrong(archive)]

    repair(archive)

    assert () == verify(archive).problems


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines[1:],
        lambda lines: lines[:-1],
        lambda lines: [*lines, lines[-1]],
        lambda lines: [*lines, b"zz)/ 20190101000000 {}\n"],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [lines[0].replace(b'"status": "200"', b'"status": "404"'), *lines[1:]],
        lambda lines: [lines[0].replace(b'"offset": "', b'"offset": "1'), *lines[1:]],
        lambda lines: [lines[0][:-9], *lines[1:]],
        lambda lines: [*lines[:-1], lines[-1][:-1]],
        lambda lines: [lines[0].replace(b"e", b"\xe9", 1), *lines[1:]],
        lambda _: [],
    ],
)
def test_a_change_of_the_index_is_found_and_mended(archive, change):
    """Lines taken out, repeated, put in, moved, changed, cut."""
    before = archive.cdxj.read_bytes()
    archive.cdxj.write_bytes(b"".join(change(before.splitlines(keepends=True))))

    assert {"cdxj"} == {kind for kind, _, _ in wrong(archive)}

    repair(archive)

    assert before == archive.cdxj.read_bytes()


def test_an_index_that_is_gone_is_found(archive):
    """Though no record is lost with it."""
    archive.cdxj.unlink()

    assert [("cdxj", "index.cdxj", None)] == wrong(archive)


def test_what_is_not_indexed_yet_is_no_damage(archive):
    """A crawl that was killed before its end leaves WARCs that the database knows nothing of."""
    out = writer(archive.folder, ids(1))
    out.write(exchange(50))
    out.finish(exit_code=0, counts={})
    report = verify(archive)

    assert ((), ("1 captures are not in the database yet. Run: archiver index",)) == (
        report.problems,
        report.notes,
    )

    index(archive)

    assert ((), ()) == (verify(archive).problems, verify(archive).notes)


def test_an_index_that_is_being_written_is_no_damage(archive):
    """Its mark says that it is not up to date."""
    stale_mark(archive.cdxj).touch()
    archive.cdxj.write_bytes(b"")
    report = verify(archive)

    assert ((), 1) == (report.problems, len(report.notes))
