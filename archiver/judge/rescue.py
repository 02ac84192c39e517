"""Lost sources and what web archives gave of them: who is lost, what was rescued, when to ask again, how to say it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from archiver.discover.mementos.standing import memento_datetime
from archiver.models.capture import Capture, Role
from archiver.models.citation import Outcome, Verdict
from archiver.models.memento import AnswerKind, Taken

# What the web does not show us, though it may have been there, and a web archive may have seen it.
# `robots` is not among them: who does not want a page copied is not gone round.
LOST = frozenset(
    {Outcome.GONE, Outcome.SOFT_404, Outcome.PARKED, Outcome.LOGIN_WALL, Outcome.BOT_WALL, Outcome.PAYWALL}
)
ALIKE = 0.9  # of the words of two texts (`drift.measures`): then they say the same. A changed date, counter or sidebar costs less

_DAY = timedelta(days=1)
_SETTLED = 90 * _DAY  # archives grow by crawls of months
_LONGEST_WAIT = 30 * _DAY
_OK, _TOO_MANY, _SERVER_ERROR = 200, 429, 500
_NOT_THERE = frozenset([404, 410, 451])


def is_rescue(verdict: Verdict, location: str | None, archived_from: str | None) -> bool:
    """Whether an answer of a web archive is the source itself: no error page, no wall, no redirect."""
    return archived_from is not None and location is None and verdict.outcome is Outcome.ARCHIVED


def taken(capture: Capture, verdict: Verdict, location: str | None) -> Taken:
    """What became of a memento that was asked for.

    What is no memento is the archive's own: it may be overrun or down, and give it another time; unless it says that it
    has none, or sends elsewhere.
    """
    if is_rescue(verdict, location, capture.snapshot.archived_from):
        return Taken.GOOD
    if capture.failure is not None:
        return Taken.BAD if capture.failure.reason == "too-large" else Taken.UNKNOWN
    status = capture.status or 0
    if status == _TOO_MANY or status >= _SERVER_ERROR:
        is_memento = memento_datetime(capture.headers) is not None
        return Taken.BAD if is_memento else Taken.UNKNOWN
    if capture.snapshot.archived_from is not None or memento_datetime(capture.headers) is not None:
        return Taken.BAD
    return Taken.BAD if location is not None or status in _NOT_THERE else Taken.UNKNOWN


def own_page(capture: Capture) -> Verdict | None:
    """The verdict on an answer with status 200 that is no memento; None of any other."""
    is_own = capture.visit.role is Role.MEMENTO and capture.snapshot.archived_from is None
    if not is_own or capture.status != _OK or capture.failure is not None:
        return None
    return Verdict(
        outcome=Outcome.UNREACHABLE, reason="the archive gave a page of its own, not what it had captured"
    )


def ask_again(answer: AnswerKind, failures: int, asked: datetime) -> datetime:
    """When a web archive is to be asked again for the same: after a failure by the next crawl, then later and later.

    `failures` are those in a row, this one included.
    """
    if answer is not AnswerKind.UNKNOWN:
        return asked + _SETTLED
    if failures <= 1:
        return asked
    return asked + min(_DAY * (1 << min(failures - 2, 10)), _LONGEST_WAIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A capture of a web archive on one side of the post's date."""

    archive: str
    date: datetime
    agreement: float | None = None  # with the one that was taken; None: not known


def told(taken: Side, near: datetime | None, other: Side | None) -> str:
    """Why a source counts as rescued, in a sentence. `near` is the day of the post; None where none cites it.

    >>> from datetime import UTC
    >>> told(Side(archive="the Internet Archive", date=datetime(2014, 3, 3, tzinfo=UTC)), datetime(2014, 3, 15, tzinfo=UTC), None)
    'as the Internet Archive had it on 3 March 2014, 12 days before the post'
    """
    said = f"as {taken.archive} had it on {_day(taken.date)}"
    if near is None:
        return said
    said = f"{said}, {_from_post(taken.date, near)}"
    if other is None or other.agreement is None:
        return said
    whose = "its capture" if other.archive == taken.archive else f"the capture of {other.archive}"
    does = "says the same" if other.agreement >= ALIKE else "says something else"
    return f"{said}; {whose} of {_day(other.date)}, {_from_post(other.date, near)}, {does}"


def _day(date: datetime) -> str:
    return f"{date.day} {date:%B} {date.year}"


def _from_post(date: datetime, near: datetime) -> str:
    days = (date.date() - near.date()).days
    if days == 0:
        return "the day of the post"
    long, side = abs(days), "after" if days > 0 else "before"
    for unit, size, least in (("year", 365, 730), ("month", 30, 90), ("day", 1, 0)):
        if long >= least:
            count = long // size
            return f"{count} {unit}{'' if count == 1 else 's'} {side} the post"
    raise AssertionError(days)
