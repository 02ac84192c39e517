"""What is told of a work: by the reading of its page, by the notes that cite it; as CSL's variables."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from sqlite_utils import Database

from archiver.extract.metadata.sure_names import sure_names
from archiver.models.item import CitedWork, PartialDate
from archiver.models.work import Name, NoteKind
from archiver.store.rows import Row, every

_OF_NOTES = {
    "title": "title",
    "container_title": "container-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "edition": "edition",
    "number": "number",
    "DOI": "DOI",
    "ISBN": "ISBN",
}
_FIELDS = tuple(field.name for field in fields(CitedWork))
_MEDIUM = re.compile(r"\s*\((?:online|web|website|print)\)$", re.IGNORECASE)
# Up to three words with capitals, and then what ends a name.
_MORE_WORDS = re.compile(r"((?:\s[^\W\d_a-z]\w{1,30}){1,3})(?=\s\(|[,.;]|$)")
_NO_NAME = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec "
    "spring summer autumn fall winter vol volume no issue section part sunday monday tuesday wednesday thursday friday saturday".split()
)
_EASTERN_STOP = re.compile(
    "(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])\\.$"
)  # of the sentence: no initial
_MOST_NOTES = 8  # that are asked what a work is; more say the same


def of_document(row: Row) -> CitedWork:
    """A work as its page tells of itself; `row` has the columns of `documents`."""
    return CitedWork(
        type=row["type"] or "webpage",
        title=row["title"],
        author=sure_names(row["author"], names(row["authors"]), row["language"]),
        container_title=row["container_title"] or row["site"],
        publisher=row["publisher"],
        issued=PartialDate.parse(row["issued"]),
        DOI=row["doi"],
        ISBN=row["isbn"],
        language=row["language"],
    )


def of_source(row: Row) -> CitedWork:
    """A work as the table of sources has it."""
    return CitedWork(
        type=row["type"] or "webpage",
        title=row["title"],
        author=sure_names(row["author"], (), row["language"]),
        container_title=whole_container(row["container_title"] or "", "") or None,
        publisher=row["publisher"],
        issued=PartialDate.parse(row["issued"]),
        DOI=row["doi"],
        language=row["language"],
    )


def of_note(item: Mapping[str, Any]) -> CitedWork:
    """A work as a note names it; `item` is one of the column `works` of `citations`."""
    told = CitedWork(
        type=str(item.get("type") or "webpage"),
        author=_names(item.get("author")),
        editor=_names(item.get("editor")),
        issued=_date(item.get("issued")),
        accessed=_date(item.get("accessed")),
    )
    said: dict[str, Any] = {ours: str(item[theirs]) for ours, theirs in _OF_NOTES.items() if item.get(theirs)}
    if "container_title" in said:
        exact = item.get("custom", {}).get("exact")
        said["container_title"] = whole_container(
            said["container_title"], exact if isinstance(exact, str) else ""
        )
    return replace(told, **said)


def whole_container(container: str, note: str) -> str:
    """A container as its note writes it: whole, where the reading stopped among its capitalised words, and without `(online)`.

    >>> whole_container("The Vanished", "Ferreira, “Host.” The Vanished Host (online)."), whole_container("Faultline (online)", "")
    ('The Vanished Host', 'Faultline')
    >>> whole_container("The Times", "Vane, “Bell,” The Times May 2, 2019."), whole_container("Ledger", "Ledger and Law.")
    ('The Times', 'Ledger')
    """
    bare = _MEDIUM.sub("", container) or container
    at = note.rfind(bare)
    rest = _MORE_WORDS.match(note, at + len(bare)) if at >= 0 else None
    if rest is None or any(word.casefold().rstrip(".") in _NO_NAME for word in rest[1].split()):
        return bare
    return f"{bare} {rest[1].strip()}"


def full_work(works: str | None) -> CitedWork | None:
    """The one work that a note names in full; None where there are more, or none."""
    found = [
        item
        for item in json.loads(works or "[]")
        if item.get("custom", {}).get("kind") == NoteKind.FULL.value
    ]
    return of_note(found[0]) if len(found) == 1 else None


def notes_of(db: Database, source_id: int) -> list[CitedWork]:
    """What the first notes say that cite a source and no other."""
    rows = every(db, _NOTES, source_id, _MOST_NOTES)
    return [work for row in rows if (work := full_work(row["works"])) is not None]


def filled(work: CitedWork, other: CitedWork) -> CitedWork:
    """A work with what another reading of it knows, and it does not."""
    lacking = {name: getattr(other, name) for name in _FIELDS if not getattr(work, name)}
    if work.type == "webpage" and other.type != "webpage" and other.container_title and not work.title:
        lacking["type"] = other.type
    return replace(work, **lacking)


def without_own_name(note: CitedWork, title: str | None) -> CitedWork:
    """A note's work without a container that is what the work itself is called, and numbered: `Notice 84`.

    >>> note = CitedWork(type="article-journal", container_title="Notice", volume="84")
    >>> without_own_name(note, "Notice 84: Partial Discontinuance of a Light").container_title is None
    True
    """
    own = f"{note.container_title} {note.volume}".casefold()
    if note.volume is None or title is None or not title.casefold().startswith(own):
        return note
    return replace(note, container_title=None, volume=None, issue=None)


def names(stored: str | None) -> tuple[Name, ...]:
    """The names in a JSON array of CSL names."""
    return _names(json.loads(stored or "[]"))


def _names(told: object) -> tuple[Name, ...]:
    found = told if isinstance(told, list) else []
    return tuple(
        Name(
            **{part: _EASTERN_STOP.sub("", str(said)) for part in Name.__slots__ if (said := each.get(part))}
        )
        for each in found
        if isinstance(each, dict)
    )


def _date(told: object) -> PartialDate | None:
    parts = told.get("date-parts") if isinstance(told, dict) else None
    return PartialDate.of([int(part) for part in parts[0][:3]]) if parts and parts[0] else None


_NOTES = """
SELECT works FROM citation_sources JOIN citations ON citations.id = citation_id
WHERE source_id = ? AND works != '[]'
AND (SELECT count(*) FROM citation_sources AS others WHERE others.citation_id = citations.id) = 1
ORDER BY citations.id LIMIT ?
"""
