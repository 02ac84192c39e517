"""Where an HTTP/1.x response begins and ends in the bytes received: sans-IO, lenient, not a byte changed.

The framer passes on what it gets, in pieces of any size, to a `Received`; it holds back only a head or a line of chunk
framing that has not ended yet.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from archiver.capture.head import FramingError, Head, parse_head
from archiver.capture.received import Received
from archiver.models.capture import Answer

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_CHUNK_SIZE = re.compile(rb"[0-9A-Fa-f]{1,16}")
_MAX_HEAD = 2 * 1024 * 1024  # 300 cookies of 4 kB, and some; interim answers are counted with it
_MAX_CHUNK_LINE = 8 * 1024
_MAX_SIZE_LINE = 1024  # a first line without an end by then is no chunk's size
_MAX_TRAILER = 64 * 1024
_INTERIM = range(100, 200)
_SWITCHING = 101


class ResponseFramer:
    """Follows one response. Call `feed()` with the bytes that came, `close()` at the end of input."""

    def __init__(self, received: Received, method: str = "GET", *, is_lenient: bool = False) -> None:
        """`is_lenient`: the head may tell of a framing that the body no longer has, as in records that browsers made."""
        self.received = received
        self._is_lenient = is_lenient
        self.head: Head | None = None
        self.interim = b""  # the 1xx answers that came before the final one, as received
        self.complete = False
        self.excess = 0  # bytes after the end of the message
        self._method = method
        self._held = bytearray()  # an unfinished head, or an unfinished line of chunk framing
        self._start = 0  # of the final head in what is held: interim answers stand before it
        self._scanned = 0
        self._mode = ""
        self._raw_head = b""  # of a body that may be chunked or not
        self._need = 0  # bytes of the body, or of the chunk, that are still to come
        self._trailer_length = 0
        self._state = self._chunk_size

    @property
    def is_untouched(self) -> bool:
        """Whether nothing came at all."""
        return self.head is None and not self._held

    @property
    def partial_head(self) -> bytes:
        """What came of an answer whose head has no end, or is none."""
        return bytes(self._held) if self.head is None else b""

    @property
    def reusable(self) -> bool:
        """Whether the connection may serve another request after this answer."""
        head = self.head
        return (
            head is not None
            and self.complete
            and not self.excess
            and self._mode != "close"
            and head.keeps_alive
            and not head.contradicts_itself
        )

    def feed(self, data: bytes) -> bool:
        """Take the bytes that came; True once the message has ended.

        Raises:
            FramingError: this is not HTTP, or its head or a chunk line is absurdly long. What came is kept.
            OSError: the disk that large bodies are spooled to is full or broken.
        """
        if self.complete:
            self.excess += len(data)
            return True
        if self.head is None:
            self._held += data
            if not self._find_head():
                return False
            data = bytes(self._held)
            self._held.clear()
        self._body(data)
        return self.complete

    def close(self) -> bool:
        """The peer closed: True when that is how this message ends."""
        if self._mode == "perhaps chunked":
            self._settle_mode()
        if not self.complete and self._mode == "close":
            self.complete = True
        return self.complete

    def answer(self) -> Answer | None:
        """The answer, as far as it came; None when its head never ended."""
        return None if self.head is None else self.received.answer(self.head)

    def _find_head(self) -> bool:
        """Look for the end of the head; what follows it stays in `_held`."""
        while True:
            match = _END_OF_HEAD.search(self._held, max(self._start, self._scanned - 3))
            if match is None:
                self._scanned = len(self._held)
                self._refuse_nonsense()
                return False
            if match.end() > _MAX_HEAD:
                raise FramingError("the head is too large")
            head = parse_head(bytes(self._held[self._start : match.start()]))
            if head.status in _INTERIM and head.status != _SWITCHING:
                self._start = self._scanned = match.end()
                continue
            raw = bytes(self._held[self._start : match.end()])
            self.interim = bytes(self._held[: self._start])
            del self._held[: match.end()]
            self.head = head
            self._mode, self._need = head.body_mode(self._method)
            if self._is_lenient and self._mode == "length":
                self._mode = "close"  # the record ends where the body does
            if self._is_lenient and self._mode == "chunked":
                self._mode, self._raw_head = "perhaps chunked", raw  # until its first line is seen
                return True
            self.received.head(raw, chunked=self._mode == "chunked")
            return True

    def _refuse_nonsense(self) -> None:
        if len(self._held) > _MAX_HEAD:
            raise FramingError("the head is too large")
        begun = self._held[self._start : self._start + 5]
        if not b"HTTP/".startswith(begun):
            raise FramingError(f"no status line: {bytes(self._held[self._start : self._start + 40])!r}")

    def _body(self, data: bytes) -> None:
        if self._mode == "perhaps chunked":
            self._held += data
            if b"\n" in self._held or len(self._held) > _MAX_SIZE_LINE:
                self._settle_mode()
            return
        if self._mode == "chunked":
            self._chunked(data)
        elif self._mode == "close":
            self.received.body(data)
        else:
            self.received.body(data[: self._need])
            self.excess = max(0, len(data) - self._need)
            self._need = max(0, self._need - len(data))
            self.complete = self._need == 0

    def _settle_mode(self) -> None:
        """Whether a body is chunked as its head says, by its first line."""
        data = bytes(self._held)
        self._held.clear()
        line, end, _ = data.partition(b"\n")
        is_chunked = bool(end) and _CHUNK_SIZE.fullmatch(line.split(b";", 1)[0].strip()) is not None
        self._mode = "chunked" if is_chunked else "close"
        self.received.head(self._raw_head, chunked=is_chunked)
        if data:
            self._body(data)

    def _chunked(self, data: bytes) -> None:
        """Everything up to the end of the message is block; what the chunks hold is entity."""
        position = 0
        try:
            while position < len(data) and not self.complete:
                position = self._state(data, position)
        except FramingError:
            position = len(data)
            raise
        finally:
            self.received.framing(data[:position])
            self.excess = len(data) - position

    # The states of a chunked body: each takes what it can from a position on, and gives the position after it.

    def _chunk_data(self, data: bytes, position: int) -> int:
        chunk = memoryview(data)[position : position + self._need]
        self.received.chunk(chunk)
        self._need -= len(chunk)
        if self._need == 0:
            self._state = self._chunk_end
        return position + len(chunk)

    def _chunk_size(self, data: bytes, position: int) -> int:
        line, position = self._line(data, position)
        if line is not None:
            size = line.split(b";", 1)[0].strip()
            if not _CHUNK_SIZE.fullmatch(size):
                raise FramingError(f"bad chunk size {size[:20]!r}")
            self._need = int(size, 16)
            self._state = self._chunk_data if self._need else self._trailer
        return position

    def _chunk_end(self, data: bytes, position: int) -> int:
        line, position = self._line(data, position)
        if line:
            raise FramingError("a chunk is not followed by an empty line")
        if line is not None:
            self._state = self._chunk_size
        return position

    def _trailer(self, data: bytes, position: int) -> int:
        line, end = self._line(data, position)
        self._trailer_length += end - position
        if self._trailer_length > _MAX_TRAILER:
            raise FramingError("the trailer is too long")
        if line == b"":
            self.complete = True
        return end

    def _line(self, data: bytes, position: int) -> tuple[bytes | None, int]:
        """The line of framing that ends in these bytes; None, and what there is of it held back, where none does."""
        end = data.find(b"\n", position)
        self._held += data[position : end if end >= 0 else len(data)]
        if len(self._held) > _MAX_CHUNK_LINE:
            raise FramingError("a chunk line is too long")
        if end < 0:
            return None, len(data)
        line = bytes(self._held).rstrip(b"\r")
        self._held.clear()
        return line, end + 1


def frame(
    block: Iterable[bytes], method: str = "GET", folder: Path | None = None, *, is_lenient: bool = False
) -> ResponseFramer:
    """Frame a whole response, such as the block of a WARC record, given in pieces. Large ones are spooled to `folder`.

    Raises:
        FramingError: the block is no HTTP response.
    """
    framer = ResponseFramer(Received(folder), method, is_lenient=is_lenient)
    for piece in block:
        framer.feed(piece)
    framer.close()
    if framer.head is None:
        raise FramingError("the head has no end")
    return framer
