"""SIGTERM, understood as Ctrl-C is: what is under way is left in order, and the exit code says which it was."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from archiver.models.errors import StoppedError, TerminatedError

_STOPPED = "stopped. What was done is kept; the next run goes on from there."


class Terminated(KeyboardInterrupt):
    """SIGTERM came. Whatever cleans up after Ctrl-C does so after this."""


class Stop:
    """Whether somebody wants an end: for work that must not be cut in two."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._number: int | None = None

    @property
    def error(self) -> StoppedError | None:
        """The error that tells of it, when a signal came."""
        if self._number is None:
            return None
        return TerminatedError(_STOPPED) if self._number == signal.SIGTERM else StoppedError(_STOPPED)

    def wait(self, seconds: float) -> None:
        """Wait, unless an end is wanted."""
        self._event.wait(max(0.0, seconds))

    def note(self, number: int, _: FrameType | None) -> None:
        """Take a signal: the first ends the work cleanly, the second at once."""
        if self._number is not None:
            os._exit(128 + number)
        self._number = number
        self._event.set()


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Note SIGTERM and SIGINT, and go on."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = {number: signal.signal(number, stop.note) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


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
