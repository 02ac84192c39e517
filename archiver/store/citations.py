"""The citations of a post. A new capture replaces them; what it did not change keeps its ids."""

from collections import defaultdict, deque

from sqlite_utils import Database

from archiver.models.citation import Citation
from archiver.store import quotes, sources, works
from archiver.store.rows import Row, clean, every, insert, run, update, value


def replace(db: Database, post_id: int, citations: tuple[Citation, ...], *, dated: str | None) -> None:
    """Fold what a post cites now. `dated` is the date under which it cited until now; None for a new post."""
    date = str(value(db, "SELECT coalesce(published, first_captured) FROM posts WHERE id = ?", post_id))
    old_sources = _sources(db, post_id)
    kept = _kept(db, post_id)
    fresh: list[Citation] = []
    for citation in citations:
        same = kept[_key(citation)]
        if same:
            update(db, "citations", same.popleft(), {"position": citation.position})
            for cited in citation.urls:
                sources.cited(db, cited.url, date)
        else:
            fresh.append(citation)
    for gone in sorted(row_id for ids in kept.values() for row_id in ids):
        run(db, "DELETE FROM citations WHERE id = ?", gone)
    for citation in fresh:
        _add(db, post_id, citation, date)
    works.link(db, post_id, citations, date)
    new_sources = _sources(db, post_id)
    for source_id in sorted(old_sources):
        first = value(db, "SELECT first_cited FROM sources WHERE id = ?", source_id)
        if first == dated and (source_id not in new_sources or dated != date):
            sources.redate(db, source_id)
    for source_id in sorted(old_sources - new_sources):
        sources.forget(db, source_id)


def _add(db: Database, post_id: int, citation: Citation, date: str) -> None:
    row: Row = {
        "post_id": post_id,
        "position": citation.position,
        "kind": citation.kind,
        "label": citation.label,
        "occurrence": citation.occurrence,
        "sentence": citation.sentence,
        "prefix": citation.prefix,
        "suffix": citation.suffix,
        "note": citation.note,
        "anchor": citation.anchor,
        "style": citation.style,
    }
    citation_id = insert(db, "citations", row)
    for position, cited in enumerate(citation.urls, start=1):
        link: Row = {
            "citation_id": citation_id,
            "source_id": sources.cited(db, cited.url, date),
            "position": position,
            "url": cited.url,
            "is_link": int(cited.is_link),
            "form": cited.form,
        }
        insert(db, "citation_sources", link)
        quotes.add(db, citation_id, link["source_id"], citation.quotes)


_COLUMNS = ("kind", "label", "occurrence", "sentence", "prefix", "suffix", "note", "anchor", "style")


def _key(citation: Citation) -> tuple[object, ...]:
    """What makes a citation the same: everything but its position."""
    urls = tuple((clean(cited.url), int(cited.is_link), cited.form) for cited in citation.urls)
    return (*(clean(getattr(citation, name)) for name in _COLUMNS), urls)


def _kept(db: Database, post_id: int) -> defaultdict[tuple[object, ...], deque[int]]:
    urls: defaultdict[int, list[tuple[object, ...]]] = defaultdict(list)
    for row in every(db, _URLS, post_id):
        if row["url"] is None:
            continue  # a work that the note names without an address
        urls[row["citation_id"]].append((row["url"], row["is_link"], row["form"]))
    kept: defaultdict[tuple[object, ...], deque[int]] = defaultdict(deque)
    for row in every(db, "SELECT * FROM citations WHERE post_id = ? ORDER BY position, id", post_id):
        kept[*(row[name] for name in _COLUMNS), tuple(urls[row["id"]])].append(row["id"])
    return kept


def _sources(db: Database, post_id: int) -> set[int]:
    return {row["source_id"] for row in every(db, _URLS, post_id)}


_URLS = """
SELECT citation_id, source_id, url, is_link, form FROM citation_sources
JOIN citations ON citations.id = citation_id WHERE post_id = ? ORDER BY citation_id, citation_sources.position
"""
