"""What `archiver report` tells: events at sources, whom they hurt, and what else is new."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from archiver.models.difference import Excerpt
from archiver.models.views import MonthView, RunView


class EventKind(StrEnum):
    """What happened to a source between two moments."""

    QUOTE_GONE = "quote-gone"  # words that a post quotes stood there, and do no more
    DIED = "died"  # lost on three days
    CLOSED = "closed"  # had once; on three days behind a wall, or refused to us
    DRIFTED = "drifted"  # reads otherwise than when it was cited
    QUOTE_ALTERED = "quote-altered"  # words that a post quotes stood there, and now some of them differ
    IN_DOUBT = "in-doubt"  # could not be had, on one or two days
    MOVED = "moved"  # redirects for good to a new address
    RESCUED = "rescued"  # a web archive gave what the web has lost
    BACK_AGAIN = "back-again"  # is had again, or reads again as it was cited


class Look(NamedTuple):
    """One look at a source. There may be a hundred thousand, hence a tuple."""

    date: str
    outcome: str
    reason: str | None
    change: str | None
    similarity: float | None
    url: str  # where it led
    record_id: str
    document_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A difference between what was known before and what is known now."""

    kind: EventKind
    look: Look  # the one that shows it
    first: Look  # the one with which it began; an event is known by it, whenever it is told
    strikes: int = 0
    change: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A source, as far as a letter tells of it."""

    id: int
    url: str | None
    host: str | None
    title: str | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a post that is hurt."""

    post_id: int
    post_url: str
    post_title: str | None
    citation_id: int
    kind: str
    label: str | None
    sentence: str | None
    note: str | None
    anchor: str | None
    url: str | None  # the link as the author wrote it


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A capture that is kept."""

    record_id: str
    date: str
    target_uri: str
    warc: str
    archived_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to one source."""

    id: str  # urn:uuid, the same whenever it is told
    kind: EventKind
    date: str
    source: Work
    evidence: str  # what was found, in words
    record_id: str  # the capture that shows it
    outcome: str
    change: str | None = None
    similarity: float | None = None
    quote: str | None = None
    moved_to: str | None = None
    places: tuple[Place, ...] = ()
    held: tuple[Held, ...] = ()  # the first, the last, and those that web archives gave
    held_count: int = 0
    excerpts: tuple[Excerpt, ...] = ()  # of what reads otherwise: the one or two sentences that tell most


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A post that was captured for the first time."""

    id: int
    url: str
    title: str | None
    published: str | None
    first_captured: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFailure:
    """Something that we could not do, through our own fault."""

    what: str
    date: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """How many sources stood how at one time."""

    date: str
    well: int
    in_doubt: int
    lost: int
    closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HostCount:
    """How the sources of one host stand."""

    host: str
    sources: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeCount:
    """How the sources stand that were first cited in one year."""

    year: str
    sources: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All that is told."""

    seeds: tuple[str, ...]  # the blogs
    since: str | None  # None: from the beginning
    until: str
    events: tuple[Event, ...]  # the greatest harm first
    new_posts: tuple[NewPost, ...]
    new_sources: tuple[Work, ...]
    months: tuple[MonthView, ...]  # that disagree, and changed
    months_before: int  # that disagreed already
    failures: tuple[OwnFailure, ...]
    last_run: RunView | None
    over_time: tuple[Moment, ...]
    by_host: tuple[HostCount, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened."""
        return not (self.events or self.new_posts or self.new_sources or self.months or self.failures)
