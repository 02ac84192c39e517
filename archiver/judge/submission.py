"""What is handed over to Save Page Now: what never is, what comes first, and when the same is again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from archiver.discover.mementos.asking import is_private
from archiver.judge.save_page_now import OF_ITS_DAY
from archiver.models.citation import Outcome
from archiver.models.drift import Change
from archiver.models.submission import Agenda, Candidate, Job, Purpose, Stage, Turn
from archiver.web.secrets import holds_secret
from archiver.web.url import origin, resolve

# Our words for a service that takes nothing for now, or not today, or not from this account.
BUSY, SPENT, DENIED = "busy", "spent", "denied"
NOT_TAKEN = frozenset([BUSY, SPENT, DENIED])
FORGOTTEN = "forgotten"  # our word for a job of which the service does not tell the end any more

# What is there. A page that is not, or that is not shown to us, would be kept as dead, or as a wall, for all to see.
_THERE = frozenset([Outcome.ARCHIVED, Outcome.TOO_LARGE])
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_LONGEST_WAIT = 30 * _DAY
_SETTLED = 90 * _DAY  # a refusal stands for a season
# The service remembers jobs for about an hour; of others it says for ever that they are pending.
MEMORY = 2 * _HOUR
_LONGEST_ADDRESS = 2000  # characters


def next_try(stage: Stage, error: str | None, failures: int, date: datetime) -> datetime | None:
    """When an address may be handed over again that came to nothing: soon, then later and later. `failures` are those in a row.

    None: at once, or, of one that was captured, when its time has come again.
    """
    if stage is Stage.REFUSED:
        return date + _SETTLED
    if stage is Stage.FAILED:
        soonest = tomorrow(date) if error in OF_ITS_DAY else date + _HOUR
        return max(soonest, date + _backoff(failures))
    if stage is Stage.UNKNOWN and error not in NOT_TAKEN and failures > 1:
        return date + _backoff(failures)
    return None


def _backoff(failures: int) -> timedelta:
    return min(_DAY * (1 << min(failures - 2, 10)), _LONGEST_WAIT) if failures > 1 else timedelta()


def tomorrow(now: datetime) -> datetime:
    """When the day of the service ends: it counts in UTC."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + _DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the user wants handed over."""

    every: timedelta  # until what was captured is handed over again
    posts: bool = True
    sources: bool = True
    own: frozenset[tuple[str, str, int]] = field(
        default_factory=frozenset
    )  # origins that are asked with a secret


def agenda(candidates: Iterable[Candidate], wish: Wish, now: datetime) -> Agenda:
    """What is to be asked about, what is to be handed over, and what is not."""
    jobs: list[Job] = []
    due: list[Candidate] = []
    left_out: dict[str, str] = {}
    waiting = 0
    for each in _once(candidates, wish):
        last = each.last
        if last is not None and last.stage is Stage.ACCEPTED and last.job is not None:
            jobs.append(Job(url=each.url, purpose=each.purpose, job=last.job, submitted=last.submitted))
        elif (why := why_not(each, wish)) is not None:
            left_out[each.url] = why
        elif _has_time(each, wish, now):
            waiting += 1
        else:
            due.append(each)
    due.sort(key=_rank)
    return Agenda(
        jobs=tuple(jobs), turns=tuple(map(_turn, due)), waiting=waiting, left_out=tuple(left_out.items())
    )


def why_not(each: Candidate, wish: Wish) -> str | None:
    """Why an address is never handed over; None where it may be."""
    url = each.url
    if resolve("", url) is None or len(url) > _LONGEST_ADDRESS:
        return "no address that Save Page Now takes"
    if each.is_secret or holds_secret(url):
        return "seems to hold a password, a session or a key"
    if is_private(url):
        return "of this machine or of a private network"
    if origin(url) in wish.own:
        return "asked for with a secret of yours (credentials.toml)"
    return _not_there(each)


def _not_there(each: Candidate) -> str | None:
    if each.outcome not in _THERE:
        return _NOT_THERE.get(each.outcome, f"not there ({each.outcome})")
    if each.strikes:
        return "could not be had when it was looked at last"
    if each.drift == Change.REPLACED:
        return "another work stands in its place"
    return None


_NOT_THERE: Mapping[str, str] = {
    Outcome.PENDING: "not captured yet",
    Outcome.UNKNOWN: "not seen yet: our side failed",
    Outcome.ROBOTS: "refused by robots.txt",
    Outcome.RESCUED: "lost; a web archive has it",
}


def _once(candidates: Iterable[Candidate], wish: Wish) -> Iterable[Candidate]:
    """An address once: as a post, where it is one. An open job is asked about whatever is wished now."""
    kept: dict[str, Candidate] = {}
    for each in candidates:
        is_wanted = wish.posts if each.purpose is Purpose.POST else wish.sources
        is_open = each.last is not None and each.last.stage is Stage.ACCEPTED
        if is_wanted or is_open:
            kept.setdefault(each.url, each)
    return kept.values()


def _has_time(each: Candidate, wish: Wish, now: datetime) -> bool:
    last = each.last
    if last is None:
        return False
    if last.next_try is not None and last.next_try > now:
        return True
    return last.captured is not None and last.captured + wish.every > now


def _rank(each: Candidate) -> tuple[object, ...]:
    """The most urgent first: what may have arrived already, what no web archive is known to have, what was in trouble, what is cited longest."""
    last = each.last
    return (
        not (last is not None and last.stage is Stage.SENT),
        last is not None and last.failures > 1,
        each.is_public,
        not each.troubles,
        not _has_moved(each),
        each.cited or "9",
        each.purpose,
        each.number,
    )


def _turn(each: Candidate) -> Turn:
    last = each.last
    since = last.submitted if last is not None and last.stage in {Stage.SENT, Stage.UNKNOWN} else None
    return Turn(url=each.url, purpose=each.purpose, why=_why(each), since=since)


def _why(each: Candidate) -> str:
    last = each.last
    if last is not None and last.stage is Stage.SENT:
        return "handed over, and no answer came"
    if last is not None and last.captured is not None:
        return f"captured last on {last.captured:%Y-%m-%d}"
    known = "a web archive has it" if each.is_public else "no web archive is known to have it"
    if each.troubles:
        return f"{known}; was in trouble before"
    return f"{known}; has changed" if _has_moved(each) else known


def _has_moved(each: Candidate) -> bool:
    return each.drift in {Change.CHANGED, Change.MAJOR}
