"""Which documents fit best, also where nearly all do."""

from pathlib import Path

import pytest

from archiver.models.pages import Wanted
from archiver.search import ranking
from archiver.search.browsing import browse
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings, cite


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Forty posts that all say "river", of which the oldest is named so, and the second says "weir", too."""
    make = Readings()
    made = tmp_path / "archive.db"
    with Store(made) as store:
        for n in range(40):
            store.add(
                make.post(
                    f"{BLOG}{n}/",
                    cite(f"https://s{n}.example/"),
                    title="The river" if n == 0 else f"Post {n}",
                    text="The river rose." + (" The weir held." if n == 1 else ""),
                )
            )
        store.commit(WARC, 1)
    return made


def titles(path: Path, **wanted) -> list[str | None]:
    """Of the results."""
    return [hit.title for hit in browse(path, Wanted(**wanted)).hits]


def test_where_few_fit_all_are_ranked(many):
    """A word in the title weighs more; nothing is left out."""
    found = browse(many, Wanted(words="river"))

    assert ("The river", True, True) == (found.hits[0].title, found.has_more, found.is_whole)


def test_where_very_many_fit_the_named_and_the_latest_are_ranked(many, monkeypatch):
    """And it is said so; a word that is rare is found wherever it stands."""
    monkeypatch.setattr(ranking, "_EXACT", 5)
    found = browse(many, Wanted(words="river"))

    assert ["The river", *(f"Post {n}" for n in range(34, 40))] == [
        found.hits[0].title,
        *sorted(hit.title or "" for hit in found.hits[1:]),
    ]
    assert not found.is_whole
    assert ["Post 1"] == titles(many, words="river weir")


def test_a_filter_finds_what_the_rank_left_out(many, monkeypatch):
    """However many fit the words."""
    monkeypatch.setattr(ranking, "_EXACT", 5)
    found = browse(many, Wanted(words="river", since="2019-01-01", month=""))

    assert (20, True) == (len(found.hits), found.is_whole)
