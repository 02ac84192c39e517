"""WARC records back into captures, in the order in which they were written."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from archiver.capture.decoding import decode
from archiver.capture.framing import frame
from archiver.capture.head import FramingError
from archiver.capture.members import DamagedWarcError, Member, read_member, read_members
from archiver.capture.record import parse_warc_fields
from archiver.models.capture import FAILURES, Capture, Failure, Role, RunRecord, Snapshot, Visit

_NO_VISIT = Visit(role=Role.SOURCE, seed="")  # of records that others wrote


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    member: Member
    headers: dict[str, str]
    block: bytes

    @property
    def type(self) -> str:
        return self.headers.get("warc-type", "")


@dataclass(slots=True)
class _Exchange:
    """The records of one exchange, as they come in."""

    answer: _Record | None = None
    records: list[_Record] = field(default_factory=list)


def read_captures(path: Path, start: int = 0) -> Iterator[tuple[Capture | RunRecord, int]]:
    """What a WARC file tells from an offset on, each with the offset after it.

    An exchange of ours ends with its metadata record. One that has not ended, in a file still being written, is left
    for the next time.

    Raises:
        DamagedWarcError: a finished file is torn or broken.
    """
    pending = _Exchange()
    end = start
    for member in read_members(path, start):
        record = _parse(path, member)
        if record.type in {"warcinfo", "response", "revisit", "resource"} and pending.answer is not None:
            yield _capture(path, pending, None), end  # written by others: no metadata closed it
            pending = _Exchange()
        end = member.offset + member.length
        if record.type == "warcinfo":
            fields = dict(parse_warc_fields(record.block))
            if "run" in fields:
                yield _run_started(path, fields), end
        elif record.type in {"response", "revisit", "resource"}:
            pending.answer = record
            pending.records.append(record)
        elif record.type == "metadata":
            fields = dict(parse_warc_fields(record.block))
            if "exitCode" in fields:
                yield _run_finished(path, fields), end
            elif "role" in fields:
                pending.records.append(record)
                yield _capture(path, pending, fields), end
                pending = _Exchange()
    if pending.answer is not None and not path.name.endswith(".open"):
        yield _capture(path, pending, None), end


def read_capture(path: Path, offset: int, visit: Visit = _NO_VISIT) -> Capture:
    """The one capture whose response record lies at an offset; the visit is not looked up.

    Raises:
        DamagedWarcError: there is no whole record.
    """
    record = _parse(path, read_member(path, offset))
    capture = _capture(path, _Exchange(answer=record, records=[record]), None)
    return Capture(
        snapshot=capture.snapshot,
        visit=visit,
        headers=capture.headers,
        payload=capture.payload,
        problem=capture.problem,
    )


def _parse(path: Path, member: Member) -> _Record:
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(member.content), no_record_parse=True)))
        headers = {name.lower(): value for name, value in record.rec_headers.headers}
        return _Record(member=member, headers=headers, block=record.raw_stream.read())
    except (ArchiveLoadFailed, StopIteration, AttributeError, ValueError) as error:
        # AttributeError: warcio 1.8 on some headers that are none
        raise DamagedWarcError(f"{path}: no WARC record at byte {member.offset}: {error}") from error


def _capture(path: Path, exchange: _Exchange, fields: dict[str, str] | None) -> Capture:
    answer = exchange.answer or exchange.records[-1]
    visit = _visit(fields) if fields is not None else _NO_VISIT
    status, headers, payload, problem = _http(exchange.answer)
    snapshot = Snapshot(
        record_id=answer.headers.get("warc-record-id", ""),
        target_uri=answer.headers.get("warc-target-uri", "").strip("<>"),  # wget writes angle brackets
        date=answer.headers.get("warc-date", ""),
        status=status,
        content_type=next((value for name, value in headers if name.lower() == "content-type"), None),
        payload_digest=answer.headers.get("warc-payload-digest"),
        warc=path.name.removesuffix(".open"),
        offset=answer.member.offset,
        length=answer.member.length,
        kind=answer.type,
        truncated=answer.headers.get("warc-truncated"),
        via=visit.via,
    )
    failure = _failure(fields.get("fetchError")) if fields else None
    return Capture(
        snapshot=snapshot, visit=visit, headers=headers, payload=payload, problem=problem, failure=failure
    )


def _http(answer: _Record | None) -> tuple[int | None, tuple[tuple[str, str], ...], bytes, str | None]:
    if answer is None or "application/http" not in answer.headers.get("content-type", ""):
        return None, (), b"", None
    try:
        framer = frame(answer.block)
    except FramingError as error:
        return None, (), b"", f"not HTTP: {error}"
    head = framer.head
    assert head is not None
    decoded = decode(framer.entity(), [value.decode("latin-1") for value in head.values(b"content-encoding")])
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in head.fields)
    return head.status, headers, decoded.payload, decoded.problem


def _visit(fields: dict[str, str]) -> Visit:
    role = fields.get("role", "")
    return Visit(
        role=Role(role) if role in set(Role) else Role.SOURCE,
        seed=fields.get("seed", ""),
        via=fields.get("via"),
        hops_from_seed=fields.get("hopsFromSeed", ""),
        month=fields.get("month"),
        page=int(fields["page"]) if fields.get("page", "").isdecimal() else None,
    )


def _failure(text: str | None) -> Failure | None:
    if text is None:
        return None
    reason, _, detail = text.partition(" ")
    return Failure(reason=reason if reason in FAILURES else "internal", detail=detail)


def _run_started(path: Path, fields: dict[str, str]) -> RunRecord:
    settings: Any = json.loads(fields["settings"]) if "settings" in fields else None
    return RunRecord(
        run_id=fields["run"],
        warc=path.name.removesuffix(".open"),
        started=fields.get("started"),
        settings=settings if isinstance(settings, str) else None,
    )


def _run_finished(path: Path, fields: dict[str, str]) -> RunRecord:
    counts: dict[str, int] = json.loads(fields.get("counts", "{}"))
    return RunRecord(
        run_id=fields["run"],
        warc=path.name.removesuffix(".open"),
        finished=fields.get("finished"),
        exit_code=int(fields["exitCode"]),
        counts=counts,
    )
