"""What `provenance/provenance.json` tells of each capture, against the records that it names. Of ours: others have no such file."""

import json
from collections.abc import Iterator
from typing import Any

from archiver.capture.profiles import is_not_modified
from archiver.capture.verifying.package.index import BEYOND, UNREADABLE, Find
from archiver.capture.verifying.package.zipped import ZipFile
from archiver.models.checked import Checked

ORIGINS = "provenance/provenance.json"
_CAPTURES, _END = b'"captures": [', b"]"
_LONGEST = 64 << 20  # bytes of a line; a work with all who cite it is one
_UNREADABLE = (*UNREADABLE, AttributeError)
# What is told of a capture, and the field of its record that says so.
_SAME = {
    "url": "target_uri",
    "date": "date",
    "status": "status",
    "payloadDigest": "payload_digest",
    "givenBy": "archived_from",
    "warcinfo": "warcinfo_id",
    "truncated": "truncated",
}


class OriginsCheck:
    """Reads the file line by line, as we write it: an item is a line."""

    def __init__(self, zipped: ZipFile, find: Find) -> None:
        self.captures = 0
        self._zipped, self._find = zipped, find

    def check(self) -> Iterator[tuple[int, str]]:
        """Line and words for everything that is wrong."""
        place = b""
        for number, line in enumerate(self._lines(), start=1):
            if len(line) > _LONGEST:
                yield number, "the line is too long"
                return
            if line.endswith(b"[") and line.startswith(b'"'):
                place = line
            elif place == _CAPTURES and line.rstrip(b",") not in {_END, b"}", b""}:
                self.captures += 1
                yield from ((number, words) for words in self._capture(line.removesuffix(b",")))
        if place != _CAPTURES:
            yield 1, "it tells of no captures"

    def _lines(self) -> Iterator[bytes]:
        held = b""
        for piece in self._zipped.pieces(ORIGINS):
            *whole, held = (held + piece).split(b"\n")
            yield from whole
            if len(held) > _LONGEST:
                break
        yield held

    def _capture(self, line: bytes) -> Iterator[str]:
        try:
            told: dict[str, Any] = json.loads(line.removesuffix(b"]"))
            places = [(str(one["file"]), int(one["offset"]), one) for one in told["records"]]
        except _UNREADABLE:
            yield "the line tells of no capture"
            return
        held: list[Checked] = []
        for file, offset, one in places:
            record = self._find(file, offset) if 0 <= offset < BEYOND else None
            if record is None or (one.get("id"), one.get("type"), one.get("length")) != (
                record.record_id,
                record.type,
                record.length,
            ):
                yield f"no record is as it says at byte {str(offset)[:20]} of {file[:80]}"
                return
            held.append(record)
        capture = next((one for one in held if one.is_capture), None)
        if capture is None:
            yield "none of the records that it names is a capture"
            return
        wrong = [name for name, field in _SAME.items() if told.get(name) != getattr(capture, field)]
        if is_not_modified(capture.profile) and "status" in wrong:
            wrong.remove("status")  # told is that of the capture that it refers to
        if wrong:
            yield f"it does not agree with its record at byte {capture.offset} of {capture.file}: {', '.join(wrong)}"
