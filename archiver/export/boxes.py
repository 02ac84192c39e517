"""A work in every citation format, for the page that shows it."""

from typing import Any

from archiver.export.registry import Format, all_formats
from archiver.export.wording.runs import Markup
from archiver.export.wording.tidy import tidied
from archiver.models.cite_box import CiteBox, CiteFile, Wording
from archiver.models.item import Item
from archiver.pages import data

_FIRST = (
    "chicago",
    "chicago-short",
    "chicago-bibliography",
)  # what most of those who cite blogs are asked for
FILES = tuple(each.name for each in all_formats().values() if each.suffix in {"bib", "ris", "json"})


def on_page(item: Item, archived_at: str | None) -> dict[str, Any]:
    """How a work's page tells it: to machines, to connectors of reference managers, and to people."""
    head, coins = data.of_item(tidied(item), archived_at)
    return {"head": head, "coins": coins, "box": cite_box(item)}


def cite_box(item: Item) -> CiteBox:
    """All formats of one work."""
    there = all_formats()
    rest = [name for name in there if name not in {*_FIRST, *FILES}]
    return CiteBox(
        reference=item.id,
        wordings=tuple(_wording(there[name], item) for name in (*_FIRST, *rest)),
        files=tuple(_file(there[name], item) for name in FILES),
    )


def file_name(stem: str, wanted: Format) -> str:
    """What a file in a format is called: two formats with one suffix get different names.

    >>> from archiver.export.registry import format_named
    >>> file_name("p12", format_named("biblatex"))
    'p12-biblatex.bib'
    """
    return f"{stem}-{wanted.name}.{wanted.suffix}"


def _wording(wanted: Format, item: Item) -> Wording:
    return Wording(
        name=wanted.name,
        label=wanted.label,
        text=wanted.one(item),
        html=wanted.one(item, Markup.HTML) if wanted.is_prose else None,
    )


def _file(wanted: Format, item: Item) -> CiteFile:
    return CiteFile(
        name=wanted.name,
        label=wanted.label,
        file=file_name(item.id, wanted),
        media_type=wanted.media_type,
        text=wanted.text([item]),
    )
