"""Months and their pages: what a blog lists, and how much of it was captured."""

from collections.abc import Callable

from archiver.models.blog import Feed, Listing, Look, Month, MonthLink, PostLink
from archiver.models.capture import Role
from archiver.models.citation import Outcome
from tests.store.factories import BLOG, Readings

SEPTEMBER = {
    "id": 1,
    "seed": BLOG,
    "year": 2019,
    "month": 9,
    "url": f"{BLOG}2019/09/",
    "posts_announced": None,
    "posts_listed": 0,
    "posts_captured": 0,
}


def test_months_come_from_the_front_page(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A month that the blog names is a row before any of its pages is seen; a new number of posts replaces the old."""
    for posts in (3, 4):
        link = MonthLink(month=Month(year=2019, month=9), url=f"{BLOG}2019/09/", posts=posts)
        fold(make.any(BLOG, Role.FRONT, look=Look(platform="wordpress", months=(link,))))

    assert [SEPTEMBER | {"posts_announced": 4}] == rows("months")


def test_month_counts_what_its_pages_list(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A post on two pages counts once; captured are those that were read."""
    fold(
        make.front("2019-09"),
        make.month("2019-09", f"{BLOG}a/", f"{BLOG}b/"),
        make.month("2019-09", f"{BLOG}b/", f"{BLOG}c/", page=2),
        make.post(f"{BLOG}a/"),
        make.gone(f"{BLOG}b/", Role.POST),
    )

    assert [SEPTEMBER | {"posts_listed": 3, "posts_captured": 1}] == rows("months")
    assert [
        {"id": 1, "month_id": 1, "page": 1, "url": f"{BLOG}2019/09/", "snapshot_id": 2},
        {"id": 2, "month_id": 1, "page": 2, "url": f"{BLOG}2019/09/page/2/", "snapshot_id": 3},
    ] == rows("archive_pages")
    assert [(1, 1, 1), (1, 2, 2), (2, 2, 1), (2, 3, 2)] == [
        tuple(row.values()) for row in rows("archive_page_posts")
    ]


def test_page_captured_again_replaces_itself(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A page lists what it listed last; a failure later takes nothing away."""
    fold(
        make.month("2019-09", f"{BLOG}a/", f"{BLOG}b/"),
        make.month("2019-09", f"{BLOG}b/"),
        make.any(
            f"{BLOG}2019/09/", Role.MONTH, month="2019-09", page=1, outcome=Outcome.UNREACHABLE, status=500
        ),
    )

    assert [SEPTEMBER | {"posts_listed": 1}] == rows("months")
    assert [{"page": 1, "snapshot_id": 2}] == rows("archive_pages", "page", "snapshot_id")


def test_failed_page_of_a_named_month_is_noted(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The evidence stands until a better capture comes; a month that nobody names is not invented by a failure."""
    for month in ("2019-09", "2031-01"):
        fold(
            make.front("2019-09"),
            make.any(f"{BLOG}{month}/", Role.MONTH, month=month, page=1, outcome=Outcome.GONE),
        )

    assert [SEPTEMBER] == rows("months")
    assert [{"page": 1, "snapshot_id": 2}] == rows("archive_pages", "page", "snapshot_id")


def test_month_page_that_redirects_to_the_front_page_lists_no_month(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The newest posts of the blog are not those of an empty month."""
    front = Listing(posts=(PostLink(url=f"{BLOG}new/"),))
    fold(
        make.redirect(f"{BLOG}2019/08/", BLOG, Role.MONTH),
        make.any(BLOG, Role.MONTH, month="2019-08", page=1, listing=front),
    )

    assert [] == rows("months")
    assert [{"url": f"{BLOG}new/", "month_id": None}] == rows("posts", "url", "month_id")


def test_months_are_made_from_dates_where_there_are_no_pages(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A post belongs to the month of its own clock; a month without pages lists what is dated in it."""
    fold(
        make.feed(f"{BLOG}a/"),
        make.post(f"{BLOG}a/", published="2019-09-30T23:30:00-05:00"),
    )

    assert [SEPTEMBER | {"url": None, "posts_listed": 1, "posts_captured": 1}] == rows("months")


def test_a_date_by_another_clock_makes_no_month(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A post that a month's page lists belongs to that month, when the blog has none of the post's date."""
    early, late = make.post(f"{BLOG}a/", published="2019-08-31T23:00Z"), make.month("2019-09", f"{BLOG}a/")
    fold(early, late)
    after = rows("months", "year", "month", "posts_listed", "posts_captured")
    fold(make.post(f"{BLOG}a/", published="2019-08-31T23:00Z"))

    assert [{"year": 2019, "month": 9, "posts_listed": 1, "posts_captured": 1}] == after
    assert after == rows("months", "year", "month", "posts_listed", "posts_captured")
    assert [{"month_id": rows("months", "id")[0]["id"]}] == rows("posts", "month_id")


def test_a_month_that_lost_its_only_post_goes(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A corrected date leaves no empty month behind, if nothing else names it."""
    fold(make.post(f"{BLOG}a/", published="2018-01-01"), make.post(f"{BLOG}a/", published="2019-09-01"))

    assert [{"id": 2, "year": 2019, "month": 9}] == rows("months", "id", "year", "month")


def test_each_blog_has_its_own_months(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Two blogs in one collection do not share rows."""
    fold(make.front("2019-09"))
    make.seed = "https://other.example/"
    fold(make.front("2019-09"))

    assert [BLOG, "https://other.example/"] == [row["seed"] for row in rows("months", "seed")]


def test_links_to_elsewhere_are_no_posts(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A feed of links names no posts of this blog; a page that merely looks like a listing names none at all."""
    fold(
        make.feed("https://elsewhere.example/x", f"{BLOG}a/"),
        make.any(f"{BLOG}x", Role.SOURCE, feed=Feed(posts=(PostLink(url=f"{BLOG}b/"),))),
        make.any(
            f"{BLOG}2019/10/",
            Role.MONTH,
            outcome=Outcome.GONE,
            listing=Listing(posts=(PostLink(url=f"{BLOG}c/"),)),
        ),
    )

    assert [{"url": f"{BLOG}a/", "outcome": "pending"}] == rows("posts", "url", "outcome")
    assert [] == rows("months")


def test_an_address_that_was_only_tried_makes_no_page_and_no_month(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Posts are dated in September; the month's address was guessed. It answers 404, or lists nothing: no page of it."""
    fold(
        make.post(f"{BLOG}a/"),
        make.any(f"{BLOG}2019/09/", Role.MONTH, month="2019-09", page=1, outcome=Outcome.GONE),
        make.month("2019-10"),
    )

    assert [] == rows("archive_pages")
    assert [(2019, 9, None)] == [(row["year"], row["month"], row["url"]) for row in rows("months")]
