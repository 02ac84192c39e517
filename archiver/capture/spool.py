"""Bytes of any length with little memory: small ones stay in it, large ones go to an unnamed file."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile

IN_MEMORY = 1 << 20  # bytes; with 16 answers under way, block and entity apart, half of the 64 MB of a worker
PIECE = 256 * 1024


class Spool:
    """What comes in, in its order. Beyond `IN_MEMORY` it lies in `folder`, in a file that vanishes with its process.

    Raises:
        OSError: the disk of `folder` is full or broken.
    """

    def __init__(self, folder: Path | None = None, *, in_memory: int = IN_MEMORY) -> None:
        self._file = SpooledTemporaryFile(max_size=in_memory, dir=str(folder) if folder is not None else None)  # noqa: SIM115  # closed by `close`
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def append(self, data: bytes | bytearray | memoryview) -> None:
        """Add bytes at the end."""
        self._file.write(data)
        self._length += len(data)

    def pieces(self, start: int = 0) -> Iterator[bytes]:
        """All from an offset on, piece by piece. Nothing may be appended meanwhile."""
        self._file.seek(start)
        while piece := self._file.read(PIECE):
            yield piece
        self._file.seek(self._length)

    def beginning(self, limit: int) -> bytes:
        """At most so many of the first bytes."""
        self._file.seek(0)
        data = self._file.read(limit)
        self._file.seek(self._length)
        return data

    def descriptor(self) -> int:
        """A descriptor of a file with all of it, which the caller closes; it stays good after `close`."""
        self._file.rollover()
        self._file.flush()
        return os.dup(self._file.fileno())

    def ending(self, limit: int) -> bytes:
        """At most so many of the last bytes."""
        self._file.seek(max(0, self._length - limit))
        return self._file.read(limit)

    def cut(self, length: int) -> None:
        """Forget all beyond a length."""
        self._file.seek(length)
        self._file.truncate()
        self._length = length

    def close(self) -> None:
        """Let go of the memory and the file."""
        self._file.close()

    def __del__(self) -> None:
        self._file.close()
