"""Workers are started and ended here. They are children of the nursery, which is made when the first is needed."""

import atexit
import json
import os
import signal
import socket
import struct
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from archiver.workers.nursery import FORK, REQUEST, WARM, live
from archiver.workers.readers import Readers
from archiver.workers.task import Task

_MOST_OVERTAKEN = 128 << 20  # bytes; half of the least that may be set for a document
_PATIENCE = 30  # seconds for a message to come or go whole, once it has begun
# With the modules of this process, whatever the folder; as `multiprocessing` does it.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
    "from archiver.workers.nursery import live; live(int(sys.argv[1]))"
)


class Nursery:
    """The process that forks workers, as its parent sees it. It ends with its parent, or when it is idle."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._channel, theirs = socket.socketpair()
        with theirs:
            self._pid = _forked(theirs) if _is_alone() and _is_small() else _spawned(theirs)
        self._channel.settimeout(_PATIENCE)

    def warm(self) -> None:
        """Say that there will be work.

        Raises:
            OSError: the nursery is gone.
        """
        self._channel.sendall(REQUEST.pack(WARM))

    def fork(self, listens_at: socket.socket) -> None:
        """Ask for a worker.

        Raises:
            OSError: the nursery is gone.
        """
        socket.send_fds(self._channel, [REQUEST.pack(FORK)], [listens_at.fileno()])

    def end(self, pid: int) -> int:
        """End a worker at once; how it ended, as `waitpid` tells it. Where the nursery is gone, its workers were killed."""
        try:
            self._channel.sendall(REQUEST.pack(pid))
            answer = self._channel.recv(REQUEST.size, socket.MSG_WAITALL)
        except OSError:
            answer = b""
        return int(REQUEST.unpack(answer)[0]) if len(answer) == REQUEST.size else int(signal.SIGKILL)

    def close(self) -> None:
        """End it."""
        self._channel.close()
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _is_alone() -> bool:
    """Whether this process may be forked as it is: a lock that another thread holds would be held for ever."""
    return sys.platform == "linux" and threading.active_count() == 1


def _is_small() -> bool:
    """Whether a fork takes over little: what it takes over counts as used by each document that is read."""
    return 0 < _resident(os.getpid()) <= _MOST_OVERTAKEN


def _resident(pid: int | None) -> int:
    """Bytes of a process in memory; 0 where nobody tells."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):  # it is dead, or this is not Linux
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _forked(channel: socket.socket) -> int:
    pid = os.fork()
    if not pid:
        live(channel.fileno())
    return pid


def _spawned(channel: socket.socket) -> int:
    """A new Python: a second slower, since it has to load what this one has loaded."""
    channel.set_inheritable(True)
    words = [sys.executable, "-c", _START, str(channel.fileno()), json.dumps(sys.path)]
    return os.posix_spawn(sys.executable, words, os.environ)


@dataclass(slots=True, eq=False, kw_only=True)
class Worker:
    """A worker, as its parent sees it."""

    connection: Connection
    nursery: Nursery
    pid: int | None = None  # None: not there yet
    task: Task | None = None  # what it reads
    busy: float = 0.0  # seconds with its task, or on its way into life
    done: int = 0  # documents

    @property
    def is_fresh(self) -> bool:
        """Whether nothing that it does can be the fault of an earlier document."""
        return self.done == 0

    def memory(self) -> int:
        """Bytes in memory; 0 where nobody tells."""
        return _resident(self.pid)

    def end(self) -> int:
        """End it; how it ended."""
        self.connection.close()
        pid, self.pid = self.pid, None
        return self.nursery.end(pid) if pid is not None else 0


def start_worker(readers: Readers) -> Worker:
    """A new worker. If none can be started, it closes its connection before it says that it is there."""
    own, theirs = socket.socketpair()
    # Who dies or hangs in the middle of a message holds nobody up.
    for option in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
        own.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", _PATIENCE, 0))
    connection = Connection(own.detach())
    with theirs:
        nursery = _ask(lambda nursery: nursery.fork(theirs))
    connection.send(readers)
    return Worker(connection=connection, nursery=nursery)


def prepare() -> None:
    """Have the nursery load what readers need, in the time until there is something to read."""
    _ask(Nursery.warm)


def have_nursery() -> None:
    """Make the nursery now: before there are threads, open files and locks, it costs least."""
    _nursery()


_kept: list[Nursery] = []  # that of this process, while there is one: what it loaded serves all who read


def _ask(request: Callable[[Nursery], None]) -> Nursery:
    nursery = _nursery()
    try:
        request(nursery)
    except OSError:  # it was idle, and has ended
        end_nursery()
        nursery = _nursery()
        request(nursery)
    return nursery


def _nursery() -> Nursery:
    if _kept and _kept[0].owner != os.getpid():
        _kept.clear()  # the one of the process that this was forked from
    if not _kept:
        _kept.append(Nursery())
    return _kept[0]


def end_nursery() -> None:
    """End the nursery of this process, and with it its workers; the next who reads makes another."""
    while _kept:
        kept = _kept.pop()
        if kept.owner == os.getpid():
            kept.close()


atexit.register(end_nursery)
