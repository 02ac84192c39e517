"""One request and its answer while they are under way, and how long they may take."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from archiver.capture.framing import ResponseFramer
from archiver.models.capture import Failure

_GRACE = 30.0  # seconds before a slow answer is called so
_LOOK = 5.0  # seconds between two looks at the rate
_PIECE = 16 * 1024  # bytes
_OVERHEAD = 1 << 20  # bytes; chunk framing may cost as much as the body, and this


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What an answer may cost."""

    silence: float  # seconds without a byte
    whole: float  # seconds for all of it
    rate: int  # bytes a second, on average, after the first half minute
    body: int  # bytes

    def over(self, framer: ResponseFramer) -> bool:
        """Whether an answer is larger than it may be, by its entity or by its framing."""
        received = framer.received
        return received.payload_length > self.body or received.block_length > 2 * self.body + _OVERHEAD


@dataclass(slots=True)
class Transfer:
    """One request and its answer."""

    framer: ResponseFramer
    bounds: Bounds
    sent: bytes
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    truncated: str | None = None  # WARC-Truncated
    failure: Failure | None = None
    error: OSError | None = None  # of the disk that large answers are spooled to
    begun_at: float = 0.0  # of the loop's clock: when the request was sent
    first_at: float | None = None
    last_at: float = 0.0
    came: int = 0  # bytes

    def count(self, length: int, now: float) -> None:
        """Note that bytes came."""
        if self.first_at is None:
            self.first_at = now
        self.last_at = now
        self.came += length

    def take(self, data: bytes) -> bool:
        """Give on what came; True once the answer is whole.

        In small pieces: what comes at one read may hold both the byte that is too many and the end of the answer.
        """
        if len(data) <= _PIECE:
            return self.framer.feed(data)
        for start in range(0, len(data), _PIECE):
            if not self.framer.feed(data[start : start + _PIECE]) and self.bounds.over(self.framer):
                return False
        return self.framer.complete

    def late(self, now: float) -> str | None:
        """Why no more is waited for; None while there is hope."""
        bounds = self.bounds
        if now - self.begun_at >= bounds.whole:
            return f"not whole after {bounds.whole:g} s"
        if now - self.last_at >= bounds.silence:
            return f"nothing came for {bounds.silence:g} s"
        if self.first_at is not None and now - self.first_at >= _GRACE:
            rate = self.came / (now - self.first_at)
            if rate < bounds.rate:
                return f"only {rate:.0f} bytes a second came"
        return None

    def next_look(self, now: float) -> float:
        """When it is to be asked again whether it is late."""
        looks = [self.begun_at + self.bounds.whole, self.last_at + self.bounds.silence]
        if self.first_at is not None and self.bounds.rate:
            looks.append(max(self.first_at + _GRACE, now + _LOOK))
        return max(min(looks), now + 0.01)
