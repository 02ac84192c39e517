"""Workers at work: each reads one document at a time, is watched meanwhile, and is replaced when it dies or has grown."""

import logging
import os
import signal
import time
from collections import deque
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from archiver.judge.reading import given_up
from archiver.models.errors import ArchiverError
from archiver.workers.readers import MEGABYTE, Readers
from archiver.workers.starting import Worker, start_worker
from archiver.workers.task import Task
from archiver.workers.wire import GarbledError, receive_answer, repeat, send_question
from archiver.workers.worker import reader_of

logger = logging.getLogger(__name__)

_LOOK = 0.25  # seconds between two looks at those who are busy
_STEP = 1.0  # seconds that pass between two looks, at most: a program that was stopped for an hour did not work for one
_WALL = 3  # times the processor time that a document may take, where the processor is shared, or it waits for something
_BIRTH = 120.0  # seconds until a worker says that it is there
_MOST = 500  # documents that one worker reads; what libraries lose adds up
_LONGEST_PID = 16


class NoWorkerError(ArchiverError):
    """No process can be started to read in."""


class Pool:
    """Reads what it is given, in no order. A document that kills its worker costs itself alone."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers
        self._workers: list[Worker] = []
        self._waiting: deque[Task] = deque()
        self._stillborn = 0
        self._looked = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._workers:
            self._workers.pop().end()

    def give(self, task: Task, *, at_once: bool = False) -> None:
        """Take a task; `at_once` before all that wait."""
        if self._readers.count == 0:
            task.reading = reader_of(self._readers.function)(task.capture, task.several)
            return
        if at_once:
            self._waiting.appendleft(task)
        else:
            self._waiting.append(task)
        self._hand_out()

    def attend(self, *, block: bool) -> None:
        """See to the workers: take what was read, look after those who are busy. `block` until something has happened.

        Raises:
            NoWorkerError: none can be started.
        """
        listened_to = {each.connection: each for each in self._workers if each.task or each.pid is None}
        if not listened_to:
            return
        for connection in wait(list(listened_to), _LOOK if block else 0):
            self._hear(listened_to[connection])  # type: ignore[index]  # what went in comes out
        self._look()
        self._hand_out()

    def _hand_out(self) -> None:
        while self._waiting:
            worker = self._free(fresh=self._waiting[0].is_second)
            if worker is None:
                return
            task = self._waiting.popleft()
            try:
                send_question(worker.connection, task.capture, task.several)
            except OSError as error:  # it died of what it had read before
                self._waiting.appendleft(task)
                self._bury(worker, error)
            else:
                worker.task, worker.busy = task, 0.0

    def _free(self, *, fresh: bool) -> Worker | None:
        """Who has nothing to do; None where all have, after seeing to it that there are as many as there may be."""
        idle = [each for each in self._workers if each.task is None and each.pid is not None]
        found = next((each for each in idle if each.is_fresh or not fresh), None)
        if found is not None:
            return found
        unborn = sum(each.pid is None for each in self._workers)
        if idle and not unborn:
            self._end(idle[0])  # to make room
        if unborn < len(self._waiting) and len(self._workers) < self._readers.count:
            self._workers.append(start_worker(self._readers))
        return None

    def _hear(self, worker: Worker) -> None:
        """Take what a worker says: that it is there, what it read, or that it is no more."""
        if worker.task is None:
            self._born(worker)
            return
        try:
            answer = receive_answer(worker.connection, worker.task.capture)
        except (EOFError, OSError, GarbledError) as error:
            self._died(worker, error)
            return
        repeat(answer.said)
        if answer.reading is None:
            self._failed(worker, self._readers.out_of_memory, may_be_another=True)
            return
        worker.task.reading = answer.reading
        worker.task = None
        worker.done += 1
        if worker.done >= _MOST or worker.memory() > self._readers.megabytes * MEGABYTE // 2:
            self._end(worker)

    def _born(self, worker: Worker) -> None:
        try:
            worker.pid = int(worker.connection.recv_bytes(_LONGEST_PID))
            self._stillborn = 0
        except (EOFError, OSError, ValueError) as error:
            self._bury(worker, error)

    def _bury(self, worker: Worker, error: Exception) -> None:
        """Let go of a worker that died without a document; if it never had one, not many more may go the same way."""
        self._end(worker)
        self._stillborn += worker.is_fresh
        if self._stillborn > self._readers.count:
            message = (
                "no process can be started to read captures. Make room for more, and run the command again."
            )
            raise NoWorkerError(message) from error

    def _died(self, worker: Worker, error: Exception) -> None:
        """Find out of what a worker died in the middle of a document."""
        status = worker.end()
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF:
            self._failed(worker, self._readers.out_of_time, may_be_another=False)
            return
        if isinstance(error, GarbledError):
            how = "its answer is none"
        elif os.WIFSIGNALED(status):
            how = signal.Signals(os.WTERMSIG(status)).name
        else:
            how = f"exit code {os.waitstatus_to_exitcode(status)}"
        assert worker.task is not None
        worker.task.is_crash = True
        self._failed(worker, f"the reader crashed ({how})", may_be_another=True)

    def _look(self) -> None:
        """Stop who takes too much time or memory."""
        now = time.monotonic()
        passed = now - self._looked
        if passed < _LOOK:
            return
        self._looked = now
        for worker in tuple(self._workers):
            worker.busy += min(passed, _STEP)
            if worker.pid is None and worker.busy > _BIRTH:
                raise NoWorkerError("the process that reads captures does not start. Run the command again.")
            if worker.task is None:
                continue
            if worker.memory() > self._readers.megabytes * MEGABYTE:
                self._failed(worker, self._readers.out_of_memory, may_be_another=True)
            elif worker.busy > self._readers.seconds * _WALL:
                self._failed(worker, self._readers.out_of_time, may_be_another=False)

    def _failed(self, worker: Worker, why: str, *, may_be_another: bool) -> None:
        """A document was not read: say so; unless the worker had read others, and it may be their fault."""
        task = worker.task
        assert task is not None
        is_own = worker.is_fresh or task.is_second or not may_be_another
        self._end(worker)
        if is_own:
            level = logging.ERROR if task.is_crash else logging.WARNING  # a crash is our own fault
            logger.log(level, "%s (%s): %s", task.capture.url, task.capture.snapshot.record_id, why)
            task.failure = why
            task.reading = given_up(task.capture, why)
        else:
            task.is_second, task.is_crash = True, False
            self._waiting.appendleft(task)

    def _end(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.end()
