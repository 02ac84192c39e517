"""The copy that backs a work, in words: an address where there is one for all, else what is on file and how to know it.

No address is made up: a capture that nobody but us can look at is named by its record and by the digest of its payload.
"""

from collections.abc import Callable

from archiver.export.wording.dates import day_of
from archiver.models.item import Copy, PartialDate


def record(copy: Copy) -> str:
    """By what a stranger knows the capture that is on file: its record, and the SHA-256 of its payload."""
    digest = f"SHA-256 {copy.sha256}" if copy.sha256 else ""
    return ", ".join(filter(None, (copy.record_id, digest)))


def on_file(copy: Copy, day: Callable[[PartialDate], str], lead: str = "copy on file") -> str:
    """`copy on file, captured May 2, 2019, urn:uuid:…, SHA-256 …`."""
    captured = day_of(copy.date)
    said = f"captured {day(captured)}" if captured is not None else ""
    return ", ".join(filter(None, (lead, said, record(copy))))


def archived_at(copy: Copy, day: Callable[[PartialDate], str]) -> str:
    """`archived May 2, 2019, at the Internet Archive`; the address follows. Empty where there is none."""
    if copy.public is None:
        return ""
    made = day_of(copy.public.date)
    said = f"archived {day(made)}" if made is not None else "archived"
    return f"{said}, at {copy.public.archive}" if copy.public.archive else said


def seen(accessed: PartialDate | None, copy: Copy | None) -> PartialDate | None:
    """The day on which it was looked at: as whoever cites it says, else the day of our capture."""
    return accessed or (day_of(copy.date) if copy is not None else None)
