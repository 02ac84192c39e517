"""What all readers together made of one capture: the input of the store."""

from dataclasses import dataclass

from archiver.models.blog import Feed, FeedWords, Listing, Look, PostFacts, PostLink
from archiver.models.capture import Capture
from archiver.models.citation import Citation, Document, InternalLink, Verdict
from archiver.models.memento import ListAnswer
from archiver.models.piece import Piece
from archiver.models.stand_in import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedReading:
    """One of several posts that stand whole on one page, read."""

    post: PostFacts  # its address names its place on the page
    citations: tuple[Citation, ...] = ()
    internal: tuple[InternalLink, ...] = ()
    document: Document | None = None
    pieces: tuple[Piece, ...] = ()  # what the document's text is made of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One capture, read. A function of the capture alone, so that readings can be made anywhere, in any order."""

    capture: Capture
    verdict: Verdict  # on this answer, redirects not followed
    location: str | None = None  # absolute target, when the answer is a redirect (status 3xx, meta refresh)
    look: Look | None = None  # of a blog's front page
    listing: Listing | None = None  # of any page of the blog that lists posts
    feed: Feed | None = None
    words: tuple[FeedWords, ...] = ()  # of a feed: what it has of its posts' own words
    sitemap: tuple[PostLink, ...] = ()  # the addresses of a sitemap that may be posts
    post: PostFacts | None = None  # None when the page is no post
    pages: tuple[
        tuple[int, str], ...
    ] = ()  # number and address of the post's further pages, as the first names them
    citations: tuple[Citation, ...] = ()
    internal: tuple[InternalLink, ...] = ()  # of a post: its links to other pages of the blog
    document: Document | None = None
    pieces: tuple[Piece, ...] = ()  # of a post: what the document's text is made of
    placed: tuple[PlacedReading, ...] = ()  # the posts of a page that holds several whole
    listed: ListAnswer | None = None  # of a web archive's list of captures
    shown: Shown | None = None  # of a page that may stand in for others, or is known to
