"""One capture, read by everyone: the pure middle between the WARCs and the database."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

from archiver.discover.contents import read_contents
from archiver.discover.facts.further import further_pages
from archiver.discover.feed import read_feed
from archiver.discover.listing import read_listing
from archiver.discover.look import look
from archiver.discover.sitemap import read_sitemap
from archiver.discover.way.sitemap_choice import may_be_post
from archiver.extract.document import read_document, read_post_document
from archiver.extract.feed_words import read_feed_words
from archiver.extract.pieces import read_pieces
from archiver.extract.post import PostReading, read_placed_posts, read_post_page
from archiver.extract.repeats import name_works
from archiver.judge.evidence import Evidence
from archiver.judge.outcome import judge, judge_page
from archiver.judge.rescue import is_rescue, own_page
from archiver.judge.shown import shown
from archiver.judge.timemap import list_in
from archiver.models.blog import PostLink
from archiver.models.capture import Capture, Role
from archiver.models.citation import Document, Outcome, Verdict
from archiver.models.reading import PlacedReading, Reading
from archiver.web.charset import decode
from archiver.web.media_type import is_html, media_type
from archiver.web.page import Page
from archiver.web.reading import MOST, page_in
from archiver.web.redirect import may_refresh, redirect_target

logger = logging.getLogger(__name__)

_HEAD = 64 * 1024  # bytes in which a redirect by `<meta>` stands
_UNREAD = frozenset([Role.REQUISITE, Role.ROBOTS, Role.SITEMAP, Role.TIMEMAP, Role.ASIDE])
_OF_SOURCES = frozenset([Role.SOURCE, Role.HELD, Role.MEMENTO, Role.PROBE])
_OF_OTHERS = frozenset([Role.HELD, Role.ASIDE])
_UNOPENED = frozenset(
    [Role.REQUISITE, Role.ROBOTS, Role.ASIDE]
)  # of an answer that is well their head says all
_DOCUMENTS = {Role.POST: "post", Role.SOURCE: "source", Role.HELD: "source", Role.MEMENTO: "source"}
_HARMLESS = 1024  # bytes; no reader can be led astray by fewer


def read(capture: Capture, several: Sequence[Capture] = ()) -> Reading:
    """What a capture says, according to why it was asked for. A reader that fails costs one page, not the run.

    `several` are the captures of a post's pages in their order, this one among them, where it goes over several: it is
    read as all of them.
    """
    try:
        return _read(capture, several)
    except MemoryError:
        raise  # of the machine, not of the page: whoever limits it says what now
    except Exception as error:
        # The bytes are safe in the WARC; a better reader can read them again.
        logger.exception("%s (%s) could not be read", capture.url, capture.snapshot.record_id)
        return Reading(
            capture=capture,
            verdict=Verdict(outcome=Outcome.UNKNOWN, reason=f"our reader failed: {type(error).__name__}"),
        )


def _read(capture: Capture, several: Sequence[Capture]) -> Reading:
    page = page_of(capture)
    location = redirect_target(capture.url, capture.status, capture.headers, page)
    reader = _READERS.get(capture.visit.role)
    if capture.visit.role in _OF_OTHERS and capture.status is None:
        verdict = Verdict(outcome=Outcome.NOT_WEB, reason="no answer of a web server")
        return Reading(capture=capture, verdict=verdict)
    if location is not None or capture.failure is not None or reader is None:
        listed = list_in(capture) if capture.visit.role is Role.TIMEMAP else None
        return Reading(capture=capture, verdict=judge(capture, None), location=location, listed=listed)
    if capture.visit.role is Role.POST and several:
        return _post(capture, page, several)
    return reader(capture, page)


def has_only_head(capture: Capture) -> bool:
    """Whether nothing will be read but the head of an answer, which no stranger can make dear."""
    if capture.failure is not None or not capture.payload:
        return True
    status = capture.status or 0
    return capture.visit.role in _UNOPENED and 200 <= status < 400  # noqa: PLR2004 -- RFC 9110, 15.3 and 15.4


def given_up(capture: Capture, why: str) -> Reading:
    """What is to be kept of a capture that could not be read to its end: what its head says, and why there is no text."""
    location = redirect_target(capture.url, capture.status, capture.headers, None)
    verdict = judge(replace(capture, payload=capture.payload[:_HARMLESS]), None)
    document = None
    if location is None and verdict.outcome is Outcome.ARCHIVED:
        verdict = Verdict(outcome=Outcome.ARCHIVED, reason=f"no text can be read in it ({why})")
        kind = _DOCUMENTS.get(capture.visit.role)
        document = Document(kind=kind, url=capture.url, extractor=why) if kind is not None else None
    return Reading(capture=capture, verdict=verdict, location=location, document=document)


def page_of(capture: Capture) -> Page | None:
    """The HTML page that a capture holds; None where it holds none, or nobody will read it.

    Of a source only the beginning is parsed here, and only for a redirect that it may hold: its text is read by `extract`.
    """
    role, kind = capture.visit.role, capture.snapshot.content_type
    if role in _UNREAD:
        return None
    if role in _OF_SOURCES and not _may_refresh(capture):
        return None
    return page_in(capture.url, capture.payload, kind, most=_HEAD if role in _OF_SOURCES else MOST)


def _may_refresh(capture: Capture) -> bool:
    """Whether the beginning of a page speaks of a redirect. Hardly one does, and a tree costs as much as all else."""
    kind = capture.snapshot.content_type
    if not is_html(media_type(capture.payload, kind)):
        return False
    return capture.header("refresh") is not None or may_refresh(decode(capture.payload[:_HEAD], kind).text)


def _blog_page(capture: Capture, page: Page | None) -> Reading:
    verdict = judge(capture, None)
    if page is None or verdict.outcome is not Outcome.ARCHIVED:
        return Reading(capture=capture, verdict=verdict)
    return Reading(
        capture=capture,
        verdict=verdict,
        look=look(page) if capture.visit.role is Role.FRONT else None,
        listing=read_listing(page),
        placed=_placed(capture, page),
    )


def _feed(capture: Capture, _: Page | None) -> Reading:
    return Reading(
        capture=capture,
        verdict=judge(capture, None),
        feed=read_feed(capture.url, capture.payload),
        words=tuple(read_feed_words(read_contents(capture.url, capture.payload))),
    )


def _sitemap(capture: Capture, _: Page | None) -> Reading:
    named = read_sitemap(capture.url, capture.payload).urls
    posts = tuple(PostLink(url=url, modified=changed) for url, changed in named if may_be_post(url))
    return Reading(capture=capture, verdict=judge(capture, None), sitemap=posts)


def _placed(capture: Capture, page: Page) -> tuple[PlacedReading, ...]:
    """The posts that stand whole on the page, each under its own place."""
    return tuple(
        _placed_post(capture, page, post) for post in read_placed_posts(page, blog=capture.visit.seed)
    )


def _placed_post(capture: Capture, page: Page, post: PostReading) -> PlacedReading:
    citations = name_works(post.citations)
    pieces = read_pieces(post.body, page, citations, post.facts)
    return PlacedReading(
        post=post.facts,
        citations=citations,
        internal=post.internal,
        document=read_post_document(capture, page, pieces, post.facts),
        pieces=pieces,
    )


def _post(capture: Capture, page: Page | None, several: Sequence[Capture] = ()) -> Reading:
    """A post; one over several pages as far as they are pages: the first says what the post is, this one was just captured."""
    verdict = judge(capture, None)
    if page is None or verdict.outcome is not Outcome.ARCHIVED:
        return Reading(capture=capture, verdict=verdict)
    if placed := _placed(capture, page):
        return Reading(capture=capture, verdict=verdict, placed=placed)
    pages = [found for each in several if (found := page if each is capture else page_of(each)) is not None]
    listed = any(each.visit.month is not None for each in (capture, *several))
    if pages and len(pages) == len(several):
        first, *further = pages
        post = read_post_page(first, blog=capture.visit.seed, listed=listed, further=further)
        if post is not None:
            return _read_as(capture, verdict, several[0], first, post)
    post = read_post_page(page, blog=capture.visit.seed, listed=listed)
    if post is None:
        return Reading(capture=capture, verdict=verdict, document=read_document(capture, kind="source"))
    return _read_as(capture, verdict, capture, page, post)


def _read_as(capture: Capture, verdict: Verdict, first: Capture, page: Page, post: PostReading) -> Reading:
    """A post as its first page has it; of a further page alone, nothing says which pages there are."""
    is_first = first is not capture or (capture.visit.page or 1) == 1
    citations = name_works(post.citations)
    pieces = read_pieces(post.body, page, citations, post.facts)
    return Reading(
        capture=capture,
        verdict=verdict,
        post=post.facts,
        pages=further_pages(page) if is_first else (),
        citations=citations,
        internal=post.internal,
        document=read_post_document(first, page, pieces, post.facts),
        pieces=pieces,
    )


def _source(capture: Capture, _: Page | None) -> Reading:
    document = read_document(capture, kind="source")
    page = Evidence(capture=capture, document=document)
    verdict = judge_page(page)
    return Reading(capture=capture, verdict=verdict, document=document, shown=shown(page, verdict))


def _probe(capture: Capture, page: Page | None) -> Reading:
    """What a host shows for an address that nobody has made a page for: no work, whatever it is."""
    return replace(_source(capture, page), document=None)


def _timemap(capture: Capture, _: Page | None) -> Reading:
    return Reading(capture=capture, verdict=judge(capture, None), listed=list_in(capture))


def _memento(capture: Capture, page: Page | None) -> Reading:
    """What a web archive gave of a lost source. Only what is the source itself has a text that counts."""
    own = own_page(capture)
    reading = Reading(capture=capture, verdict=own) if own is not None else _source(capture, page)
    is_source = is_rescue(reading.verdict, None, capture.snapshot.archived_from)
    return reading if is_source else replace(reading, document=None)


_READERS: dict[Role, Callable[[Capture, Page | None], Reading]] = {
    Role.FRONT: _blog_page,
    Role.LISTING: _blog_page,
    Role.MONTH: _blog_page,
    Role.FEED: _feed,
    Role.SITEMAP: _sitemap,
    Role.POST: _post,
    Role.SOURCE: _source,
    Role.HELD: _source,
    Role.TIMEMAP: _timemap,
    Role.MEMENTO: _memento,
    Role.PROBE: _probe,
}
