"""Words that posts quote from sources: looked for again whenever the source is read anew."""

from sqlite_utils import Database

from archiver.extract.locating import Searchable
from archiver.store.rows import every, insert, run, value


def add(db: Database, citation_id: int, source_id: int, quotes: tuple[str, ...]) -> None:
    """Fold what a citation quotes from one of its sources."""
    known = "SELECT 1 FROM quotes WHERE citation_id = ? AND source_id = ?"
    if value(db, known, citation_id, source_id) is not None:
        return  # two addresses in one place that lead to one work
    for exact in quotes:
        insert(db, "quotes", {"citation_id": citation_id, "source_id": source_id, "exact": exact})
    if quotes:
        locate(db, source_id)


def locate(db: Database, source_id: int) -> None:
    """Look for all that is quoted from a source in the text that is held of it now."""
    document_id = value(db, "SELECT document_id FROM sources WHERE id = ?", source_id)
    waiting = every(
        db,
        "SELECT id, exact FROM quotes WHERE source_id = ? AND document_id IS NOT ? ORDER BY id",
        source_id,
        document_id,
    )
    if document_id is None or not waiting:
        return
    text = Searchable(str(value(db, "SELECT text FROM documents WHERE id = ?", document_id)))
    for row in waiting:
        place = text.locate(row["exact"])
        run(db, _PLACE, place.found, place.start, place.end, place.share, document_id, row["id"])


def forget(db: Database, source_id: int) -> None:
    """Let go of where words stood: the text was not the source's."""
    run(
        db,
        'UPDATE quotes SET found = NULL, start = NULL, "end" = NULL, document_id = NULL WHERE source_id = ?',
        source_id,
    )


def moved(db: Database, document_id: int) -> None:
    """Look again for what is quoted from a document whose text is another now."""
    sources = every(db, "SELECT DISTINCT source_id FROM quotes WHERE document_id = ? ORDER BY 1", document_id)
    run(db, "UPDATE quotes SET document_id = NULL WHERE document_id = ?", document_id)
    run(db, "DELETE FROM quote_checks WHERE document_id = ?", document_id)
    for row in sources:
        locate(db, row["source_id"])


_PLACE = 'UPDATE quotes SET found = ?, start = ?, "end" = ?, agreement = ?, document_id = ? WHERE id = ?'
