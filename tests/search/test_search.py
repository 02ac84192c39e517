"""Ranked search over posts and sources."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from archiver.models.views import Citing, Hit, Reference
from archiver.search.search import search
from archiver.store.errors import ForeignDatabaseError
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings

S = "https://s.example/"


def test_a_hit_says_what_it_is_and_who_cites_it(path: Path) -> None:
    """The work, where the words stand in it, and the sentences that rest on it."""
    hits = search(path, "rags rare", marks=("<b>", "</b>"))
    place = {"label": "1", "sentence": "Sentence 1."}
    expected = Hit(
        reference=Reference(kind="source", id=1),
        document_id=3,
        url=f"{S}paper",
        title="A history of paper",
        author=None,
        date=None,
        outcome="archived",
        snippet="Paper is made of <b>rags</b>. <b>Rags</b> are <b>rare</b>.",
        score=hits[0].score,
        cited=2,
        cited_by=(
            Citing(
                post_id=1,
                url=f"{BLOG}a/",
                title="On paper mills",
                published="2019-09-12T08:00:00+02:00",
                note=f"{S}paper",
                **place,
            ),
            Citing(
                post_id=2,
                url=f"{BLOG}b/",
                title="Other matters",
                published="2019-09-20",
                note=f"{S}paper?utm_source=b",
                **place,
            ),
        ),
    )

    assert [expected] == hits


def _found(path: Path, query: str, **options: object) -> list[str]:
    return [str(hit.reference) for hit in search(path, query, **options)]


@pytest.mark.parametrize(
    ("query", "options", "found"),
    [
        # a word in the title counts most; posts and sources in one list
        ("paper", {}, ["s1", "p1", "s3", "p2"]),
        ("paper", {"limit": 1}, ["s1"]),
        ("paper", {"kind": "post"}, ["p1", "p2"]),
        ("paper", {"kind": "source"}, ["s1", "s3"]),
        # all words must occur
        ("paper mills", {}, ["p1"]),
        ("covid-19", {}, ["p1"]),
        ("mill*", {}, ["p1"]),
        # the author; the shorter text first
        ("moss", {}, ["p2", "p1"]),
        # only what a source says now
        ("first", {}, []),
        ("second", {}, ["s3"]),
        # nothing asked, nothing found
        ('"!"', {}, []),
        ("zeppelin", {}, []),
    ],
)
def test_the_best_comes_first(path: Path, query: str, options: dict, found: list[str]) -> None:
    """Ranks of posts and sources compare; filters hold."""
    assert found == _found(path, query, **options)


def test_search_works_while_the_index_writes(path: Path) -> None:
    """A reader neither waits for the writer nor sees half of what it does."""
    make = Readings(count=100)
    with Store(path) as store:
        store.add(make.post(f"{BLOG}new/", text="zeppelin"))
        before = _found(path, "zeppelin")
        store.commit(WARC, 99)
        after = _found(path, "zeppelin")

    assert ([], ["p4"]) == (before, after)


def test_a_reader_cannot_write(path: Path) -> None:
    """Search opens the database so that nothing can be changed through it."""
    before = path.read_bytes()
    search(path, "paper")
    with (
        closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db,
        pytest.raises(sqlite3.OperationalError),
    ):
        db.execute("DELETE FROM posts")

    assert before == path.read_bytes()


def test_search_needs_an_archive(tmp_path: Path) -> None:
    """Where there is no database, none is made, and the message says what to do."""
    with pytest.raises(
        ForeignDatabaseError, match=r"archive\.db is not there\. Make it with `archiver index`"
    ):
        search(tmp_path / "archive.db", "paper")

    assert [] == list(tmp_path.iterdir())


def test_an_archive_on_read_only_media_can_be_searched(path: Path) -> None:
    """Whoever may not write in the folder may read: another user, a disc, a snapshot of a file system."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "a b?#%.db"
        shutil.copy(path, copy)
        Path(folder).chmod(0o555)
        user = os.geteuid()
        try:
            if user == 0:
                os.seteuid(65534)  # nobody: the superuser may write everywhere
            found = _found(copy, "rags rare")
            rest = [file.name for file in Path(folder).iterdir()]
        finally:
            os.seteuid(user)
            Path(folder).chmod(0o755)

    assert (["s1"], [copy.name]) == (found, rest)
