"""Starts the program at another date, in a process of its own that has all modules already: a night is a fork, not a start.

Reads orders from stdin, a JSON object a line: `at`, `words`, `output`. Says the process id at once, and at the end the exit code, and the seconds of a processor.
"""

import json
import os
import sys
from typing import NoReturn

import time_machine

from archiver.cli import main
from archiver.workers.warming import warm_up


def live() -> None:
    """Do what is ordered, until stdin ends."""
    main(["crawl", "--help"], standalone_mode=False)  # which loads what a crawl needs
    warm_up()
    _say("ready")
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if not pid:
            _carry_out(order)
        _say(str(pid))
        _, status, used = os.wait4(pid, 0)
        _say(f"{os.waitstatus_to_exitcode(status)} {used.ru_utime + used.ru_stime}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _carry_out(order: dict) -> NoReturn:
    nothing = os.open(os.devnull, os.O_RDONLY)
    output = os.open(order["output"], os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    for number, file in ((0, nothing), (1, output), (2, output)):
        os.dup2(file, number)
    with time_machine.travel(order["at"], tick=True):
        main(order["words"], prog_name="archiver")
    raise AssertionError("a command ends its process")


if __name__ == "__main__":
    live()
