"""A post, a source, a capture: all that is read of them on their pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sqlite_utils import Database

from archiver.models.drift import Change, Drift
from archiver.models.pages import Nearest, PostPage, Quoted, Reading, SnapshotPage, SourcePage
from archiver.search.backing import backing, last_change, newest
from archiver.search.captures import capture
from archiver.search.citing import citing
from archiver.search.neighbours import neighbours
from archiver.search.posts import show_post
from archiver.search.sources import show_source
from archiver.store.database import opened
from archiver.store.rows import Row, every, one, value


def post_page(path: Path, post_id: int) -> PostPage | None:
    """A post with the captures of its sources; None when there is none with this number."""
    post = show_post(path, post_id)
    if post is None:
        return None
    with opened(path) as db:
        document = one(db, _DOCUMENT, post_id)
        ids = {source.source_id for citation in post.citations for source in citation.sources}
        return PostPage(
            post=post,
            html=(document or {}).get("html") or "",
            language=(document or {}).get("language"),
            nearest={source_id: _nearest(db, source_id, post.published) for source_id in sorted(ids)},
            changes={source_id: last_change(db, source_id) for source_id in sorted(ids)},
        )


def source_page(path: Path, source_id: int) -> SourcePage | None:
    """A source with its time line; None when there is none with this number."""
    source = show_source(path, source_id)
    if source is None:
        return None
    with opened(path) as db:
        rows = every(db, _CHECKS, source_id)
        drifts = neighbours(path, [row["document_id"] for row in rows])
        return SourcePage(
            source=source,
            readings=tuple(_readings(db, rows, drifts)),
            quotes=tuple(Quoted(**row) for row in every(db, _QUOTES, source_id)),
            cited_snapshot_id=value(db, _CITED, source_id),
        )


def snapshot_page(path: Path, snapshot_id: int) -> SnapshotPage | None:
    """A capture; None when there is none with this number."""
    with opened(path) as db:
        row = one(db, _SNAPSHOT, snapshot_id)
        shown = capture(db, snapshot_id)
        if row is None or shown is None:
            return None
        url = row.pop("url")
        row["source_id"] = row["source_id"] or value(db, "SELECT id FROM sources WHERE url = ?", url)
        row["post_id"] = value(db, "SELECT post_id FROM post_urls WHERE url = ?", url)
        ids = [row["source_id"]] if row["source_id"] else []
        around = [
            each["id"] for each in every(db, "SELECT id FROM snapshots WHERE url = ? ORDER BY date, id", url)
        ]
        at = around.index(snapshot_id)
        return SnapshotPage(
            snapshot=shown,
            posts=citing(db, ids) if ids else (),
            before=capture(db, around[at - 1]) if at else None,
            after=capture(db, around[at + 1]) if at + 1 < len(around) else None,
            screenshot_id=value(db, _SCREENSHOT, shown.target_uri, shown.date),
            **row,
        )


def diffable(path: Path, document_ids: Sequence[int]) -> list[tuple[str | None, str, str]] | None:
    """Title, address and text of readings; None where one of them is not there."""
    with opened(path) as db:
        rows = [one(db, "SELECT title, url, text FROM documents WHERE id = ?", each) for each in document_ids]
        return (
            None
            if None in rows
            else [(row["title"], row["url"], row["text"]) for row in rows if row is not None]
        )


def _readings(
    db: Database, rows: Iterable[Row], drifts: Mapping[tuple[int, int], Drift]
) -> Iterator[Reading]:
    """The captures of a source, each against the one before that was read."""
    before: int | None = None
    for row in rows:
        snapshot = capture(db, row.pop("snapshot_id"))
        assert snapshot is not None
        document_id = row["document_id"]
        is_read = None not in {before, document_id}
        drift = drifts.get((before, document_id)) if before is not None and document_id is not None else None
        is_same = is_read and before == document_id
        yield Reading(
            snapshot=snapshot,
            before=before if is_read else None,
            step=Change.SAME_TEXT if is_same else drift.change if drift is not None else None,
            step_similarity=1.0 if is_same else drift.similarity if drift is not None else None,
            **row,
        )
        before = document_id if document_id is not None else before


def _nearest(db: Database, source_id: int, published: str | None) -> Nearest:
    """The good capture nearest to the day of the post, and the last one; where there is none, what came."""
    then = backing(db, source_id, published)
    if then is None:
        return Nearest(then=None, last=capture(db, value(db, _KEPT, source_id)))
    return Nearest(then=capture(db, then["snapshot_id"]), last=capture(db, newest(db, source_id)))


_DOCUMENT = "SELECT html, documents.language FROM posts JOIN documents ON documents.id = document_id WHERE posts.id = ?"
_KEPT = "SELECT snapshot_id FROM sources WHERE id = ?"
_CHECKS = """
SELECT snapshot_id, checks.outcome, checks.reason, change, similarity, document_id
FROM checks JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = ? ORDER BY snapshots.date, checks.id
"""
_QUOTES = """
SELECT quotes.exact, quotes.found, quotes.start, quotes."end", post_id, posts.title AS post_title, citations.label
FROM quotes JOIN citations ON citations.id = citation_id JOIN posts ON posts.id = post_id WHERE source_id = ? ORDER BY start, quotes.id
"""
_CITED = """
SELECT snapshots.id FROM checks JOIN snapshots ON snapshots.id = checks.snapshot_id JOIN sources ON sources.id = source_id
WHERE source_id = ? AND snapshots.document_id = cited_document_id ORDER BY snapshots.date, snapshots.id LIMIT 1
"""
# As Browsertrix names them: the whole page before the part that a window shows, and that before a small one.
_SCREENSHOT = """
SELECT id FROM snapshots WHERE target_uri IN ('urn:fullPage:' || ?1, 'urn:view:' || ?1, 'urn:thumbnail:' || ?1)
AND abs(julianday(date) - julianday(?2)) < 1
ORDER BY target_uri LIKE 'urn:thumbnail:%', target_uri, id LIMIT 1
"""
_SNAPSHOT = """
SELECT snapshots.url, record_id, snapshots.kind, role, length, payload_digest, payload_sha256, via, truncated, creation_date,
    run_id, refers_to_target_uri, refers_to_date,
    snapshots.document_id, title, language, text, extractor, doubts,
    (SELECT min(source_id) FROM checks WHERE snapshot_id = snapshots.id) AS source_id
FROM snapshots LEFT JOIN documents ON documents.id = snapshots.document_id WHERE snapshots.id = ?
"""
