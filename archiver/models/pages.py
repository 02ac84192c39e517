"""What the pages for readers show, ready to be laid out: no SQL above it, no markup below."""

from dataclasses import dataclass, replace

from archiver.models.blog import Month
from archiver.models.letter import AgeCount, HostCount, Moment
from archiver.models.views import Citing, Hit, PostView, RunView, SnapshotView, SourceView


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCell:
    """One month of the calendar."""

    month: Month
    posts: int
    citations: int
    sources: int
    safe: int  # of these, held: a copy that can be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Twelve months, of which those without posts are None."""

    year: int
    months: tuple[MonthCell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """A post in a list."""

    id: int
    title: str | None
    url: str
    author: str | None
    published: str | None
    outcome: str
    citations: int
    sources: int
    safe: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that was found of a source lately."""

    date: str
    source_id: int
    title: str | None
    url: str | None
    outcome: str
    change: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The first page."""

    seeds: tuple[str, ...]
    years: tuple[Year, ...]  # the youngest first
    posts: int
    undated: int  # posts that are in no month
    citations: int
    sources: int
    safe: int
    uncited: int  # pages that can be read, and that no post cites
    outcomes: tuple[tuple[str, int], ...]  # of sources, the largest heap first
    lately: tuple[Happening, ...]
    over_time: tuple[Moment, ...]
    by_host: tuple[HostCount, ...]
    by_age: tuple[AgeCount, ...]
    last_run: RunView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody searches for. Empty words with a filter: all that fits, the youngest first."""

    words: str = ""
    kind: str = ""  # post or source
    outcome: str = ""
    host: str = ""
    language: str = ""
    month: str = ""  # "2019-09", in which a post was published, or a source cited
    since: str = ""  # dates, ISO 8601: of publication
    until: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of results."""

    wanted: Wanted
    hits: tuple[Hit, ...]
    has_more: bool
    is_whole: bool = (
        True  # all that fit were ranked; else the latest, and those with the words in their title
    )
    facets: tuple[
        tuple[str, tuple[tuple[str, int], ...]], ...
    ] = ()  # by filter: values and how many there are


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPage:
    """The posts of a month."""

    month: Month
    posts: tuple[PostLine, ...]
    before: Month | None  # the next older one that has posts
    after: Month | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """Two captures of a source that a reader of a post wants to see: as it was then, and as it was last."""

    then: SnapshotView | None
    last: SnapshotView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPage:
    """A post, as it is read."""

    post: PostView
    html: str  # of its document: clean, but a stranger's
    language: str | None
    nearest: dict[int, Nearest]  # by source
    changes: dict[int, str | None]  # by source: how far its last capture is from what was cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One capture of a source on its time line."""

    snapshot: SnapshotView
    outcome: str
    reason: str | None
    change: str | None  # from what was cited
    similarity: float | None
    document_id: int | None
    before: int | None = None  # the document of the one before that was read
    step: str | None = None  # from that: as `change`; None: nothing to compare
    step_similarity: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words that somebody quotes from a source, and where they stand in its text."""

    exact: str
    found: str | None
    start: int | None
    end: int | None
    post_id: int
    post_title: str | None
    label: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """A source, as it is read."""

    source: SourceView
    readings: tuple[Reading, ...]  # the oldest first
    quotes: tuple[Quoted, ...]
    cited_snapshot_id: int | None  # the capture that is taken for what was cited


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotPage:
    """A capture, as it is read."""

    snapshot: SnapshotView
    record_id: str
    kind: str  # WARC-Type
    via: str | None
    truncated: str | None
    creation_date: str | None  # of what a web archive gave: when it did
    run_id: str | None
    role: str
    length: int
    payload_digest: str | None
    payload_sha256: str | None
    refers_to_target_uri: str | None
    refers_to_date: str | None
    document_id: int | None
    title: str | None
    language: str | None
    text: str | None
    extractor: str | None
    doubts: str | None
    posts: tuple[Citing, ...]  # that cite what was captured
    source_id: int | None
    post_id: int | None
    before: SnapshotView | None  # of the same address
    after: SnapshotView | None
    screenshot_id: int | None = None  # a picture that a browser took of it

    def within(
        self, snapshots: frozenset[int], sources: frozenset[int], posts: frozenset[int]
    ) -> "SnapshotPage":
        """The same, leading only to what is there."""
        return replace(
            self,
            source_id=self.source_id if self.source_id in sources else None,
            post_id=self.post_id if self.post_id in posts else None,
            before=self.before if self.before is not None and self.before.id in snapshots else None,
            after=self.after if self.after is not None and self.after.id in snapshots else None,
            posts=tuple(each for each in self.posts if each.post_id in posts),
            screenshot_id=self.screenshot_id if self.screenshot_id in snapshots else None,
        )
