"""The manifest against the files: nothing was taken away, put in, or changed since it was finished."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from archiver.capture.manifest import Entry, Manifest, parse_entry
from archiver.models.checked import CheckedFile
from archiver.models.problem import Problem

_SERIAL = re.compile(r"archiver-(\d{6})-")
_LISTED_ANEW = "Run: archiver verify --repair"


def check_chain(manifest: Manifest, files: Sequence[CheckedFile]) -> Iterator[Problem]:
    """Everything that the manifest and the files do not agree upon."""
    name = manifest.path.name
    if not manifest.lines() and any(file.is_ours and not file.is_open for file in files):
        message = (
            f"there is no manifest: nothing proves that the files are all there and whole. {_LISTED_ANEW}."
        )
        yield Problem(kind="manifest", message=message, file=name)
    else:
        yield from _line_faults(manifest)
        yield from _listed(manifest, files)
    yield from _gaps(manifest, files)
    yield from _previous(manifest, files)


def serial(name: str) -> int | None:
    """The number of a file of ours."""
    match = _SERIAL.match(name)
    return int(match[1]) if match else None


def is_rewriting(entry: Entry, name: str) -> bool:
    """Whether a line tells that the manifest was written anew: it lists the old one, and how many files stood in it."""
    return entry.filename == entry.replaces == name


def line_of(entry: Entry) -> bytes:
    """A line as the manifest writes it."""
    return json.dumps({name: cell for name, cell in asdict(entry).items() if cell is not None}).encode()


def _line_faults(manifest: Manifest) -> Iterator[Problem]:
    name = manifest.path.name
    for fault in manifest.faults():
        message = (
            f"line {fault.line} {fault.problem}: lines were changed, taken out or put in. {_LISTED_ANEW}."
        )
        yield Problem(kind="manifest", message=message, file=name, offset=fault.line)
    for number, line in enumerate(manifest.lines(), start=1):
        entry = parse_entry(line)
        if entry is not None and line_of(entry) != line:
            message = f"line {number} is not as it was written. {_LISTED_ANEW}."
            yield Problem(kind="manifest", message=message, file=name, offset=number)


def _listed(manifest: Manifest, files: Sequence[CheckedFile]) -> Iterator[Problem]:
    current = manifest.current()
    replaced = {entry.replaces: entry.filename for entry in manifest.entries() if entry.replaces}
    there = {file.name for file in files}
    for name in sorted(current.keys() - there):
        message = "the file is not there, though it was finished. Put it back from a copy; else the captures in it are lost."
        yield Problem(kind="gap", message=message, file=name, offset=0)
    for file in files:
        entry = current.get(file.name)
        if entry is not None:
            if not file.is_open and (fault := _difference(entry, file)) is not None:
                yield Problem(kind="manifest", message=fault, file=file.name)
        elif file.is_ours and not file.is_open:
            why = f"it was replaced by {replaced[file.name]}" if file.name in replaced else "it is not listed"
            message = f"{why} in {manifest.path.name}: nothing proves that it is whole. {_LISTED_ANEW}."
            yield Problem(kind="manifest", message=message, file=file.name)


def _difference(entry: Entry, file: CheckedFile) -> str | None:
    if (entry.length, entry.sha256, entry.records) == (file.length, file.sha256, file.records):
        return None
    if entry.records != file.records:
        return (
            f"{file.records} records can be found in the file; it had {entry.records} when it was finished."
        )
    if entry.length != file.length:
        return f"the file has {file.length} bytes; it had {entry.length} when it was finished."
    return "the file is not the one that was finished: its SHA-256 is another."


def _gaps(manifest: Manifest, files: Sequence[CheckedFile]) -> Iterator[Problem]:
    names = [*(file.name for file in files), *(entry.filename for entry in manifest.entries())]
    numbers = {number for name in names if (number := serial(name)) is not None}
    for number in range(1, max(numbers, default=0)):
        if number not in numbers:
            message = "no file has this number, though later ones are there. Put it back from a copy."
            yield Problem(kind="gap", message=message, file=f"archiver-{number:06d}-…")


def _previous(manifest: Manifest, files: Sequence[CheckedFile]) -> Iterator[Problem]:
    """Each file of ours names the line that was the last when it was begun: it must still stand there."""
    lines = manifest.lines()
    entries = [parse_entry(line) for line in lines]
    heads = {
        f"sha256:{hashlib.sha256(line).hexdigest()} {entry.filename if entry is not None else ''}".strip(): number
        for number, (line, entry) in enumerate(zip(lines, entries, strict=True))
    }
    places: dict[str, int] = {}
    excused: set[int] = set()
    for number, entry in enumerate(entries):
        if entry is None:
            continue
        places.setdefault(entry.filename, number)
        if is_rewriting(entry, manifest.path.name):
            excused.update(range(number + 1, number + 1 + entry.records))
            places.clear()
    for file in files:
        place = places.get(file.name)
        if not file.is_ours or place in excused:
            continue
        before = heads.get(file.previous_file or "")
        is_first = file.previous_file is None and not place  # the first that is listed, or not listed at all
        if not is_first and (before is None or (place is not None and before >= place)):
            named = file.previous_file or "no file"
            message = (
                f"it was begun after {named.partition(' ')[2] or named}, of which the manifest has no such line: "
                f"lines were taken out, or it was written anew. {_LISTED_ANEW}."
            )
            yield Problem(kind="manifest", message=message, file=file.name, offset=0)
