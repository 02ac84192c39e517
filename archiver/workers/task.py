"""What is to be read, and what came of it."""

from dataclasses import dataclass

from archiver.models.capture import Capture
from archiver.models.reading import Reading


@dataclass(slots=True, eq=False, kw_only=True)
class Task:
    """A capture; `several` are those of all pages of its post, where it goes over several."""

    capture: Capture
    several: tuple[Capture, ...] = ()
    reading: Reading | None = None  # once it was read, or given up
    failure: str | None = None  # why it was given up
    is_crash: bool = False  # that was a reader's fault, not the document's size
    is_second: bool = False  # the first worker had read others before: perhaps it was their fault
