"""From the captures that were chosen to the records that are copied, in the order in which they lie."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from archiver.capture.digests import digests
from archiver.capture.members import DamagedWarcError
from archiver.capture.packing.taking import Taken, are_one, take
from archiver.capture.record import WARC_FIELDS, Record, warc_fields
from archiver.models.capture import Snapshot
from archiver.models.package import Lot

_FORMAT = [
    ("format", "WARC File Format 1.1"),
    ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
]
EXCERPT = "excerptOf"  # the field by which a file of records from several is known
Find = Callable[[str], Path]


def excerpt(lots: Iterable[Lot], find: Find, first: Taken) -> Iterator[Taken]:
    """The exchanges of some captures, file by file, each file's own `warcinfo` before its records. `first` begins.

    Raises:
        DamagedWarcError: a record is broken, or another than the database says.
    """
    yield first
    for warc, of_file in groupby(lots, key=lambda lot: lot.snapshot.warc):
        path = find(warc)
        head = next(take(path, 0))
        if head.type == "warcinfo":
            yield head
        else:
            yield made_info(
                record_id=made_id(f"{first.record_id} {warc}"),
                date=first.headers["warc-date"],
                fields=[
                    ("description", f"What follows was taken from {warc}, which says nothing of itself.")
                ],
            )
        for lot in of_file:
            yield from _exchange(lot, path)


def whole(path: Path, until: int, lots: Iterable[Lot]) -> Iterator[Taken]:
    """All records of a file, those that are captures told from the others.

    Raises:
        DamagedWarcError: a record is broken, or another than the database says.
    """
    waiting = iter(lots)
    lot = next(waiting, None)
    for record in take(path, 0, until):
        if lot is not None and record.offset == lot.snapshot.offset:
            yield _known(record, lot)
            lot = next(waiting, None)
        else:
            yield record
    if lot is not None:
        raise _gone(path, lot.snapshot)


def made_id(seed: str) -> str:
    """A WARC-Record-ID that is the same for the same words (RFC 9562, 5.5)."""
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, seed)}>"


def made_info(*, record_id: str, date: str, fields: list[tuple[str, str | None]]) -> Taken:
    """A `warcinfo` record of our own."""
    block = warc_fields([*_FORMAT, *fields])
    headers = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", record_id),
        ("WARC-Date", date),
        ("WARC-Block-Digest", digests([block])["sha1"]),
    ]
    member = b"".join(Record(headers=headers, content_type=WARC_FIELDS, block=block).member())
    return Taken(
        path=None,
        offset=0,
        length=len(member),
        headers={name.lower(): cell for name, cell in headers},
        fields={name: cell for name, cell in fields if cell is not None},
        made=member,
    )


def _exchange(lot: Lot, path: Path) -> Iterator[Taken]:
    near = list(take(path, lot.start, lot.until))
    capture = next((one for one in near if one.offset == lot.snapshot.offset), None)
    if capture is None:
        raise _gone(path, lot.snapshot)
    capture = _known(capture, lot)
    for one in near:
        if one.offset == capture.offset:
            yield capture
        elif are_one(one, capture):
            yield one


def _known(record: Taken, lot: Lot) -> Taken:
    if record.record_id != lot.snapshot.record_id:
        raise _gone(record.path or Path(lot.snapshot.warc), lot.snapshot)
    return replace(record, lot=lot)


def _gone(path: Path, snapshot: Snapshot) -> DamagedWarcError:
    return DamagedWarcError(
        f"{path}: {snapshot.record_id} is not at byte {snapshot.offset}, as the database says. Run: archiver rebuild"
    )
