"""Lines sorted by code point (`LC_ALL=C`) in little memory: runs on disk, merged."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

_RUN = 8 << 20  # bytes of lines that are sorted in memory


def sorted_lines(lines: Iterable[bytes], folder: Path) -> Iterator[bytes]:
    """The lines in order, each once; without line ends. Unnamed files are made in `folder`."""
    with ExitStack() as stack:
        runs: list[Iterable[bytes]] = []
        held: list[bytes] = []
        size = 0
        for line in lines:
            held.append(line)
            size += len(line)
            if size >= _RUN:
                runs.append(_spilt(sorted(held), stack.enter_context(TemporaryFile(dir=folder))))
                held.clear()
                size = 0
        before: bytes | None = None
        for line in heapq.merge(*runs, sorted(held)):
            if line != before:
                yield line
            before = line


def _spilt(lines: list[bytes], file: IO[bytes]) -> Iterator[bytes]:
    file.writelines(line + b"\n" for line in lines)
    file.seek(0)
    return (line.removesuffix(b"\n") for line in file)
