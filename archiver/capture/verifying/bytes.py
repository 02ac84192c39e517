"""A file's bytes, read from anywhere a window at a time; all are digested once, in their order, as they come by."""

import hashlib
from typing import BinaryIO

_WINDOW = 1 << 20


class FileBytes:
    """The bytes of a file from its beginning on. To go back a little is cheap."""

    def __init__(self, file: BinaryIO) -> None:
        self.seen = 0  # up to where the file was digested
        self._file = file
        self._sha256 = hashlib.sha256()
        self._start = 0
        self._window = memoryview(b"")

    def at(self, offset: int, least: int = 1) -> memoryview:
        """The bytes from an offset on, `least` of them or more, a megabyte at most; fewer only at the file's end."""
        if not self._start <= offset <= self._start + len(self._window) - least:
            while self.seen < offset:
                if not self._read(self.seen):
                    return memoryview(b"")
            self._read(offset)
        return self._window[offset - self._start :]

    def sha256(self) -> str:
        """Of the whole file, read to its end. Hexadecimal."""
        while self._read(self.seen):
            pass
        return self._sha256.hexdigest()

    def _read(self, offset: int) -> int:
        self._file.seek(offset)
        data = self._file.read(_WINDOW)
        if offset + len(data) > self.seen:
            self._sha256.update(data[self.seen - offset :])
            self.seen = offset + len(data)
        self._start, self._window = offset, memoryview(data)
        return len(data)
