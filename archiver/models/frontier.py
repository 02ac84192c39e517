"""What the archive holds already and what it still wants: the planner's view, without the clock and without SQL."""

from dataclasses import dataclass, field
from typing import Protocol

from archiver.models.capture import Original, Visit
from archiver.models.lead import Lead
from archiver.models.memento import Lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A lead that the archive itself names: a post not captured yet, a source whose time has come."""

    lead: Lead
    seed: str
    via: str | None = None  # the page that led there: of a source, a post that cites it
    why: str = ""  # it is its turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record lies."""

    warc: str  # file name, relative to the collection's `warcs/`
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """The last good capture of an address: what to ask with, and what a 304 stands for."""

    original: Original
    place: Place  # of the original
    etag: str | None = None
    last_modified: str | None = None


class Memory(Protocol):
    """What earlier crawls captured, asked one by one."""

    def original(self, payload_sha256: str) -> Original | None:
        """A whole capture with this payload."""

    def last(self, url: str) -> Remembered | None:
        """The last whole capture of exactly this address that came with a validator."""

    def unfinished(self, url: str) -> Place | None:
        """Exactly this address as captured by a crawl that was killed a short while ago."""

    def fresh(self, url: str, visit: Visit) -> Place | None:
        """The last capture of exactly this address, where it was looked at so lately that it need not be asked for again."""

    def find(self, target_uri: str, date: str) -> Place | None:
        """The capture that a revisit refers to."""


class NoMemory:
    """Of an archive that holds nothing."""

    def original(self, payload_sha256: str) -> Original | None:  # noqa: ARG002
        """There is none."""
        return None

    def last(self, url: str) -> Remembered | None:  # noqa: ARG002
        """There is none."""
        return None

    def unfinished(self, url: str) -> Place | None:  # noqa: ARG002
        """There is none."""
        return None

    def fresh(self, url: str, visit: Visit) -> Place | None:  # noqa: ARG002
        """There is none."""
        return None

    def find(self, target_uri: str, date: str) -> Place | None:  # noqa: ARG002
        """There is none."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a crawl need not ask for, and what it should ask for first. Addresses are canonical."""

    captured: frozenset[str] = frozenset()
    due: tuple[Due, ...] = ()
    later: int = 0  # sources that are due, too, and wait for another run
    lost: tuple[Lost, ...] = ()  # for which web archives are to be asked
    probed: frozenset[str] = (
        frozenset()
    )  # where it is known what the host shows for nothing (`judge.sibling.folder_of`)
    answered: tuple[
        str, ...
    ] = ()  # addresses on hosts that answered lately, the latest first: whether we are online is known by them
    memory: Memory = field(default_factory=NoMemory, compare=False)
