"""The nursery: a process that has loaded all that readers need, and forks workers when it is asked to.

It has no threads, no locks and no open database, as its parent may have: a fork of it is safe, and takes a few milliseconds.
"""

import gc
import os
import signal
import socket
import struct
import traceback
from multiprocessing.connection import Connection

from archiver.workers.readers import Readers
from archiver.workers.warming import warm_up
from archiver.workers.worker import bound, serve

REQUEST = struct.Struct(
    "!i"
)  # 0: fork a worker that listens at the file handed over; else: end that one, tell how it ended
_IDLE = 10.0  # seconds without work after which it ends; another is soon made


def main(channel: int) -> None:
    """Fork and end workers until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent decides
    warm_up()
    gc.freeze()  # what is loaded stays shared: the collector does not touch it
    with socket.socket(fileno=channel) as parent:
        parent.settimeout(_IDLE)
        _Nursery(parent).run()


class _Nursery:
    def __init__(self, parent: socket.socket) -> None:
        self._parent = parent
        self._living: set[int] = set()
        self._ended: dict[int, int] = {}  # how those ended that nobody asked for yet

    def run(self) -> None:
        """Do what is asked."""
        while True:
            try:
                request, files, _, _ = socket.recv_fds(self._parent, REQUEST.size, 1)
            except TimeoutError:
                self._reap()
                if not self._living:
                    return
                continue
            if len(request) < REQUEST.size:
                return
            (pid,) = REQUEST.unpack(request)
            if pid:
                self._parent.sendall(REQUEST.pack(self._end(pid)))
            else:
                self._fork(files[0])

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
        try:
            self._parent.close()
            _work(Connection(file), own)
            status = 0
        except EOFError:  # the parent is gone, and asks no more
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
    connection.send_bytes(str(os.getpid()).encode())
    serve(connection, readers)
