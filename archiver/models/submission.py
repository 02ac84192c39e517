"""What is handed over to a public web archive for capture (Save Page Now), and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Purpose(StrEnum):
    """As what an address is handed over."""

    POST = "post"
    SOURCE = "source"


class Stage(StrEnum):
    """How far an address has come that was handed over."""

    SENT = "sent"  # on its way; whether it arrived is told by what follows, if anything does
    ACCEPTED = "accepted"  # a job is at work on it
    DONE = "done"  # there is a capture
    FAILED = "failed"  # there is none; another time there may be
    REFUSED = "refused"  # there is none, for a reason that stays
    UNKNOWN = "unknown"  # the service did not take it, or did not answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One step of an address that is handed over, as a WARC keeps it."""

    url: str  # canonical
    purpose: Purpose
    stage: Stage
    service: str  # where it is handed over: an address
    submitted: str  # when it was, ISO 8601; all steps of one submission have the same
    date: str  # of this step
    job: str | None = None  # by which the service knows it
    memento_url: str | None = None  # where the capture is, as the service tells it
    memento_date: str | None = None  # when it was made
    error: str | None = None  # the service's word for what went wrong, or one of ours
    reason: str | None = None  # the same, for people
    not_before: str | None = None  # the service wants nothing at all before this moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """What became of an address when it was handed over last."""

    stage: Stage
    submitted: datetime
    job: str | None = None
    failures: int = 0  # in a row
    next_try: datetime | None = None
    captured: datetime | None = None  # when it was handed over last with success


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A post or a source that may be handed over, and what is known of it."""

    url: str  # canonical, without fragment
    purpose: Purpose
    number: int  # of the post or the source
    outcome: str
    strikes: int = 0  # days in a row on which it could not be had
    troubles: int = 0  # looks at which it was not there
    drift: str | None = None  # how far it has moved from what was cited
    cited: str | None = None  # when first
    is_public: bool = False  # whether a web archive is known to have it
    is_secret: bool = False  # whether its author wrote it with a user or a password
    last: Last | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """An address whose turn it is to be handed over."""

    url: str
    purpose: Purpose
    why: str
    since: datetime | None = None  # it may have arrived already, then: what was captured since is good enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An address that was taken, and of which the end is not known."""

    url: str
    purpose: Purpose
    job: str
    submitted: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What is to be done with Save Page Now."""

    jobs: tuple[Job, ...] = ()  # to be asked about
    turns: tuple[Turn, ...] = ()  # to be handed over, the most urgent first
    waiting: int = 0  # that were handed over already, and whose time has not come again
    left_out: tuple[tuple[str, str], ...] = ()  # addresses that are never handed over, and why
    today: int = 0  # how many were handed over on this day
    quiet_until: datetime | None = None  # the service wants nothing before this moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back from a service that answers in JSON."""

    status: int | None = None  # None: no answer
    fields: Mapping[str, object] = field(default_factory=dict)
    retry_after: str | None = None  # the header, as it came
    problem: str | None = None  # why it is not what was asked for, in a few words


class Meaning(StrEnum):
    """What a reply of Save Page Now means."""

    ACCEPTED = "accepted"
    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    REFUSED = "refused"
    BUSY = "busy"  # not now, but soon
    SPENT = "spent"  # not today
    DENIED = "denied"  # the keys are not accepted
    OUTAGE = "outage"  # no answer, or none that can be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A reply, understood."""

    meaning: Meaning
    job: str | None = None
    timestamp: str | None = None  # of a capture: 14 digits, UTC
    original: str | None = None  # its address
    error: str | None = None
    reason: str | None = None
    wait: float | None = None  # seconds that the service asks for


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What an account may do, as the service tells it; None: it does not say."""

    sessions: int | None = None  # captures that may be begun now
    left_today: int | None = None  # captures
