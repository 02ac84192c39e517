"""When a source is looked at again."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.judge.schedule import LONGEST, SHORTEST, interval, next_check, next_try
from archiver.models.check import Check
from archiver.models.citation import Outcome

NOW = datetime(2019, 9, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def nights(*found: Outcome, new: frozenset[int] = frozenset(), news: frozenset[int] = frozenset()):
    """One look a night, each with what was found."""
    return [
        Check(date=NOW + DAY * n, outcome=outcome, is_new=n in new | news, is_news=n in news)
        for n, outcome in enumerate(found)
    ]


def lived(checks_of, days: int) -> list[int]:
    """The days on which a source is looked at, when each look comes exactly when it is due."""
    looks: list[Check] = []
    due = NOW
    while due < NOW + DAY * days:
        looks.append(checks_of(due))
        after = next_check(looks)
        assert after is not None
        due = after
    return [(each.date - NOW).days for each in looks]


GOOD, GONE = Outcome.ARCHIVED, Outcome.GONE


@pytest.mark.parametrize(
    ("expected", "checks"),
    [
        # it grows while nothing changes, to ninety days and no further
        (1, nights(GOOD)),
        (2, nights(GOOD, GOOD)),
        (64, nights(*[GOOD] * 7)),
        (90, nights(*[GOOD] * 9)),
        # a trifle that changed holds it; news shorten it
        (2, nights(GOOD, GOOD, GOOD, new=frozenset([2]))),
        (8, nights(*[GOOD] * 7, news=frozenset([6]))),
        # what could not be had is asked for the next day, three times, then more and more seldom
        (1, nights(*[GOOD] * 7, GONE)),
        (1, nights(*[GOOD] * 7, GONE, GONE)),
        (7, nights(GONE, GONE, GONE)),
        (14, nights(GONE, GONE, GONE, GONE)),
        (90, nights(*[GONE] * 9)),
        # back again: from the beginning
        (1, nights(GONE, GONE, GONE, GOOD)),
        (2, nights(GONE, GONE, GONE, GOOD, GOOD)),
        # a failure of our own takes nothing away, and does not go on every night for ever
        (1, nights(*[GOOD] * 5, Outcome.UNKNOWN)),
        (7, nights(*[GOOD] * 5, *[Outcome.UNKNOWN] * 6)),
        (32, nights(*[GOOD] * 5, Outcome.UNKNOWN, GOOD)),
        # a policy that was there from the first look stays
        (90, nights(Outcome.ROBOTS)),
        (1, nights(GOOD, Outcome.ROBOTS)),
    ],
)
def test_interval(expected, checks):
    """From one day to ninety, by what was found."""
    assert expected == interval(checks).days


def test_two_looks_on_one_day_are_one_strike():
    """A crawl by hand does not bury a source faster."""
    looks = [Check(date=NOW + timedelta(hours=n), outcome=GONE) for n in range(5)]

    assert SHORTEST == interval(looks)


@pytest.mark.parametrize(
    ("expected", "checks"),
    [
        (None, []),
        (None, nights(Outcome.BLOCKED_ADDRESS)),
        (None, nights(GOOD, Outcome.NOT_WEB)),
        (NOW, nights(Outcome.PENDING)),
        (NOW + DAY, nights(GOOD)),
    ],
)
def test_next_check(expected, checks):
    """A date, or never."""
    assert expected == next_check(checks)


def test_three_years_of_a_source_that_never_changes():
    """Some twenty looks, all but the first few ninety days apart."""
    days = lived(lambda due: Check(date=due, outcome=GOOD), 3 * 365)

    assert [0, 1, 3, 7, 15, 31, 63, 127, 217] == days[:9]
    assert {90} == {after - before for before, after in pairwise(days[7:])}


def test_three_years_of_a_source_that_dies_and_comes_back():
    """It is confirmed on three days running, looked at for its coming back, and then trusted slowly."""
    away = range(200, 500)
    days = lived(lambda due: Check(date=due, outcome=GONE if (due - NOW).days in away else GOOD), 3 * 365)
    gone = [day for day in days if day in away]

    assert [217, 218, 219, 226, 240, 268, 324, 414] == gone
    assert len(days) < 40


@given(st.lists(st.tuples(st.sampled_from(Outcome), st.booleans(), st.booleans()), min_size=1, max_size=40))
def test_an_interval_has_bounds(found):
    """Whatever happens to a source, it is asked for at most once a day, and at least every ninety."""
    looks = [
        Check(date=NOW + DAY * n, outcome=outcome, is_new=new, is_news=news)
        for n, (outcome, new, news) in enumerate(found)
    ]

    assert SHORTEST <= interval(looks) <= LONGEST


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_time_for_posts(outcome):
    """No post is forgotten because its outcome is new."""
    due = next_try(outcome, NOW)

    assert due is None or due >= NOW
