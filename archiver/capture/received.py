"""A response as it comes in: its block and its entity, kept and digested in one pass."""

from collections.abc import Iterator
from pathlib import Path

from archiver.capture.digests import Digests
from archiver.capture.head import Head
from archiver.capture.spool import IN_MEMORY, Spool
from archiver.models.capture import Answer


class Received:
    """What a `ResponseFramer` fills. Only a chunked body has an entity apart from its block."""

    def __init__(self, folder: Path | None = None, *, in_memory: int = IN_MEMORY) -> None:
        self._folder = folder
        self._in_memory = in_memory
        self._raw_head = b""
        self._block = Spool(folder, in_memory=in_memory)
        self._entity: Spool | None = None
        self._block_digests = Digests()
        self._payload_digests = Digests()
        self._payload_length = 0

    @property
    def block_length(self) -> int:
        """Bytes of head and body received so far, chunk framing included."""
        return len(self._block)

    @property
    def payload_length(self) -> int:
        """Bytes of the entity received so far."""
        return self._payload_length

    def head(self, raw: bytes, *, chunked: bool) -> None:
        """The head, whole, with its empty line."""
        self._raw_head = raw
        self._frame(raw)
        if chunked:
            self._entity = Spool(self._folder, in_memory=self._in_memory)

    def body(self, data: bytes | memoryview) -> None:
        """Bytes of a body without framing: block and entity in one."""
        self._frame(data)
        self._payload_digests.update(data)
        self._payload_length += len(data)

    def framing(self, data: bytes | memoryview) -> None:
        """Bytes of a chunked body as received."""
        self._frame(data)

    def chunk(self, data: bytes | memoryview) -> None:
        """What a chunk holds."""
        assert self._entity is not None
        self._entity.append(data)
        self._payload_digests.update(data)
        self._payload_length += len(data)

    def answer(self, head: Head) -> Answer:
        """What was received, as a value. Its block and entity can be read until `close`."""
        entity = _Tail(self._block, len(self._raw_head)) if self._entity is None else self._entity
        return Answer(
            status=head.status,
            fields=head.fields,
            head=self._raw_head,
            block=self._block,
            entity=entity if self._payload_length else _NOTHING,
            block_digests=self._block_digests.labelled(),
            payload_digests=self._payload_digests.labelled(),
        )

    def close(self) -> None:
        """Let go of memory and files."""
        self._block.close()
        if self._entity is not None:
            self._entity.close()

    def _frame(self, data: bytes | memoryview) -> None:
        self._block.append(data)
        self._block_digests.update(data)


class _Tail:
    """A spool without its first bytes."""

    def __init__(self, spool: Spool, start: int) -> None:
        self._spool, self._start = spool, start

    def __len__(self) -> int:
        return len(self._spool) - self._start

    def pieces(self) -> Iterator[bytes]:
        return self._spool.pieces(self._start)


class _Nothing:
    """An entity of no bytes."""

    def __len__(self) -> int:
        return 0

    def pieces(self) -> Iterator[bytes]:
        return iter(())


_NOTHING = _Nothing()
