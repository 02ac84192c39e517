"""The HTTP message in a response record: status, headers, payload decoded."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archiver.capture.decoding import decode
from archiver.capture.framing import frame
from archiver.capture.head import FramingError
from archiver.capture.parsing import ParsedRecord
from archiver.capture.spool import Spool
from archiver.models.capture import Answer

_OK = 200


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


def is_whole(headers: Mapping[str, str]) -> bool:
    """Whether a record holds all of its answer, whatever the answer's own head says of its length and framing.

    Browsers give bodies without the framing and the encoding that their heads tell of.
    """
    return "warc-truncated" not in headers


def read_message(record: ParsedRecord, folder: Path | None = None) -> Message:
    """Read the block of a record. A long one is spooled to `folder`."""
    if not record.is_http:
        return _read_resource(record, folder) if is_page(record.type, record.target_uri) else Message()
    try:
        framer = frame(record.pieces(), folder=folder, is_lenient=is_whole(record.headers))
    except FramingError as error:
        return Message(problem=f"not HTTP: {error}")
    try:
        answer = framer.answer()
        assert answer is not None
        return message_of(answer)
    finally:
        framer.received.close()


def is_page(kind: str, target_uri: str) -> bool:
    """Whether a record without an HTTP message holds what an address of the web showed (WARC 1.1, 6.4)."""
    return kind in {"resource", "response"} and target_uri.lower().startswith(("http://", "https://"))


def _read_resource(record: ParsedRecord, folder: Path | None) -> Message:
    """What an address showed, without the head of its answer: the record's own type stands for it."""
    spool = Spool(folder)
    sums = hashlib.sha256()
    try:
        for piece in record.pieces():
            spool.append(piece)
            sums.update(piece)
        decoded = decode(spool.pieces(), [])
        length = len(spool)
    finally:
        spool.close()
    kind = record.headers.get("content-type")
    return Message(
        status=_OK,
        headers=() if kind is None else (("Content-Type", kind),),
        payload=decoded.payload,
        entity_length=length,
        payload_sha256=f"sha256:{sums.hexdigest()}",
    )


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
