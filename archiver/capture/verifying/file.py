"""One WARC file, checked from its first byte to its last."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from archiver.capture.fields import archived_from
from archiver.capture.packing.lots import EXCERPT
from archiver.capture.verifying.exchanges import ANSWERS, Draft, Exchanges, problem_of
from archiver.capture.verifying.heading import Heading
from archiver.capture.verifying.record import RecordCheck
from archiver.capture.verifying.scan import Found, Region, Scan, Source
from archiver.capture.writer import WARC_NAME
from archiver.collection.warcs import OPEN
from archiver.models.checked import Checked
from archiver.models.problem import Problem


class FileCheck:
    """Iterate once: all records that can be read, whole or not, and all that is wrong. Then the sums are known."""

    def __init__(
        self,
        path: Path,
        *,
        opened: Callable[[], BinaryIO] | None = None,
        watch: Callable[[int], None] = lambda _: None,
    ) -> None:
        """`opened` is for what does not lie in a file of its own: then packed bytes are digested, too."""
        source = opened or path
        told = _first_fields(source)
        self.name = path.name.removesuffix(OPEN)
        self.is_open = path.name.endswith(OPEN)
        self.run_id: str | None = None
        self.previous_file: str | None = None
        self.repair_of: str | None = None
        self.is_excerpt = EXCERPT in told  # its records were taken from other files, each with its warcinfo
        self.is_ours = WARC_NAME.fullmatch(path.name) is not None or "run" in told or self.is_excerpt
        self.records = 0
        self.torn_at: int | None = None  # where the tail of an open file is torn: mending cuts it off there
        self._scan = Scan(source, ours=self.is_ours, packed=opened is not None, watch=watch)
        self._exchanges = Exchanges(is_open=self.is_open)
        self._infos: set[str] = set()  # the ids of warcinfo records that records of this file may name

    @property
    def length(self) -> int:
        """Bytes of the file."""
        return self._scan.length

    @property
    def sha256(self) -> str:
        """Of the file, hexadecimal."""
        return self._scan.sha256

    @property
    def loose_end(self) -> Problem | None:
        """Where the last exchange lacks its end; harmless where a crawl was killed, and the file was mended since."""
        return self._exchanges.loose_end

    @property
    def read_until(self) -> int:
        """The offset after the last thing in it that is indexed."""
        return self._exchanges.read_until

    def __iter__(self) -> Iterator[Checked | Problem]:
        """Everything in it."""
        regions: list[Region] = []
        for item in self._scan:
            if isinstance(item, Region):
                regions.append(item)
                yield from self._region(item)
            elif not (regions and self._is_foreign(item.record.heading)):
                yield from self._found(item)
        yield from self._exchanges.finish()
        if self.is_open and len(regions) == 1 and regions[0].offset + regions[0].length == self.length:
            self.torn_at = regions[0].offset
        if not self.length:
            yield Problem(kind="record", message="the file is empty.", file=self.name, offset=0)

    def _found(self, found: Found) -> Iterator[Checked | Problem]:
        heading, first = found.record.heading, not self.records
        self.records += 1
        if heading is None:
            for kind, words in found.faults:
                yield Problem(kind=kind, message=f"a record {words}.", file=self.name, offset=found.offset)
            return
        kind = heading.get("warc-type") or ""
        if kind == "warcinfo":
            self._info(found.record, heading, first=first)
        record = self._checked(found, heading)
        what = record.type or "record"
        yield from (problem_of(record, fault, f"the {what} {words}") for fault, words in found.faults)
        yield from (problem_of(record, "gzip", f"the {what} {words}") for words in found.oddities)
        if self.is_ours and first and kind != "warcinfo":
            yield problem_of(record, "missing-record", "the file does not begin with its warcinfo record")
        if self.is_ours and kind == "warcinfo" and not self.is_excerpt:
            yield from self._name_faults(record, heading, first=first)
        sums, payload = found.record.block_sums, found.record.payload_sums
        fields = found.record.fields
        yield from self._exchanges.add(
            Draft(checked=record, block_sums=sums, payload_sums=payload, fields=fields)
        )

    def _info(self, record: RecordCheck, heading: Heading, *, first: bool) -> None:
        self._infos.add(heading.get("warc-record-id") or "")
        fields = dict(record.fields)
        if self.is_excerpt:
            self.is_ours = self._scan.ours = "run" in fields or EXCERPT in fields
        if first:
            self.run_id = fields.get("run")
            self.previous_file = fields.get("previousFile")
            self.repair_of = fields.get("repairOf")

    def _name_faults(self, record: Checked, heading: Heading, *, first: bool) -> Iterator[Problem]:
        name = heading.get("warc-filename")
        if first and name != self.name:
            yield problem_of(record, "record", f"the warcinfo says that this file is {name}")
        if not first and self.repair_of is None:
            yield problem_of(record, "record", "a warcinfo stands in the middle of the file")

    def _checked(self, found: Found, heading: Heading) -> Checked:
        kind, message = heading.get("warc-type"), found.record.message
        headers = (
            {}
            if message is None
            else {
                name.lower().decode("latin-1"): value.decode("latin-1")
                for name, value in reversed(message.fields)
            }
        )
        self._infos.add(heading.get("warc-warcinfo-id") or "")
        is_page = found.record.is_page
        has_entity = kind in ANSWERS and (message is not None or is_page)
        entity = found.record.payload_sums[0].get("sha256") if has_entity else None
        is_revisit = kind == "revisit"
        refers_to_uri = heading.get("warc-refers-to-target-uri")
        return Checked(
            file=self.name,
            offset=found.offset,
            length=found.length,
            start=found.start,
            size=found.record.size,
            is_whole=not found.faults,
            is_odd=bool(found.oddities),
            is_ours=self.is_ours,
            is_repaired=self.repair_of is not None,
            type=kind,
            record_id=heading.get("warc-record-id"),
            target_uri=heading.target_uri,
            date=heading.get("warc-date"),
            warcinfo_id=heading.get("warc-warcinfo-id"),
            concurrent_to=heading.get("warc-concurrent-to"),
            profile=heading.get("warc-profile"),
            refers_to=heading.get("warc-refers-to"),
            refers_to_target_uri=None if refers_to_uri is None else refers_to_uri.strip("<>"),
            refers_to_date=heading.get("warc-refers-to-date"),
            payload_digest=heading.get("warc-payload-digest"),
            # Of a revisit it says that the payload is left out, not that it came in part (WARC 1.1, 6.7.2).
            truncated=None if is_revisit else heading.get("warc-truncated"),
            archived_from=archived_from(heading.get("warc-source-uri")),
            creation_date=heading.get("warc-creation-date"),
            status=200 if is_page else None if message is None else message.status,
            content_type=heading.get("content-type") if is_page else headers.get("content-type"),
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
            payload_sha256=None if entity is None else f"sha256:{entity.hex()}",
            run_id=self.run_id,
            record_digest=None if found.digest is None else f"sha256:{found.digest}",
        )

    def _region(self, region: Region) -> Iterator[Problem]:
        heading = region.begun.heading if region.begun is not None else None
        what = "the " + ((heading.get("warc-type") if heading else None) or "record")
        said = region.message if region.kind == "garbage" else f"{what} {region.message}"
        yield Problem(
            kind=region.kind,
            message=f"{said}.",
            file=self.name,
            offset=region.offset,
            record_id=heading.get("warc-record-id") if heading else None,
            url=heading.target_uri if heading else None,
        )

    def _is_foreign(self, heading: Heading | None) -> bool:
        """After damage: a record that lay in the payload of a broken one, such as that of an archived WARC file."""
        if not self.is_ours or self.repair_of is not None or not self._infos or heading is None:
            return False
        return heading.get("warc-warcinfo-id") not in self._infos


def _first_fields(source: Source) -> dict[str, str]:
    """What a file says of itself in its first record; of ours a crawl is named, or what it is an excerpt of."""
    for item in Scan(source, ours=False):
        if isinstance(item, Region):
            break
        heading = item.record.heading
        is_info = heading is not None and heading.get("warc-type") == "warcinfo"
        return dict(item.record.fields) if is_info else {}
    return {}
