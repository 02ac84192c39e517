"""What feeds, sitemaps and months name is held against each other, and against what was captured."""

from collections.abc import Callable
from dataclasses import replace

from archiver.models.blog import Look, Month, MonthLink, PostLink
from archiver.models.capture import Role
from archiver.models.citation import Outcome
from archiver.models.reading import Reading
from archiver.store.store import Store
from tests.store.factories import BLOG, Readings

A, B, C = (f"{BLOG}{letter}/" for letter in "abc")
NAMES = ("posts_announced", "posts_listed", "posts_captured", "posts_in_feed", "posts_in_sitemap")
APART = ("posts_not_on_pages", "pages_missing")


def sitemap(make: Readings, *urls: str) -> Reading:
    """A sitemap."""
    return replace(
        make.any(f"{BLOG}sitemap.xml", Role.SITEMAP), sitemap=tuple(PostLink(url=url) for url in urls)
    )


def ledger(store: Store, *names: str) -> list[tuple[int | None, ...]]:
    """Some columns of the view, month after month."""
    sql = f"SELECT {', '.join(names)} FROM ledger ORDER BY year, month"
    return [tuple(row) for row in store.db.execute(sql)]


def test_each_list_is_counted_by_month(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """Whichever comes first; an address that is no post counts nowhere."""
    link = MonthLink(month=Month(year=2019, month=9), url=f"{BLOG}2019/09/", posts=3)
    fold(
        sitemap(make, A, B, f"{BLOG}about/"),
        make.any(BLOG, Role.FRONT, look=Look(platform="generic", months=(link,))),
        make.month("2019-09", A, B, C),
        make.post(A),
        make.post(B),
        make.feed(A),
    )

    assert [(3, 3, 2, 1, 2)] == ledger(store, *NAMES)
    assert [(0, 0)] == ledger(store, *APART)


def test_a_list_names_what_it_named_last(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """A feed forgets old posts; a feed that did not come forgets nothing."""
    fold(make.month("2019-09", A, B), make.post(A), make.post(B), make.feed(A))
    fold(make.feed(B), make.any(f"{BLOG}feed/", Role.FEED, outcome=Outcome.GONE, status=404))

    assert [(1,)] == ledger(store, "posts_in_feed")
    assert [B] == [row["url"] for row in store.db.query("SELECT url FROM listings")]


def test_a_post_that_its_month_does_not_list_is_seen(
    store: Store, fold: Callable[..., None], make: Readings
) -> None:
    """The sitemap knew of it; and a month without pages of its own has nothing to list."""
    fold(make.month("2019-09", A), make.post(A), make.post(B), make.post(C, published="2019-10-02"))

    assert [(1, 0), (0, 0)] == ledger(store, *APART)


def test_a_page_that_did_not_come_is_seen(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """Nobody knows what it would have listed."""
    second = make.any(
        f"{BLOG}2019/09/page/2/", Role.MONTH, outcome=Outcome.UNREACHABLE, status=503, month="2019-09", page=2
    )
    fold(make.front("2019-09"), make.month("2019-09", A), make.post(A), second)

    assert [(0, 1)] == ledger(store, *APART)
