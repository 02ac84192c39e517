"""The one clock of a service: when it may be asked again, and how long to wait when it does not answer as it should."""

from datetime import datetime, timedelta

_FIRST_BUSY = 20.0  # seconds; the service counts a session that has ended for some more
_FIRST_FAILURE = 30.0
_MOST_BUSY = 6  # answers in a row that it is busy, before a run ends
_MOST_FAILURES = 3
_FIRST_ASK, _LAST_ASK = 8.0, 30.0  # seconds until a job is asked about again: a capture takes half a minute


class Pace:
    """Moments and waits; nothing here waits."""

    def __init__(self, *, delay: float, per_minute: float) -> None:
        """`delay` is the time between two requests of any kind, in seconds."""
        self._delay = timedelta(seconds=delay)
        self._between = timedelta(seconds=60 / per_minute)
        self._free: datetime | None = None  # from when on anything may be asked
        self._capture: datetime | None = None  # and a capture
        self._busy = 0
        self._failures = 0

    def soonest(self, wanted: datetime) -> datetime:
        """When something may be asked that is wanted at a moment."""
        return wanted if self._free is None else max(wanted, self._free)

    def next_capture(self, wanted: datetime) -> datetime:
        """When a capture may be asked for."""
        soonest = self.soonest(wanted)
        return soonest if self._capture is None else max(soonest, self._capture)

    def asked(self, now: datetime) -> None:
        """Something is asked for now."""
        self.quiet(now + self._delay)

    def captured(self, now: datetime) -> None:
        """A capture is asked for now."""
        self._capture = now + self._between

    def quiet(self, until: datetime) -> None:
        """Nothing is to be asked for before a moment."""
        self._free = until if self._free is None else max(self._free, until)

    def went_well(self) -> None:
        """It answered as it should."""
        self._busy = self._failures = 0

    def was_busy(self, told: float | None) -> timedelta | None:
        """How long to wait, now that it is busy; None: it has been for too long. What it says is obeyed."""
        self._busy += 1
        if self._busy > _MOST_BUSY:
            return None
        return timedelta(seconds=max(told or 0.0, _FIRST_BUSY * 2 ** (self._busy - 1)))

    def failed(self, told: float | None) -> timedelta | None:
        """How long to wait, now that it did not answer; None: it did not too often."""
        self._failures += 1
        if self._failures >= _MOST_FAILURES:
            return None
        return timedelta(seconds=max(told or 0.0, _FIRST_FAILURE * 2 ** (self._failures - 1)))

    def ask_again(self, asked: int) -> timedelta:
        """How long until a job is asked about again, that was so often."""
        return timedelta(seconds=min(_LAST_ASK, _FIRST_ASK * 1.5 ** min(asked, 10)))
