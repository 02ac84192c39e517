"""The payload of a record, digested while its block goes by. Nothing is kept."""

from typing import Protocol, cast

from archiver.capture.framing import ResponseFramer
from archiver.capture.head import FramingError, Head
from archiver.capture.received import Received
from archiver.capture.verifying.labels import Sums

_HEAD_LIMIT = 64 * 1024


class Payload(Protocol):
    """Takes a block, gives the digests that its payload may have."""

    def feed(self, data: memoryview) -> None:
        """Take more of the block."""

    def sums(self) -> list[dict[str, bytes]]:
        """What the payload may rightly be said to be: one reading of ours, several of others."""


class NoPayload:
    """Of a record whose payload is not digested, or is its block."""

    def feed(self, data: memoryview) -> None:
        """Take more of the block."""

    def sums(self) -> list[dict[str, bytes]]:
        """None."""
        return []


class ResponsePayload:
    """The entity of an HTTP response: its body without chunk framing. Others often digest the body as it came."""

    def __init__(self, algorithms: tuple[str, ...], *, ours: bool, is_lenient: bool = False) -> None:
        self.problem: str | None = None  # why the block is no HTTP message
        self._entity = Sums(algorithms)
        self._body = Sums(() if ours else algorithms)
        # The framer passes on what it gets, and only that is used here: nothing needs to be kept.
        self._framer = ResponseFramer(cast("Received", self), is_lenient=is_lenient)

    @property
    def message(self) -> Head | None:
        """The head of the message."""
        return self._framer.head

    def feed(self, data: memoryview) -> None:
        """Take more of the block."""
        if self.problem is not None or self._framer.complete:
            return
        try:
            self._framer.feed(bytes(data))
        except FramingError as error:
            self.problem = str(error)

    def sums(self) -> list[dict[str, bytes]]:
        """Of the entity; of others' also that of the body."""
        if self.problem is None and self._framer.head is not None:
            self._framer.close()
        return [self._entity.raw(), self._body.raw()]

    # What a `ResponseFramer` asks of what it fills.

    def head(self, raw: bytes, *, chunked: bool) -> None:
        """The head, whole."""

    def body(self, data: bytes | memoryview) -> None:
        """A body without framing."""
        self._entity.update(data)
        self._body.update(data)

    def framing(self, data: bytes | memoryview) -> None:
        """A chunked body as it came."""
        self._body.update(data)

    def chunk(self, data: bytes | memoryview) -> None:
        """What a chunk holds."""
        self._entity.update(data)


class RequestPayload:
    """The body of an HTTP request: all after the first empty line."""

    def __init__(self, algorithms: tuple[str, ...]) -> None:
        self._sums = Sums(algorithms)
        self._held: bytearray | None = bytearray()

    def feed(self, data: memoryview) -> None:
        """Take more of the block."""
        if self._held is None:
            self._sums.update(data)
            return
        self._held += data
        end = self._held.find(b"\r\n\r\n")
        if end >= 0 or len(self._held) > _HEAD_LIMIT:
            self._sums.update(bytes(self._held[end + 4 :]) if end >= 0 else b"")
            self._held = None

    def sums(self) -> list[dict[str, bytes]]:
        """Of the body."""
        return [self._sums.raw()]
