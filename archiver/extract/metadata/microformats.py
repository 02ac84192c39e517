"""`h-entry` and its elder `hentry`, by class names (microformats.org)."""

from collections.abc import Iterator

from lxml import etree

from archiver.extract.markup import inner_text
from archiver.extract.metadata.claims import Claims, signed
from archiver.extract.metadata.sight import Sight

_ROOTS = frozenset(["h-entry", "hentry"])
_TITLES = ("p-name", "entry-title")
_AUTHORS = ("p-author", "author", "byline")
_NAMES = ("p-name", "fn")
_DATES = ("dt-published", "published", "entry-date")
_CHANGED = ("dt-updated", "updated")


def read(sight: Sight) -> Claims:
    """The claims of the page's one entry; of several, none speaks for the page."""
    entries = sight.outline.entries
    with_heading = [entry for entry in entries if entry.find(".//h1") is not None]
    chosen = entries if len(entries) == 1 else with_heading
    if len(chosen) != 1:
        return Claims()
    marked = _marked(chosen[0])
    author = next(_with(marked, _AUTHORS), None)
    named = next(_with(_marked(author), _NAMES), author) if author is not None else None
    return Claims(
        title=next((text for element in _with(marked, _TITLES) if (text := inner_text(element))), None),
        authors=signed(filter(None, [inner_text(named)])) if named is not None else (),
        issued=_first_date(marked, _DATES),
        modified=_first_date(marked, _CHANGED),
        license=next((element.get("href") for element in _with(marked, ("u-license",))), None),
    )


def _first_date(marked: list[tuple[set[str], etree._Element]], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        element.get("datetime") or element.get("title") or inner_text(element)
        for element in _with(marked, names)
    )[:1]


def _classes(element: etree._Element) -> set[str]:
    return set((element.get("class") or "").split())


def _marked(root: etree._Element) -> list[tuple[set[str], etree._Element]]:
    """The elements below that have a class, and their classes; entries within the entry left out."""
    found = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element is root or not (classes := _classes(element)):
            continue
        if _ROOTS & classes or "comment" in classes:
            walk.skip_subtree()
        else:
            found.append((classes, element))
    return found


def _with(marked: list[tuple[set[str], etree._Element]], names: tuple[str, ...]) -> Iterator[etree._Element]:
    """Elements that have one of the classes, the first class first."""
    return (element for name in names for classes, element in marked if name in classes)
