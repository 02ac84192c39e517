"""What has changed in the sources of which a letter tells that they read otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlite_utils import Database

from archiver.judge.drift.excerpts import excerpts
from archiver.models.difference import Excerpt
from archiver.models.letter import Event, EventKind
from archiver.store.rows import every, one, value

_QUOTES = frozenset([EventKind.QUOTE_GONE, EventKind.QUOTE_ALTERED])
_MOST = 200  # events; of more, those with the greatest harm


def with_excerpts(
    db: Database, events: Sequence[Event], documents: Mapping[str, int | None]
) -> Iterator[Event]:
    """The same events, told better; `documents` are the readings in which they were seen, by the event's id."""
    left = _MOST
    for event in events:
        is_other = event.kind is EventKind.DRIFTED or event.kind in _QUOTES
        document_id = documents.get(event.id)
        if is_other and document_id is not None and left:
            left -= 1
            yield replace(event, excerpts=_of(db, event, document_id))
        else:
            yield event


def _of(db: Database, event: Event, document_id: int) -> tuple[Excerpt, ...]:
    source = one(db, _CITED, event.source.id)
    if source is None or source["id"] == document_id:
        return ()
    new = str(value(db, "SELECT text FROM documents WHERE id = ?", document_id) or "")
    if event.quote is not None:
        told = excerpts(source["text"], new, [event.quote])
        return tuple(each for each in told if each.is_quoted)
    quoted = [row["exact"] for row in every(db, _QUOTED, event.source.id)]
    return excerpts(source["text"], new, quoted)


_CITED = """
SELECT documents.id, text FROM sources JOIN documents ON documents.id = cited_document_id WHERE sources.id = ?
"""
_QUOTED = "SELECT DISTINCT exact FROM quotes WHERE source_id = ? ORDER BY exact LIMIT 100"
