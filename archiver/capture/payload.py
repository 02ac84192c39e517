"""The whole payload of a capture, however long: decoded, in memory while it is small, else in an unnamed file."""

from pathlib import Path

from archiver.capture.decoding import undone
from archiver.capture.framing import frame
from archiver.capture.head import FramingError
from archiver.capture.members import read_member
from archiver.capture.parsing import ParsedRecord, parse_record
from archiver.capture.reader import Find, nowhere
from archiver.capture.spool import Spool
from archiver.collection.warcs import path_of


def read_payload(path: Path, offset: int, *, find: Find = nowhere) -> Spool:
    """What the record at an offset holds, or the one that it refers to; empty where there is none.

    Raises:
        DamagedWarcError: there is no whole record.
        OSError: the disk is full or broken.
    """
    payload = Spool()
    for member in read_member(path, offset):
        record = parse_record(path, member)
        if record.type == "revisit":
            place = find(*record.refers_to) if record.refers_to is not None else None
            if place is not None:
                payload.close()
                return read_payload(path_of(path.parent, place.warc), place.offset)
        if record.is_http:
            _read(record, payload)
        elif record.type == "resource":
            for piece in record.pieces():  # it has no head of an answer (WARC 1.1, 6.4)
                payload.append(piece)
    return payload


def _read(record: ParsedRecord, payload: Spool) -> None:
    try:
        framer = frame(record.pieces())
    except FramingError:
        return
    try:
        answer = framer.answer()
        assert answer is not None
        encodings = [
            value.decode("latin-1") for name, value in answer.fields if name.lower() == b"content-encoding"
        ]
        for piece in undone(answer.entity.pieces(), encodings):
            payload.append(piece)
    finally:
        framer.received.close()
