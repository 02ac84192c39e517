"""What is to be started when, on which archive: a value that crontab and units are written from."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from archiver.models.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A crawl every night."""

    program: tuple[str, ...]  # absolute
    archive: Path  # absolute
    hour: int
    minute: int
    writable: tuple[Path, ...] = ()  # further folders that a crawl writes to: of its log, of its figures
    denied: tuple[str, ...] = ()  # networks that may not be connected to
    allowed: tuple[str, ...] = ()  # of these, the ones that may
    memory: str = "75%"  # of the whole service, as systemd writes it
    owner: str | None = None  # whose files the archive's are; None: a unit of the user's own service manager

    def __post_init__(self) -> None:
        paths = [*self.program, str(self.archive), *map(str, self.writable)]
        for text in paths:
            if not text.isprintable():
                raise SettingsError(f"{text!r}: neither cron nor systemd takes such a name. Rename it.")

    @property
    def command(self) -> tuple[str, ...]:
        """The words to run."""
        return (*self.program, "crawl", "--archive", str(self.archive))

    def has_private_tmp(self) -> bool:
        """Whether the service may have a /tmp of its own: nothing that it needs lies there."""
        needed = [Path(self.program[0]), self.archive, *self.writable]
        return not any(_lies_in(path, ("/tmp", "/var/tmp")) for path in needed)  # noqa: S108  # asked about, not used


def _lies_in(path: Path, folders: Iterable[str]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)
