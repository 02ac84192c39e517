"""Feeds that are cited for themselves: each entry with its title, its date and its words."""

from archiver.extract.feed_entries import Entry, read_entries
from archiver.extract.html_pen import Pen
from archiver.extract.stated import document_of
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.media_type import media_type as type_of

_TYPES = frozenset(["application/rss+xml", "application/atom+xml", "application/feed+json"])


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type in _TYPES


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a feed. What is none gives no text, and says so in `extractor`."""
    feed = read_entries(capture.url, capture.payload, type_of(capture.payload, capture.snapshot.content_type))
    if feed is None:
        return document_of(
            capture, kind=kind, extractor="feed: damaged", doubts=("nothing could be read: damaged",)
        )
    return document_of(
        capture,
        kind=kind,
        extractor="feed" if feed.entries else "feed: no entry in it",
        stated=(feed.stated,),
        html="\n".join(filter(None, map(_html, feed.entries))),
        type="webpage",
        doubts=(f"it is longer: {len(feed.entries)} entries were read",) if feed.is_cut else (),
    )


def _html(entry: Entry) -> str:
    pen = Pen()
    heading = pen.start("h2")
    if entry.url is not None:
        pen.start_inline("a", {"href": entry.url})
    pen.write(entry.title or entry.url or "")
    if entry.url is not None:
        pen.end_inline()
    pen.end(heading)
    pen.write(entry.date or "")
    return "\n".join(filter(None, (pen.html(), entry.html)))
