"""A worker: reads what it is asked to read, until nobody asks any more.

It is made for the worst page: it dies with its parent, of too much time or memory, and before anything else when memory
is short.
"""

import ctypes
import logging
import os
import resource
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

from archiver.models.capture import Capture
from archiver.models.reading import Reading
from archiver.workers.readers import MEGABYTE, Readers
from archiver.workers.wire import Answer, Said, receive_question, send_answer

Read = Callable[[Capture, tuple[Capture, ...]], Reading]

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_SPARE = (
    256  # megabytes that may be asked for at once beyond the limit: what is used is looked at from outside
)
_LINES = 100  # of the log, for a document
_FIRST_TO_GO = "1000"  # oom_score_adj: from -1000 to 1000 (proc(5))


def serve(connection: Connection, read: Read, readers: Readers) -> None:
    """Answer, again and again.

    Raises:
        EOFError: the parent asks no more.
    """
    said = _Listener()
    while True:
        capture, several = receive_question(connection)
        with _timed(readers.seconds):
            reading = _read(read, capture, several, readers)
            send_answer(connection, Answer(reading=reading, said=said.take()))


def reader_of(function: str) -> Read:
    """The function of a name."""
    module, _, name = function.partition(":")
    found: Read = getattr(import_module(module), name)
    return found


def bound(readers: Readers, parent: int) -> None:
    """Set the limits of this process. `parent` is the process that it dies with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent decides
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "linux":
        return  # elsewhere the clock is all there is
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)  # it died before that was said
    with suppress(OSError):  # where a container hides it
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, encoding="ascii")
    # Private memory that may be written to; not libraries, and not what is only reserved.
    most = (readers.megabytes + _SPARE) * MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _read(read: Read, capture: Capture, several: tuple[Capture, ...], readers: Readers) -> Reading | None:
    """The reading; None where it took too much memory, even if it got on without."""
    try:
        reading = read(capture, several)
    except MemoryError:
        return None
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1024 if sys.platform == "linux" else 1
    return reading if used * unit <= readers.megabytes * MEGABYTE else None


@contextmanager
def _timed(seconds: float) -> Iterator[None]:
    """End this process when it has computed for too long. The kernel looks at the clock: a library may not return."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)


class _Listener(logging.Handler):
    """Hears what is logged, until it is taken."""

    def __init__(self) -> None:
        super().__init__()
        self._said: deque[Said] = deque(maxlen=_LINES)
        logging.getLogger().handlers = [self]

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line, with its traceback."""
        self._said.append(Said(name=record.name, level=record.levelno, text=self.format(record)))

    def take(self) -> tuple[Said, ...]:
        """What was said since."""
        said = tuple(self._said)
        self._said.clear()
        return said
