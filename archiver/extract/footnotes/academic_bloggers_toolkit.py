"""The WordPress plug-in Academic Blogger's Toolkit, whose marks name their entries as JSON.

    <p>It rained <span class="abt-citation" data-items="[&quot;ek&quot;,&quot;berg&quot;]">(1,2)</span>.</p>
    <section class="abt-bibliography"><div id="ek"><div class="csl-entry">1. Ek, Ida. Rain.</div></div> …

`data-reflist` before 5.0. Where the items are whole works (CSL-JSON), they are the note that no entry holds.
"""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.entries import entry_text
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import labels_of
from archiver.extract.spans import Span
from archiver.web.page import attribute

EVIDENCE = Evidence.NAMED

_ATTRIBUTES = ("data-items", "data-reflist")
_MOST = 50  # works of one mark


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """The marks, each with the entries, or the works, that it names."""
    marks: dict[tuple[str, str], list[Span]] = {}
    works: dict[str, dict[str, Any]] = {}
    numbers: dict[str, str] = {}
    for element in body.with_class("abt-citation"):
        items = _items(element)
        keys = [str(item.get("id", "")) if isinstance(item, dict) else str(item) for item in items]
        for key, item in zip(keys, items, strict=True):
            numbers.setdefault(key, str(len(numbers) + 1))
            if isinstance(item, dict):
                works.setdefault(key, item)
        shown = labels_of(body.words(body.place(element)))
        labels = shown if len(shown) == len(keys) else [numbers[key] for key in keys]
        for label, key in zip(labels, keys, strict=True):
            marks.setdefault((label, key), []).append(body.place(element))
    for (label, key), places in marks.items():
        named = body.with_id(key)
        notes = (entry_text(body, named[0]),) if key and named else ()
        yield Footnote(label=label, marks=tuple(places), notes=notes, said=_said(works.get(key, {})) or None)


def _items(element: Tag) -> list[Any]:
    """What a mark names; nothing where it is broken."""
    for name in _ATTRIBUTES:
        try:
            items = json.loads(attribute(element, name) or "null")
        except (ValueError, RecursionError):
            continue
        if isinstance(items, list):
            return items[:_MOST]
    return []


def _said(work: dict[str, Any]) -> str:
    """A work as the plug-in's script would print it: authors, title, container, year, address."""
    authors = work.get("author")
    names = [_name(each) for each in authors if isinstance(each, dict)] if isinstance(authors, list) else []
    parts = [", ".join(filter(None, names))]
    parts += [escape(str(work[name])) for name in ("title", "container-title") if work.get(name)]
    parts.append(_year(work.get("issued")))
    address = str(work.get("URL") or (f"https://doi.org/{work['DOI']}" if work.get("DOI") else ""))
    if address:
        parts.append(f'<a href="{escape(address)}">{escape(address)}</a>')
    return ". ".join(filter(None, parts))


def _name(name: dict[str, Any]) -> str:
    said = (name.get("family"), name.get("given"))
    return escape(" ".join(str(part) for part in said if part) or str(name.get("literal") or ""))


def _year(issued: object) -> str:
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    return escape(str(first[0])) if isinstance(first, list) and first else ""
