"""Words, addresses and requests that mean harm: every page stays a page, every answer an answer."""

import os
import shutil
import sqlite3

import pytest

from archiver.collection.folder import Collection
from tests.browser.asking import ask
from tests.browser.hostile import ADDRESSES, HEADERS, NAMES, REQUESTS, TEXTS
from tests.browser.serving import datasette
from tests.verify.archives import copy

# Columns that hold what strangers said; what we ourselves write into the others is ours.
_SAID = {
    "posts": ("title", "author"),
    "citations": ("label", "sentence", "prefix", "suffix", "note", "anchor"),
    "citation_sources": ("url",),
    "sources": ("title", "author", "container_title", "publisher", "language", "doi", "reason", "issued"),
    "snapshots": ("content_type", "reason", "location", "target_uri"),
    "documents": ("title", "author", "text", "html", "language"),
}
_WARCS = (
    "../../../../etc/passwd",
    "/etc/passwd",
    "..",
    "",
    "a\0b",
    "folder",
    "pipe",
    "link",
    "torn.warc.gz",
    "x" * 5000,
    "%2e%2e",
    "evil\r\nX: y",
)


@pytest.fixture(scope="session")
def spoilt(hostile_archive, tmp_path_factory) -> Collection:
    """An archive whose every word is hostile."""
    collection = copy(hostile_archive, tmp_path_factory.mktemp("spoilt") / "archive")
    with sqlite3.connect(collection.database) as db:
        turn = 0
        for table, columns in _SAID.items():
            for column in columns:
                turn += 1
                said = ADDRESSES if column in {"url", "location", "target_uri"} else TEXTS
                for (row,) in db.execute(f"SELECT rowid FROM {table}").fetchall():
                    db.execute(
                        f"UPDATE OR IGNORE {table} SET {column} = ? WHERE rowid = ?",
                        (said[(row + turn) % len(said)], row),
                    )
        for row in range(2, 80):
            db.execute(
                "UPDATE OR IGNORE sources SET url = ? WHERE id = ?",
                (ADDRESSES[row % len(ADDRESSES)] + "?" * (row // 23), row),
            )
    db.close()
    return collection


def test_no_request_is_too_strange(hostile_archive):
    """What is asked for is given, is not there, or is refused; nothing of a request gets into the headers of an answer."""
    wanted = [
        *((f"/archive/{rest}", {}) for rest in REQUESTS),
        *((f"/{name}/-/home", {}) for name in NAMES),
        *((f"/archive/{rest}", said) for said, rest in HEADERS),
    ]
    answers = ask(hostile_archive.database, wanted)

    assert [] == [
        (asked, each.status) for asked, each in zip(wanted, answers, strict=True) if each.status >= 500
    ]
    assert [] == [
        (asked, name, value)
        for asked, each in zip(wanted, answers, strict=True)
        for name, value in each.headers
        if not value.isascii()
        or any(mark in value for mark in b"\r\n\0")
        or b"evil.example/" in value.lower()
    ]


@pytest.mark.slow
def test_no_words_are_too_strange(spoilt):
    """Every page of an archive full of them is there, and every header is one line."""
    numbers = range(1, 90)
    wanted = [
        *(
            f"/archive/-/{rest}"
            for rest in (
                "home",
                "search",
                "search?q=ferry",
                "search?kind=source&page=2",
                "month/2019-09",
                "post/1",
                "diff?old=2&new=3",
            )
        ),
        *(f"/archive/-/source/{number}" for number in numbers if number <= 80),
        *(
            f"/archive/-/snapshot/{number}{part}"
            for number in numbers
            if number <= 83
            for part in ("", "/page", "/content", "/raw")
        ),
        *(f"/archive/{table}?_size=100" for table in _SAID),
        *(
            f"/archive/{table}/{number}"
            for table in ("posts", "sources", "documents", "snapshots")
            for number in (1, 2, 30)
        ),
    ]
    answers = ask(spoilt.database, [(each, {}) for each in wanted])

    assert [] == [
        (path, each.status)
        for path, each in zip(wanted, answers, strict=True)
        if each.status not in {200, 302, 404}
    ]
    assert [] == [
        (path, name, value)
        for path, each in zip(wanted, answers, strict=True)
        for name, value in each.headers
        if not value.isascii() or any(mark in value for mark in b"\r\n\0")
    ]


def test_nothing_outside_the_archive_is_opened(hostile_archive, tmp_path):
    """Whatever a database calls a WARC: folders, pipes and links that lead away are no files of ours, and are not waited for."""
    collection = copy(hostile_archive, tmp_path / "archive")
    (collection.warcs / "folder").mkdir()
    (collection.warcs / "torn.warc.gz").write_bytes(
        next(collection.warcs.glob("*.warc.gz")).read_bytes()[:2000]
    )
    shutil.copy("/etc/passwd", tmp_path / "secret")
    (collection.warcs / "link").symlink_to(tmp_path / "secret")
    os.mkfifo(collection.warcs / "pipe")
    with sqlite3.connect(collection.database) as db:
        for number, name in enumerate(_WARCS, 1):
            db.execute("UPDATE snapshots SET warc = ?, offset = 1 WHERE id = ?", (name, number))
    db.close()
    wanted = [
        f"/archive/-/snapshot/{n}{part}"
        for n, _ in enumerate(_WARCS, 1)
        for part in ("", "/page", "/content", "/raw", "/headers", "/record")
    ]
    answers = ask(collection.database, [(each, {}) for each in wanted])

    assert {200, 404} == {each.status for each in answers}
    assert [] == [path for path, each in zip(wanted, answers, strict=True) if b"root:" in each.body]
    assert [] == [
        path for path, each in zip(wanted, answers, strict=True) if each.status == 200 and path.count("/") > 4
    ]


@pytest.mark.slow
def test_words_run_nothing(spoilt, read, quiet):
    """In Chromium: our pages, and Datasette's own tables and rows."""
    before = list(quiet.heard)
    with datasette(spoilt.database) as origin:
        reader = read(origin)
        for rest in (
            "-/home",
            "-/search?q=ferry",
            "-/search?kind=source",
            "-/month/2019-09",
            "-/post/1",
            "-/source/3",
            "-/source/9",
            "-/snapshot/5",
            "sources",
            "documents",
            "citations",
            "sources/3",
        ):
            assert 200 == reader.open(f"{origin}/archive/{rest}")

    assert ([], []) == (reader.strays, reader.happened)
    assert before == quiet.heard
