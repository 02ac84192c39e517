"""What search hands to people and programs: posts, sources and the balance, joined and ready to show."""

from dataclasses import dataclass

from archiver.models.blog import Month
from archiver.models.frontier import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A post or a source by its number; prints as people type it: `p12`, `s7`."""

    kind: str  # post or source
    id: int

    def __str__(self) -> str:
        return f"{self.kind[0]}{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A post that cites a source, and the place where it does."""

    post_id: int
    url: str
    title: str | None
    published: str | None
    label: str | None
    sentence: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One search result."""

    reference: Reference
    document_id: int
    url: str
    title: str | None
    author: str | None
    date: str | None  # ISO 8601: published or issued
    outcome: str
    snippet: str
    score: float  # bm25: the lower, the better
    cited: int  # how many posts cite it
    cited_by: tuple[Citing, ...] = ()  # the first few of them, one place each


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotView:
    """A capture, as far as people ask for it."""

    id: int
    target_uri: str
    date: str
    status: int | None
    content_type: str | None
    outcome: str
    reason: str | None
    location: str | None
    failure: str | None
    warc: str
    offset: int
    archived_from: str | None = None  # where a web archive gave it; None: captured from the web

    @property
    def place(self) -> Place:
        """Where its record lies."""
        return Place(warc=self.warc, offset=self.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView:
    """What a web archive said when it was asked for a lost source."""

    archive: str
    url: str  # the source's own address, or one where its redirects ended
    answer: str  # has, none, unknown
    reason: str | None
    asked: str
    next_ask: str
    mementos: int  # captures of it that are known, nearest to the post
    taken: int  # of these, fetched


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """One verdict on a source at one time."""

    date: str
    outcome: str
    reason: str | None
    snapshot_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """Where one address of a citation led."""

    source_id: int
    url: str | None  # as written; None where the note only names the work
    is_link: bool
    canonical: str | None
    title: str | None
    outcome: str
    reason: str | None
    final_url: str | None  # where the capture was made, after redirects
    document_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Words that a post quotes from a source, and whether the source has them."""

    source_id: int
    exact: str
    found: str | None  # verbatim, near, gone; None: the source has no text
    start: int | None  # in the source's text
    end: int | None
    agreement: float | None  # the share of the words that stand there; None: gone
    link: str | None  # leads a browser to the words in the live page


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """One place where a post cites something, and what became of it."""

    id: int
    position: int
    kind: str
    label: str | None
    occurrence: int
    sentence: str | None
    note: str | None
    anchor: str | None
    style: str
    sources: tuple[CitedSource, ...] = ()
    quotes: tuple[QuoteView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """A post with its citations and where each led."""

    id: int
    url: str
    title: str | None
    author: str | None
    published: str | None
    modified: str | None
    month: Month | None
    outcome: str
    reason: str | None
    words: int | None
    text: str | None
    snapshot: SnapshotView | None
    citations: tuple[CitationView, ...] = ()
    internal: tuple["InternalView", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source with its history and those who cite it."""

    id: int
    url: str | None  # None: not on the web
    type: str | None
    title: str | None
    author: str | None
    issued: str | None
    container_title: str | None
    publisher: str | None
    language: str | None
    doi: str | None
    outcome: str
    reason: str | None
    first_cited: str | None
    last_checked: str | None
    next_check: str | None
    words: int | None
    text: str | None
    checks: tuple[CheckView, ...] = ()
    cited_by: tuple[Citing, ...] = ()
    snapshots: tuple[SnapshotView, ...] = ()  # of its address and of those it redirected to, oldest first
    archives: tuple[ArchiveView, ...] = ()  # web archives that were asked for it, since the web has lost it
    same_work: tuple["OtherSource", ...] = ()  # the same work under other addresses, or named without one


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalView:
    """A link from a post to another page of its blog, and the post there, where it is one."""

    url: str
    anchor: str
    sentence: str | None
    post_id: int | None
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSource:
    """A source that is the same work as another."""

    id: int
    url: str | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """One crawl. `finished` is None when it was killed."""

    id: str
    started: str | None
    finished: str | None
    exit_code: int | None
    counts: dict[str, int]

    @property
    def end(self) -> str:
        """When and how it ended, for people. A crawl tells its end when it is over; only a dead one never does."""
        if self.finished is None:
            return "did not end: killed, or the machine went down"
        return f"ended {self.finished[:19].replace('T', ' ')} UTC with exit code {self.exit_code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """One month of the ledger."""

    seed: str
    month: Month
    url: str | None
    posts_listed: int  # by its pages; without such, how many are dated in it
    posts_captured: int
    posts_announced: int | None = None  # by the blog's own list of months
    posts_in_feed: int = 0
    posts_in_sitemap: int = 0
    posts_in_rest: int = 0
    posts_not_on_pages: int = 0  # dated in it, but on none of its pages
    pages_missing: int = 0

    @property
    def disagreements(self) -> tuple[str, ...]:
        """Where the lists of the blog, and what was captured, do not agree; nothing of a month that is whole."""
        said = (
            (
                self.posts_captured < self.posts_listed,
                f"{self.posts_listed - self.posts_captured} not captured",
            ),
            (
                self.posts_announced not in {None, self.posts_listed},
                f"the blog announces {self.posts_announced}, {self.posts_listed} are listed",
            ),
            (self.posts_not_on_pages > 0, f"{self.posts_not_on_pages} more, which its pages do not list"),
            (self.pages_missing > 0, f"{self.pages_missing} of its pages did not come"),
        )
        return tuple(words for is_so, words in said if is_so)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What is there, by outcome. The parts add up to the wholes, or something was lost."""

    months: tuple[MonthView, ...]
    archive_pages: int
    posts: int
    posts_by_outcome: dict[str, int]
    citations: int
    citations_by_kind: dict[str, int]
    citations_without_source: int  # notes that name no address
    sources: int
    sources_by_outcome: dict[str, int]
    works: int  # of which some are cited under several addresses
    uncited: int  # pages that no post cites: not yet, or no more
    snapshots: int
    documents: int
    due_posts: int
    due_sources: int
    last_run: RunView | None

    @property
    def adds_up(self) -> bool:
        """Whether each thing stands in exactly one heap."""
        return (
            sum(self.posts_by_outcome.values()) == self.posts
            and sum(self.citations_by_kind.values()) == self.citations
            and sum(self.sources_by_outcome.values()) == self.sources
            and all(month.posts_captured <= month.posts_listed for month in self.months)
        )
