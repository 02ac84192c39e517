"""What is put into a package to give away: captures with all their records, and the works that they are evidence for."""

from dataclasses import dataclass

from archiver.models.capture import Snapshot
from archiver.models.views import Citing


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """One capture that is to be taken, and between which offsets of its WARC the other records of its exchange may lie."""

    snapshot: Snapshot
    role: str
    location: str | None  # where it redirects to
    start: int  # the end of the capture before it
    until: int | None  # where the next one begins; None: nowhere in this file


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """A WARC of which something is taken."""

    warc: str
    indexed: int  # up to this offset the database knows it


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A post or a source, with the capture that was read and what cites it."""

    reference: str  # p12, s7
    kind: str  # post or source
    url: str | None  # None: not on the web
    title: str | None
    author: str | None
    date: str | None
    outcome: str
    reason: str | None
    page_url: str | None = None  # of the capture that was read; None: nothing was
    page_date: str | None = None
    record_id: str | None = None
    language: str | None = None
    extractor: str | None = None
    text: str | None = None
    cited_by: tuple[Citing, ...] = ()  # of a post none


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a package holds, said once in all of its parts."""

    selection: str  # as people type it: p12, s7, 2019-09; all
    title: str
    description: str
    why: str  # these captures, and not others
    created: str  # ISO 8601, UTC, to the second
    software: str
    blog: str  # the blog's title, else its address
    main_url: str | None
    main_date: str | None
    captures: int
    posts: int
    sources: int
