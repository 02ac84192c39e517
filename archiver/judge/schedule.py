"""When to look at a source again."""

from datetime import UTC, datetime, timedelta

from archiver.models.citation import Outcome

_DAY = timedelta(days=1)

# None: looking again would find the same.
_INTERVALS: dict[Outcome, timedelta | None] = {
    Outcome.ARCHIVED: 90 * _DAY,  # we have it; four looks a year see drift in time
    Outcome.RESCUED: 90 * _DAY,  # another archive had it; it may come back
    Outcome.GONE: 30 * _DAY,  # servers err for weeks, seldom for months
    Outcome.SOFT_404: 30 * _DAY,  # as gone
    Outcome.PARKED: 90 * _DAY,  # names change hands by the year
    Outcome.LOGIN_WALL: 30 * _DAY,  # a policy; policies change seldom
    Outcome.PAYWALL: 30 * _DAY,  # some open after a month
    Outcome.BOT_WALL: 1 * _DAY,  # often a mood: too many requests, a bad hour
    Outcome.ROBOTS: 30 * _DAY,  # a policy
    Outcome.BLOCKED_ADDRESS: None,  # ours to allow, in the settings
    Outcome.TOO_LARGE: 90 * _DAY,  # it would have to shrink, or our limit to grow
    Outcome.UNREACHABLE: 1 * _DAY,  # most such hosts are back the next day
    Outcome.UNKNOWN: 1 * _DAY,  # our own fault: try soon
    Outcome.PENDING: timedelta(0),  # not asked for yet
    Outcome.NOT_WEB: None,  # there is nothing to ask
}


def next_check(outcome: Outcome, last_checked: datetime) -> datetime | None:
    """When a source is due again; None where it never is.

    >>> next_check(Outcome.GONE, datetime(2019, 9, 1, tzinfo=UTC)).isoformat()
    '2019-10-01T00:00:00+00:00'
    """
    interval = _INTERVALS[outcome]
    return None if interval is None else last_checked + interval


def is_due(next_check: str | None, now: datetime) -> bool:
    """Whether a date of the database has come; no date never comes. Without an offset it is UTC.

    >>> is_due("2019-10-01T00:00:00Z", datetime(2019, 10, 2, tzinfo=UTC)), is_due(None, datetime(2019, 10, 2, tzinfo=UTC))
    (True, False)

    Raises:
        ValueError: the text is no ISO 8601 date.
    """
    if next_check is None:
        return False
    moment = datetime.fromisoformat(next_check)
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)) <= now
