"""Which lists of a blog are asked for again."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from archiver.judge.lists import is_fresh
from archiver.models.capture import Role, Visit

NOW = datetime(2019, 9, 20, tzinfo=UTC)
SEED = "https://blog.example/"


def asked(role: Role, url: str, days: float, *, month: str | None = None, now: datetime = NOW) -> bool:
    """Whether one that was looked at so many days ago is asked for again."""
    visit = Visit(role=role, seed=SEED, month=month)
    return not is_fresh(visit, url, now - timedelta(days=days), now)


@pytest.mark.parametrize(
    ("role", "url", "days", "month"),
    [
        # what may change any day
        (Role.FRONT, SEED, 0.1, None),
        (Role.FEED, f"{SEED}feed/", 0.1, None),
        (Role.SITEMAP, f"{SEED}sitemap.xml", 0.1, None),
        (Role.MONTH, f"{SEED}2019/09/", 0.1, "2019-09"),
        (Role.FEED, f"{SEED}feed/?paged=1", 0.1, None),
        # what was not looked at for long
        (Role.MONTH, f"{SEED}2019/07/", 10.6, "2019-07"),
        (Role.MONTH, f"{SEED}2012/07/", 91, "2012-07"),
        (Role.LISTING, f"{SEED}page/7/", 10.6, None),
        (Role.FEED, f"{SEED}feed/?paged=7", 10.6, None),
    ],
)
def test_what_may_have_changed_is_asked_for(role, url, days, month):
    """The open month, the beginnings of lists, and what was looked at long ago."""
    assert asked(role, url, days, month=month)


@pytest.mark.parametrize(
    ("role", "url", "days", "month"),
    [
        (Role.MONTH, f"{SEED}2019/08/", 3.4, "2019-08"),
        (Role.MONTH, f"{SEED}2012/07/", 29, "2012-07"),
        (Role.LISTING, f"{SEED}page/7/", 3.4, None),
        (Role.FEED, f"{SEED}feed/?paged=7", 3.4, None),
        (Role.FEED, f"{SEED}feeds/posts/default?start-index=151", 3.4, None),
    ],
)
def test_what_seldom_changes_is_not(role, url, days, month):
    """It is read from the archive."""
    assert not asked(role, url, days, month=month)


def test_a_month_is_open_for_a_week_after_its_end():
    """Posts are dated back."""
    days = [datetime(2019, 10, day, tzinfo=UTC) for day in (1, 7, 8)]

    assert [True, True, False] == [
        asked(Role.MONTH, f"{SEED}2019/09/", 1, month="2019-09", now=day) for day in days
    ]


def test_months_do_not_all_come_due_in_one_night():
    """Of a hundred old months, looked at in one crawl, a few are asked for in any night."""
    urls = {
        f"{SEED}{2000 + n // 12}/{n % 12 + 1:02}/": f"{2000 + n // 12}-{n % 12 + 1:02}" for n in range(100)
    }
    due = [
        sum(asked(Role.MONTH, url, night, month=month) for url, month in urls.items()) for night in range(95)
    ]

    assert (0, 100) == (due[29], due[90])
    assert max(after - before for before, after in pairwise(due)) <= 8
