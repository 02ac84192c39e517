"""One look at a source, as its history remembers it."""

import datetime as dt
from dataclasses import dataclass

from archiver.models.citation import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was found on one day, and how it differs from the look before."""

    date: dt.datetime
    outcome: Outcome
    reason: str | None = None
    is_new: bool = False  # its text is another than that of the last look that had one
    is_news: bool = False  # and differs from what the author cited by more than a trifle

    @property
    def day(self) -> dt.date:
        """The day on which it was looked at, UTC: strikes are counted in these."""
        return self.date.astimezone(dt.UTC).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a source counts as after all that was found of it."""

    outcome: Outcome
    reason: str | None
    strikes: int  # days in a row on which it could not be had, the last one included
    was_had: bool  # it was captured well once
