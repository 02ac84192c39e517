"""The balance adds up."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archiver.models.blog import Month
from archiver.models.views import Balance, MonthView, RunView
from archiver.search.balance import balance
from archiver.store.store import Store
from tests.store.factories import BLOG


def test_everything_stands_in_one_heap(path: Path) -> None:
    """Months, posts, citations and sources, each once, and what is due now."""
    expected = Balance(
        months=(
            MonthView(
                seed=BLOG,
                month=Month(year=2019, month=8),
                url=f"{BLOG}2019/08/",
                posts_listed=0,
                posts_captured=0,
            ),
            MonthView(
                seed=BLOG,
                month=Month(year=2019, month=9),
                url=f"{BLOG}2019/09/",
                posts_listed=3,
                posts_captured=2,
            ),
        ),
        archive_pages=1,
        posts=3,
        posts_by_outcome={"archived": 2, "pending": 1},
        citations=4,
        citations_by_kind={"footnote": 4},
        citations_without_source=1,
        sources=3,
        works=3,
        uncited=0,
        sources_by_outcome={"archived": 2, "gone": 1},
        snapshots=10,
        documents=5,
        due_posts=1,
        due_sources=0,
        last_run=RunView(
            id="r1",
            started="2026-01-01T00:00:00Z",
            finished="2026-01-01T00:10:00Z",
            exit_code=0,
            counts={"posts": 2},
        ),
    )
    found = balance(path, datetime(2026, 1, 1, 12, tzinfo=UTC))

    assert expected == found
    assert found.adds_up


@pytest.mark.parametrize(
    ("day", "sources"), [(datetime(2026, 1, 1, 12, tzinfo=UTC), 0), (datetime(2026, 1, 2, tzinfo=UTC), 3)]
)
def test_time_makes_sources_due(path: Path, day: datetime, sources: int) -> None:
    """The clock is the caller's."""
    assert sources == balance(path, day).due_sources


def test_an_empty_archive_has_a_balance(tmp_path: Path) -> None:
    """Before the first crawl there is nothing, and it adds up."""
    with Store(tmp_path / "archive.db"):
        pass
    found = balance(tmp_path / "archive.db", datetime(2026, 1, 1, tzinfo=UTC))

    assert (0, 0, {}, None, True) == (
        found.posts,
        found.sources,
        found.sources_by_outcome,
        found.last_run,
        found.adds_up,
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ()),
        ({"posts_announced": 2, "posts_in_feed": 1}, ()),
        ({"posts_captured": 1}, ("1 not captured",)),
        ({"posts_announced": 3}, ("the blog announces 3, 2 are listed",)),
        (
            {"posts_not_on_pages": 1, "pages_missing": 2},
            ("1 more, which its pages do not list", "2 of its pages did not come"),
        ),
    ],
)
def test_a_month_says_where_its_lists_disagree(changes: dict[str, int], expected: tuple[str, ...]) -> None:
    """A month that is whole says nothing."""
    month = MonthView(seed=BLOG, month=Month(year=2019, month=9), url=None, posts_listed=2, posts_captured=2)

    assert expected == replace(month, **changes).disagreements  # type: ignore[arg-type]
