"""Workers: whatever a document does to its reader, it costs itself alone, and what is said of it is true."""

import logging
from dataclasses import replace

import pytest

from archiver.judge.reading import read
from archiver.models.capture import Capture, Role, Visit
from archiver.workers import pool as pools
from archiver.workers.pool import NoWorkerError, Pool
from archiver.workers.readers import Readers
from archiver.workers.task import Task
from tests.extract.factories import capture
from tests.workers.readers import FUNCTION

PAGE = "<html lang=en><head><title>Page</title></head><body><h1>Page</h1><p>Nothing is said here of {}.</p></body></html>"
READERS = Readers(processes=2, seconds=60, megabytes=320, function=FUNCTION)
BRIEF = replace(READERS, seconds=0.3)


def page(act: str) -> Capture:
    """A capture whose reader does something before it reads."""
    made = capture(PAGE.format(act), url=f"http://source.example/{act}")
    return replace(made, status=200, entity_length=len(made.payload))


def read_all(captures: list[Capture], readers: Readers = READERS) -> list[Task]:
    """Have them read."""
    tasks = [Task(capture=each) for each in captures]
    with Pool(readers) as pool:
        for task in tasks:
            pool.give(task)
        while any(task.reading is None for task in tasks):
            pool.attend(block=True)
    return tasks


CASES = [
    # without end, in Python
    ("compute", BRIEF, "stopped after 0.3 s"),
    # without end, and without computing
    ("sleep", BRIEF, "stopped after 0.3 s"),
    # piece by piece
    ("grow", READERS, "stopped: more than 320 MB of memory"),
    # and all given back before anybody looked
    ("grow-and-get-on", READERS, "stopped: more than 320 MB of memory"),
    # all at once, refused
    ("ask-for-too-much", READERS, "stopped: more than 320 MB of memory"),
    # a library that reads where it must not
    ("crash", READERS, "the reader crashed (SIGSEGV)"),
    # one that gives up
    ("abort", READERS, "the reader crashed (SIGABRT)"),
    # one that ends the process
    ("exit", READERS, "the reader crashed (exit code 3)"),
    # one that raises what no reader raises
    ("raise", READERS, "the reader crashed (exit code 1)"),
    # nobody can answer any more
    ("hang-up", READERS, "the reader crashed (SIGKILL)"),
    # answers that are none
    ("babble", READERS, "the reader crashed (its answer is none)"),
    ("say-a-string", READERS, "the reader crashed (its answer is none)"),
    ("say-a-stranger", READERS, "the reader crashed (its answer is none)"),
]


@pytest.mark.parametrize(("act", "readers", "why"), CASES, ids=[act for act, _, _ in CASES])
def test_a_bad_document_costs_itself_alone(act, readers, why):
    """Between honest ones, which are read as ever; its reading says why there is no text."""
    before, bad, after = page("before"), page(act), page("after")
    tasks = read_all([before, bad, after, bad], readers)
    reading = tasks[1].reading

    assert [read(before), read(after)] == [tasks[0].reading, tasks[2].reading]
    assert [why, why] == [tasks[1].failure, tasks[3].failure]
    assert ("archived", f"no text can be read in it ({why})") == (
        reading.verdict.outcome,
        reading.verdict.reason,
    )
    assert (why, "", None) == (reading.document.extractor, reading.document.text, reading.location)


@pytest.mark.parametrize("processes", [0, 1, 3])
def test_however_many_read_they_read_the_same(processes):
    """A pool of workers makes of each capture what this process makes of it."""
    captures = [page(f"number {n}") for n in range(12)]

    assert [read(each) for each in captures] == [
        task.reading for task in read_all(captures, Readers(processes=processes))
    ]


def test_the_head_still_says_what_it_says():
    """Of an answer whose reader was stopped, status and headers decide as ever: gone is gone, and a redirect leads on."""
    bad = page("exit")
    gone = replace(bad, status=404)
    moved = replace(bad, status=301, headers=(("Location", "/there"),))
    feed = replace(bad, visit=Visit(role=Role.FEED, seed="http://source.example/"))
    readings = [task.reading for task in read_all([gone, moved, feed])]

    assert [
        ("gone", "404 Not Found", None, False),
        ("pending", "301 Moved Permanently: /there", "http://source.example/there", False),
        ("archived", "no text can be read in it (the reader crashed (exit code 3))", None, False),
    ] == [
        (each.verdict.outcome, each.verdict.reason, each.location, each.document is not None)
        for each in readings
    ]


def test_many_bad_ones_in_a_row_are_each_told(caplog):
    """Ten crashes are ten readings, and ten lines of the log."""
    tasks = read_all([page("crash")] * 10 + [page("after")])

    assert [*["the reader crashed (SIGSEGV)"] * 10, None] == [task.failure for task in tasks]
    assert ["ERROR"] * 10 == [record.levelname for record in caplog.records]


def test_a_crash_is_believed_of_a_fresh_worker_alone():
    """What an earlier document left behind in its worker is no fault of the next one, which is read again."""
    honest = page("crash-unless-fresh")
    tasks = read_all([page("before"), honest, honest], replace(READERS, processes=1))

    assert [None, None, None] == [task.failure for task in tasks]
    assert read(honest) == tasks[2].reading


def test_what_workers_log_is_logged_here(caplog):
    """Under its own name and level, wherever this process writes its log."""
    read_all([page("log")])

    assert [("tests.reader", logging.WARNING, "a word about this page")] == caplog.record_tuples


def test_a_worker_is_replaced_in_time(monkeypatch):
    """What libraries lose adds up: after so many documents another takes over."""
    monkeypatch.setattr(pools, "_MOST", 2)
    found = []
    # A fork has all that the test process has grown to: what counts here is documents, not memory.
    with Pool(replace(READERS, processes=1, megabytes=4_000)) as pool:
        for n in range(5):
            task = Task(capture=page(str(n)))
            pool.give(task)
            while task.reading is None:
                pool.attend(block=True)
            found.append([worker.done for worker in pool._workers])

    assert [[1], [], [1], [], [1]] == found


def test_a_reader_that_cannot_be_loaded_is_an_error():
    """Nothing is tried for ever: the run ends, and says what is wrong."""
    with pytest.raises(NoWorkerError, match="no process can be started"):
        read_all([page("before")], replace(READERS, function="archiver.nowhere:read"))
