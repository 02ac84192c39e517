"""One exchange as WARC records: response or revisit, request, certificates, and last how we came there."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from archiver.capture.digests import ALGORITHMS, digests
from archiver.capture.fields import archive_field
from archiver.capture.profiles import NOT_MODIFIED, SAME_PAYLOAD
from archiver.capture.record import (
    CERTIFICATES,
    HTTP_REQUEST,
    HTTP_RESPONSE,
    WARC_FIELDS,
    Record,
    warc_fields,
)
from archiver.models.capture import Answer, Blob, Exchange, Original
from archiver.models.memento import StandsFor


def warc_date(moment: datetime) -> str:
    """A WARC-Date: UTC, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The records of one exchange; and where it holds a payload, what later revisits refer to."""

    records: tuple[Record, ...]
    original: Original | None = None


def records_of(
    exchange: Exchange,
    same: Original | None,
    *,
    info_id: str,
    new_id: Callable[[], str],
    algorithms: tuple[str, ...] = ALGORITHMS,
) -> Written:
    """The records of an exchange, its metadata last. `same` is the capture that already holds its payload.

    `algorithms` are the digests that are written: the first into the headers, the others into the metadata.
    """
    date = warc_date(exchange.date)
    further = [
        ("WARC-Warcinfo-ID", info_id),
        *([("WARC-IP-Address", exchange.ip_address)] if exchange.ip_address else []),
    ]
    common = [("WARC-Target-URI", exchange.target_uri), ("WARC-Date", date), *further]
    wire = [("WARC-Protocol", protocol) for protocol in exchange.protocols]
    if exchange.cipher_suite:
        wire.append(("WARC-Cipher-Suite", exchange.cipher_suite))
    made = _Making(common=common, wire=wire, new_id=new_id, algorithms=algorithms)
    original: Original | None = None
    if exchange.response is not None:
        standing = exchange.stands_for
        named = common if standing is None else [*_provenance(exchange, standing), *further]
        record_id = made.response(exchange, exchange.response, same, named)
        if same is None and exchange.unchanged is None and standing is None:
            digest = exchange.response.payload_digests[algorithms[0]]
            original = Original(
                target_uri=exchange.target_uri, date=date, record_id=record_id, payload_digest=digest
            )
    if exchange.request:
        made.add("request", HTTP_REQUEST, exchange.request, wire, name="requestDigest")
    if exchange.certificates is not None:
        made.add("metadata", CERTIFICATES, exchange.certificates.encode())
    made.add("metadata", WARC_FIELDS, warc_fields([*_visit_fields(exchange), *made.further]))
    return Written(records=tuple(made.records), original=original)


class _Making:
    """The records so far; each names the first as concurrent to it."""

    def __init__(
        self,
        *,
        common: list[tuple[str, str]],
        wire: list[tuple[str, str]],
        new_id: Callable[[], str],
        algorithms: tuple[str, ...],
    ) -> None:
        self.records: list[Record] = []
        self.further: list[tuple[str, str]] = []  # digests for the metadata
        self._common, self._wire, self._new_id, self._algorithms = common, wire, new_id, algorithms
        self._first = ""

    def response(
        self, exchange: Exchange, answer: Answer, same: Original | None, named: list[tuple[str, str]]
    ) -> str:
        """The response, or the revisit that stands for it; gives its id. `named` are its address and its date."""
        record_id = self._first = self._new_id()
        first, *others = self._algorithms
        kind, block_digests = "response", answer.block_digests
        block: bytes | Blob = answer.block
        reference = exchange.unchanged or same
        headers: list[tuple[str, str]] = []
        payload_digest = answer.payload_digests[first]
        if reference is not None:
            # Readers take a block that holds the head of a 304 for an empty page; the head stands in the metadata.
            kind, block = "revisit", b"" if exchange.unchanged else answer.head
            block_digests = digests([b"" if exchange.unchanged else answer.head])
            payload_digest = reference.payload_digest
            headers += [
                ("WARC-Profile", NOT_MODIFIED if exchange.unchanged else SAME_PAYLOAD),
                ("WARC-Refers-To-Target-URI", reference.target_uri),
                ("WARC-Refers-To-Date", reference.date),
                ("WARC-Refers-To", reference.record_id),
            ]
            if same is not None:
                headers.append(("WARC-Truncated", "length"))  # WARC 1.1, 6.7.2: the payload is left out
        headers += [
            ("WARC-Payload-Digest", payload_digest),
            ("WARC-Block-Digest", block_digests[first]),
        ]
        if exchange.truncated:
            headers.append(("WARC-Truncated", exchange.truncated))
        if exchange.unchanged is None:
            self.further += [("payloadDigest", answer.payload_digests[name]) for name in others]
        if block:
            self.further += [("blockDigest", block_digests[name]) for name in others]
        head = [("WARC-Type", kind), ("WARC-Record-ID", record_id), *named, *self._wire]
        self.records.append(Record(headers=[*head, *headers], content_type=HTTP_RESPONSE, block=block))
        return record_id

    def add(
        self,
        kind: str,
        content_type: str,
        block: bytes,
        wire: list[tuple[str, str]] | None = None,
        *,
        name: str | None = None,
    ) -> None:
        """A further record. `name` is the metadata field for its other digests."""
        record_id = self._new_id()
        first, *others = self._algorithms
        both = digests([block])
        headers = [("WARC-Type", kind), ("WARC-Record-ID", record_id), *self._common, *(wire or [])]
        if self._first:
            headers.append(("WARC-Concurrent-To", self._first))
        self._first = self._first or record_id
        headers.append(("WARC-Block-Digest", both[first]))
        if name is not None:
            self.further += [(name, both[other]) for other in others]
        self.records.append(Record(headers=headers, content_type=content_type, block=block))


def _provenance(exchange: Exchange, standing: StandsFor) -> list[tuple[str, str]]:
    """A memento is kept under the address and at the moment that it shows, so that replay finds it there.

    Where and when it was had from the archive is said as pywb's recorder says it; request and metadata tell it, too.
    """
    return [
        ("WARC-Target-URI", standing.target_uri),
        ("WARC-Date", warc_date(standing.date)),
        ("WARC-Source-URI", exchange.target_uri),
        ("WARC-Creation-Date", warc_date(exchange.date)),
    ]


def _visit_fields(exchange: Exchange) -> Iterator[tuple[str, str | None]]:
    visit, failure = exchange.visit, exchange.failure
    yield "via", visit.via
    yield "hopsFromSeed", visit.hops_from_seed or None
    yield "role", visit.role.value
    yield "seed", visit.seed
    yield "month", visit.month
    yield "page", str(visit.page) if visit.page is not None else None
    yield "original", visit.original
    yield "near", visit.near
    yield "archive", archive_field(visit.archive) if visit.archive is not None else None
    yield "memento", visit.memento
    yield "fetchError", f"{failure.reason} {failure.detail}" if failure else None
    if exchange.unchanged is not None and exchange.response is not None:
        yield "responseHead", base64.b64encode(exchange.response.head).decode("ascii")
    yield from exchange.notes
