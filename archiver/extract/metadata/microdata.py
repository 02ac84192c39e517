"""schema.org in the elements themselves: `itemscope`, `itemtype`, `itemprop` (HTML, 5 "Microdata")."""

from collections.abc import Iterator

from lxml import etree

from archiver.extract.markup import Markup, inner_text, one_line
from archiver.extract.metadata.claims import Claims
from archiver.extract.metadata.json_ld import WORKS

_FEW = 4  # children: a name is not a whole box
_RANK = {name: rank for rank, name in enumerate(WORKS)}
# Where the value of a property is written, by element (HTML, 5.2.4).
_ATTRIBUTES = {
    "meta": "content",
    "time": "datetime",
    "data": "value",
    "a": None,
    "link": "href",
    "img": "alt",
}


def read(page: Markup) -> Claims:
    """The claims of the first item of the surest type."""
    items = [
        (rank, n, item)
        for n, item in enumerate(page.root.iterfind(".//*[@itemscope]"))
        if (rank := _rank(item)) is not None
    ]
    if not items:
        return Claims()
    found: dict[str, list[str]] = {}
    item = min(items, key=lambda entry: entry[:2])[2]
    for name, value in _properties(item):
        found.setdefault(name, []).append(value)
    return Claims(
        title=next(iter(found.get("headline", []) or found.get("name", [])), None),
        authors=tuple(found.get("author", []) or found.get("creator", [])),
        issued=tuple(found.get("datePublished", [])[:1] + found.get("dateCreated", [])[:1]),
        publisher=next(iter(found.get("publisher", [])), None),
        language=next(iter(found.get("inLanguage", [])), None),
        type=WORKS[_type(item)],
    )


def _type(item: etree._Element) -> str:
    return (item.get("itemtype") or "").split(" ")[0].rstrip("/").rpartition("/")[2]


def _rank(item: etree._Element) -> int | None:
    return _RANK.get(_type(item)) if "schema.org" in (item.get("itemtype") or "") else None


def _properties(item: etree._Element) -> Iterator[tuple[str, str]]:
    """Names and values of an item's own properties; an item within it (a person, a comment) is one value."""
    walk = etree.iterwalk(item, events=("start",))
    for _, element in walk:
        names = (element.get("itemprop") or "").split()
        if element is item or not (names or element.get("itemscope") is not None):
            continue
        if element.get("itemscope") is not None:
            value = _name_within(element)
            walk.skip_subtree()
        else:
            value = _value(element)
        if value:
            for name in names:
                yield name, value


def _name_within(item: etree._Element) -> str:
    named = item.find(".//*[@itemprop='name']")
    if named is not None:
        return _value(named)
    return inner_text(item) if len(item) < _FEW else ""


def _value(element: etree._Element) -> str:
    attribute = _ATTRIBUTES.get(str(element.tag))
    said = element.get(attribute) if attribute else element.get("content")
    return one_line(said) if said else inner_text(element)
