"""What others captured, beside what we did: older captures, pages that no post cites yet, addresses by the other scheme."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from archiver.models.capture import Role
from archiver.models.citation import Outcome
from archiver.models.drift import Thresholds
from archiver.models.reading import Reading
from archiver.store.frontier import due as due_of
from archiver.store.store import Store
from tests.store.factories import BLOG, Readings, cite

S = "https://s.example/1"
T = "https://t.example/2"
Rows = Callable[..., list[dict[str, Any]]]
Fold = Callable[..., None]


def of_day(reading: Reading, day: str) -> Reading:
    """The same, captured on another day."""
    snapshot = replace(reading.capture.snapshot, date=f"{day}T10:00:00Z")
    return replace(reading, capture=replace(reading.capture, snapshot=snapshot))


def gone(make: Readings, url: str) -> Reading:
    """A cited page that is not there any more."""
    return make.any(url, Role.SOURCE, outcome=Outcome.GONE, status=404)


def test_an_older_good_capture_gives_a_dead_source_its_text(fold: Fold, rows: Rows, make: Readings) -> None:
    """As if we had been there then: both looks count, in the order of their dates, and the text is that of the good one."""
    deaths = (of_day(gone(make, S), day) for day in ("2026-01-02", "2026-01-03", "2026-01-04"))
    fold(make.post(f"{BLOG}a/", cite(S)), *deaths)
    before = rows("sources", "outcome", "document_id")
    fold(of_day(make.source(S, title="On Paper"), "2015-03-01"))

    assert [{"outcome": "gone", "document_id": None}] == before
    assert [
        {"outcome": "gone", "title": "On Paper", "document_id": 2, "last_checked": "2026-01-04T10:00:00Z"}
    ] == rows("sources", "outcome", "title", "document_id", "last_checked")
    assert ["2015-03-01", "2026-01-02", "2026-01-03", "2026-01-04"] == sorted(
        row["date"][:10] for row in rows("checks", "date")
    )


def test_an_older_capture_does_not_stand_for_the_page_of_today(
    fold: Fold, rows: Rows, make: Readings
) -> None:
    """The latest good capture is what is shown, whichever came first."""
    fold(
        make.post(f"{BLOG}a/", cite(S)),
        make.source(S, title="New"),
        of_day(make.source(S, title="Old"), "2015-03-01"),
    )

    assert [{"title": "New", "outcome": "archived"}] == rows("sources", "title", "outcome")


@pytest.mark.parametrize("swap", [False, True], ids=["in their order", "the other way round"])
def test_an_older_redirect_leads_to_what_it_led_to_then(
    fold: Fold,
    rows: Rows,
    make: Readings,
    swap: bool,
) -> None:
    """Not to what is there today, which is dead."""
    moved = of_day(make.any(S, Role.SOURCE, status=301, location=T), "2015-03-01")
    there = of_day(make.source(T, title="On Paper"), "2015-03-02")
    fold(make.post(f"{BLOG}a/", cite(S)), gone(make, S), *((there, moved) if swap else (moved, there)))

    assert [("archived", "2015-03-02"), ("gone", "2026-01-01")] == sorted(
        (row["outcome"], row["date"][:10]) for row in rows("checks", "outcome", "date")
    )
    assert ["On Paper"] == [row["title"] for row in rows("sources", "title")]


def test_an_old_capture_of_a_post_that_is_gone_is_the_post(
    fold: Fold, rows: Rows, store: Store, make: Readings
) -> None:
    """A deleted blog comes back from what others kept of it; only of what was well is there a last capture."""
    url = f"{BLOG}a/"
    fold(make.month("2019-09", url), make.any(url, Role.POST, outcome=Outcome.GONE, status=404))
    before = store.last(url)
    fold(of_day(make.post(url, cite(S)), "2019-10-01"))

    assert (None, "2019-10-01T10:00:00Z") == (before, store.last(url))
    assert [("archived", "Post at https://blog.example/a/")] == [
        (row["outcome"], row["title"]) for row in rows("posts", "outcome", "title")
    ]


def test_a_page_that_no_post_cites_waits_for_one(fold: Fold, rows: Rows, make: Readings) -> None:
    """It is found, and when a post comes to cite it, it is there already."""
    fold(make.source(S, title="On Paper", role=Role.HELD))
    before = rows("sources", "url", "title", "outcome", "first_cited")
    fold(make.post(f"{BLOG}a/", cite(S)))
    page = {"url": S, "title": "On Paper", "outcome": "archived"}

    assert [page | {"first_cited": None}] == before
    assert [page | {"first_cited": "2019-09-12T08:00:00+02:00"}] == rows(
        "sources", "url", "title", "outcome", "first_cited"
    )


def by_archive(reading: Reading, day: str) -> Reading:
    """The same, as a web archive had it on a day and gave it later."""
    old = of_day(reading, day)
    snapshot = replace(
        old.capture.snapshot,
        archived_from=f"https://archive.example/web/{day.replace('-', '')}id_/{S}",
        creation_date="2024-05-01T10:00:00Z",
    )
    return replace(old, capture=replace(old.capture, snapshot=snapshot))


def test_what_web_archives_had_stands_until_the_web_is_asked(
    fold: Fold, rows: Rows, store: Store, make: Readings
) -> None:
    """Its text is there, and the source is due; what the web then shows comes first."""
    fold(make.post(f"{BLOG}a/", cite(S)), by_archive(make.source(S, title="Old"), "2019-09-20"))
    for _ in store.compare(Thresholds()):
        pass
    before = rows("sources", "title", "outcome", "reason", "last_checked")
    waiting, _ = due_of(store.db, datetime(2026, 1, 1, tzinfo=UTC))
    fold(make.source(S, title="New"))
    reason = "as a web archive had it on 20 September 2019, 8 days after the post; the web was not asked yet"

    assert [{"title": "Old", "outcome": "rescued", "reason": reason, "last_checked": None}] == before
    assert [(S, "never asked for")] == [(each.lead.url, each.why) for each in waiting]
    assert [{"title": "New", "outcome": "archived"}] == rows("sources", "title", "outcome")


def test_a_page_that_only_an_archive_had_and_no_post_cites_is_found(
    fold: Fold, rows: Rows, make: Readings
) -> None:
    """Somebody's download from a web archive."""
    fold(by_archive(make.source(S, title="Old", role=Role.HELD), "2019-09-20"))
    reason = "as a web archive had it on 20 September 2019; the web was not asked yet"

    assert [{"title": "Old", "outcome": "rescued", "reason": reason}] == rows(
        "sources", "title", "outcome", "reason"
    )


