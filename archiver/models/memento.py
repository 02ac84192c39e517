"""What web archives hold of an address (Memento, RFC 7089), and what is to be asked of them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum


class ListKind(StrEnum):
    """In which form a web archive lists its captures of an address."""

    LINK = "link"  # a TimeMap as RFC 7089 has it, in one page or several
    WAYBACK = "wayback"  # the CDX server of the Internet Archive: a JSON array of arrays, the first the names of the cells
    CDXJ = (
        "cdxj"  # pywb's, and Arquivo.pt's: a JSON object a line, with or without key and timestamp before it
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A web archive. In its addresses `{url}` stands for the original, `{timestamp}` for a moment as 14 digits."""

    name: str  # as it stands in a sentence: "the Internet Archive", "Arquivo.pt"
    kind: ListKind
    list: str  # where it lists its captures
    raw: str  # where it gives the bytes of one as they came, nothing rewritten


@dataclass(frozen=True, slots=True, kw_only=True)
class Memento:
    """One capture that a web archive says it has."""

    timestamp: str  # when it was captured: 14 digits, UTC
    archive: str  # its name
    url: str  # where its bytes are
    original: str  # the address as the archive has it
    status: int | None = None  # as it was captured; None: the archive does not say
    digest: str | None = None  # of its payload, as the archive's index has it: SHA-1, base 32

    @property
    def date(self) -> datetime:
        """The moment of its timestamp."""
        return datetime.strptime(self.timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


class AnswerKind(StrEnum):
    """What a web archive said when it was asked for its captures of an address."""

    HAS = "has"
    NONE = "none"  # it was asked, answered properly, and has none
    UNKNOWN = "unknown"  # it did not answer, or not what was asked


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAnswer:
    """A list of captures, read."""

    kind: AnswerKind
    reason: str | None = None  # why it is unknown, in a few words
    mementos: tuple[Memento, ...] = ()  # nearest to the wanted moment first
    pages: tuple["ListPage", ...] = ()  # further parts of the list


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A part of a TimeMap, and the time that it covers; None where it does not say."""

    url: str
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsFor:
    """The address and the moment that the answer of a web archive stands for."""

    target_uri: str
    date: datetime


class Taken(StrEnum):
    """What became of a memento that was asked for."""

    GOOD = "good"
    BAD = "bad"  # a memento of an error page, of a wall, of a redirect; or it is not there after all
    UNKNOWN = "unknown"  # the archive did not give it this time


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A source that the web has lost, or does not show us, and of which no good capture is held."""

    url: str  # canonical
    seed: str
    via: str  # a post that cites it
    near: datetime  # the date of the first post that cites it
    dead: datetime | None = None  # when it was first found dead
    ask: tuple[str, ...] = ()  # names of archives whose turn it is to be asked
    mementos: tuple[Memento, ...] = ()  # what others said before, as far as it may be asked for now
    passed: tuple[str, ...] = ()  # addresses of those that may not
    spent: int = 0  # how many were fetched and found wanting since the lists came
