"""The lock of a collection: one writer at a time, and its name for those who wait."""

import fcntl
import json
import os
import shlex
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from archiver.models.errors import ArchiverError, LockedError

_LOOK = 0.1  # seconds between two tries
# Seconds that a writer tries at least: so long, and no longer, may another have asked who holds the lock.
_AT_LEAST = 0.3
_LONGEST_COMMAND = 200  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who writes to a collection, as it wrote into the lock's file; what it did not write is None."""

    command: str | None = None
    pid: int | None = None
    host: str | None = None
    since: datetime | None = None  # UTC

    def __str__(self) -> str:
        process = f"process {self.pid}" if self.pid is not None else "a process of unknown name"
        parts = [self.command, f"{process} on {self.host}" if self.host else process]
        if self.since is not None:
            parts.append(f"since {self.since:%Y-%m-%d %H:%M:%S} UTC")
        return ", ".join(part for part in parts if part)


@contextmanager
def locked(path: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock at a path; wait up to so many seconds for another to let go.

    The kernel frees the lock when its holder dies, however it dies: what a killed one left written there holds nobody up.

    Raises:
        LockedError: another process holds it.
        ArchiverError: the file system has no locks.
    """
    file = _acquired(path, time.monotonic() + max(wait, _AT_LEAST))
    with file:
        _write(file, _own_name())
        try:
            yield
        finally:
            file.truncate(0)


def holder(path: Path) -> Holder | None:
    """Who holds the lock at a path, if anybody does."""
    try:
        file = path.open(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _read(file)
        return None


def _acquired(path: Path, deadline: float) -> TextIO:
    """The file of the lock, held."""
    while True:
        file = path.open("a+", encoding="utf-8", errors="replace")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_there(file, path):
                return file
            file.close()  # its holder took the collection back, and the file with it
        except BlockingIOError:
            with file:
                if time.monotonic() >= deadline:
                    raise LockedError(
                        f"{path.parent}: another process writes to this archive ({_read(file)}). "
                        "Let it finish, or wait for it with --wait SECONDS."
                    ) from None
            time.sleep(_LOOK)
        except OSError as error:
            file.close()
            raise ArchiverError(
                f"{path}: cannot be locked: {error.strerror}. Keep the archive on a file system that has locks."
            ) from error


def _is_there(file: TextIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _own_name() -> dict[str, object]:
    return {
        "command": shlex.join(["archiver", *sys.argv[1:]])[:_LONGEST_COMMAND],
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _write(file: TextIO, name: dict[str, object]) -> None:
    """Write who holds the lock. On a full disk it holds all the same, without a name."""
    file.truncate(0)
    try:
        os.write(file.fileno(), json.dumps(name).encode("ascii"))
    except OSError:
        file.truncate(0)


def _read(file: TextIO) -> Holder:
    """What stands in the file: whatever it is, it is only shown."""
    file.seek(0)
    try:
        said = json.loads(file.read(4096))
        since = datetime.fromisoformat(said["since"])
        return Holder(
            command=str(said["command"]),
            pid=int(said["pid"]),
            host=str(said["host"]),
            since=since.astimezone(UTC),
        )
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return Holder()
