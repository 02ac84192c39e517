"""Readings made of as little as a test cares for. Nothing here reads a WARC or a page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from archiver.extract.pieces import html_of, text_of
from archiver.extract.wording import key_of
from archiver.models.blog import Feed, FeedWords, Found, Listing, Look, Month, MonthLink, PostFacts, PostLink
from archiver.models.capture import Capture, Failure, Role, Snapshot, Visit
from archiver.models.citation import Citation, CitationKind, CitedUrl, Document, Outcome, Verdict
from archiver.models.piece import Piece, Spread
from archiver.models.reading import PlacedReading, Reading
from archiver.models.stand_in import Shown

BLOG = "https://blog.example/"
WARC = "a.warc.gz"


def cite(
    *urls: str, kind: CitationKind = CitationKind.FOOTNOTE, note: str | None = None, label: str = "1"
) -> Citation:
    """A footnote with these addresses."""
    return Citation(
        position=1,
        kind=kind,
        label=label,
        sentence=f"Sentence {label}.",
        note=note or " ".join(urls),
        style="endnotes",
        urls=tuple(CitedUrl(url=url, is_link=True) for url in urls),
    )


def piece(text: str, box: str = "", *, is_held: bool = False, is_cited: bool = False) -> Piece:
    """A piece of a post, as its page's reader would know it again: in its box under many posts, else only by feeds."""
    spread = Spread.BOX if box else Spread.NONE
    return Piece(
        text=text,
        html=f"<p>{text}</p>",
        box=box,
        key=None if is_held else key_of(spread, text),
        spread=Spread.NONE if is_held else spread,
        is_held=is_held,
        is_cited=is_cited,
    )


