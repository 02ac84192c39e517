"""What a crawl leaves behind: visits, exchanges, snapshots (WARC 1.1, ISO 28500:2017)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """Why a page was asked for. Kept in the WARC, since a page alone cannot tell."""

    FRONT = "front"  # the address that the user gave
    LISTING = "listing"  # lists posts, but of no one month: an archive index, page 2 of the front page
    MONTH = "month"  # a page of a monthly archive
    FEED = "feed"  # RSS or Atom
    SITEMAP = "sitemap"  # sitemaps.org, file or index
    POST = "post"  # an entry of the blog
    SOURCE = "source"  # what a post cites
    REQUISITE = "requisite"  # an image, style, script or font without which a page cannot be looked at
    ROBOTS = "robots"  # robots.txt


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """How we came to a URL; written as a WARC `metadata` record beside what was found there.

    `hops_from_seed` uses Heritrix's letters: L link, E embed, R redirect, P prerequisite, M manifest (feed, sitemap).
    """

    role: Role
    seed: str
    via: str | None = None
    hops_from_seed: str = ""
    month: str | None = None  # "2019-09", of a page of a monthly archive
    page: int | None = None  # from 1, of a page of a monthly archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why there is no whole answer: a reason that programs read, a detail that people read."""

    reason: str  # one of FAILURES
    detail: str


FAILURES = (
    "dns",  # the name has no address
    "refused",  # nobody listens
    "unreachable",  # no way to the host
    "timeout",  # nobody answered in time
    "disconnect",  # the connection was lost
    "tls",  # no secure connection could be made
    "malformed",  # not HTTP
    "too-large",  # beyond the size limit
    "redirect-loop",  # redirected in circles, or too often
    "robots",  # forbidden by robots.txt
    "blocked-address",  # a private or reserved address
    "unsupported",  # neither http nor https
    "internal",  # our own fault
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and what came back, as bytes on the wire (after TLS). Input of the WARC writer."""

    target_uri: str
    date: datetime  # UTC, when the request was sent
    visit: Visit
    request: bytes = b""  # empty when nothing was sent
    response: bytes | None = None  # head and raw body; None when no complete head arrived
    payload: bytes = b""  # the de-chunked entity, content encoding kept
    ip_address: str | None = None
    protocols: tuple[str, ...] = ()  # "http/1.1", "tls/1.3"
    cipher_suite: str | None = None
    truncated: str | None = None  # WARC-Truncated: length, time, disconnect, unspecified
    failure: Failure | None = None
    notes: tuple[tuple[str, str], ...] = ()  # further fields of the metadata record


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One capture of one URL (a memento in RFC 7089), and where it lies. A failure has one too: its evidence."""

    record_id: str
    target_uri: str
    date: str  # WARC-Date as written
    status: int | None
    content_type: str | None
    payload_digest: str | None
    warc: str  # file name, relative to the collection's `warcs/`
    offset: int
    length: int  # bytes of the compressed record
    kind: str  # WARC-Type: response, revisit, metadata
    truncated: str | None = None
    via: str | None = None
    archived_from: str | None = None  # the archive it was rescued from; None when captured from the web


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A snapshot read back from its WARC, decoded, together with the visit that made it."""

    snapshot: Snapshot
    visit: Visit
    headers: tuple[tuple[str, str], ...] = ()  # as received: order, case and repeats kept
    payload: bytes = b""  # transfer and content encodings removed
    problem: str | None = None  # why the payload could not be decoded to its end
    failure: Failure | None = None

    @property
    def url(self) -> str:
        """The address that was asked for."""
        return self.snapshot.target_uri

    def header(self, name: str) -> str | None:
        """The first value of a header, whatever its case; None where it is missing."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """The beginning or the end of a crawl, as its WARCs tell it (`warcinfo`, and a last `metadata` record)."""

    run_id: str
    warc: str
    started: str | None = None
    finished: str | None = None
    exit_code: int | None = None
    counts: dict[str, int] = field(default_factory=dict)
    settings: str | None = None  # the collection's settings, as TOML
