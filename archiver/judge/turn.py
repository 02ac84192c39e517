"""Whose turn it is: of the sources that are due, those that are most at risk, as many as a run may ask for."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from archiver.judge.schedule import LONGEST
from archiver.judge.standing import STRIKES
from archiver.models.citation import Outcome

_LEAST = 20  # sources a run, of however few
_SECOND = timedelta(seconds=1)
_TOGETHER = 4  # sources of one host in a run: they share its robots.txt
_AS_LATE = 0.5  # of the urgency of the first of them
_NOT_HELD = 0.25  # of the urgency of one that we hold, and may lose


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A source that is due."""

    source_id: int
    host: str
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


def in_turn(candidates: Sequence[Candidate], now: datetime, most: int) -> tuple[Turn, ...]:
    """The sources to ask for, the most urgent first. What was never asked for comes in any case, and is not counted.

    Then come those that failed lately and are to be confirmed, then those that wait longest, measured by their own interval:
    one that changes daily is late after two days, one that never does after months. With one come a few of its host that
    are nearly as late: to ask a host costs a request for its robots.txt.
    """
    new = [each for each in candidates if _is_new(each)]
    known = [each for each in candidates if not _is_new(each)]
    in_doubt = [each for each in known if _is_in_doubt(each)]
    others = [each for each in known if not _is_in_doubt(each)]
    in_doubt.sort(key=lambda each: (-_urgency(each, now), each.source_id))
    return (
        *(Turn(source_id=each.source_id, why="never asked for") for each in new),
        *(Turn(source_id=each.source_id, why=_why(each, now)) for each in in_doubt[:most]),
        *(
            Turn(source_id=each.source_id, why=_why(each, now))
            for each in _chosen(others, now, max(0, most - len(in_doubt)))
        ),
    )


def _chosen(due: Sequence[Candidate], now: datetime, most: int) -> list[Candidate]:
    """The most urgent, each with others of its host. Who would be parted from them waits for the next run, while others fill the place."""
    chosen: list[Candidate] = []
    left: list[Candidate] = []
    for group in _by_hosts(due, now):
        (chosen if len(chosen) + len(group) <= most else left).extend(group)
    return [*chosen, *left[: most - len(chosen)]]


def _by_hosts(due: Sequence[Candidate], now: datetime) -> Iterator[list[Candidate]]:
    """Groups of one host, that with the most urgent first."""
    urgency = {each.source_id: _urgency(each, now) for each in due}
    order = sorted(due, key=lambda each: (-urgency[each.source_id], each.source_id))
    waiting: dict[str, deque[Candidate]] = {}
    for each in order:
        waiting.setdefault(each.host, deque()).append(each)
    taken: set[int] = set()
    for first in order:
        if first.source_id in taken:
            continue
        mates, least = waiting[first.host], _AS_LATE * urgency[first.source_id]
        group: list[Candidate] = []
        while mates and len(group) < _TOGETHER and urgency[mates[0].source_id] >= least:
            group.append(mates.popleft())
        taken.update(each.source_id for each in group)
        yield group


def _is_new(each: Candidate) -> bool:
    """Whether the web was never asked for it, whatever web archives had."""
    return each.outcome is Outcome.PENDING or each.last_checked is None


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
