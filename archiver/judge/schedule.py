"""When to look at a source again: seldom while nothing changes, soon after it changed or could not be had."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from archiver.judge.standing import SILENT, STRIKES
from archiver.models.check import Check
from archiver.models.citation import Outcome

_DAY = timedelta(days=1)
SHORTEST, LONGEST = 1 * _DAY, 90 * _DAY
# A run each night begins at one hour, and comes to a page some time later: what is due in a few hours is due at this run,
# or each "next day" would be the day after it.
EARLY = timedelta(hours=6)
_GROWS, _SHRINKS = 2, 4
# A lost source is looked at for its coming back: first after this long, then twice as long each time.
_LOST = 7 * _DAY
_OWN_FAULT = 1 * _DAY  # try soon; it grows, too, lest a fault that stays costs a request each night
_NEVER = frozenset(
    [
        Outcome.BLOCKED_ADDRESS,  # ours to allow, in the settings
        Outcome.NOT_WEB,  # there is nothing to ask
    ]
)
# What stays as it is for months: a policy, a size, a name for sale.
_SETTLED = frozenset([Outcome.ROBOTS, Outcome.TOO_LARGE, Outcome.PARKED])
# What most likely is over the next day.
_PASSING = frozenset([Outcome.UNREACHABLE, Outcome.BOT_WALL, Outcome.UNKNOWN])
_MONTH = 30 * _DAY


def next_check(checks: Sequence[Check]) -> datetime | None:
    """When a source is due again after these looks, the oldest first; None where it never is.

    From one day to 90: twice as long after every look that found nothing new, a quarter after one that found news.
    What could not be had is asked for again the next day, until it has failed on three days.

    >>> from datetime import UTC
    >>> once = Check(date=datetime(2019, 9, 1, tzinfo=UTC), outcome=Outcome.ARCHIVED)
    >>> next_check([once]).isoformat()
    '2019-09-02T00:00:00+00:00'
    """
    if not checks or checks[-1].outcome in _NEVER:
        return None
    last = checks[-1]
    if last.outcome is Outcome.PENDING:
        return last.date
    return last.date + interval(checks)


def interval(checks: Sequence[Check]) -> timedelta:
    """How long to wait after the last of these looks."""
    good = lost = SHORTEST
    own = _OWN_FAULT
    days: set[date] = set()
    waits = SHORTEST
    was_had = False
    for check in checks:
        if check.outcome in SILENT:
            waits, own = own, min(own * _GROWS, _LOST)
            continue
        own = _OWN_FAULT
        if check.outcome is Outcome.ARCHIVED:
            good = SHORTEST if days or not was_had else _after(check, good)
            days.clear()
            waits, was_had = good, True
            continue
        days.add(check.day)
        if check.outcome in _SETTLED:
            waits = LONGEST if len(days) >= STRIKES or not was_had else SHORTEST
        elif len(days) < STRIKES:
            waits, lost = SHORTEST, _LOST
        else:
            waits, lost = lost, min(lost * _GROWS, LONGEST)
    return waits


def _after(check: Check, before: timedelta) -> timedelta:
    if check.is_news and check.is_new:
        return max(before / _SHRINKS, SHORTEST)
    return before if check.is_new else min(before * _GROWS, LONGEST)


def next_try(outcome: Outcome, looked: datetime) -> datetime | None:
    """When to ask again for a post that could not be read, whatever was found before; None where it never is.

    >>> from datetime import UTC
    >>> next_try(Outcome.GONE, datetime(2019, 9, 1, tzinfo=UTC)).isoformat()
    '2019-10-01T00:00:00+00:00'
    """
    if outcome in _NEVER:
        return None
    return looked + (
        SHORTEST if outcome in _PASSING else timedelta(0) if outcome is Outcome.PENDING else _MONTH
    )
