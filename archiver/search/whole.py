"""Everything that is to be shown, by number: for who makes a copy of all pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archiver.models.frontier import Place
from archiver.store.database import opened
from archiver.store.rows import every, one


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of what there is."""

    posts: tuple[int, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lying:
    """Where a capture lies, and what it is of."""

    place: Place
    url: str
    date: str
    content_type: str | None


def numbers(path: Path) -> Numbers:
    """Captured posts, the sources that posts cite, and further pages that can be read."""
    with opened(path) as db:
        return Numbers(
            posts=tuple(
                row["id"]
                for row in every(db, "SELECT id FROM posts WHERE first_captured IS NOT NULL ORDER BY id")
            ),
            sources=tuple(row["id"] for row in every(db, _SOURCES)),
        )


def lying(db: Database, snapshot_id: int) -> Lying | None:
    """Where a capture lies; None where nothing came."""
    row = one(db, _SNAPSHOT, snapshot_id)
    if row is None:
        return None
    return Lying(
        Place(warc=row["warc"], offset=row["offset"]), row["target_uri"], row["date"], row["content_type"]
    )


def entries(path: Path) -> Iterator[dict[str, str]]:
    """What search in a copy knows of each post and source."""
    with opened(path) as db:
        for row in every(db, _ENTRIES):
            yield {name: str(cell or "") for name, cell in row.items()}


# Sources that posts cite, had or not, and pages that no post cites, of which there is a text.
SHOWN = "(sources.id IN (SELECT source_id FROM citation_sources) OR sources.document_id IS NOT NULL)"
_SOURCES = f"SELECT id FROM sources WHERE {SHOWN} ORDER BY 1"  # noqa: S608  # our own words
_SNAPSHOT = "SELECT warc, offset, target_uri, date, content_type FROM snapshots WHERE id = ? AND failure IS NULL AND kind != 'metadata'"
_ENTRIES = f"""
SELECT 'post' AS kind, posts.id, posts.title, posts.author, published AS date, posts.outcome, '' AS host, documents.language, text
FROM posts LEFT JOIN documents ON documents.id = document_id WHERE first_captured IS NOT NULL
UNION ALL
SELECT 'source', sources.id, coalesce(sources.title, sources.url), sources.author, sources.issued, sources.outcome, host,
    coalesce(documents.language, sources.language), text
FROM sources LEFT JOIN documents ON documents.id = document_id WHERE {SHOWN}
"""  # noqa: S608
