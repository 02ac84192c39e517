"""What happened to a source between then and now: the difference of two standings, each reckoned from all looks until then.

What came and went in between is nothing: a source that died and came back is where it was.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archiver.judge.standing import SILENT, STRIKES
from archiver.models.citation import Outcome
from archiver.models.letter import EventKind, Finding, Look

LOST = frozenset([Outcome.GONE, Outcome.SOFT_404, Outcome.PARKED, Outcome.UNREACHABLE])
# Says nothing of the source: our side failed, or nobody looked, or another archive answered.
_SILENT = SILENT | {Outcome.NOT_WEB, Outcome.RESCUED}
_RANKS = {"same-bytes": 0, "same-text": 0, "minor": 0, "changed": 1, "major": 2, "replaced": 3}
# How quoted words stand: all of them, most of them, not at all.
_STANDS = {"verbatim": 2, "near": 2, "altered": 1, "gone": 0}


class Name(StrEnum):
    """How a source stands."""

    UNSEEN = "unseen"
    WELL = "well"
    IN_DOUBT = "in-doubt"
    LOST = "lost"
    CLOSED = "closed"


@dataclass(slots=True, kw_only=True)
class Standing:
    """How a source stands after some looks."""

    name: Name = Name.UNSEEN
    since: Look | None = None  # the look with which it began to stand so
    last: Look | None = None  # the last that counts
    good: Look | None = None  # the last that had it
    days: frozenset[str] = frozenset()  # on which it could not be had, since it last was
    level: int = 0  # of drift
    drifted: Look | None = None  # the look with which the level was reached

    def add(self, look: Look) -> None:
        """One more look, later than all others."""
        if look.outcome in _SILENT or (look.outcome not in LOST | {Outcome.ARCHIVED} and self.good is None):
            return  # what was never open to us cannot close
        self.last = look
        if look.outcome == Outcome.ARCHIVED:
            self._turn(Name.WELL, look)
            self.good, self.days = look, frozenset()
            level = _RANKS.get(look.change or "")
            if level is not None and (level != self.level or self.drifted is None):
                self.level, self.drifted = level, look
            return
        self.days |= {look.date[:10]}
        if len(self.days) < STRIKES:
            self._turn(Name.IN_DOUBT, look)
        else:
            self._turn(Name.LOST if look.outcome in LOST else Name.CLOSED, look)

    def copy(self) -> "Standing":
        """The same, to go on from."""
        return Standing(**{name: getattr(self, name) for name in Standing.__slots__})

    def _turn(self, name: Name, look: Look) -> None:
        if self.name is not name:
            self.name, self.since = name, look


def name_of(looks: Iterable[tuple[str, str]]) -> Iterator[Name]:
    """How a source stands after each look, told by day and outcome alone: for charts, where there are many.

    >>> [str(each) for each in name_of([("2026-01-01", "archived"), ("2026-01-02", "gone")])]
    ['well', 'in-doubt']
    """
    name, days, had = Name.UNSEEN, set[str](), False
    for date, outcome in looks:
        if outcome == "archived":
            name, had = Name.WELL, True
            days.clear()
        elif outcome not in _SILENT and (had or outcome in LOST):
            days.add(date[:10])
            name = Name.IN_DOUBT if len(days) < STRIKES else Name.LOST if outcome in LOST else Name.CLOSED
        yield name


def findings(looks: Sequence[Look], since: str | None) -> Iterator[Finding]:
    """What happened, by these looks in the order of their dates; those at `since` and later are the news."""
    now = Standing()
    old = 0 if since is None else bisect_left(looks, since, key=lambda look: look.date)
    for look in looks[:old]:
        now.add(look)
    before = now.copy()
    for look in looks[old:]:
        now.add(look)
    yield from _of_standing(before, now)
    yield from _of_drift(before, now)
    if before.good and now.good and now.name is Name.WELL and before.good.url != now.good.url:
        yield _finding(EventKind.MOVED, now.good, _first_at(looks, now.good))


def _of_standing(before: Standing, now: Standing) -> Iterator[Finding]:
    if now.since is None or now.last is None:
        return
    strikes = len(now.days)
    if now.name is Name.IN_DOUBT:
        if before.name is not Name.IN_DOUBT or before.since is not now.since or before.days != now.days:
            yield _finding(EventKind.IN_DOUBT, now.last, now.since, strikes=strikes)
    elif now.name is Name.LOST and before.name is not Name.LOST:
        yield _finding(EventKind.DIED, now.last, now.since, strikes=strikes)
    elif now.name is Name.CLOSED and before.name not in {Name.LOST, Name.CLOSED}:
        yield _finding(EventKind.CLOSED, now.last, now.since, strikes=strikes)
    elif now.name is Name.WELL and before.name not in {Name.UNSEEN, Name.WELL}:
        yield _finding(EventKind.BACK_AGAIN, now.since, now.since)


def _of_drift(before: Standing, now: Standing) -> Iterator[Finding]:
    if now.drifted is None:
        return
    if now.level > before.level:
        yield _finding(EventKind.DRIFTED, now.drifted, now.drifted, change=now.drifted.change)
    elif before.level and not now.level and now.name is Name.WELL:
        yield _finding(EventKind.BACK_AGAIN, now.drifted, now.drifted, change=now.drifted.change)


def quote_finding(stood: Sequence[tuple[Look, str]], since: str | None) -> Finding | None:
    """What became of quoted words, by how they stood in each reading; None where nothing did.

    Words that never stood there cannot go: they were quoted from another edition, or wrongly.
    """
    before: int | None = None
    now: int | None = None
    turned: Look | None = None
    best = 0
    for look, found in stood:
        stands = _STANDS[found]
        if stands != now:
            turned, now = look, stands
        best = max(best, stands)
        if since is not None and look.date < since:
            before = stands
    if turned is None or now is None or not best or now == before:
        return None
    if now < best:
        return _finding(EventKind.QUOTE_ALTERED if now else EventKind.QUOTE_GONE, turned, turned)
    return None if before is None else _finding(EventKind.BACK_AGAIN, turned, turned)


def _first_at(looks: Iterable[Look], last: Look) -> Look:
    """The look with which it began to lead there."""
    first: Look | None = None
    for look in looks:
        if look.outcome == Outcome.ARCHIVED:
            first = (first or look) if look.url == last.url else None
    return first or last


def _finding(
    kind: EventKind, look: Look, first: Look, *, strikes: int = 0, change: str | None = None
) -> Finding:
    return Finding(kind=kind, look=look, first=first, strikes=strikes, change=change)
