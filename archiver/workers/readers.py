"""How captures are read: by what, in how many processes, and what a document may take."""

import os
from dataclasses import dataclass

READER = "archiver.judge.reading:read"
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Processes that read. `function` is where they find what they call: module and name, apart by a colon."""

    processes: int | None = None  # None: one for each processor; 0: none, all is read in this process
    seconds: float = 20.0  # processor time for a document
    megabytes: int = 1024  # memory for a document
    function: str = READER

    @property
    def count(self) -> int:
        """How many processes, at most."""
        return processors() if self.processes is None else self.processes

    @property
    def out_of_time(self) -> str:
        """What is said of a document that took too long."""
        return f"stopped after {self.seconds:g} s"

    @property
    def out_of_memory(self) -> str:
        """What is said of a document that took too much."""
        return f"stopped: more than {self.megabytes} MB of memory"


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
