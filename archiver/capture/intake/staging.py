"""A file that others wrote, checked and packed one gzip member a record, and told record by record.

A record that is a gzip member already keeps its very bytes. Which records go into the archive, and what they are for the
blog, is decided when all of them are known.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from isal import isal_zlib

from archiver.capture.intake.arc import BEGINNINGS as ARC_BEGINNINGS
from archiver.capture.intake.arc import MARK as ARC_MARK
from archiver.capture.intake.arc import cut_arc
from archiver.capture.intake.checking import Checked, check
from archiver.capture.intake.cut import Cut
from archiver.capture.intake.cutting import BEGINNING, cut_warc
from archiver.capture.intake.mementos import as_captured
from archiver.capture.intake.stream import Stream
from archiver.capture.intake.unpacked import Unpacked
from archiver.capture.record import GZIP_LEVEL
from archiver.models.imported import SetAside

_END = b"\r\n\r\n"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """One record that is as it should be, where it lies until it is written into the archive."""

    offset: int
    length: int
    source: int  # its place in the file that it comes from
    type: str
    record_id: str
    target_uri: str
    date: str
    concurrent_to: tuple[str, ...] = ()
    refers_to: str | None = None
    refers_to_target_uri: str | None = None
    refers_to_date: str | None = None
    profile: str | None = None
    payload_digest: str | None = None
    status: int | None = None
    content_type: str | None = None
    method: str | None = None  # of a request
    said: tuple[str, ...] = ()  # what was put right in it
    is_repacked: bool = False
    is_told: bool = False  # metadata of ours: what a capture was for
    told: tuple[tuple[str, str], ...] = ()  # fields of it that help to find the blog


@dataclass(slots=True, kw_only=True)
class Stage:
    """What came of one file."""

    label: str
    path: Path  # of the staged records
    aside: Path  # of what was set aside
    sha256: str = ""
    software: str | None = None
    records: list[Staged] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)


_TELLING = frozenset(["via", "hopsFromSeed", "software", "isPartOf", "seed", "role"])
_LONGEST_METHOD = 10  # characters


def stage(path: Path, label: str, folder: Path, *, watch: Callable[[int], None] = lambda _: None) -> Stage:
    """Read a file to its end. `watch` is told how many of its bytes were read since.

    Raises:
        OSError: it cannot be read, or `folder` cannot be written to.
    """
    unpacked = Unpacked(path)
    name = f"{len(list(folder.iterdir())):06d}"
    made = Stage(label=label, path=folder / f"{name}.warc.gz", aside=folder / f"{name}.aside")
    told = 0
    with path.open("rb") as source, made.path.open("wb") as out, made.aside.open("wb") as aside:
        for cut in _cuts(unpacked, folder):
            found = check(cut)
            if found.problem is not None:
                if cut.head or not _is_padding(cut, source):
                    made.set_aside.append(_put_aside(cut, found, source, aside, label))
            else:
                if unpacked.packing != "gzip":
                    cut.members = None
                made.records.append(_put(cut, found, source, out))
                if made.software is None and made.records[-1].type == "warcinfo":
                    made.software = _software(found.fields)
            watch(max(0, cut.offset - told))
            told = max(told, cut.offset)
    made.sha256 = unpacked.sha256
    watch(max(0, path.stat().st_size - told))
    return made


def _is_padding(cut: Cut, source: BinaryIO) -> bool:
    """Whether bytes that are no record are nothing at all: zeros and line ends, as copying leaves them at the end."""
    if len(cut.block) or cut.members is None:
        return False
    start, end = cut.members
    source.seek(start)
    return end - start <= _PIECE and not source.read(end - start).strip(b"\0\r\n\t ")


def _cuts(unpacked: Unpacked, folder: Path) -> Iterator[Cut]:
    stream = Stream(unpacked, BEGINNING)
    first = stream.peek(max(map(len, ARC_BEGINNINGS)))
    if first.startswith(ARC_BEGINNINGS):
        stream.beginning = ARC_MARK
        return cut_arc(stream, folder)
    return cut_warc(stream, folder)


def _put(cut: Cut, found: Checked, source: BinaryIO, out: BinaryIO) -> Staged:
    assert found.head is not None
    head = as_captured(found.head, found.check.message) or found.head
    heading = head.heading
    offset = out.tell()
    said = [*head.said, *([] if cut.is_closed else ["had no end"])]
    is_same = cut.members is not None and not said and head.raw == cut.head
    if is_same:
        assert cut.members is not None
        _copy(source, cut.members, out)
    else:
        _pack(head.raw, cut, out)
    message, fields = found.check.message, found.fields
    kind = heading.get("warc-type") or ""
    first_line = cut.block.beginning(_LONGEST_METHOD).partition(b" ")[0] if kind == "request" else b""
    headers = {} if message is None else {name.lower(): value for name, value in reversed(message.fields)}
    content_type = headers.get(b"content-type", b"").decode("latin-1")
    return Staged(
        offset=offset,
        length=out.tell() - offset,
        source=cut.offset,
        type=kind,
        record_id=heading.get("warc-record-id") or "",
        target_uri=heading.target_uri or "",
        date=heading.get("warc-date") or "",
        concurrent_to=tuple(heading.every("warc-concurrent-to")),
        refers_to=heading.get("warc-refers-to"),
        refers_to_target_uri=_bare(heading.get("warc-refers-to-target-uri")),
        refers_to_date=heading.get("warc-refers-to-date"),
        profile=heading.get("warc-profile"),
        payload_digest=heading.get("warc-payload-digest"),
        status=200 if found.check.is_page else None if message is None else message.status,
        content_type=(heading.get("content-type") if found.check.is_page else content_type) or None,
        method=first_line.decode("latin-1") or None,
        said=tuple(said),
        is_repacked=not is_same,
        is_told=kind == "metadata" and "role" in fields,
        told=tuple((name, value) for name, value in fields.items() if name in _TELLING),
    )


def _pack(head: bytes, cut: Cut, out: BinaryIO) -> None:
    packer = isal_zlib.compressobj(GZIP_LEVEL, isal_zlib.DEFLATED, 31)
    out.write(packer.compress(head))
    out.writelines(packer.compress(piece) for piece in cut.block.pieces())
    out.write(packer.compress(_END))
    out.write(packer.flush())


def _put_aside(cut: Cut, found: Checked, source: BinaryIO, aside: BinaryIO, label: str) -> SetAside:
    """Keep what is not taken: as it was packed, where that is known, else unpacked."""
    at = aside.tell()
    if cut.members is not None:
        _copy(source, cut.members, aside)
    else:
        aside.write(cut.head)
        aside.writelines(cut.block.pieces())
    heading = None if found.head is None else found.head.heading
    return SetAside(
        file=label,
        offset=cut.offset,
        length=aside.tell() - at,
        reason=found.problem or "",
        record_id=None if heading is None else heading.get("warc-record-id"),
        url=None if heading is None else heading.target_uri,
        at=at,
        is_packed=cut.members is not None,
    )


def put_staged_aside(made: Stage, record: Staged, reason: str) -> None:
    """Set a record aside that was staged: whole, and yet of no use."""
    with made.path.open("rb") as source, made.aside.open("ab") as aside:
        at = aside.seek(0, os.SEEK_END)
        _copy(source, (record.offset, record.offset + record.length), aside)
    made.set_aside.append(
        SetAside(
            file=made.label,
            offset=record.source,
            length=record.length,
            reason=reason,
            record_id=record.record_id,
            url=record.target_uri or None,
            at=at,
            is_packed=True,
        )
    )


def renamed(record: Staged, record_id: str) -> Staged:
    """The same record under another id."""
    return replace(
        record, record_id=record_id, said=(*record.said, f"had the id {record.record_id}, of another")
    )


def _copy(source: BinaryIO, place: tuple[int, int], out: BinaryIO) -> None:
    start, end = place
    source.seek(start)
    while start < end and (piece := source.read(min(_PIECE, end - start))):
        out.write(piece)
        start += len(piece)


def _software(fields: dict[str, str]) -> str | None:
    return fields.get("software") or fields.get("publisher")


def _bare(uri: str | None) -> str | None:
    return None if uri is None else uri.strip("<>")
