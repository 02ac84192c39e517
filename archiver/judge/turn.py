"""Whose turn it is: of the sources that are due, those that are most at risk, as many as a run may ask for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from archiver.judge.schedule import LONGEST
from archiver.judge.standing import STRIKES
from archiver.models.citation import Outcome

_LEAST = 20  # sources a run, of however few
_SECOND = timedelta(seconds=1)
_NOT_HELD = 0.25  # of the urgency of one that we hold, and may lose


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A source that is due."""

    source_id: int
    outcome: Outcome
    strikes: int
    is_held: bool  # there is a text of it
    last_checked: datetime | None
    next_check: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A source whose turn it is, and why."""

    source_id: int
    why: str


def budget(sources: int) -> int:
    """How many known sources a run looks at again where the settings leave it open: all of them within the longest interval.

    >>> budget(2000), budget(50)
    (23, 20)
    """
    return max(_LEAST, ceil(sources / LONGEST.days))


def in_turn(candidates: Iterable[Candidate], now: datetime, most: int) -> tuple[Turn, ...]:
    """The sources to ask for, the most urgent first. What was never asked for comes in any case, and is not counted.

    Then come those that failed lately and are to be confirmed, then those that wait longest, measured by their own interval:
    one that changes daily is late after two days, one that never does after months.
    """
    due = list(candidates)
    new = [each for each in due if each.outcome is Outcome.PENDING]
    known = [each for each in due if each.outcome is not Outcome.PENDING]
    known.sort(key=lambda each: (not _is_in_doubt(each), -_urgency(each, now), each.source_id))
    return (
        *(Turn(source_id=each.source_id, why="never asked for") for each in new),
        *(Turn(source_id=each.source_id, why=_why(each, now)) for each in known[:most]),
    )


def _is_in_doubt(each: Candidate) -> bool:
    return each.is_held and 0 < each.strikes < STRIKES


def _urgency(each: Candidate, now: datetime) -> float:
    """How late it is, in intervals of its own."""
    if each.last_checked is None or each.next_check is None:
        return 0.0
    whole = max(each.next_check - each.last_checked, _SECOND)
    return (now - each.last_checked) / whole * (1.0 if each.is_held else _NOT_HELD)


def _why(each: Candidate, now: datetime) -> str:
    if _is_in_doubt(each):
        return f"could not be had on {each.strikes} of {STRIKES} days: to be confirmed"
    if each.outcome is Outcome.UNKNOWN:
        return "our side failed"
    late = (now - each.next_check).days if each.next_check is not None else 0
    since = "due today" if late < 1 else f"due for {late} day{'' if late == 1 else 's'}"
    return since if each.is_held else f"{each.outcome}, may be back; {since}"
