"""Works that notes name in words: kept beside the words, and where there is no address, a source of their own."""

import json
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from archiver.extract.repeats import work_key
from archiver.models.citation import Citation, Outcome
from archiver.models.work import Name, NoteKind, WorkReading
from archiver.store import sameness, sources
from archiver.store.rows import Row, every, insert, run, update, value
from archiver.web.numbers import whole_number


def link(db: Database, post_id: int, citations: Sequence[Citation], date: str) -> None:
    """Fold what the notes of a post say of works. Comes after the citations themselves.

    A note that repeats another leads to the same sources; one without an address, to a source that is not on the web.
    """
    rows = every(db, "SELECT id, position FROM citations WHERE post_id = ? ORDER BY position", post_id)
    ids = {row["position"]: row["id"] for row in rows}
    for citation in citations:
        citation_id = ids[citation.position]
        repeats_id = None if citation.repeats is None else ids.get(citation.repeats)
        update(db, "citations", citation_id, {"works": as_csl(citation.works), "repeats_id": repeats_id})
        run(db, "DELETE FROM citation_sources WHERE citation_id = ? AND url IS NULL", citation_id)
        if citation.urls:
            _know(db, citation_id, citation)
            continue
        meant = _of(db, repeats_id) if repeats_id is not None else []
        full = [work for work in citation.works if work.kind is NoteKind.FULL]
        meant += [found for work in full if (found := _not_web(db, work, date)) is not None]
        for position, source_id in enumerate(dict.fromkeys(meant), start=1):
            row = {"citation_id": citation_id, "source_id": source_id, "position": position, "is_link": 0}
            insert(db, "citation_sources", row)


def as_csl(works: Sequence[WorkReading]) -> str:
    """Readings as a JSON array of CSL items; `custom` says how the note names the work, and in which words."""
    return json.dumps([_item(work) for work in works], ensure_ascii=False)


def _of(db: Database, citation_id: int) -> list[int]:
    sql = "SELECT source_id FROM citation_sources WHERE citation_id = ? ORDER BY position"
    return [int(row["source_id"]) for row in every(db, sql, citation_id)]


def _know(db: Database, citation_id: int, citation: Citation) -> None:
    """A note of one work and one address tells which work lies there; also what it is called, where it has no title of its own."""
    full = [work for work in citation.works if work.kind is NoteKind.FULL]
    key = work_key(full[0]) if len(full) == 1 and len(citation.urls) == 1 else None
    if key is not None:
        (source_id,) = _of(db, citation_id)
        run(db, "UPDATE sources SET work_key = ? WHERE id = ? AND work_key IS NULL", key, source_id)
        if value(db, _UNTOLD, source_id) is not None:
            told = {name: cell for name, cell in _told(full[0]).items() if cell}
            update(db, "sources", source_id, told)
        sameness.refresh(db, source_id)


def _not_web(db: Database, work: WorkReading, date: str) -> int | None:
    """The source of a work that a note names without an address: one on the web, where another note gave it."""
    key = work_key(work)
    if key is None:
        return None
    known = value(db, "SELECT id FROM sources WHERE work_key = ? ORDER BY url IS NULL, id LIMIT 1", key)
    if known is not None:
        sources.cited_again(db, int(known), date)
        return int(known)
    row = {"work_key": key, "outcome": Outcome.NOT_WEB, "first_cited": date}
    source_id = insert(db, "sources", row | _told(work))
    sameness.refresh(db, source_id)
    return source_id


def _told(work: WorkReading) -> Row:
    """What a note tells of a work, in the columns of `sources`."""
    return {
        "type": work.type,
        "title": work.title,
        "author": "; ".join(map(str, work.author)) or None,
        "issued": work.issued,
        "container_title": work.container_title,
        "publisher": work.publisher,
        "doi": work.DOI,
    }


def _item(work: WorkReading) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "type": work.type,
        "title": work.title,
        "author": [_name(name) for name in work.author],
        "editor": [_name(name) for name in work.editor],
        "container-title": work.container_title,
        "issued": _date(work.issued),
        "accessed": _date(work.accessed),
        "publisher": work.publisher,
        "publisher-place": work.publisher_place,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "number": work.number,
        "edition": work.edition,
        "DOI": work.DOI,
        "ISBN": work.ISBN,
        "URL": work.URL,
        "custom": {"kind": work.kind.value, "exact": work.exact},
    }
    return {name: cell for name, cell in fields.items() if cell}


def _name(name: Name) -> dict[str, str]:
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix, "literal": name.literal}
    return {part: cell for part, cell in parts.items() if cell}


def _date(text: str | None) -> dict[str, Any] | None:
    """A date as CSL-JSON has it, as precise as it is."""
    parts = [number for part in (text or "").split("-") if (number := whole_number(part)) is not None]
    return {"date-parts": [parts]} if parts else None


_UNTOLD = "SELECT 1 FROM sources WHERE id = ? AND title IS NULL"
