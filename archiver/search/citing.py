"""Who cites a source, and where."""

from collections.abc import Sequence

from sqlite_utils import Database

from archiver.models.views import Citing
from archiver.store.rows import every, value


def citing(db: Database, source_ids: Sequence[int], *, limit: int = -1) -> tuple[Citing, ...]:
    """The places that cite these sources, oldest post first. With a limit, the first place of each of so many posts."""
    marks = ", ".join("?" * len(source_ids))
    place = "citation_id" if limit < 0 else "min(citation_id)"
    groups = "" if limit < 0 else "GROUP BY post_id"
    sql = f"""
        SELECT post_id, posts.url, title, published, label, sentence, note
        FROM citations JOIN posts ON posts.id = post_id
        WHERE citations.id IN (
            SELECT {place} FROM citation_sources JOIN citations ON citations.id = citation_id
            WHERE source_id IN ({marks}) {groups}
        )
        ORDER BY published IS NULL, published, post_id, position, citations.id LIMIT ?
    """  # noqa: S608  # our own words and question marks
    return tuple(Citing(**row) for row in every(db, sql, *source_ids, limit))


def count_citing(db: Database, source_ids: Sequence[int]) -> int:
    """How many posts cite these sources."""
    marks = ", ".join("?" * len(source_ids))
    sql = f"""
        SELECT count(DISTINCT post_id) FROM citation_sources JOIN citations ON citations.id = citation_id
        WHERE source_id IN ({marks})
    """  # noqa: S608  # question marks only
    return int(value(db, sql, *source_ids))
