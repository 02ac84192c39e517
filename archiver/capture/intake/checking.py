"""Each record checked as `archiver verify` checks it: taken, or set aside with the reason."""

import json
from dataclasses import dataclass
from pathlib import Path

from archiver.capture.fields import run_finished, run_started
from archiver.capture.intake.cut import Cut
from archiver.capture.intake.heads import Head, put_right
from archiver.capture.verifying.labels import agrees
from archiver.capture.verifying.record import RecordCheck

_END = b"\r\n\r\n"
_NOWHERE = Path("nowhere.warc.gz")
_NONE = RecordCheck(ours=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A record that is as it should be; or the reason why it is not."""

    head: Head | None
    check: RecordCheck
    problem: str | None = None

    @property
    def fields(self) -> dict[str, str]:
        """Of a warcinfo or metadata record."""
        return dict(self.check.fields)


def check(cut: Cut) -> Checked:
    """Put a record right where that is sure, and check it."""
    if not cut.head.startswith(b"WARC/"):
        return Checked(head=None, check=_NONE, problem=cut.problem or "bytes that are no record")
    head = put_right(cut)
    if cut.problem is not None:
        return Checked(head=head, check=_NONE, problem=cut.problem)
    found = RecordCheck(ours=False)
    found.feed(memoryview(head.raw))
    for piece in cut.block.pieces():
        found.feed(memoryview(piece))
    found.feed(memoryview(_END))
    faults = [words for _, words in found.close()]
    if cut.excess and not _is_confirmed(found):
        faults.append(f"{cut.excess} bytes follow where its Content-Length says that it ends")
    kind = head.heading.get("warc-type")
    if kind == "continuation" or head.heading.get("warc-segment-number") is not None:
        faults.append("is a part of a record that lies in several")
    if not _is_readable(found):
        faults.append("tells of a crawl in fields that cannot be read")
    return Checked(head=head, check=found, problem="; ".join(faults) or None)


def _is_confirmed(found: RecordCheck) -> bool:
    """Whether a digest tells that the block is whole as it is now."""
    heading = found.heading
    label = None if heading is None else heading.get("warc-block-digest")
    payload = None if heading is None else heading.get("warc-payload-digest")
    return (label is not None and agrees(label, found.block_sums) is True) or (
        payload is not None and any(agrees(payload, sums) for sums in found.payload_sums)
    )


def _is_readable(found: RecordCheck) -> bool:
    """Whether fields that look like ours can be read as ours are: others may have written them."""
    fields = dict(found.fields)
    try:
        run_started(_NOWHERE, fields)
        run_finished(_NOWHERE, fields)
    except (ValueError, KeyError, TypeError, json.JSONDecodeError):
        return False
    return True
