"""What a letter finds in the tables."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from archiver.models.letter import EventKind, OwnFailure
from archiver.search.letter import letter
from archiver.store.rows import run
from tests.export.keeping import Keeping, a_bad_week

NOW, SINCE = datetime(2026, 3, 10, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC)
URL, NEW = "https://s.example/", "https://n.example/"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test makes its database."""
    return tmp_path / "archive.db"


def test_the_greatest_harm_comes_first(path: Path) -> None:
    """Quoted words gone, then the dead, the drifted, the doubtful; good news last."""
    a_bad_week(path)

    assert ["quote-gone", "died", "drifted", "in-doubt", "rescued", "back-again"] == [
        str(each.kind) for each in letter(path, NOW, SINCE).events
    ]


def test_since_the_last_run_means_since_the_one_before_ended(path: Path) -> None:
    """What a killed run found in between is told, too."""
    with Keeping(path) as kept:
        kept.run("2026-03-01")
        kept.run("2026-03-02", exit_code=None)
        kept.run("2026-03-03")
    told = letter(path, NOW)

    assert "2026-03-01T04:00:00Z" == told.since
    killed = OwnFailure(
        what="run r-2026-03-02-2",
        date="2026-03-02T02:00:00Z",
        reason="did not end: killed, or its disk was full",
    )
    assert (killed,) == told.failures


def test_a_run_that_is_under_way_has_not_failed(path: Path) -> None:
    """The youngest run may still be running."""
    with Keeping(path) as kept:
        kept.run("2026-03-09", exit_code=None)

    assert () == letter(path, NOW, SINCE).failures


@pytest.mark.parametrize(
    ("status", "expected"), [(301, [EventKind.MOVED]), (308, [EventKind.MOVED]), (302, []), (307, [])]
)
def test_only_a_permanent_redirect_is_a_move(path: Path, status: int, expected: list[EventKind]) -> None:
    """An address that may change again is no address to write down (RFC 9110, 15.4)."""
    with Keeping(path) as kept:
        source = kept.source(URL)
        kept.look(source, URL, "2026-02-01")
        kept.snapshot(URL, "2026-03-09", status=status, location=NEW, next_url=NEW)
        kept.look(source, NEW, "2026-03-09")

    assert expected == [each.kind for each in letter(path, NOW, SINCE).events]


def test_a_rescue_is_dated_by_its_run(path: Path) -> None:
    """The capture is years old, the news of this night; a night later it is none."""
    a_bad_week(path)
    (rescue,) = (each for each in letter(path, NOW, SINCE).events if each.kind is EventKind.RESCUED)
    later = letter(path, datetime(2026, 3, 20, tzinfo=UTC), datetime(2026, 3, 10, tzinfo=UTC))

    assert ("2026-03-09T02:00:00Z", "2019-05-01T03:00:00Z") == (rescue.date, rescue.held[0].date)
    assert later.is_empty


def test_of_many_captures_the_first_and_the_last_are_told(path: Path) -> None:
    """How many there are is told, too."""
    with Keeping(path) as kept:
        source = kept.source(URL)
        for day in range(1, 10):
            kept.look(source, URL, f"2026-02-0{day}")
        kept.look(source, URL, "2026-03-09", "gone")
    (event,) = letter(path, NOW, SINCE).events

    assert (9, ["2026-02-01", "2026-02-09"]) == (event.held_count, [each.date[:10] for each in event.held])


def test_months_that_disagreed_before_are_no_news(path: Path) -> None:
    """They are counted, and bring no letter by themselves."""
    a_bad_week(path)
    with Keeping(path) as kept:
        run(kept.db, "UPDATE posts SET first_captured = '2026-01-01T03:00:00Z'")
    told = letter(path, NOW, SINCE)

    assert ((), 1) == (told.months, told.months_before)
