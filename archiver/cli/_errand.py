"""What a run of `archiver submit` is given, and what comes of it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from archiver.models.submission import Job


class End(StrEnum):
    """Why a run ended."""

    FINISHED = "finished"
    LIMIT = "limit"  # as many as a run may
    SPENT = "spent"  # as many as a day may
    DEADLINE = "deadline"
    BUSY = "busy"
    OUTAGE = "outage"
    DENIED = "denied"
    STOPPED = "stopped"


class Clock(Protocol):
    """Time, as the run sees it."""

    def now(self) -> datetime:
        """The moment, UTC."""

    def wait(self, seconds: float) -> None:
        """Let time pass, or less, when an end is wanted."""

    def is_stopped(self) -> bool:
        """Whether an end is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a run may do."""

    addresses: int
    per_day: int
    sessions: int  # captures at once
    fresh: timedelta  # a capture of others that is no older is good enough
    longest_wait: timedelta
    deadline: datetime | None = None


@dataclass(slots=True)
class Result:
    """How a run went."""

    end: End = End.FINISHED
    reason: str | None = None  # what the service said last that kept it from going on
    counts: Counter[str] = field(default_factory=Counter)
    captured: list[tuple[str, str]] = field(default_factory=list)  # address, memento
    open: int = 0  # jobs whose end is asked for by the next run
    left: int = 0  # addresses that wait for the next run


@dataclass(slots=True)
class OpenJob:
    """A job under way."""

    job: Job
    next_ask: datetime
    first_ask: datetime | None = None
    asked: int = 0
