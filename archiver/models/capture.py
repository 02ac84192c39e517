"""What a crawl leaves behind: visits, exchanges, snapshots (WARC 1.1, ISO 28500:2017)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from archiver.models.memento import Archive, StandsFor


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
    TIMEMAP = "timemap"  # a web archive's list of its captures of a lost source
    MEMENTO = "memento"  # one of these captures
    PROBE = (
        "probe"  # an address beside a source that nobody has made a page for: what the host shows for nothing
    )
    HELD = "held"  # came with the captures of others, and no post of the blog cites it: read, so that it is found
    ASIDE = "aside"  # came with them too: an answer to another request than GET, a page of the blog's that is none of the above, an older
    # capture of one that was read; kept, not read


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """How we came to a URL; written as a WARC `metadata` record beside what was found there.

    `hops_from_seed` uses Heritrix's letters: L link, E embed, R redirect, P prerequisite, M manifest (feed, sitemap),
    I inferred (of what nobody links to).
    """

    role: Role
    seed: str
    via: str | None = None
    hops_from_seed: str = ""
    month: str | None = None  # "2019-09", of a page of a monthly archive
    page: int | None = None  # from 1, of a page of a monthly archive
    original: str | None = (
        None  # of what is asked for a source's sake, of a web archive or of its host: the source's address
    )
    near: str | None = None  # and the moment to which a capture is wanted near, ISO 8601
    archive: Archive | None = None  # and who is asked
    memento: str | None = (
        None  # of one of its captures: the address by which it is known, whatever redirects there
    )


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
    "proxy",  # our own proxy refused, or does not answer
    "malformed",  # not HTTP
    "too-large",  # beyond the size limit
    "redirect-loop",  # redirected in circles, or too often
    "robots",  # forbidden by robots.txt
    "blocked-address",  # a private or reserved address
    "unsupported",  # neither http nor https
    "offline",  # nor did anybody else answer: our own network is down
    "internal",  # our own fault
)


class Blob(Protocol):
    """Bytes that need not lie in memory."""

    def __len__(self) -> int:
        """How many."""

    def pieces(self) -> Iterator[bytes]:
        """All of them, piece by piece; as often as asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response as received, as far as it came. Digests by algorithm, written as a WARC header has them."""

    status: int
    fields: tuple[tuple[bytes, bytes], ...]  # of the head
    head: bytes  # status line, fields and the empty line
    block: Blob  # head and body, chunk framing included
    entity: Blob  # the body without chunk framing, content encoding kept
    block_digests: Mapping[str, str]
    payload_digests: Mapping[str, str]  # over the entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A capture whose payload a revisit record may refer to (WARC 1.1, 6.7)."""

    target_uri: str
    date: str  # WARC-Date, exactly as written
    record_id: str
    payload_digest: str  # WARC-Payload-Digest, exactly as written


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and what came back, as bytes on the wire (after TLS). Input of the WARC writer."""

    target_uri: str
    date: datetime  # UTC, when the request was sent
    visit: Visit
    request: bytes = b""  # as sent, but for secrets; empty when nothing was sent
    response: Answer | None = None  # None when no complete head arrived
    ip_address: str | None = None
    protocols: tuple[str, ...] = ()  # "http/1.1", "tls/1.3"
    cipher_suite: str | None = None
    truncated: str | None = None  # WARC-Truncated: length, time, disconnect, unspecified
    failure: Failure | None = None
    unchanged: Original | None = None  # the capture that a 304 answers for
    certificates: str | None = (
        None  # the chain that the host showed, PEM; where it is to be kept with this exchange
    )
    notes: tuple[tuple[str, str], ...] = ()  # further fields of the metadata record
    stands_for: StandsFor | None = None  # of a memento: what its response is kept as


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a crawl, for whoever watches it."""

    target_uri: str
    visit: Visit
    status: int | None = None  # None: no answer
    failure: Failure | None = None


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
    archived_from: str | None = (
        None  # where a web archive gave it (WARC-Source-URI); None when captured from the web
    )
    creation_date: str | None = (
        None  # when it did (WARC-Creation-Date); `date` is when the archive captured it
    )
    payload_sha256: str | None = None  # of the de-chunked entity: what equal payloads are known by
    etag: str | None = None  # validators for the next request (RFC 9110, 8.8)
    last_modified: str | None = None
    refers_to_target_uri: str | None = None  # of a revisit: the capture that holds its payload
    refers_to_date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A snapshot read back from its WARC, decoded, together with the visit that made it."""

    snapshot: Snapshot
    visit: Visit
    status: int | None = None  # of the page; of an unchanged one that of the capture it refers to
    headers: tuple[tuple[str, str], ...] = ()  # as received: order, case and repeats kept
    payload: bytes = b""  # transfer and content encodings removed; of a very long one the beginning
    entity_length: int = 0  # bytes of the body as sent, chunk framing removed
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
