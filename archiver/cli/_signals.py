"""SIGTERM, understood as Ctrl-C is: what is under way is left in order, and the exit code says which it was."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from archiver.models.errors import StoppedError, TerminatedError

_STOPPED = "stopped. What was done is kept; the next run goes on from there."


class Terminated(KeyboardInterrupt):
    """SIGTERM came. Whatever cleans up after Ctrl-C does so after this."""


@contextmanager
def terminable() -> Iterator[None]:
    """Let SIGTERM raise `Terminated` in the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def stopped_by(interrupt: KeyboardInterrupt) -> StoppedError:
    """The error that tells of it."""
    return TerminatedError(_STOPPED) if isinstance(interrupt, Terminated) else StoppedError(_STOPPED)


def _terminate(_: int, __: FrameType | None) -> None:
    raise Terminated
