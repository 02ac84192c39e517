"""Where an HTTP/1.x response begins and ends in the bytes received: sans-IO, lenient, the buffer never rewritten.

The buffer is the archive's copy. The framer only remembers offsets into it, so what is written is what came.
"""

import re
from collections.abc import Iterator

from archiver.capture.head import FramingError, Head, parse_head

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_MAX_HEAD = 256 * 1024  # more than browsers accept; 300 cookies of 4 kB would be beyond it
_MAX_CHUNK_LINE = 8 * 1024
_INTERIM = range(100, 200)
_SWITCHING = 101


class ResponseFramer:
    """Follows one response through `buffer`. Call `feed()` after bytes were appended, `close()` at the end of input."""

    def __init__(self, buffer: bytearray, method: str) -> None:
        self.buffer = buffer
        self.method = method
        self.head: Head | None = None
        self.complete = False
        self.start = 0  # of the final head: interim (1xx) answers stand before it
        self.body_start = -1
        self.end = -1  # of the message, once complete
        self._mode = ""
        self._need = 0  # bytes of the body, or of the chunk, that are still to come
        self._position = 0
        self._scanned = 0
        self._state = self._chunk_size
        self._chunks: list[tuple[int, int]] = []

    @property
    def interim(self) -> bytes:
        """The 1xx answers that came before the final one."""
        return bytes(self.buffer[: self.start])

    @property
    def body_length(self) -> int:
        """Bytes of the entity received so far."""
        return sum(end - start for start, end in self._spans())

    @property
    def announced(self) -> int | None:
        """The length that the head promises; None where it promises none."""
        return self._need if self._mode == "length" else None

    @property
    def reusable(self) -> bool:
        """Whether the connection may serve another request after this answer."""
        head = self.head
        return (
            head is not None
            and self.complete
            and self._mode != "close"
            and head.keeps_alive
            and not head.contradicts_itself
            and self.end == len(self.buffer)
        )

    def feed(self) -> bool:
        """Look at the bytes appended since the last call; True once the message has ended.

        Raises:
            FramingError: this is not HTTP, or its head or a chunk line is absurdly long.
        """
        if self.complete or (self.head is None and not self._find_head()):
            return self.complete
        if self._mode == "none":
            self._finish(self.body_start)
        elif self._mode == "length":
            if len(self.buffer) - self.body_start >= self._need:
                self._finish(self.body_start + self._need)
        elif self._mode == "chunked":
            while not self.complete and self._state():
                pass
        return self.complete

    def close(self) -> bool:
        """The peer closed: True when that is how this message ends."""
        if not self.complete and self.head is not None and self._mode == "close":
            self._finish(len(self.buffer))
        return self.complete

    def block(self) -> bytes:
        """The bytes of the message as received, as far as it came: the block of a WARC response record."""
        return bytes(memoryview(self.buffer)[self.start : self.end if self.complete else len(self.buffer)])

    def entity(self) -> bytes:
        """The body without its chunk framing, content encoding kept: what WARC-Payload-Digest is taken over."""
        view = memoryview(self.buffer)
        return b"".join(view[start:end] for start, end in self._spans())

    def _spans(self) -> Iterator[tuple[int, int]]:
        if self.body_start < 0 or self._mode == "none":
            return
        if self._mode == "chunked":
            yield from self._chunks
            return
        end = self.end if self.complete else len(self.buffer)
        if self._mode == "length":
            end = min(end, self.body_start + self._need)
        yield self.body_start, end

    def _find_head(self) -> bool:
        while True:
            match = _END_OF_HEAD.search(self.buffer, max(self.start, self._scanned - 3))
            if match is None:
                self._scanned = len(self.buffer)
                self._refuse_nonsense()
                return False
            head = parse_head(bytes(self.buffer[self.start : match.start()]))
            if head.status in _INTERIM and head.status != _SWITCHING:
                self.start = self._scanned = match.end()
                continue
            self.head, self.body_start = head, match.end()
            self._position = match.end()
            self._mode, self._need = head.body_mode(self.method)
            return True

    def _refuse_nonsense(self) -> None:
        length = len(self.buffer) - self.start
        if length > _MAX_HEAD:
            raise FramingError("the head is too large")
        if length >= len(b"HTTP/") and not self.buffer.startswith(b"HTTP/", self.start):
            raise FramingError(f"no status line: {bytes(self.buffer[self.start : self.start + 40])!r}")

    def _finish(self, end: int) -> None:
        self.end, self.complete = end, True

    # The states of a chunked body: each takes what it can and says whether the next can go on.

    def _line(self) -> bytes | None:
        end = self.buffer.find(b"\n", self._position)
        if end < 0:
            if len(self.buffer) - self._position > _MAX_CHUNK_LINE:
                raise FramingError("a chunk line is too long")
            return None
        line = bytes(self.buffer[self._position : end]).rstrip(b"\r")
        self._position = end + 1
        return line

    def _chunk_size(self) -> bool:
        line = self._line()
        if line is None:
            return False
        size = line.split(b";", 1)[0].strip()
        if not re.fullmatch(rb"[0-9A-Fa-f]+", size):
            raise FramingError(f"bad chunk size {size[:20]!r}")
        self._need = int(size, 16)
        self._state = self._chunk_data if self._need else self._trailer
        return True

    def _chunk_data(self) -> bool:
        take = min(self._need, len(self.buffer) - self._position)
        if take <= 0:
            return False
        end = self._position + take
        if self._chunks and self._chunks[-1][1] == self._position:
            self._chunks[-1] = (self._chunks[-1][0], end)
        else:
            self._chunks.append((self._position, end))
        self._position = end
        self._need -= take
        if self._need == 0:
            self._state = self._chunk_end
        return self._need == 0

    def _chunk_end(self) -> bool:
        line = self._line()
        if line is None:
            return False
        if line:
            raise FramingError("a chunk is not followed by an empty line")
        self._state = self._chunk_size
        return True

    def _trailer(self) -> bool:
        line = self._line()
        if line is None:
            return False
        if not line:
            self._finish(self._position)
        return True


def frame(block: bytes, method: str = "GET") -> ResponseFramer:
    """Frame a whole response, such as the block of a WARC record.

    Raises:
        FramingError: the block is no HTTP response.
    """
    framer = ResponseFramer(bytearray(block), method)
    if not framer.feed():
        framer.close()
    if framer.head is None:
        raise FramingError("the head has no end")
    return framer
