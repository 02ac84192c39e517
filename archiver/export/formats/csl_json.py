"""CSL-JSON (CSL's data schema 1.0.2): for Zotero, pandoc and every style there is. What backs the work is in `custom`, and in words in `note`."""

import json
from typing import Any

from archiver.export.wording import proof
from archiver.export.wording.dates import american
from archiver.export.wording.joining import capitalised
from archiver.export.wording.keys import key_of
from archiver.models.item import CitedWork, CitingPlace, Copy, Item, PartialDate
from archiver.models.work import Name

NAME = "csl-json"
LABEL = "CSL-JSON"
MEDIA_TYPE = "application/vnd.citationstyles.csl+json"
SUFFIX = "json"
BEFORE = "[\n"
BETWEEN = ",\n"
AFTER = "\n]\n"
# The schema's list of types, but for `software`: Zotero refuses a whole file for one type that it does not know. Any other becomes the one
# that says least.
_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry "
    "entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report "
    "review review-book song speech standard thesis treaty webpage".split()
)


def entry(item: Item) -> str:
    """One item of the array."""
    return json.dumps(csl(item), ensure_ascii=False, indent=1)


def csl(item: Item) -> dict[str, Any]:
    """An item in CSL's variables."""
    work = item.work
    key = key_of(item)
    fields: dict[str, Any] = {
        "id": key,
        "type": _type(work),
        "title": work.title,
        "author": [_name(name) for name in work.author],
        "editor": [_name(name) for name in work.editor],
        "translator": [_name(name) for name in work.translator],
        "container-title": work.container_title,
        "publisher": work.publisher,
        "publisher-place": work.publisher_place,
        "issued": _date(work.issued),
        "accessed": _date(proof.seen(work.accessed, item.copy) if work.URL else None),
        "URL": work.URL,
        "DOI": work.DOI,
        "ISBN": work.ISBN,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "edition": work.edition,
        "number": work.number,
        "genre": work.genre,
        "language": work.language,
        **(_copy(item.copy) if item.copy is not None else {}),
    }
    fields["custom"] = fields.get("custom", {}) | _place(item.place)
    return {name: value for name, value in fields.items() if value}


def _type(work: CitedWork) -> str:
    if work.type in _TYPES:
        return work.type
    return "webpage" if work.URL else "document"


def _name(name: Name) -> dict[str, str]:
    return {part: said for part in Name.__slots__ if (said := getattr(name, part))}


def _date(day: PartialDate | None) -> dict[str, Any] | None:
    return {"date-parts": [list(day.parts)]} if day is not None else None


def _place(place: CitingPlace | None) -> dict[str, str]:
    """Who cites it, and in which words."""
    if place is None:
        return {}
    told = {"cited-by": place.post_url, "label": place.label, "sentence": place.sentence, "note": place.note}
    return {name: value for name, value in told.items() if value}


def _copy(copy: Copy) -> dict[str, Any]:
    """`archive_location` is where it is to be had: an address, or the record that is on file."""
    public = copy.public
    at = proof.archived_at(copy, american)
    said = (
        f"{capitalised(at)}: {public.url}"
        if public is not None
        else capitalised(proof.on_file(copy, american))
    )
    custom = {
        "captured": copy.date,
        "record-id": copy.record_id,
        "payload-sha256": copy.sha256,
        "warc": copy.warc,
        "archived-url": public.url if public is not None else None,
        "archived-date": public.date if public is not None else None,
    }
    return {
        "archive": (public.archive or "").removeprefix("the ") if public is not None else None,
        "archive_location": public.url if public is not None else copy.record_id,
        "note": said,
        "custom": {name: value for name, value in custom.items() if value},
    }
