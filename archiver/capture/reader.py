"""WARC records back into captures, in the order in which they were written."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from archiver.capture.fields import archived_from, failure_of, run_finished, run_started, visit_of
from archiver.capture.members import read_member, read_members
from archiver.capture.message import Message, read_message
from archiver.capture.parsing import ParsedRecord, parse_record
from archiver.capture.profiles import is_not_modified
from archiver.capture.submissions import submission_of
from archiver.collection.warcs import OPEN, name_of, path_of
from archiver.models.capture import Capture, Role, RunRecord, Snapshot, Visit
from archiver.models.frontier import Place
from archiver.models.submission import Submission

_NO_VISIT = Visit(role=Role.SOURCE, seed="")  # of records that others wrote
_ANSWERS = frozenset(["response", "revisit", "resource"])
_NOTHING = Message()
_LOST = Message(problem="the capture that it refers to is not in the archive")

Find = Callable[[str, str], Place | None]
Item = Capture | RunRecord | Submission


def nowhere(target_uri: str, date: str) -> Place | None:  # noqa: ARG001
    """Finds no original: for files that hold no revisits, or whose revisits need not be read."""
    return None


def read_captures(path: Path, start: int = 0, *, find: Find = nowhere) -> Iterator[tuple[Item, int]]:
    """What a WARC file tells from an offset on, each with the offset after it.

    An exchange of ours ends with its metadata record. One that has not ended, in a file still being written, is left
    for the next time. `find` says where the capture lies that a revisit refers to, in the same folder.

    Raises:
        DamagedWarcError: a finished file is torn or broken.
    """
    reader = _Reader(path, find)
    answer: ParsedRecord | None = None
    message = _NOTHING
    end = start
    for member in read_members(path, start):
        record = parse_record(path, member)
        if record.type in {"warcinfo", *_ANSWERS} and answer is not None:
            yield reader.capture(answer, message, {}), end  # written by others: no metadata closed it
            answer = None
        end = member.offset + member.length
        if record.type in _ANSWERS:
            answer, message = record, reader.message(record)
            continue
        fields = record.fields() if record.type in {"warcinfo", "metadata"} else {}
        run = run_started(path, fields) if record.type == "warcinfo" else run_finished(path, fields)
        told = run or submission_of(record.target_uri, record.headers.get("warc-date", ""), fields)
        if told is not None:
            if answer is not None:
                yield reader.capture(answer, message, {}), answer.offset + answer.length
                answer = None
            yield told, end
        elif record.type == "metadata" and "role" in fields:
            if answer is not None and not record.belongs_to(answer):
                yield (
                    reader.capture(answer, message, {}),
                    answer.offset + answer.length,
                )  # its metadata was lost
                answer = None
            # Without an answer and without a reason why, the answer was lost: as if it had never been asked for.
            if answer is not None or "fetchError" in fields:
                yield reader.capture(answer or record, message if answer else _NOTHING, fields), end
            answer = None
    if answer is not None and not path.name.endswith(OPEN):
        yield reader.capture(answer, message, {}), end


def read_capture(path: Path, offset: int, visit: Visit = _NO_VISIT, *, find: Find = nowhere) -> Capture:
    """The one capture whose response or revisit lies at an offset; the visit is not looked up.

    Raises:
        DamagedWarcError: there is no whole record.
    """
    reader = _Reader(path, find)
    record, message = reader.at(path, offset)
    return replace(reader.capture(record, message, {}), visit=visit)


class _Reader:
    """Reads the records of one file, and the originals of its revisits in files beside it."""

    def __init__(self, path: Path, find: Find) -> None:
        self._path, self._find = path, find

    def at(self, path: Path, offset: int) -> tuple[ParsedRecord, Message]:
        """The record at an offset, and its message.

        Raises:
            DamagedWarcError: there is no whole record.
        """
        (found,) = (
            (record, self.message(record))
            for member in read_member(path, offset)
            for record in [parse_record(path, member)]
        )
        return found

    def message(self, record: ParsedRecord) -> Message:
        """The HTTP message that an answer holds, or stands for."""
        if record.type != "revisit":
            return read_message(record, self._path.parent)
        own = read_message(record, self._path.parent)
        original = self._original(record)
        if original is _LOST or own.status is None or is_not_modified(record.headers.get("warc-profile")):
            return original
        return replace(original, status=own.status, headers=own.headers)

    def capture(self, answer: ParsedRecord, message: Message, fields: dict[str, str]) -> Capture:
        """An answer, or the metadata that tells why there is none, as a capture."""
        headers = answer.headers
        visit = visit_of(fields) if fields else _NO_VISIT
        is_revisit = answer.type == "revisit"
        uri, date = (is_revisit and answer.refers_to) or (None, None)
        is_unchanged = is_revisit and is_not_modified(headers.get("warc-profile"))
        snapshot = Snapshot(
            record_id=headers.get("warc-record-id", ""),
            target_uri=answer.target_uri,
            date=headers.get("warc-date", ""),
            status=304 if is_unchanged else message.status,
            content_type=message.header("content-type"),
            payload_digest=headers.get("warc-payload-digest"),
            warc=name_of(self._path),
            offset=answer.offset,
            length=answer.length,
            kind=answer.type,
            # Of a revisit it says that the payload is left out, not that it came in part (WARC 1.1, 6.7.2).
            truncated=None if is_revisit else headers.get("warc-truncated"),
            via=visit.via,
            archived_from=archived_from(headers.get("warc-source-uri")),
            creation_date=headers.get("warc-creation-date"),
            payload_sha256=message.payload_sha256,
            etag=message.header("etag"),
            last_modified=message.header("last-modified"),
            refers_to_target_uri=uri,
            refers_to_date=date,
        )
        return Capture(
            snapshot=snapshot,
            visit=visit,
            status=message.status,
            headers=message.headers,
            payload=message.payload,
            entity_length=message.entity_length,
            problem=message.problem,
            failure=failure_of(fields),
        )

    def _original(self, record: ParsedRecord) -> Message:
        refers_to = record.refers_to
        place = self._find(*refers_to) if refers_to is not None else None
        if place is None:
            return _LOST
        path = path_of(self._path.parent, place.warc)
        return _Reader(self._path.with_name(place.warc), nowhere).at(path, place.offset)[1]
