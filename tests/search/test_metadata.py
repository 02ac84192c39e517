"""Plain Datasette shows the archive: every table explained, every canned query answering."""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from archiver.search.datasette.columns import COLUMNS, TABLES
from archiver.search.datasette.metadata import metadata
from archiver.search.datasette.queries import QUERIES
from archiver.store.database import opened
from tests.store.factories import BLOG

datasette = pytest.importorskip("datasette.app", reason="Datasette is an extra")

HOSTILE = ["", '"', '""', "covid-19", "AND", "NEAR(", "🙂", "title:x", "a*", "*", "'; --", "(", "^", '" OR "']


def _get(path: Path, *pages: str) -> list[Any]:
    """Ask Datasette for pages as a browser would; gives its answers."""

    async def ask() -> list[Any]:
        server = datasette.Datasette([str(path)], metadata=metadata("A blog"))
        await server.invoke_startup()
        try:
            return [await server.client.get(f"/archive{page}") for page in pages]
        finally:
            for database in server.databases.values():
                database.close()
            if server.executor is not None:
                server.executor.shutdown()

    return asyncio.run(ask())


def test_every_table_and_column_is_explained(path: Path) -> None:
    """No column without a line, no line without a column."""
    with opened(path) as db:
        schema = {
            table.name: set(table.columns_dict)
            for table in db.tables
            if not table.name.startswith(("documents_fts", "sqlite_"))
        }

    assert schema == {name: set(columns) for name, columns in COLUMNS.items()}
    assert set(schema) == set(TABLES)


def test_every_page_opens(path: Path) -> None:
    """Home, all tables, and a row of each table that people cite."""
    pages = ["", *(f"/{table}" for table in TABLES), "/posts/1", "/sources/2", "/snapshots/3"]
    answers = _get(path, *pages)

    assert [(page, 200) for page in pages] == [
        (page, answer.status_code) for page, answer in zip(pages, answers, strict=True)
    ]
    assert all(
        title in answers[0].text for title in ("A blog", "Search posts and sources", "Most cited sources")
    )


OF_OTHERS = {
    "most_cited_hosts",
    "single_points_of_failure",
    "cited_in_three_posts",
    "quotes_gone",
}  # test_queries.py


@pytest.mark.parametrize("query", sorted(set(QUERIES) - OF_OTHERS))
def test_every_canned_query_answers(path: Path, query: str) -> None:
    """A query that everybody asks has rows, on this archive."""
    (answer,) = _get(path, f"/{query}.json?q=paper&_shape=array")

    assert 200 == answer.status_code
    assert {
        "search": [f"{BLOG}a/", f"{BLOG}b/", "https://s.example/old", "https://s.example/paper"],
        "most_cited": ["https://s.example/dead", "https://s.example/old", "https://s.example/paper"],
        "died": ["https://s.example/dead"],
        "incomplete_months": [f"{BLOG}2019/09/"],
    }[query] == sorted(row["url"] for row in answer.json())


def test_search_survives_what_people_type(path: Path) -> None:
    """No query is an error."""
    answers = _get(path, *(f"/search.json?{urlencode({'q': typed})}" for typed in HOSTILE))

    assert [(typed, 200) for typed in HOSTILE] == [
        (typed, answer.status_code) for typed, answer in zip(HOSTILE, answers, strict=True)
    ]
