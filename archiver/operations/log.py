"""The log file of those who leave crawls alone: a line of JSON for each event, and never in the crawl's way.

The handlers of the standard library keep what a full disk refused and try again, tear a line in two, or raise when they
are closed. Here a line is written at once or not at all, and what was lost is counted.
"""

import errno
import json
import logging
import os
import re
import traceback
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

_REMOVED = "[removed by archiver]"
_FIELDS = ("url", "role", "status", "failure", "exit_code", "counts")  # of an event, where it has them
_LONGEST = 8192  # characters of a text; a traceback is told from its end
_FLAGS = (
    os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NONBLOCK | os.O_NOCTTY
)  # a pipe that nobody reads holds nobody up
_SHORTEST_SECRET = 4  # characters; what is shorter stands in every second word
_USER = re.compile(r"://[^/?#\s@]{1,256}+@")


class JsonLines(logging.Handler):
    """Appends events to a file. It is opened anew when it was moved away (logrotate), or moved on when it is full.

    `max_bytes` of 0 leaves that to others. `secrets` are replaced wherever they occur.
    """

    def __init__(
        self, path: Path, *, level: int, max_bytes: int, keep: int, secrets: Iterable[str] = ()
    ) -> None:
        super().__init__(level)
        self.path = path
        self.error: OSError | None = None  # the first; the crawl goes on without its log
        self._max_bytes = max_bytes
        self._keep = keep
        self._secrets = sorted(
            {one for one in secrets if len(one) >= _SHORTEST_SECRET}, key=len, reverse=True
        )
        self._fd = -1
        self._lost = 0
        self._torn = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write one event."""
        line = self._line(record)
        try:
            self._make_ready(len(line))
            if self._lost:
                self._put(self._line(_told(f"{self._lost} events could not be written")))
            self._put(line)
            self._lost = 0
        except OSError as error:
            self.error = self.error or error
            self._lost += 1

    def close(self) -> None:
        """Let go of the file."""
        self.acquire()
        try:
            self._let_go()
        finally:
            self.release()
        super().close()

    def _make_ready(self, length: int) -> None:
        """Have the file open that is to be written to."""
        if self._fd >= 0 and not self._is_there():
            self._let_go()
        if self._fd < 0:
            self._fd = os.open(self.path, _FLAGS, 0o640)
        size = os.fstat(self._fd).st_size
        if self._max_bytes and size and size + length > self._max_bytes:
            self._let_go()
            for old, new in self._moves():
                with suppress(FileNotFoundError):
                    old.replace(new)
            self._fd = os.open(self.path, _FLAGS, 0o640)

    def _moves(self) -> Iterator[tuple[Path, Path]]:
        """From the oldest on: crawl.jsonl.1 becomes .2, crawl.jsonl becomes .1."""
        names = [self.path, *(self.path.with_name(f"{self.path.name}.{n}") for n in range(1, self._keep + 1))]
        yield from reversed(list(pairwise(names)))

    def _is_there(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._fd), self.path.stat())
        except FileNotFoundError:
            return False

    def _put(self, line: bytes) -> None:
        """Write a line as a whole; half of one, which a full disk may leave, is ended before the next."""
        data = b"\n" + line if self._torn else line
        written = os.write(self._fd, data)
        self._torn = written < len(data)
        if self._torn:
            raise OSError(errno.ENOSPC, "only a part of a line could be written", str(self.path))

    def _let_go(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _line(self, record: logging.LogRecord) -> bytes:
        event: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._clean(_message(record)),
        }
        for name in _FIELDS:
            value = getattr(record, name, None)
            if value is not None:
                event[name] = self._clean(value) if isinstance(value, str) else value
        if record.exc_info and record.exc_info[1] is not None:
            event["traceback"] = self._clean(
                "".join(traceback.format_exception(record.exc_info[1]))[-_LONGEST:]
            )
        # ASCII: neither a terminal nor a line-wise reader sees anything but printable characters.
        text = json.dumps(event, ensure_ascii=True, default=str).replace("\x7f", "\\u007f")
        return text.encode("ascii") + b"\n"

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _REMOVED)
        text = _USER.sub(f"://{_REMOVED}@", text)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # of a library: arguments that do not fit
        return str(record.msg)


def _told(message: str) -> logging.LogRecord:
    return logging.LogRecord(__name__, logging.WARNING, __file__, 0, message, None, None)
