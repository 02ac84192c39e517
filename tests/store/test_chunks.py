"""The index is a left fold: what comes out depends on the readings and their order, and on nothing else."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiver.models.capture import Role
from archiver.models.citation import CitationKind, Outcome
from archiver.models.reading import Reading
from archiver.store import posts, sources
from archiver.store.chains import walk
from archiver.store.dates import earliest
from archiver.store.rows import every, value
from archiver.store.store import Store
from tests.store.conftest import assert_sound
from tests.store.factories import BLOG, WARC, Readings, cite, piece

POSTS = (f"{BLOG}a/", f"{BLOG}b/", f"{BLOG}?p=1")
SOURCES = ("https://s.example/1", "http://s.example/1", POSTS[0])
MONTHS = ("2019-08", "2019-09", "2019-10")
DATES = (None, "2019-08-31T23:30:00-02:00", "2019-10-01T00:10:00+02:00", "no date")

PIECES = (piece("Words of the author's."), piece("3 min", "top"), piece("A lamp", "shop", is_cited=True))

_url = st.sampled_from(POSTS + SOURCES)
_role = st.sampled_from([Role.POST, Role.SOURCE])
_listed = st.lists(st.sampled_from(POSTS), min_size=1, max_size=3)
_citations = st.lists(
    st.one_of(
        st.builds(cite, st.sampled_from(SOURCES), st.sampled_from(SOURCES)),
        st.builds(
            lambda url, kind: cite(url, kind=kind, note="See."),
            st.sampled_from(SOURCES),
            st.sampled_from(CitationKind),
        ),
        st.just(cite(note="Ibid.")),
    ),
    min_size=1,
    max_size=3,
)


def _event(name: str, *arguments: st.SearchStrategy, **options: st.SearchStrategy) -> st.SearchStrategy:
    """A kind of capture: a function from the factory to the next reading."""
    return st.builds(
        lambda many, named: (
            lambda make: getattr(make, name)(
                *(each for one in many for each in (one if isinstance(one, list | tuple) else [one])), **named
            )
        ),
        st.tuples(*arguments),
        st.fixed_dictionaries(options),
    )


_post = _event(
    "post",
    st.sampled_from(POSTS),
    _citations,
    own=st.sampled_from((*POSTS, BLOG, None)),
    published=st.sampled_from(DATES),
    title=st.sampled_from(["One", "Two", None]),
    pieces=st.lists(st.sampled_from(PIECES), max_size=3),
)
_redirect = _event("redirect", _url, _url, _role)
_events = st.one_of(
    _event("front", st.lists(st.sampled_from(MONTHS), max_size=2), posts=_listed),
    _event("month", st.sampled_from(MONTHS), _listed, page=st.integers(1, 2)),
    _event("feed", _listed),
    _event(
        "feed",
        st.just(POSTS),
        words=st.dictionaries(
            st.sampled_from(POSTS), st.sampled_from([["Words of the author's."], ["Words of…"]])
        ),
    ),
    _post,
    _post,
    _redirect,
    _redirect,
    _event("source", _url, role=_role),
    _event("gone", _url, _role),
    _event("failed", _url, role=_role),
)


def _made(events: Sequence) -> list[Reading]:
    make = Readings()
    return [event(make) for event in events]


_histories = st.lists(_events, min_size=10, max_size=30).map(_made)


def _fold(path: Path, readings: Sequence[Reading], cuts: Sequence[int]) -> dict[str, list[tuple]]:
    """Index a WARC in several goes; gives every row of every table."""
    for start, end in pairwise([0, *sorted(cuts), len(readings)]):
        with Store(path) as store:
            for reading in readings[start:end]:
                store.add(reading)
            store.commit(WARC, end)
    with Store(path) as store:
        assert_sound(store.db)
        return {
            name: sorted(store.db.execute(f"SELECT * FROM [{name}]"), key=repr)
            for name in store.db.table_names()
        }


def _without_log(tables: dict[str, list[tuple]]) -> dict[str, list[tuple]]:
    """FTS5 merges its segments when it likes; what it finds is checked by `assert_sound`."""
    return {name: rows for name, rows in tables.items() if not name.startswith("documents_fts_")}


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_histories, st.data())
def test_cuts_do_not_matter(readings: list[Reading], data: st.DataObject) -> None:
    """However a sequence of readings is cut into calls of the index, every table ends with the same rows and ids."""
    cuts = data.draw(st.lists(st.integers(0, len(readings)), max_size=4))
    with TemporaryDirectory() as folder:
        whole = _fold(Path(folder) / "whole.db", readings, [])
        cut = _fold(Path(folder) / "cut.db", readings, cuts)

    assert _without_log(whole) == _without_log(cut)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_histories)
def test_what_is_counted_step_by_step_is_what_there_is(readings: list[Reading]) -> None:
    """After any history the numbers kept on the way are those that a full count finds, and nobody waits in vain."""
    with TemporaryDirectory() as folder, Store(Path(folder) / "archive.db") as store:
        for reading in readings:
            store.add(reading)
        store.commit(WARC, 1)
        db = store.db

        assert every(db, _COUNTED) == every(
            db, "SELECT id, posts_listed, posts_captured FROM months ORDER BY id"
        )
        for source in every(db, "SELECT * FROM sources"):
            dates = [row["date"] for row in every(db, sources._CITING_DATES, source["id"])]
            checked = value(db, "SELECT max(snapshot_id) FROM checks WHERE source_id = ?", source["id"])
            chain = walk(db, source["url"])
            assert dates or checked
            assert source["first_cited"] == earliest(dates)
            assert (source["outcome"] == Outcome.PENDING) == (chain.final is None and not checked)
            # By the date, not the capture: the end of a way may be older than its beginning.
            assert (
                chain.final is None or chain.open_at or source["last_checked"] >= chain.snapshots[0]["date"]
            )
        for post in every(db, "SELECT * FROM posts WHERE first_captured IS NULL"):
            chain = walk(db, post["url"])
            was_asked = chain.final is not None and all(
                row["role"] in posts.POST_ROLES for row in chain.snapshots
            )
            assert not was_asked or post["outcome"] != Outcome.PENDING
            assert not was_asked or chain.open_at or post["last_checked"] >= chain.snapshots[0]["date"]
        assert [] == every(db, "SELECT url FROM posts WHERE url NOT IN (SELECT url FROM post_urls)")


_COUNTED = """
SELECT months.id, max(count(DISTINCT listed.id), iif(count(listed.id) = 0, count(DISTINCT dated.id), 0)) AS posts_listed,
    iif(count(listed.id) > 0,
        count(DISTINCT iif(listed.document_id IS NULL, NULL, listed.id)),
        count(DISTINCT iif(dated.document_id IS NULL, NULL, dated.id))) AS posts_captured
FROM months
LEFT JOIN archive_pages ON archive_pages.month_id = months.id
LEFT JOIN archive_page_posts ON archive_page_id = archive_pages.id
LEFT JOIN posts AS listed ON listed.id = archive_page_posts.post_id
LEFT JOIN posts AS dated ON dated.month_id = months.id
GROUP BY months.id ORDER BY months.id
"""
