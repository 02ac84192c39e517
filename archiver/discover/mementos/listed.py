"""What the readers of lists share: what they give, and when they give up."""

from dataclasses import dataclass
from datetime import UTC, datetime

from archiver.discover.mementos.asking import is_same, raw_address, timestamp_of
from archiver.models.memento import Archive, ListPage, Memento

FIRST_WEB = datetime(1990, 1, 1, tzinfo=UTC)  # nothing was captured before
MOST = 100_000  # captures of one list that are read


class NoListError(ValueError):
    """What came is no list of captures. Its text says why, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a list says."""

    mementos: tuple[Memento, ...] = ()
    pages: tuple[ListPage, ...] = ()


def memento(
    archive: Archive,
    url: str,
    *,
    original: str,
    date: datetime | None,
    status: object = None,
    digest: object = None,
) -> Memento | None:
    """One capture as a list tells of it; None where it is of another page, or cannot be asked for."""
    if date is None or not is_same(original, url):
        return None
    raw = raw_address(archive, original, date)
    if raw is None:
        return None
    return Memento(
        timestamp=timestamp_of(date),
        archive=archive.name,
        url=raw,
        original=original,
        status=_status(status),
        digest=_digest(digest),
    )


def _status(told: object) -> int | None:
    """A status; None of a revisit, of which indexes write a dash."""
    text = str(told)
    return int(text) if len(text) == 3 and text.isascii() and text.isdigit() else None  # noqa: PLR2004


def _digest(told: object) -> str | None:
    """SHA-1 in base 32 as indexes have it, with or without `sha1:`; None of anything else."""
    text = str(told).removeprefix("sha1:")
    return text if len(text) == 32 and text.isalnum() and text.isupper() else None  # noqa: PLR2004
