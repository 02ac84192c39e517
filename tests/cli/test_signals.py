"""Exit codes: what scripts rely on, whatever command it was."""

import os
import signal

import click
import pytest
from click.testing import CliRunner

from archiver.cli import _group
from archiver.cli._signals import stoppable
from archiver.models.errors import (
    OWN_FAULT,
    ArchiverError,
    LockedError,
    NotAnArchiveError,
    SettingsError,
)


@pytest.fixture
def heard():
    """Ctrl-C is heard: jobs that a shell starts in the background ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _fail(error):
    def run():
        raise error

    return run


def _send(number):
    def run():
        os.kill(os.getpid(), number)
        signal.pause()

    return run


def _exit(code):
    return lambda: click.get_current_context().exit(code)


ENDS = [
    # well, also when nothing was new; finished, but something could not be kept through our own fault
    (_exit(0), 0, ""),
    (_exit(OWN_FAULT), 3, ""),
    # failed; the command line or the settings; no archive; locked
    (_fail(ArchiverError("x: y.")), 1, "archiver: x: y.\n"),
    (_fail(SettingsError("x: y.")), 2, "archiver: x: y.\n"),
    (
        _fail(click.UsageError("No such option: --x.")),
        2,
        "archiver: No such option: --x. See: archiver x --help\n",
    ),
    (_fail(NotAnArchiveError("x: y.")), 10, "archiver: x: y.\n"),
    (_fail(LockedError("x: y.")), 11, "archiver: x: y.\n"),
    # Ctrl-C and kill, wherever they come
    (
        _send(signal.SIGINT),
        130,
        "archiver: stopped. What was done is kept; the next run goes on from there.\n",
    ),
    (
        _send(signal.SIGTERM),
        143,
        "archiver: stopped. What was done is kept; the next run goes on from there.\n",
    ),
    # a fault of ours: one line that says where, and how to see more
    (
        _fail(RuntimeError("x\ny\x1b")),
        1,
        "archiver: our own fault: RuntimeError('x\\ny\\x1b') at test_signals.py:",
    ),
]


@pytest.mark.parametrize(("run", "code", "says"), ENDS)
def test_each_end_has_its_exit_code_and_at_most_one_line(monkeypatch, heard, run, code, says):  # noqa: ARG001
    """On stderr; nothing on stdout."""
    monkeypatch.setattr(_group.Commands, "get_command", lambda *_: click.command("x")(run))
    before = signal.getsignal(signal.SIGTERM)
    done = CliRunner().invoke(_group.main, ["x"], prog_name="archiver")

    assert (code, "", True) == (done.exit_code, done.stdout, done.stderr.startswith(says)), done.stderr
    assert (len(says.splitlines()), before) == (
        len(done.stderr.splitlines()),
        signal.getsignal(signal.SIGTERM),
    )


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_work_that_must_not_be_cut_in_two_is_told_of_a_signal(number, code):
    """It goes on, waits no more, and ends in its own way; afterwards signals are what they were."""
    before = signal.getsignal(number)
    with stoppable() as stop:
        assert stop.error is None
        os.kill(os.getpid(), number)
        stop.wait(3600)

    assert (code, before) == (stop.error.exit_code, signal.getsignal(number))
