"""Addresses to Save Page Now, one by one: one clock for all requests, the service's limits and our own, each step told first.

The clock and the waiting are given, so that a test takes no time.
"""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from archiver.cli._errand import Clock, End, Limits, OpenJob, Result
from archiver.cli._pace import Pace
from archiver.cli._steps import Steps
from archiver.discover.mementos.asking import moment
from archiver.judge import submission as words
from archiver.judge.save_page_now import NO_SESSION, OF_ITS_DAY, TIRED_HOST, allowance, heard
from archiver.models.submission import Agenda, Heard, Job, Meaning, Stage, Submission, Turn
from archiver.operations.save_page_now import Service
from archiver.web.url import site

logger = logging.getLogger(__name__)

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_PATIENCE = timedelta(
    minutes=10
)  # for a job in one run; a capture takes two minutes at most, and may have to queue


class HandingOver:
    """One run."""

    def __init__(
        self,
        agenda: Agenda,
        *,
        service: Service,
        steps: Steps,
        clock: Clock,
        pace: Pace,
        limits: Limits,
        may_be_told: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        """`may_be_told` is asked for an address just before it is handed over; it gives why it may not be."""
        self._result = Result()
        self._service, self._steps, self._clock, self._pace = service, steps, clock, pace
        self._limits = limits
        self._may_be_told = may_be_told
        now = clock.now()
        self._jobs = [OpenJob(job, now) for job in agenda.jobs]
        self._turns = deque(agenda.turns)
        self._quiet_until = agenda.quiet_until
        self._left_today = max(0, limits.per_day - agenda.today)
        self._left_in_run = limits.addresses
        self._sessions: int | None = None  # None: the service was not asked yet
        self._tired: set[str] = set()  # hosts that want no more in this run
        self._doubted: set[str] = set()  # addresses that came to no answer in this run
        self._end: End | None = None

    def run(self) -> Result:
        """Go on until all is done, or a limit is reached, or somebody wants an end."""
        if self._quiet_until is not None:
            self._be_quiet(self._quiet_until - self._clock.now(), "it wanted to be left alone")
        while self._end is None:
            self._step()
        self._result.end = self._end
        self._result.open = len(self._jobs)
        self._result.left = len(self._turns)
        return self._result

    def _step(self) -> None:
        """One request, or one wait."""
        now, deadline = self._clock.now(), self._limits.deadline
        if self._clock.is_stopped():
            self._end = End.STOPPED
        elif deadline is not None and now >= deadline:
            self._end = End.DEADLINE
        elif (action := self._next(now)) is None:
            self._end = self._why_over()
        else:
            at, do = action
            if at <= now:
                self._pace.asked(now)
                do()
            else:
                self._clock.wait(((min(at, deadline) if deadline is not None else at) - now).total_seconds())

    def _next(self, now: datetime) -> tuple[datetime, Callable[[], None]] | None:
        """What is to be asked next, and when; None: nothing any more."""
        self._drop_tired()
        has_turn = bool(self._turns) and self._left_today > 0 and self._left_in_run > 0
        if not has_turn and not self._jobs:
            return None
        if self._sessions is None:
            return self._pace.soonest(now), self._ask_allowance
        found: list[tuple[datetime, Callable[[], None]]] = []
        if self._jobs:
            first = min(self._jobs, key=lambda each: each.next_ask)
            found.append((self._pace.soonest(first.next_ask), lambda: self._ask(first)))
        if has_turn and len(self._jobs) < self._sessions:
            found.append((self._pace.next_capture(now), self._hand_over))
        return min(found, key=lambda each: each[0])

    def _why_over(self) -> End:
        if not self._turns:
            return End.FINISHED
        return End.SPENT if self._left_today <= 0 else End.LIMIT

    def _drop_tired(self) -> None:
        while self._turns and site(self._turns[0].url) in self._tired:
            self._turns.popleft()
            self._result.counts["put off"] += 1

    def _ask_allowance(self) -> None:
        reply = self._service.user()
        said = heard(reply, self._clock.now())
        if said.meaning in {Meaning.DENIED, Meaning.BUSY} or reply.status != 200 or reply.problem is not None:  # noqa: PLR2004
            self._put_off(said)
            return
        account = allowance(reply)
        if account.left_today is not None:
            self._left_today = min(self._left_today, account.left_today)
        if account.sessions == 0 and not self._jobs:
            self._busy(replace(said, reason="no session is free", wait=None))
            return
        free = self._limits.sessions if account.sessions is None else account.sessions + len(self._jobs)
        self._sessions = max(1, min(self._limits.sessions, free))

    def _hand_over(self) -> None:
        """Say that it is done, then do it: what a kill leaves in between is known to be in doubt."""
        turn, now = self._turns.popleft(), self._clock.now()
        if (why := self._may_be_told(turn.url)) is not None:
            logger.info("not handed over: %s", why, extra={"url": turn.url})
            self._result.counts["left out"] += 1
            return
        within = self._limits.fresh
        if turn.since is not None:
            within = max(within, now - turn.since + _HOUR)
        sent = self._steps.sent(turn, now)
        self._pace.captured(now)
        said = heard(self._service.save(turn.url, within), self._clock.now())
        self._take(turn, sent, said, now)

    def _take(self, turn: Turn, sent: Submission, said: Heard, now: datetime) -> None:
        """What came of a hand-over."""
        if said.meaning in {Meaning.ACCEPTED, Meaning.PENDING} and said.job is not None:
            self._count("handed over")
            job = Job(url=turn.url, purpose=turn.purpose, job=said.job, submitted=now)
            self._steps.keep(sent, Stage.ACCEPTED, said)
            self._jobs.append(OpenJob(job, self._clock.now() + self._pace.ask_again(0)))
            self._pace.went_well()
        elif said.meaning in {Meaning.DONE, Meaning.FAILED, Meaning.REFUSED}:
            self._count("handed over")
            self._conclude(sent, said)
        else:
            self._steps.keep(sent, Stage.UNKNOWN, said)
            if said.meaning is not Meaning.OUTAGE:
                self._turns.appendleft(turn)
            elif turn.url in self._doubted:
                self._result.counts["unknown"] += 1
            else:  # behind the others, once: it may be this address that the service chokes on
                self._doubted.add(turn.url)
                self._turns.append(replace(turn, since=now))
            self._sessions = None  # whether it answers at all is seen by the next question
            self._go_wrong(said)

    def _ask(self, each: OpenJob) -> None:
        """Ask what became of a job."""
        job, now = each.job, self._clock.now()
        each.asked += 1
        each.first_ask = each.first_ask or now
        each.next_ask = now + self._pace.ask_again(each.asked)
        said = heard(self._service.status(job.job), self._clock.now())
        step = self._steps.of_job(job)
        if said.meaning in {Meaning.FAILED, Meaning.REFUSED} or (
            said.meaning is Meaning.DONE and not self._is_stale(job, said)
        ):
            self._jobs.remove(each)
            self._conclude(step, said)
        elif said.meaning in {Meaning.PENDING, Meaning.ACCEPTED, Meaning.DONE}:
            self._pace.went_well()
            self._go_on_waiting(each, step, now)
        elif said.meaning is Meaning.SPENT:
            self._jobs.remove(each)
            self._steps.keep(step, Stage.UNKNOWN, said)
            self._go_wrong(said)
        else:
            self._put_off(said)

    def _go_on_waiting(self, each: OpenJob, step: Submission, now: datetime) -> None:
        """A job that does not end is left to the next run; one that the service has forgotten is handed over anew some day."""
        if now - each.job.submitted > words.MEMORY:
            self._jobs.remove(each)
            said = Heard(
                meaning=Meaning.FAILED,
                error=words.FORGOTTEN,
                reason="the service does not tell what became of it",
            )
            self._conclude(step, said)
        elif each.first_ask is not None and now - each.first_ask > _PATIENCE:
            self._jobs.remove(each)
            self._count("not ended yet")

    def _is_stale(self, job: Job, said: Heard) -> bool:
        """The service calls all jobs for one address the same, and may still tell of an earlier one."""
        made = None if said.timestamp is None else moment(said.timestamp)
        return made is not None and made < job.submitted - max(self._limits.fresh, _DAY) - _DAY

    def _conclude(self, step: Submission, said: Heard) -> None:
        """The end of an address in this run."""
        stage = {Meaning.DONE: Stage.DONE, Meaning.REFUSED: Stage.REFUSED}.get(said.meaning, Stage.FAILED)
        kept = self._steps.keep(step, stage, said)
        self._count("captured" if stage is Stage.DONE else stage.value)
        if kept.memento_url is not None:
            self._result.captured.append((kept.url, kept.memento_url))
        if said.error in TIRED_HOST:
            self._tired.add(site(step.url))
        if said.error in OF_ITS_DAY:
            self._sessions = None  # of the address, or of the account: the service is asked
        self._pace.went_well()

    def _put_off(self, said: Heard) -> None:
        """A question was not answered. What was asked with it stays as it is."""
        self._go_wrong(said)
        if self._end is not None:
            self._steps.remember(said, [each.job for each in self._jobs], list(self._turns))

    def _go_wrong(self, said: Heard) -> None:
        """The service does not do what was asked for: wait, or end."""
        self._result.reason = said.reason or said.error
        logger.info("Save Page Now: %s", self._result.reason)
        if said.meaning is Meaning.DENIED:
            self._end = End.DENIED
        elif said.meaning is Meaning.SPENT:
            self._end = End.SPENT
        elif said.meaning is Meaning.BUSY:
            self._busy(said)
        else:
            wait = self._pace.failed(said.wait)
            if wait is None:
                self._end = End.OUTAGE
            else:
                self._be_quiet(wait, said.reason, End.OUTAGE)

    def _busy(self, said: Heard) -> None:
        if said.error == NO_SESSION and self._jobs:
            self._sessions = len(self._jobs)  # others use the account, too
            return
        wait = self._pace.was_busy(said.wait)
        if wait is None:
            self._end = End.BUSY
        else:
            self._be_quiet(wait, said.reason)

    def _be_quiet(self, wait: timedelta, reason: str | None, end: End = End.BUSY) -> None:
        if wait > self._limits.longest_wait:
            self._end, self._result.reason = end, reason
        else:
            self._pace.quiet(self._clock.now() + wait)

    def _count(self, name: str) -> None:
        self._result.counts[name] += 1
        if name == "handed over":
            self._left_in_run -= 1
            self._left_today -= 1
