"""The lines of a CDXJ: read leniently, each able to say where it points."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def read_lines(path: Path) -> Iterator[str]:
    """All lines, whatever they hold; what is no UTF-8 differs from every line of ours."""
    with path.open("rb") as file:
        for line in file:
            yield line.removesuffix(b"\n").decode("utf-8", "backslashreplace") + (
                "" if line.endswith(b"\n") else "\x00"
            )


def first_unsorted(path: Path) -> int | None:
    """The number of the first line that is smaller than the one before it; None in a sorted file."""
    before = b""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.rstrip(b"\n") < before:
                return number
            before = line.rstrip(b"\n")
    return None


def place_of(line: str) -> tuple[str, int] | None:
    """File and offset of the record that a line points to; None where it does not say."""
    try:
        fields = _fields(line)
        return str(fields["filename"]), int(fields["offset"])
    except (ValueError, TypeError, KeyError):
        return None


def url_of(line: str) -> str | None:
    """The address of the capture that a line stands for; None where it does not say."""
    try:
        return str(_fields(line)["url"])
    except (ValueError, TypeError, KeyError):
        return None


def _fields(line: str) -> Any:
    start = line.index("{")
    return json.loads(line[start:])
