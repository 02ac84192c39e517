"""When a source is looked at again."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.judge.schedule import is_due, next_check
from archiver.models.citation import Outcome

NOW = datetime(2019, 9, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("expected", "outcome"),
    [
        (90, Outcome.ARCHIVED),
        (90, Outcome.RESCUED),
        (30, Outcome.GONE),
        (30, Outcome.SOFT_404),
        (90, Outcome.PARKED),
        (30, Outcome.LOGIN_WALL),
        (30, Outcome.PAYWALL),
        (1, Outcome.BOT_WALL),
        (30, Outcome.ROBOTS),
        (None, Outcome.BLOCKED_ADDRESS),
        (90, Outcome.TOO_LARGE),
        (1, Outcome.UNREACHABLE),
        (1, Outcome.UNKNOWN),
        (0, Outcome.PENDING),
        (None, Outcome.NOT_WEB),
    ],
)
def test_next_check(expected, outcome):
    """Each outcome has its interval in days, or is final."""
    due = next_check(outcome, NOW)

    assert expected == (None if due is None else (due - NOW).days)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_schedule(outcome):
    """No source is forgotten because its outcome is new."""
    due = next_check(outcome, NOW)

    assert due is None or due >= NOW


@pytest.mark.parametrize(
    ("expected", "date"),
    [
        (True, "2019-09-01T11:59:59Z"),
        (True, "2019-09-01T12:00:00+00:00"),
        (False, "2019-09-01T12:00:01Z"),
        # without an offset it is UTC; with one, the moment counts
        (True, "2019-09-01T12:00:00"),
        (True, "2019-09-01T13:30:00+02:00"),
        (True, "2019-09-01"),
        (False, None),
    ],
)
def test_is_due(expected, date):
    """A source is due when its date has come."""
    assert expected == is_due(date, NOW)


def test_is_due_refuses_what_is_no_date():
    """A broken database is not read as "never"."""
    with pytest.raises(ValueError, match="Invalid isoformat"):
        is_due("soon", NOW)


@given(st.sampled_from(Outcome), st.integers(min_value=-12, max_value=14))
def test_what_is_scheduled_comes_due(outcome, hours):
    """Scheduling and looking at the schedule agree, in any time zone."""
    checked = NOW.astimezone(timezone(timedelta(hours=hours)))
    due = next_check(outcome, checked)

    assert due is None or is_due(due.isoformat(), due)
    assert due in {None, checked} or not is_due(due.isoformat(), checked)
