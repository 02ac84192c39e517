"""Copies to give away."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from archiver.cli import main
from archiver.collection.folder import Collection, create_collection
from archiver.collection.template import render
from archiver.search.datasette.queries import QUERIES
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """An archive of one post."""
    made = create_collection(tmp_path / "archive", render([BLOG], "The Ledger"))
    with Store(made.database) as store:
        store.add(Readings().post(f"{BLOG}a/", text="The mills made paper."))
        store.commit(WARC, 1)
    return made


def export(collection: Collection, *words: str):
    """Run the command; without a terminal."""
    return CliRunner().invoke(main, ["export", "db", "--archive", str(collection.folder), *words])


def test_a_published_database_is_one_file_with_its_descriptions(collection, tmp_path):
    """Readable from a folder where nobody may write, with its full-text index; titles and queries lie beside it."""
    target = tmp_path / "to give away" / "ledger.db"
    done = export(collection, str(target))
    described = json.loads(target.with_name("metadata.yaml").read_text(encoding="utf-8"))
    configured = json.loads(target.with_name("datasette.yaml").read_text(encoding="utf-8"))
    with closing(sqlite3.connect(f"{target.as_uri()}?immutable=1", uri=True)) as copy:
        found = copy.execute("SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'mill'").fetchone()
        journal = copy.execute("PRAGMA journal_mode").fetchone()

    assert (0, "") == (done.exit_code, done.stderr), done.output
    assert ((1,), ["datasette.yaml", "ledger.db", "metadata.yaml"]) == (
        found,
        sorted(each.name for each in target.parent.iterdir()),
    )
    assert journal in {("delete",), ("off",)}
    assert ("The Ledger", QUERIES) == (described["title"], configured["databases"]["ledger"]["queries"])


def test_nothing_is_overwritten(collection, tmp_path):
    """What is there already stays, whatever it is."""
    target = tmp_path / "ledger.db"
    target.write_text("mine")
    done = export(collection, str(target))

    assert (1, "mine") == (done.exit_code, target.read_text())
    assert "is there already" in done.stderr
    assert [] == list(tmp_path.glob(".ledger*"))


def test_a_folder_that_is_no_archive_is_told(tmp_path):
    """As every command tells it."""
    done = CliRunner().invoke(main, ["export", "db", "--archive", str(tmp_path), str(tmp_path / "x.db")])

    assert 10 == done.exit_code
