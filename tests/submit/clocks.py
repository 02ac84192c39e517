"""Time that passes when somebody waits."""

from datetime import datetime, timedelta

from tests.submit.archives import START


class Time:
    """A clock."""

    def __init__(self, at: datetime = START + timedelta(days=1)) -> None:
        """Where it begins."""
        self.at = at
        self.waited: list[float] = []
        self.stop_after: int | None = None  # waits, before somebody wants an end

    def now(self) -> datetime:
        """The moment; it is a little later at each look, as with every clock."""
        self.at += timedelta(microseconds=1)
        return self.at

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.waited.append(round(seconds, 3))
        self.at += timedelta(seconds=seconds)

    def is_stopped(self) -> bool:
        """Whether an end is wanted."""
        return self.stop_after is not None and len(self.waited) >= self.stop_after
