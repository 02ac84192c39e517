"""The list of finished WARC files, outside of them: names, lengths, digests, each line chained to the one before.

A record that was cut out, and a file that was taken away, leave no trace in what remains of the WARCs; here they do.
One JSON object a line, only ever appended to. `previous` is the SHA-256 of the line before, so that no line can be
changed, moved or taken out without a break; and every new WARC names the last line in its own `warcinfo`.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from archiver.collection.durable import sync_folder

_SERIAL = re.compile(r"archiver-(\d{6})-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finished file as it was when it was finished."""

    filename: str
    length: int  # bytes
    sha256: str  # of the file, hexadecimal
    records: int
    previous: str  # SHA-256 of the line before, hexadecimal; of the first line empty
    replaces: str | None = (
        None  # the broken file, set aside, that this one was salvaged from; itself, if nothing was
    )
    imported_from: str | None = None  # of a file that holds what others captured: what theirs is called,
    imported_sha256: str | None = None  # its SHA-256, hexadecimal,
    imported_software: str | None = None  # what made it, as its warcinfo tells,
    set_aside: int | None = None  # and how many records of it were set aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Of a file that holds what others captured: where it comes from."""

    imported_from: str
    imported_sha256: str
    imported_software: str | None
    set_aside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A line that is not as it was written."""

    line: int  # from 1
    problem: str


class Manifest:
    """The manifest of one collection."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def lines(self) -> list[bytes]:
        """The lines as they stand, whole or not; none where there is no manifest."""
        return self.path.read_bytes().splitlines() if self.path.exists() else []

    def entries(self) -> list[Entry]:
        """All lines that can be read, in their order."""
        return [entry for line in self.lines() if (entry := parse_entry(line)) is not None]

    def faults(self) -> Iterator[Fault]:
        """Where the chain is broken."""
        previous = ""
        for number, line in enumerate(self.lines(), start=1):
            entry = parse_entry(line)
            if entry is None:
                yield Fault(line=number, problem="cannot be read")
            elif entry.previous != previous:
                yield Fault(line=number, problem="does not follow the line before it")
            previous = _digest(line)

    def current(self) -> dict[str, Entry]:
        """By name, the files that should be there: the last line for each, those that were replaced left out."""
        found: dict[str, Entry] = {}
        for entry in self.entries():
            if entry.replaces is not None:
                found.pop(entry.replaces, None)
            if entry.replaces != entry.filename:
                found[entry.filename] = entry
        return found

    def head(self) -> str | None:
        """The last line's digest, and the file that it lists; None of an empty manifest."""
        lines = self.lines()
        if not lines:
            return None
        entry = parse_entry(lines[-1])
        return f"sha256:{_digest(lines[-1])} {entry.filename if entry is not None else ''}".strip()

    def last_serial(self) -> int:
        """The highest number that a file of ours ever had."""
        return max(
            (int(match[1]) for entry in self.entries() if (match := _SERIAL.match(entry.filename))), default=0
        )

    def append(
        self,
        *,
        filename: str,
        length: int,
        sha256: str,
        records: int,
        replaces: str | None = None,
        imported: Import | None = None,
    ) -> Entry:
        """List a file; on the disk before it returns. A file that stands there already, the same, is not listed twice.

        Raises:
            OSError: the disk refuses.
        """
        lines = self.lines()
        known = self.current().get(filename)
        if known is not None and (known.length, known.sha256) == (length, sha256):
            return known
        entry = Entry(
            filename=filename,
            length=length,
            sha256=sha256,
            records=records,
            previous=_digest(lines[-1]) if lines else "",
            replaces=replaces,
            **({} if imported is None else asdict(imported)),
        )
        line = json.dumps({name: cell for name, cell in asdict(entry).items() if cell is not None})
        data = line.encode() + b"\n"
        is_new = not self.path.exists()
        with self.path.open("ab") as file:
            if lines and not self.path.read_bytes().endswith(b"\n"):
                data = b"\n" + data  # a power cut took the end of the last line
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(self.path.parent)
        return entry


def parse_entry(line: bytes) -> Entry | None:
    """What a line says; None where it is no line of a manifest."""
    try:
        fields = json.loads(line)
        entry = Entry(**fields)
    except (ValueError, TypeError):
        return None
    texts = (entry.filename, entry.sha256, entry.previous)
    numbers = (entry.length, entry.records)
    is_sound = all(isinstance(text, str) for text in texts) and all(isinstance(n, int) for n in numbers)
    return entry if is_sound and "/" not in entry.filename else None


def file_digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
