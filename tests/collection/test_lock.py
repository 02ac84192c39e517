"""One writer at a time: who it is, how long the others wait, and what a killed one leaves behind."""

import errno
import fcntl
import multiprocessing
import re

import pytest

from archiver.collection.folder import create_collection
from archiver.collection.lock import Holder, holder, locked
from archiver.collection.template import render
from archiver.models.errors import ArchiverError, LockedError


@pytest.fixture
def path(tmp_path):
    """Where the lock of a collection is."""
    return create_collection(tmp_path / "archive", render(["https://blog.example.org/"])).folder / ".lock"


def _hold(path, held, release):
    with locked(path):
        held.set()
        release.wait(30)


@pytest.fixture
def other(path):
    """Another process that holds the lock, and how to let it go."""
    context = multiprocessing.get_context("fork")
    held, release = context.Event(), context.Event()
    process = context.Process(target=_hold, args=(path, held, release))
    process.start()
    assert held.wait(30)
    yield process, release
    process.kill()
    process.join()
    process.close()


def test_the_second_is_told_who_holds_the_lock(path, other):
    """Command, process id, host and since when; exit code 11; and what to do now."""
    process, _ = other
    with pytest.raises(LockedError) as caught, locked(path):
        pass
    told = re.fullmatch(
        r".*/archive: another process writes to this archive \(archiver\b.*, process (\d+) on \S+, "
        r"since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\)\. Let it finish, or wait for it with --wait SECONDS\.",
        str(caught.value),
    )

    assert (str(process.pid), 11) == (told and told[1], caught.value.exit_code)


def test_whoever_waits_gets_it_when_the_other_lets_go(path, other):
    """`--wait` ends as soon as the lock is free."""
    process, release = other
    release.set()
    with locked(path, wait=30):
        found = holder(path)

    assert (False, True) == (found.pid == process.pid, found is not None)


def test_a_killed_holder_blocks_nobody(path, other):
    """Its name still stands in the file; the lock is free, and nobody is said to hold it."""
    process, _ = other
    before = holder(path)
    process.kill()
    process.join()
    left = path.read_text()

    assert (process.pid, True, None) == (before.pid, str(process.pid) in left, holder(path))
    with locked(path):
        assert holder(path) is not None


def test_nobody_holds_what_is_not_there(path):
    """Neither a missing file nor an empty one is a lock."""
    assert holder(path) is None
    with locked(path):
        pass

    assert (None, "") == (holder(path), path.read_text())


NONSENSE = ["", "{}", "[]", "\x00\xff", '{"since": "x"}', '{"since": "2026-11-28"}', "[" * 4000]


def test_nonsense_in_the_file_is_no_name(path):
    """An older version, or half a line of a full disk: locked is locked."""
    with path.open("w", encoding="latin-1") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        found = []
        for text in NONSENSE:
            path.write_text(text, encoding="latin-1")
            found.append(holder(path))
        with pytest.raises(LockedError, match=r"\(a process of unknown name\)"), locked(path):
            pass

    assert [Holder()] * len(NONSENSE) == found


def test_a_lock_whose_file_was_removed_is_not_taken_for_held(path, monkeypatch):
    """Who waited for a collection that was taken back asks the file that stands there now."""
    real = fcntl.flock
    taken = []

    def take_back_first(file, how):
        real(file, how)
        if not taken:
            taken.append(True)
            path.unlink()

    monkeypatch.setattr(fcntl, "flock", take_back_first)
    with locked(path):
        monkeypatch.undo()

        assert holder(path) is not None


def test_a_file_system_without_locks_is_named(path, monkeypatch):
    """One line, not a traceback."""

    def refuse(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(ArchiverError, match="cannot be locked: No locks available"), locked(path):
        pass
