"""What a crawl need not ask for again, and what it should ask for first."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from archiver.models.blog import Month
from archiver.models.capture import Role
from archiver.models.citation import Outcome
from archiver.models.frontier import Due, Known
from archiver.models.lead import Lead
from archiver.store.frontier import known
from archiver.store.store import Store
from tests.store.factories import BLOG, Readings, cite

S = "https://s.example/"
TODAY = datetime(2026, 1, 1, 12, tzinfo=UTC)
SPRING = datetime(2026, 5, 1, tzinfo=UTC)


def _post(url: str, via: str, month: Month | None = None) -> Due:
    lead = Lead(url=url, role=Role.POST, hop="L", month=month)
    return Due(lead=lead, seed=BLOG, via=via, why="listed, and not captured yet")


def _source(url: str, via: str, why: str = "never asked for") -> Due:
    return Due(lead=Lead(url=url, role=Role.SOURCE, hop="L"), seed=BLOG, via=via, why=why)


def test_an_empty_archive_knows_nothing(store: Store) -> None:
    """The first crawl begins with its seed alone."""
    assert Known() == known(store, TODAY)


def test_a_crawl_goes_on_where_it_was_killed(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """Listed posts and cited sources that were not captured are due, posts first, each with the page that led there."""
    fold(
        make.month("2019-09", f"{BLOG}a/", f"{BLOG}b/"),
        make.feed(f"{BLOG}c/"),
        make.post(f"{BLOG}a/", cite(f"{S}1"), cite(f"{S}2")),
        make.source(f"{S}2"),
        make.redirect(f"{S}1", f"{S}3"),
    )
    september = Month(year=2019, month=9)
    expected = Known(
        captured=frozenset([f"{BLOG}a/", f"{S}2"]),
        due=(
            _post(f"{BLOG}b/", f"{BLOG}2019/09/", september),
            _post(f"{BLOG}c/", BLOG),
            _source(f"{S}1", f"{BLOG}a/"),
        ),
        answered=(f"{S}2",),
    )

    assert expected == known(store, TODAY)


def test_what_is_due_depends_on_the_day(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """A source and a post that failed are asked for again when their time has come; a captured post is not."""
    fold(
        make.month("2019-09", f"{BLOG}a/", f"{BLOG}b/"),
        make.post(f"{BLOG}a/", cite(f"{S}1"), cite(f"{S}2")),
        make.gone(f"{BLOG}b/", Role.POST),
        make.source(f"{S}1"),
        make.any(f"{S}2", Role.SOURCE, outcome=Outcome.BLOCKED_ADDRESS),
    )
    early = Known(captured=frozenset([f"{BLOG}a/", f"{BLOG}b/", f"{S}1", f"{S}2"]), answered=(f"{S}1",))
    late = Known(
        captured=frozenset([f"{BLOG}a/", f"{S}2"]),
        due=(
            _post(f"{BLOG}b/", f"{BLOG}2019/09/", Month(year=2019, month=9)),
            _source(f"{S}1", f"{BLOG}a/", "due for 118 days"),
        ),
        answered=(f"{S}1",),
    )

    assert early == known(store, TODAY)
    assert late == known(store, SPRING)


def test_a_run_at_the_same_hour_of_the_next_day_is_the_next_days(
    store: Store, fold: Callable[..., None], make: Readings
) -> None:
    """What came some minutes after the start of a night's run is due at the start of the next night's, not of the one after."""
    fold(make.post(f"{BLOG}a/", cite(f"{S}1")), make.source(f"{S}1"))
    looked = datetime.fromisoformat(str(store.db.execute("SELECT last_checked FROM sources").fetchone()[0]))
    hours = [12, 17, 19, 24]
    due = [known(store, looked + timedelta(hours=each)).due for each in hours]

    assert [0, 0, 1, 1] == [len(each) for each in due]


def test_every_address_of_a_captured_post_is_known(
    store: Store, fold: Callable[..., None], make: Readings
) -> None:
    """An address that redirected to a post is not asked for again when a page lists it again."""
    fold(
        make.feed(f"{BLOG}?p=1"), make.redirect(f"{BLOG}?p=1", f"{BLOG}a/", Role.POST), make.post(f"{BLOG}a/")
    )

    assert Known(captured=frozenset([f"{BLOG}a/", f"{BLOG}?p=1"])) == known(store, TODAY)


def test_an_address_is_due_once(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """A post that another post cites is asked for as a post."""
    fold(make.feed(f"{BLOG}b/"), make.post(f"{BLOG}a/", cite(f"{BLOG}b/")))

    assert Known(captured=frozenset([f"{BLOG}a/"]), due=(_post(f"{BLOG}b/", BLOG),)) == known(store, TODAY)


def test_requisites_are_captured_once(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """An image that is there, or gone, is not asked for again; one that did not answer is, when a page needs it."""
    fold(
        make.any(f"{BLOG}logo.png", Role.REQUISITE),
        make.gone(f"{BLOG}lost.png", Role.REQUISITE),
        make.failed(f"{BLOG}slow.png", role=Role.REQUISITE),
    )

    assert Known(captured=frozenset([f"{BLOG}logo.png", f"{BLOG}lost.png"])) == known(store, TODAY)