def test_what_is_laid_aside_says_nothing_of_its_address(fold: Fold, rows: Rows, make: Readings) -> None:
    """An answer to POST is not what a page shows, however good it was."""
    fold(make.post(f"{BLOG}a/", cite(S)), gone(make, S), make.any(S, Role.ASIDE))

    assert [{"outcome": "gone"}] == rows("checks", "outcome")


@pytest.mark.parametrize("first", ["post", "page"])
def test_http_and_https_stand_for_each_other_where_only_one_is_there(
    fold: Fold, rows: Rows, make: Readings, first: str
) -> None:
    """Browsers ask some sites by https alone, and leave no redirect; what was captured of the very address counts before it."""
    several = [make.post(f"{BLOG}a/", cite("http://s.example/1")), make.source(S, title="On Paper")]
    fold(*(several if first == "post" else reversed(several)))
    before = rows("sources", "url", "title")
    fold(gone(make, "http://s.example/1"))

    assert [{"url": "http://s.example/1", "title": "On Paper"}] == before
    assert {"archived", "gone"} == {row["outcome"] for row in rows("checks", "outcome")}


def test_another_port_is_another_server(fold: Fold, rows: Rows, make: Readings) -> None:
    """What answers there is not asked by both schemes."""
    fold(make.post(f"{BLOG}a/", cite("http://s.example:8080/1")), make.source("https://s.example:8080/1"))

    assert [{"outcome": "pending"}] == rows("sources", "outcome")
