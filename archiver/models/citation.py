"""What a post cites and where (Web Annotation for the place, CSL for the work)."""

from dataclasses import dataclass
from enum import StrEnum

from archiver.models.work import Name, WorkReading


class CitationKind(StrEnum):
    """How a post cites."""

    FOOTNOTE = "footnote"  # a mark and a note, or either without the other
    BIBLIOGRAPHY = "bibliography"  # an item of a list, without a mark
    INLINE = "inline"  # a link in running text
    EMBED = "embed"  # a frame, video, quoted post


class Form(StrEnum):
    """How an address is given."""

    LINK = "link"  # also the address of a frame or a player
    ADDRESS = "address"  # in words
    DOI = "doi"  # these in words, turned into their addresses
    ARXIV = "arxiv"
    HANDLE = "handle"
    PMID = "pmid"
    PMCID = "pmcid"
    COINS = "coins"  # in a description of the work that only programs read
    REPLY = "in-reply-to"  # a link that says what the post is to the page (microformats2)
    LIKE = "like-of"
    REPOST = "repost-of"
    BOOKMARK = "bookmark-of"
    CITATION = "citation"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedUrl:
    """An address in a citation, as written."""

    url: str
    is_link: bool  # False: bare text, or a DOI, arXiv id, Handle or PMID in words, turned into its address
    form: Form = Form.LINK


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One place where a post cites something."""

    position: int  # from 1, in reading order
    kind: CitationKind
    label: str | None = None  # the mark as a reader sees it, without brackets: 3, *
    occurrence: int = 1  # 2 when the same mark stands a second time
    sentence: str | None = None  # the citing sentence, without its marks
    prefix: str | None = None  # up to 64 characters before the place (TextQuoteSelector)
    suffix: str | None = None  # up to 64 characters after it
    note: str | None = None  # the note's text as its author wrote it
    anchor: str | None = None  # the link's text, of an inline citation
    style: str = "inline"  # file name in `extract/footnotes`, or inline, bibliography, embed, coins, h_cite
    urls: tuple[CitedUrl, ...] = ()
    works: tuple[
        WorkReading, ...
    ] = ()  # what the note says of works; beside its words, never instead of them
    repeats: int | None = None  # the position of the citation that it names again: `Ibid.`, a shortened note
    quotes: tuple[str, ...] = ()  # words that the post puts in quotation marks, or in a blockquote, beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalLink:
    """A link from a post to another page of its blog."""

    position: int  # from 1, in reading order
    url: str  # absolute, as written
    anchor: str  # the link's text
    sentence: str | None = None  # the sentence that it stands in; None in a note


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A value that a page gives elsewhere, and that was not believed."""

    field: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The reading of one snapshot: clean text and the metadata of the work (CSL names)."""

    kind: str  # post or source
    url: str  # canonical, as the page gives it, else the address asked for
    title: str | None = None
    author: str | None = None  # several are joined by "; "
    issued: str | None = None  # ISO 8601 date or date-time, as precise as given
    site: str | None = None
    language: str | None = None  # ISO 639-1
    text: str = ""
    html: str = ""  # the same content as clean HTML: structure and links, nothing that runs or loads
    extractor: str = ""  # which reading won, and why another did not
    agreement: float | None = None  # 0 to 1: how far the readings agree with it; None: there was only one
    type: str | None = None  # CSL: webpage, article-journal, report, post-weblog
    container_title: str | None = None
    publisher: str | None = None
    doi: str | None = None
    authors: tuple[Name, ...] = ()  # persons by family and given name, organisations as `literal`
    modified: str | None = None  # ISO 8601, as precise as given
    section: str | None = None
    isbn: str | None = None
    license: str | None = None  # an address, or the licence's name
    paywall: bool | None = None  # as the page says of itself (schema.org isAccessibleForFree); None: nothing
    language_confidence: float | None = None  # 0 to 1; None: nobody asked the text
    encoding: str | None = None  # WHATWG's name, of what was decoded
    media_type: str | None = None  # as the bytes show it
    size: int | None = None  # bytes
    pages: int | None = None  # of a PDF
    found_by: tuple[tuple[str, str], ...] = ()  # field and rule, of each value that a rule found
    disagreements: tuple[Disagreement, ...] = ()
    doubts: tuple[str, ...] = ()  # what a reader should know before trusting it; one short sentence each


class Outcome(StrEnum):
    """What became of a cited source. Each has exactly one."""

    ARCHIVED = "archived"
    RESCUED = "rescued"  # the web has lost it, or was not asked yet; another archive had it
    GONE = "gone"  # 404, 410, 451
    SOFT_404 = "soft-404"  # "not found", said with status 200
    PARKED = "parked"  # the name is for sale
    LOGIN_WALL = "login-wall"
    BOT_WALL = "bot-wall"
    PAYWALL = "paywall"
    ROBOTS = "robots"  # forbidden by robots.txt
    BLOCKED_ADDRESS = "blocked-address"  # a private or reserved address
    TOO_LARGE = "too-large"
    UNREACHABLE = "unreachable"  # no name, no answer, a server error that stays
    UNKNOWN = "unknown"  # our side failed
    PENDING = "pending"  # not asked for yet
    NOT_WEB = "not-web"  # a note without an address


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One judgement on one page at one time."""

    outcome: Outcome
    reason: str | None = None  # one short sentence, shown to people
