"""The nursery: a process that has loaded all that readers need, and forks workers when it is asked to.

It has no threads, no locks and no open database, as its parent may have: a fork of it is safe, and takes a few milliseconds.
"""

import gc
import logging
import os
import resource
import signal
import socket
import struct
import traceback
from multiprocessing.connection import Connection
from typing import NoReturn

from archiver.workers.readers import Readers
from archiver.workers.warming import warm_up
from archiver.workers.worker import bound, reader_of, serve

REQUEST = struct.Struct("!i")  # a worker that is to end, which is answered by how it ended; or one of these:
FORK = 0  # a worker that listens at the file handed over
WARM = -1  # load what readers need: there will be work
_IDLE = 60.0  # seconds without work after which it ends; another is soon made
_COLLECT = (20_000, 20, 50)  # objects and rounds before garbage is looked for: a page makes some ten thousand
_STDIN, _STDOUT, _FIRST = 0, 1, 3
_DEFAULTS = (
    signal.SIGTERM,
    signal.SIGALRM,
    signal.SIGCHLD,
)  # what the parent may have made something else of


def live(channel: int) -> NoReturn:
    """Be the nursery, in a process that is nothing else, or was forked to be it, until the parent is gone."""
    status = 1
    try:
        _forget_parent(channel)
        with socket.socket(fileno=channel) as parent:
            parent.settimeout(_IDLE)
            _Nursery(parent).run()
        status = 0
    except Exception:  # noqa: BLE001 -- there is nobody above who would tell it
        traceback.print_exc()
    finally:
        os._exit(status)


def _forget_parent(channel: int) -> None:
    """Let go of what a fork takes over: open files, above all the database and the lock; handlers of signals and of the log."""
    gc.freeze()  # nothing of the parent's is ever cleaned up here
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent decides
    for number in _DEFAULTS:
        signal.signal(number, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, _STDIN)
    os.dup2(nothing, _STDOUT)
    os.closerange(_FIRST, channel)
    os.closerange(channel + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
    root = logging.getLogger()
    root.handlers = [
        logging.NullHandler()
    ]  # not closed: what the parent has not flushed is not ours to write
    root.setLevel(logging.WARNING)


class _Nursery:
    def __init__(self, parent: socket.socket) -> None:
        self._parent = parent
        self._is_warm = False
        self._living: set[int] = set()
        self._ended: dict[int, int] = {}  # how those ended that nobody asked for yet

    def run(self) -> None:
        """Do what is asked."""
        while True:
            try:
                data, files, _, _ = socket.recv_fds(self._parent, REQUEST.size, 1)
            except TimeoutError:
                self._reap()
                if not self._living:
                    return
                continue
            if len(data) < REQUEST.size:
                return
            (request,) = REQUEST.unpack(data)
            if request > 0:
                self._parent.sendall(REQUEST.pack(self._end(request)))
                continue
            self._warm()
            if request == FORK:
                self._fork(files[0])

    def _warm(self) -> None:
        if not self._is_warm:
            warm_up()
            gc.freeze()  # what is loaded stays shared with the workers: the collector does not touch it
            gc.set_threshold(*_COLLECT)
            self._is_warm = True

    def _fork(self, file: int) -> None:
        own = os.getpid()
        try:
            pid = os.fork()
        except OSError:  # no room for another: the parent sees that nobody listens
            os.close(file)
            return
        if pid:
            os.close(file)
            self._living.add(pid)
            return
        status = 1
        connection = Connection(file)  # the kernel closes it: until then nobody takes this process for dead
        try:
            self._parent.close()
            _work(connection, own)
            status = 0
        except EOFError:  # the parent asks no more
            status = 0
        except Exception:  # noqa: BLE001 -- there is nobody above who would tell it
            traceback.print_exc()
        finally:
            os._exit(status)

    def _end(self, pid: int) -> int:
        """End a worker; its status as `waitpid` gives it. One that ended before keeps its own."""
        if pid in self._living:
            os.kill(pid, signal.SIGKILL)
            self._living.remove(pid)
            return os.waitpid(pid, 0)[1]
        return self._ended.pop(pid, 0)

    def _reap(self) -> None:
        for pid in tuple(self._living):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                self._living.remove(pid)
                self._ended[pid] = status


def _work(connection: Connection, nursery: int) -> None:
    readers: Readers = connection.recv()
    bound(readers, nursery)
    read = reader_of(readers.function)
    connection.send_bytes(str(os.getpid()).encode())
    serve(connection, read, readers)
