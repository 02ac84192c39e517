"""The HTTP message in a response record: status, headers, payload decoded."""

from dataclasses import dataclass
from pathlib import Path

from archiver.capture.decoding import decode
from archiver.capture.framing import frame
from archiver.capture.head import FramingError
from archiver.capture.parsing import ParsedRecord
from archiver.models.capture import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """An answer as a reader of its page sees it."""

    status: int | None = None  # None: no HTTP message
    headers: tuple[tuple[str, str], ...] = ()
    payload: bytes = b""
    entity_length: int = 0
    payload_sha256: str | None = None  # of the entity
    problem: str | None = None

    def header(self, name: str) -> str | None:
        """The first value of a header; `name` in lower case."""
        return next((value for key, value in self.headers if key.lower() == name), None)


def read_message(record: ParsedRecord, folder: Path | None = None) -> Message:
    """Read the block of a record. A long one is spooled to `folder`."""
    if not record.is_http:
        return Message()
    try:
        framer = frame(record.pieces(), folder=folder)
    except FramingError as error:
        return Message(problem=f"not HTTP: {error}")
    try:
        answer = framer.answer()
        assert answer is not None
        return message_of(answer)
    finally:
        framer.received.close()


def message_of(answer: Answer) -> Message:
    """An answer, decoded."""
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.fields)
    encodings = [value for name, value in headers if name.lower() == "content-encoding"]
    decoded = decode(answer.entity.pieces(), encodings)
    return Message(
        status=answer.status,
        headers=headers,
        payload=decoded.payload,
        entity_length=len(answer.entity),
        payload_sha256=answer.payload_digests["sha256"],
        problem=decoded.problem,
    )
