"""Readers for workers to call: honest, but for captures whose address says what is to go wrong."""

import ctypes
import logging
import os
import pickle
import stat
import struct
import time
from collections.abc import Callable, Sequence

from archiver.judge.reading import read
from archiver.models.capture import Capture
from archiver.models.reading import Reading

FUNCTION = f"{__name__}:read_or_fail"
_PIECE = 16 << 20  # bytes
_seen: list[str] = []  # by this worker


def read_or_fail(capture: Capture, several: Sequence[Capture] = ()) -> Reading:
    """Do as the address says, then read."""
    act = ACTS.get(capture.url.rpartition("/")[2])
    if act is not None:
        act()
    _seen.append(capture.url)
    return read(capture, several)


def _compute() -> None:
    while True:
        sum(range(1000))


def _sleep() -> None:
    while True:
        time.sleep(60)


def _grow() -> None:
    kept = []
    while True:
        kept.append(b"x" * _PIECE)


def _grow_and_get_on() -> None:
    _ = [b"x" * _PIECE for _ in range(30)]


def _raise() -> None:
    raise ValueError("nobody expected this")


def _crash_unless_fresh() -> None:
    if _seen:
        ctypes.string_at(0)


def _sockets() -> list[int]:
    """The files by which this process is talked to."""
    found = []
    for number in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                found.append(number)
        except OSError:
            continue
    return found


def _hang_up() -> None:
    for number in _sockets():
        os.close(number)
    _sleep()


def _say(data: bytes) -> None:
    """Say something instead of an answer."""
    for number in _sockets():
        os.write(number, struct.pack("!i", len(data)) + data)
    _sleep()


ACTS: dict[str, Callable[[], object]] = {
    "compute": _compute,
    "sleep": _sleep,
    "grow": _grow,
    "grow-and-get-on": _grow_and_get_on,
    "ask-for-too-much": lambda: bytearray(1 << 40),
    "raise": _raise,
    "crash": lambda: ctypes.string_at(0),
    "crash-unless-fresh": _crash_unless_fresh,
    "abort": os.abort,
    "exit": lambda: os._exit(3),
    "hang-up": _hang_up,
    "babble": lambda: _say(b"babble!"),
    "say-a-string": lambda: _say(pickle.dumps(("a string", []))),
    "say-a-stranger": lambda: _say(pickle.dumps((logging.NullHandler(), []))),
    "log": lambda: logging.getLogger("tests.reader").warning("a word about %s", "this page"),
}
