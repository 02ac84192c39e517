"""Nights: the program started at a date, and ended by itself, or by `kill -9` in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archiver.collection.folder import Collection
from tests.whole.conftest import rows
from tests.whole.simulated.hosts import Hosts

START = datetime(2027, 1, 1, 3, 0, tzinfo=UTC)
_ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What one cost."""

    number: int
    exit_code: int  # negative: of a signal
    requests: int  # that reached a host
    warc_bytes: int
    seconds: float
    processor: float  # seconds
    counts: dict[str, int]  # of the row in `runs`; empty where it was killed


class Nights:
    """A collection that is crawled night after night."""

    def __init__(self, folder: Path, hosts: Hosts, launcher: subprocess.Popen) -> None:
        self.collection = Collection(folder)
        self.hosts = hosts
        self._launcher = launcher
        self._log = folder.parent / "said.txt"

    def at(self, number: int) -> datetime:
        """When a night is."""
        return START + timedelta(days=number)

    @property
    def said(self) -> str:
        """What the program printed, all nights together."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    def crawl(self, number: int, *words: str, killed_after: int | None = None) -> Night:
        """One night; killed when so many requests have come."""
        before, size, started = len(self.hosts.asked), self._size(), time.perf_counter()
        pid: int | None = None

        def kill() -> None:
            if pid is not None and len(self.hosts.asked) - before == killed_after:
                os.kill(pid, signal.SIGKILL)

        self.hosts.heard = kill
        order = {
            "at": self.at(number).isoformat(),
            "words": ["crawl", "--archive", str(self.collection.folder), *words],
            "output": str(self._log),
        }
        pid = self._order(order)
        code, used = self._ended()
        self.hosts.heard = lambda: None
        return Night(
            number=number,
            exit_code=code,
            requests=len(self.hosts.asked) - before,
            warc_bytes=self._size() - size,
            seconds=time.perf_counter() - started,
            processor=used,
            counts=self._counts() if code >= 0 else {},
        )

    def run(self, number: int, *words: str) -> int:
        """Another command, on that day."""
        name, *rest = words
        order = {
            "at": (self.at(number) + timedelta(hours=4)).isoformat(),
            "words": [name, "--archive", str(self.collection.folder), *rest],
            "output": str(self._log),
        }
        self._order(order)
        return self._ended()[0]

    def rows(self, sql: str, *values: object) -> list[dict]:
        """Ask the database."""
        return rows(self.collection.database, sql, *values)

    def _order(self, order: dict) -> int:
        assert self._launcher.stdin is not None
        self._launcher.stdin.write(json.dumps(order) + "\n")
        self._launcher.stdin.flush()
        return int(self._told())

    def _ended(self) -> tuple[int, float]:
        code, used = self._told().split()
        return int(code), float(used)

    def _told(self) -> str:
        assert self._launcher.stdout is not None
        return self._launcher.stdout.readline()

    def _size(self) -> int:
        return sum(path.stat().st_size for path in self.collection.warcs.glob("*.warc.gz*"))

    def _counts(self) -> dict[str, int]:
        (last,) = self.rows("SELECT counts FROM runs ORDER BY started DESC LIMIT 1")
        return dict(json.loads(last["counts"]))


@contextmanager
def nights(folder: Path, toml: str, hosts: Hosts) -> Iterator[Nights]:
    """A new collection, to be crawled."""
    folder.mkdir(parents=True)
    (folder / "collection.toml").write_text(toml, encoding="utf-8")
    launcher = subprocess.Popen(
        [sys.executable, "-m", "tests.whole.simulated.launcher"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=_ROOT,
    )
    try:
        assert launcher.stdout is not None
        while launcher.stdout.readline().strip() != "ready":
            assert launcher.poll() is None
        yield Nights(folder, hosts, launcher)
    finally:
        launcher.stdin.close()
        launcher.wait(timeout=60)
        launcher.stdout.close()
