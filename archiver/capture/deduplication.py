"""Whether a payload was kept before, by an earlier crawl or by this one: then a `revisit` record will do."""

from archiver.models.capture import Answer, Exchange, Original
from archiver.models.frontier import Memory

_PARTIAL = 206


class Deduplicator:
    """Remembers what this crawl has written, and asks the memory for what others have."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._own: dict[bytes, Original] = {}

    def original(self, exchange: Exchange) -> Original | None:
        """The capture that already holds the payload of an exchange; None where it is new, empty or not whole.

        Payloads are equal when their SHA-256 is: two with one SHA-1 can be made.
        """
        answer = exchange.response
        if answer is None or not _is_whole(exchange, answer):
            return None
        digest = answer.payload_digests["sha256"]
        return self._own.get(_key(digest)) or self._memory.original(digest)

    def remember(self, exchange: Exchange, original: Original) -> None:
        """Note that a response was kept."""
        if exchange.response is not None and _is_whole(exchange, exchange.response):
            self._own[_key(exchange.response.payload_digests["sha256"])] = original


def _is_whole(exchange: Exchange, answer: Answer) -> bool:
    return (
        exchange.truncated is None
        and exchange.failure is None
        and len(answer.entity) > 0
        and answer.status != _PARTIAL
    )


def _key(digest: str) -> bytes:
    return bytes.fromhex(digest.partition(":")[2])
