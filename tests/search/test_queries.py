"""Questions that everybody asks, on an archive of which the answers are known."""

from dataclasses import replace
from pathlib import Path

import pytest

from archiver.search.datasette.queries import QUERIES
from archiver.store.database import opened
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings, cite

S, DEAD = "https://s.example/paper", "https://dead.example/x"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Three posts that cite one source; one of them quotes what it does not say, and cites what is lost, too."""
    make = Readings()
    made = tmp_path / "archive.db"
    quoting = replace(cite(S), quotes=("rags are dearer than silver this year",))
    with Store(made) as store:
        for reading in (
            make.post(f"{BLOG}a/", quoting, cite(DEAD, label="2")),
            make.post(f"{BLOG}b/", cite(S)),
            make.post(f"{BLOG}c/", cite(S, DEAD)),
            make.source(S, title="A history of paper", text="Paper is made of rags. Rags are rare."),
            make.gone(DEAD),
        ):
            store.add(reading)
        store.commit(WARC, 1)
    return made


ANSWERS = {
    "most_cited_hosts": [("s.example", 1, 3, 3, 1, 0), ("dead.example", 1, 2, 2, 0, 1)],
    "single_points_of_failure": [
        ("dead.example", 1, 1, 1)
    ],  # where a held one stands beside, the note is not lost
    "cited_in_three_posts": [(1, "A history of paper", S, "archived", 1, 3, 3)],
    "quotes_gone": [(1, f"Post at {BLOG}a/", "1", "rags are dearer than silver this year", 1)],
}


@pytest.mark.parametrize("query", ANSWERS)
def test_the_answer_is_known(path: Path, query: str) -> None:
    """The first columns of each row."""
    expected = ANSWERS[query]
    with opened(path) as db:
        rows = db.execute(QUERIES[query]["sql"]).fetchall()

    assert expected == [tuple(row)[: len(expected[0])] for row in rows]
