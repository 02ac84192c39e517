"""One record, checked while its bytes go by: headers, length, end and digests. Only short blocks of fields are kept."""

from archiver.capture.digests import ALGORITHMS
from archiver.capture.head import Head
from archiver.capture.message import is_page, is_whole
from archiver.capture.record import WARC_FIELDS, parse_warc_fields
from archiver.capture.verifying.entity import NoPayload, Payload, RequestPayload, ResponsePayload
from archiver.capture.verifying.heading import Heading, faults_of, parse_heading
from archiver.capture.verifying.labels import Sums, agrees, algorithm_of

_END = b"\r\n\r\n"
_LONGEST_HEAD = 1 << 20  # bytes
_LONGEST_FIELDS = 16 << 20  # bytes; of a block of fields that is kept
_HTTP_ANSWERS = frozenset(["response", "revisit", "resource"])
_EMPTY = memoryview(b"")


class RecordCheck:
    """Takes one record's bytes in pieces. `close` tells what is wrong."""

    def __init__(self, *, ours: bool) -> None:
        self.ours = ours
        self.size = 0  # bytes taken
        self.is_done = False
        self.heading: Heading | None = None
        self.block_sums: dict[str, bytes] = {}
        self.payload_sums: list[dict[str, bytes]] = []
        self.is_page = False  # what an address showed, without the head of an answer
        self._held = bytearray()  # a head without its end
        self._left = 0  # bytes of the block that are to come
        self._tail = b""
        self._block = Sums(())
        self._payload: Payload = NoPayload()
        self._fields: bytearray | None = None
        self._is_lost = False  # its head has no end: the rest means nothing

    def feed(self, data: memoryview) -> memoryview:
        """Take what belongs to this record; gives back what comes after its end."""
        taken = len(data)
        if self.heading is None:
            data = self._head(data)
        if self.heading is not None and self._left:
            block, data = data[: self._left], data[self._left :]
            self._left -= len(block)
            self._block.update(block)
            self._payload.feed(block)
            if self._fields is not None:
                self._fields += block
        if self.heading is not None and not self._left and not self.is_done:
            missing = len(_END) - len(self._tail)
            self._tail += bytes(data[:missing])
            data = data[missing:]
            self.is_done = self._tail == _END
            if not self.is_done and len(self._tail) == len(_END):
                data = _EMPTY  # whatever comes: `close` says that the record has no end
        self.size += taken - len(data)
        return data

    def close(self) -> list[tuple[str, str]]:
        """Kind and words for everything that is wrong with the record."""
        if self.heading is None:
            begun = bytes(self._held[:20])
            return [("record", f"has no headers: it begins with {begun!r}")]
        faults = list(faults_of(self.heading, ours=self.ours))
        if self.heading.length is not None and self._left:
            faults.append(("record", f"is {self._left} bytes shorter than its Content-Length says"))
        elif self.heading.length is not None and not self.is_done:
            faults.append(("record", "does not end in an empty line after the bytes of its Content-Length"))
        self.block_sums = self._block.raw()
        self.payload_sums = self._payload.sums() or [self.block_sums]
        faults += self._digest_faults(self.heading)
        payload = self._payload
        if self.ours and isinstance(payload, ResponsePayload) and payload.problem and payload.message is None:
            faults.append(("record", f"holds no HTTP message: {payload.problem}"))
        return faults

    @property
    def message(self) -> Head | None:
        """The head of the HTTP response in it; None where the block is none, or breaks off as HTTP."""
        payload = self._payload
        return payload.message if isinstance(payload, ResponsePayload) and payload.problem is None else None

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The fields of a `warcinfo` or `metadata` record."""
        return [] if self._fields is None else parse_warc_fields(bytes(self._fields))

    def _head(self, data: memoryview) -> memoryview:
        if self._is_lost:
            return _EMPTY
        scanned = max(0, len(self._held) - len(_END) + 1)
        before = len(self._held)
        self._held += data[:_LONGEST_HEAD]
        end = self._held.find(_END, scanned)
        if end < 0:
            self._is_lost = len(self._held) >= _LONGEST_HEAD
            return _EMPTY
        self._begin(parse_heading(bytes(self._held[:end])))
        self._held.clear()
        return data[end + len(_END) - before :]

    def _begin(self, heading: Heading) -> None:
        self.heading = heading
        self._left = heading.length or 0
        kind, content_type = heading.get("warc-type"), heading.get("content-type") or ""
        labels = (heading.get("warc-block-digest"), heading.get("warc-payload-digest"))
        told = {name for label in labels if (name := algorithm_of(label)) is not None}
        is_http = "application/http" in content_type
        # Of exchanges our metadata record tells digests, also in a file of others that we brought in.
        algorithms = tuple(sorted(told.union(ALGORITHMS if self.ours or is_http else ())))
        self.is_page = not is_http and is_page(kind or "", heading.target_uri or "")
        self._block = Sums(tuple(sorted({*algorithms, "sha256"})) if self.is_page else algorithms)
        if is_http and kind in _HTTP_ANSWERS:
            self._payload = ResponsePayload(
                tuple(sorted({*algorithms, "sha256"})), ours=self.ours, is_lenient=is_whole(heading.headers)
            )
        elif is_http and kind == "request" and heading.get("warc-payload-digest") is not None:
            self._payload = RequestPayload(algorithms)
        is_fields = content_type.startswith(WARC_FIELDS) and kind in {"warcinfo", "metadata"}
        if is_fields and self._left <= _LONGEST_FIELDS:
            self._fields = bytearray()

    def _digest_faults(self, heading: Heading) -> list[tuple[str, str]]:
        faults: list[tuple[str, str]] = []
        block = heading.get("warc-block-digest")
        payload = heading.get("warc-payload-digest")
        if block is not None:
            faults += _fault("block", block, [self.block_sums], ours=self.ours)
        # A revisit has the payload digest of its original: that is looked at when all records are known.
        if payload is not None and heading.get("warc-type") != "revisit":
            faults += _fault("payload", payload, self.payload_sums, ours=self.ours)
        return faults


def _fault(what: str, label: str, readings: list[dict[str, bytes]], *, ours: bool) -> list[tuple[str, str]]:
    """Nothing where one reading agrees. A digest by an unknown algorithm is left to those who know it."""
    verdicts = [agrees(label, sums) for sums in readings]
    if True in verdicts:
        return []
    if False in verdicts:
        return [("digest", f"does not match its {what} digest")]
    return [("digest", f"has a {what} digest that is none: {label[:80]!r}")] if ours else []
