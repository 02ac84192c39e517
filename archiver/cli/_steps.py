"""The steps of what is handed over, as they are kept: each is told when it is taken, and one before."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from archiver.capture.exchange import warc_date
from archiver.cli._errand import Clock
from archiver.discover.mementos.asking import moment
from archiver.judge import submission as words
from archiver.judge.save_page_now import LATELY
from archiver.models.submission import Heard, Job, Meaning, Stage, Submission, Turn

logger = logging.getLogger(__name__)

_WORDS = {Meaning.BUSY: words.BUSY, Meaning.SPENT: words.SPENT, Meaning.DENIED: words.DENIED}


class Steps:
    """Keeps them. `address` is the service's; `tell` keeps a step whole and on the disk before it returns."""

    def __init__(
        self, *, address: str, memento: str, tell: Callable[[Submission], None], clock: Clock
    ) -> None:
        self._address, self._memento, self._tell, self._clock = address, memento, tell, clock

    def sent(self, turn: Turn, now: datetime) -> Submission:
        """Say that an address is handed over, before it is."""
        step = Submission(
            url=turn.url,
            purpose=turn.purpose,
            stage=Stage.SENT,
            service=self._address,
            submitted=warc_date(now),
            date=warc_date(now),
        )
        self._tell(step)
        return step

    def of_job(self, job: Job) -> Submission:
        """The step that a job is at."""
        submitted = warc_date(job.submitted)
        return Submission(
            url=job.url,
            purpose=job.purpose,
            stage=Stage.ACCEPTED,
            service=self._address,
            submitted=submitted,
            date=submitted,
            job=job.job,
        )

    def keep(self, step: Submission, stage: Stage, said: Heard) -> Submission:
        """Say what came of an address."""
        now = self._clock.now()
        made = moment(said.timestamp) if said.timestamp is not None else None
        memento = None
        if said.timestamp is not None and said.original is not None:
            memento = self._memento.replace("{timestamp}", said.timestamp).replace("{url}", said.original)
        kept = replace(
            step,
            stage=stage,
            date=warc_date(now),
            job=said.job or step.job,
            memento_url=memento,
            memento_date=warc_date(made) if made is not None else None,
            error=None if said.error == LATELY else _WORDS.get(said.meaning, said.error),
            reason=said.reason,
            not_before=_not_before(said, now),
        )
        self._tell(kept)
        told = kept.memento_url or kept.reason or ""
        logger.info("%s: %s%s", kept.url, stage, f": {told}" if told else "", extra={"url": kept.url})
        return kept

    def remember(self, said: Heard, jobs: list[Job], turns: list[Turn]) -> None:
        """Keep how long the service wants to be left alone, so that the next run knows it: with a job, or a turn that has to wait."""
        now = self._clock.now()
        until = _not_before(said, now)
        if until is None:
            return
        if jobs:
            self._tell(replace(self.of_job(jobs[0]), date=warc_date(now), not_before=until))
        elif turns:
            self.keep(replace(self._unsent(turns[0], now), not_before=until), Stage.UNKNOWN, said)

    def _unsent(self, turn: Turn, now: datetime) -> Submission:
        date = warc_date(now)
        return Submission(
            url=turn.url,
            purpose=turn.purpose,
            stage=Stage.UNKNOWN,
            service=self._address,
            submitted=date,
            date=date,
        )


def _not_before(said: Heard, now: datetime) -> str | None:
    if said.meaning is Meaning.SPENT:
        return warc_date(words.tomorrow(now))
    if said.meaning in {Meaning.BUSY, Meaning.OUTAGE} and said.wait is not None:
        return warc_date(now + timedelta(seconds=said.wait))
    return None
