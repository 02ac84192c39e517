"""A post with its citations and where each led."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from sqlite_utils import Database

from archiver.extract.locating import text_fragment
from archiver.models.blog import Month
from archiver.models.views import CitationView, CitedSource, InternalView, PostView, QuoteView
from archiver.search.captures import capture
from archiver.store.address import address
from archiver.store.database import opened
from archiver.store.rows import every, one, value
from archiver.web.url import without_fragment


def show_post(path: Path, post_id: int) -> PostView | None:
    """Everything that a reader wants of a post; None when there is none with this number."""
    with opened(path) as db:
        row = one(db, _POST, post_id)
        if row is None:
            return None
        year, month, snapshot_id = row.pop("year"), row.pop("month"), row.pop("snapshot_id")
        return PostView(
            month=None if year is None else Month(year=year, month=month),
            snapshot=capture(db, snapshot_id),
            citations=_citations(db, post_id),
            internal=tuple(InternalView(**each) for each in every(db, _INTERNAL, post_id)),
            **row,
        )


def numbers_of(path: Path, urls: Sequence[str]) -> dict[str, int]:
    """The numbers of the posts that some addresses, as they are written, lead to."""
    with opened(path) as db:
        found = ((url, value(db, _NUMBER, address(url))) for url in dict.fromkeys(urls))
        return {url: int(number) for url, number in found if number is not None}


def _citations(db: Database, post_id: int) -> tuple[CitationView, ...]:
    sources: defaultdict[int, list[CitedSource]] = defaultdict(list)
    for row in every(db, _SOURCES, post_id):
        citation_id = row.pop("citation_id")
        sources[citation_id].append(CitedSource(**row | {"is_link": bool(row["is_link"])}))
    quotes = _quotes(db, post_id)
    return tuple(
        CitationView(sources=tuple(sources[row["id"]]), quotes=tuple(quotes[row["id"]]), **row)
        for row in every(db, _CITATIONS, post_id)
    )


def _quotes(db: Database, post_id: int) -> defaultdict[int, list[QuoteView]]:
    """By citation, with a link to where the words stand in the page."""
    found: defaultdict[int, list[QuoteView]] = defaultdict(list)
    for row in every(db, _QUOTES, post_id):
        url, words = row.pop("final_url"), row.pop("words")
        link = None if row["start"] is None or url is None else without_fragment(url) + text_fragment(words)
        found[row.pop("citation_id")].append(QuoteView(link=link, **row))
    return found


_NUMBER = "SELECT post_id FROM post_urls WHERE url = ?"
_QUOTES = """
SELECT quotes.citation_id, quotes.source_id, quotes.exact, quotes.found, quotes.start, quotes."end", quotes.agreement,
    substr(documents.text, quotes.start + 1, quotes."end" - quotes.start) AS words, snapshots.target_uri AS final_url
FROM quotes JOIN citations ON citations.id = quotes.citation_id JOIN sources ON sources.id = quotes.source_id
LEFT JOIN documents ON documents.id = quotes.document_id LEFT JOIN snapshots ON snapshots.id = sources.snapshot_id
WHERE post_id = ? ORDER BY quotes.id
"""
_POST = """
SELECT posts.id, posts.url, posts.title, posts.author, posts.published, posts.modified, posts.outcome, posts.reason,
    posts.snapshot_id, year, month, words, text
FROM posts LEFT JOIN months ON months.id = month_id LEFT JOIN documents ON documents.id = document_id
WHERE posts.id = ?
"""
_CITATIONS = """
SELECT id, position, kind, label, occurrence, sentence, note, anchor, style FROM citations
WHERE post_id = ? ORDER BY position, id
"""
_INTERNAL = """
SELECT internal_links.url, anchor, sentence, posts.id AS post_id, posts.title
FROM internal_links LEFT JOIN post_urls ON post_urls.url = target LEFT JOIN posts ON posts.id = post_urls.post_id
WHERE internal_links.post_id = ? ORDER BY position
"""
_SOURCES = """
SELECT citation_id, source_id, citation_sources.url, is_link, sources.url AS canonical, sources.title,
    sources.outcome, sources.reason, snapshots.target_uri AS final_url, sources.document_id
FROM citations
JOIN citation_sources ON citation_id = citations.id
JOIN sources ON sources.id = source_id
LEFT JOIN snapshots ON snapshots.id = sources.snapshot_id
WHERE post_id = ? ORDER BY citation_sources.position
"""
