"""Workers: whatever a document does to its reader, it costs itself alone, and what is said of it is true."""

import logging
import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from archiver.judge.reading import read
from archiver.models.capture import Capture
from archiver.workers.pool import NoWorkerError, Pool
from archiver.workers.readers import Readers, processors
from archiver.workers.task import Task
from tests.extract.factories import capture
from tests.workers.readers import FUNCTION

PAGE = "<html lang=en><head><title>Page</title></head><body><h1>Page</h1><p>Nothing is said here of {}.</p></body></html>"
READERS = Readers(processes=2, seconds=0.5, megabytes=320, function=FUNCTION)


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
    ("compute", "stopped after 0.5 s"),
    # without end, and without computing
    ("sleep", "stopped after 0.5 s"),
    # piece by piece
    ("grow", "stopped: more than 320 MB of memory"),
    # and all given back before anybody looked
    ("grow-and-get-on", "stopped: more than 320 MB of memory"),
    # all at once, refused
    ("ask-for-too-much", "stopped: more than 320 MB of memory"),
    # a library that writes where it must not
    ("crash", "the reader crashed (SIGSEGV)"),
    # one that gives up
    ("abort", "the reader crashed (SIGABRT)"),
    # one that ends the process
    ("exit", "the reader crashed (exit code 3)"),
        # nobody can answer any more
    ("hang-up", "the reader crashed (SIGKILL)"),
    # answers that are none
    ("babble", "the reader crashed (its answer is none)"),
    ("say-a-string", "the reader crashed (its answer is none)"),
    ("say-a-stranger", "the reader crashed (its answer is none)"),
]


@pytest.mark.parametrize(("act", "why"), CASES, ids=[act for act, _ in CASES])
def test_a_bad_document_costs_itself_alone(act, why):
    """Between honest ones, which are read as ever; its reading says why there is no text."""
    before, after = page("before"), page("after")
    bad = page(act)
    tasks = read_all([before, bad, after, bad])
    readings = [task.reading for task in tasks]

    assert [read(before), read(after)] == [readings[0], readings[2]]
    assert [why, why] == [tasks[1].failure, tasks[3].failure]
    assert ("archived", f"no text can be read in it ({why})", why, "") == (
        readings[1].verdict.outcome,
        readings[1].verdict.reason,
        readings[1].document.extractor,
        readings[1].document.text,
    )
