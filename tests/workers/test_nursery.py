"""Nobody is left behind: workers end with the process that they read for, however it ends."""

import os
import select
import signal
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from archiver.judge.reading import read
from archiver.workers import starting
from archiver.workers.pool import Pool
from archiver.workers.task import Task
from tests.workers.test_pool import READERS, page, read_all

_PATIENCE = 60  # seconds, on a machine that does much else
# Gives two workers something without end to do, and tells who they are.
_BUSY = """
import signal
import sys
from archiver.workers.pool import Pool
from archiver.workers.task import Task
from tests.workers.test_pool import READERS, page

signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background of a shell it is ignored
with Pool(READERS) as pool:
    for act in ("compute", "sleep"):
        pool.give(Task(capture=page(act)))
    while not all(worker.task for worker in pool._workers):
        pool.attend(block=True)
    print(*(worker.pid for worker in pool._workers), pool._workers[0].nursery._pid, flush=True)
    while True:
        pool.attend(block=True)
"""


def ended(watched: list[int]) -> bool:
    """Whether all these processes end."""
    poll = select.poll()
    for file in watched:
        poll.register(file, select.POLLIN)
    waiting = set(watched)
    while waiting and (found := poll.poll(_PATIENCE * 1000)):
        for file, _ in found:
            poll.unregister(file)
            waiting.discard(file)
    return not waiting


@pytest.mark.skipif(sys.platform != "linux", reason="no process dies with another elsewhere")
@pytest.mark.parametrize(
    "number",
    [
        signal.SIGKILL,
        pytest.param(signal.SIGTERM, marks=pytest.mark.slow),
        pytest.param(signal.SIGINT, marks=pytest.mark.slow),
    ],
    ids=lambda each: each.name,
)
def test_workers_die_with_whom_they_read_for(number):
    """Killed, ended or interrupted in the middle of two documents: no process of it is left."""
    command = [sys.executable, "-c", _BUSY]
    with subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as parent:
        watched = [os.pidfd_open(int(pid)) for pid in parent.stdout.readline().split()]
        parent.send_signal(number)
        parent.wait(_PATIENCE)
        try:
            assert (-number, 3, True) == (parent.returncode, len(watched), ended(watched))
        finally:
            for file in watched:
                os.close(file)


def test_a_process_with_threads_is_not_forked():
    """Its nursery is a Python of its own, and reads the same."""
    starting.end_nursery()
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        tasks = read_all([page("before"), page("crash"), page("after")])
    finally:
        release.set()
        thread.join()
        starting.end_nursery()

    assert [None, "the reader crashed (SIGSEGV)", None] == [task.failure for task in tasks]
    assert read(page("after")) == tasks[2].reading


def test_a_process_that_has_grown_is_not_forked(monkeypatch):
    """What it holds would count against every document: more than a document may use, here."""
    starting.end_nursery()
    monkeypatch.setattr(starting, "_is_alone", lambda: True)
    ballast = bytearray(b"x" * (400 << 20))
    try:
        tasks = read_all([page("before"), page("after")])
    finally:
        starting.end_nursery()

    assert len(ballast) > READERS.megabytes << 20
    assert [None, None] == [task.failure for task in tasks]


def test_a_nursery_that_is_gone_is_made_anew():
    """Idle, it ends by itself; with it its workers end. That costs no document."""
    with Pool(replace(READERS, processes=1)) as pool:
        for act in ("before", "after"):
            task = Task(capture=page(act))
            pool.give(task)
            while task.reading is None:
                pool.attend(block=True)
            nursery = starting._kept[0]
            os.kill(nursery._pid, signal.SIGKILL)

            assert (None, read(task.capture)) == (task.failure, task.reading)