def numbered(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The same citations, in the order in which they stand."""
    return tuple(
        Citation(**{name: getattr(each, name) for name in Citation.__slots__} | {"position": n})
        for n, each in enumerate(citations, start=1)
    )


@dataclass
class Readings:
    """Makes readings whose records lie one after the other in a WARC, a minute apart."""

    seed: str = BLOG
    warc: str = WARC
    count: int = field(default=0)

    def any(
        self,
        url: str,
        role: Role,
        *,
        outcome: Outcome = Outcome.ARCHIVED,
        reason: str | None = None,
        status: int | None = 200,
        location: str | None = None,
        failure: Failure | None = None,
        month: str | None = None,
        page: int | None = None,
        via: str | None = None,
        kind: str | None = None,
        look: Look | None = None,
        listing: Listing | None = None,
        feed: Feed | None = None,
        words: tuple[FeedWords, ...] = (),
        post: PostFacts | None = None,
        citations: tuple[Citation, ...] = (),
        document: Document | None = None,
        pieces: tuple[Piece, ...] = (),
        placed: tuple[PlacedReading, ...] = (),
        shown: Shown | None = None,
        original: str | None = None,
    ) -> Reading:
        """A reading of one capture."""
        self.count += 1
        n = self.count
        snapshot = Snapshot(
            record_id=f"<urn:uuid:{n:032x}>",
            target_uri=url,
            date=f"{datetime(2026, 1, 1) + timedelta(minutes=n):%Y-%m-%dT%H:%M:%SZ}",  # noqa: DTZ001 -- UTC is written
            status=None if failure else status,
            content_type=None if failure else "text/html",
            payload_digest=None if failure else f"sha256:{n:064x}",
            warc=self.warc,
            offset=n * 1000,
            length=1000,
            kind=kind or ("metadata" if failure else "response"),
        )
        visit = Visit(role=role, seed=self.seed, via=via, month=month, page=page, original=original)
        return Reading(
            capture=Capture(snapshot=snapshot, visit=visit, failure=failure),
            verdict=Verdict(outcome=outcome, reason=reason),
            location=location,
            look=look,
            listing=listing,
            feed=feed,
            words=words,
            post=post,
            citations=citations,
            document=document,
            pieces=pieces,
            placed=placed,
            shown=shown,
        )

    def front(self, *months: str, posts: Iterable[str] = ()) -> Reading:
        """The front page: names months, lists posts."""
        links = tuple(
            MonthLink(month=Month.parse(text), url=f"{self.seed}{text.replace('-', '/')}/") for text in months
        )
        return self.any(
            self.seed,
            Role.FRONT,
            look=Look(platform="generic", months=links),
            listing=Listing(posts=tuple(PostLink(url=url) for url in posts)),
        )

    def month(self, month: str, *posts: str, page: int = 1) -> Reading:
        """A page of a monthly archive."""
        url = f"{self.seed}{month.replace('-', '/')}/" + ("" if page == 1 else f"page/{page}/")
        listing = Listing(posts=tuple(PostLink(url=post) for post in posts), month=Month.parse(month))
        return self.any(url, Role.MONTH, month=month, page=page, listing=listing)

    def feed(self, *posts: str, words: Mapping[str, Sequence[str]] | None = None) -> Reading:
        """A feed: lists posts, and has the words of some."""
        return self.any(
            f"{self.seed}feed/",
            Role.FEED,
            feed=Feed(posts=tuple(PostLink(url=post) for post in posts)),
            words=tuple(
                FeedWords(url=url, lines=tuple(lines), list="feed") for url, lines in (words or {}).items()
            ),
        )

    def post(
        self,
        url: str,
        *citations: Citation,
        own: str | None = None,
        title: str | None = None,
        published: str | None = "2019-09-12T08:00:00+02:00",
        text: str | None = None,
        pieces: Sequence[Piece] = (),
    ) -> Reading:
        """A post's own page; read piece by piece where these are given."""
        title = title or f"Post at {own or url}"
        text = text_of(pieces) if pieces else text
        facts = PostFacts(
            url=own or url,
            title=Found(value=title, rule="json-ld"),
            authors=(Found(value="Ada Moss", rule="meta"),),
            published=Found(value=published, rule="time") if published else None,
        )
        return self.any(
            url,
            Role.POST,
            post=facts,
            citations=numbered(citations),
            document=replace(
                document(own or url, kind="post", title=title, author="Ada Moss", text=text),
                html=html_of(pieces),
            ),
            pieces=tuple(pieces),
        )

    def day(self, url: str, places: dict[str, tuple[Citation, ...]], *, text: str | None = None) -> Reading:
        """A page that holds several posts whole, each at a place of its own."""
        placed = tuple(
            PlacedReading(
                post=PostFacts(url=f"{url}#{place}", title=Found(value=place.title(), rule="place")),
                citations=numbered(citations),
                document=document(f"{url}#{place}", kind="post", title=place.title(), text=text),
            )
            for place, citations in places.items()
        )
        return self.any(url, Role.POST, placed=placed)

    def source(
        self, url: str, *, title: str | None = None, text: str | None = None, role: Role = Role.SOURCE
    ) -> Reading:
        """A cited page that was there."""
        return self.any(url, role, document=document(url, title=title, text=text))

    def redirect(self, url: str, location: str, role: Role = Role.SOURCE) -> Reading:
        """An answer that leads elsewhere."""
        return self.any(url, role, status=301, location=location)

    def gone(self, url: str, role: Role = Role.SOURCE) -> Reading:
        """A page that is not there."""
        return self.any(url, role, outcome=Outcome.GONE, reason="the server says 404", status=404)

    def failed(self, url: str, reason: str = "refused", role: Role = Role.SOURCE) -> Reading:
        """A server that did not answer."""
        return self.any(
            url,
            role,
            outcome=Outcome.UNREACHABLE,
            reason="nobody listens",
            failure=Failure(reason=reason, detail="connection refused"),
        )


def document(
    url: str,
    *,
    kind: str = "source",
    title: str | None = None,
    author: str | None = None,
    text: str | None = None,
) -> Document:
    """A reading of a page."""
    return Document(
        kind=kind,
        url=url,
        title=title or f"Page at {url}",
        author=author,
        text=f"Words of {url}." if text is None else text,
        extractor="test",
    )
