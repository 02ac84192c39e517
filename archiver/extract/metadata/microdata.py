"""schema.org in the elements themselves: microdata (HTML, 5) and the little of RDFa that pages use (RDFa Lite 1.1)."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from archiver.extract.markup import Markup, inner_text, one_line
from archiver.extract.metadata.claims import Claims, Signature
from archiver.extract.metadata.schema_org import WORKS, first

_FEW = 4  # children: a name is not a whole box
_RANK = {name: rank for rank, name in enumerate(WORKS)}
_LIKE_A_QUESTION = "DiscussionForumPosting"
_QUESTION = WORKS[_LIKE_A_QUESTION]
# Where the value of a property is written, by element (HTML, 5.2.4).
_ATTRIBUTES = {
    "meta": "content",
    "time": "datetime",
    "data": "value",
    "a": None,
    "link": "href",
    "img": "alt",
}


class _Syntax(NamedTuple):
    """The attributes that start an item, name its type, and name a property."""

    item: str
    type: str
    property: str
    home: str  # what a type must hold to be schema.org's


_ITEMS = etree.XPath("//*[@itemscope or @typeof]")
_SYNTAXES = (
    _Syntax("itemscope", "itemtype", "itemprop", "schema.org"),
    _Syntax("typeof", "typeof", "property", ""),
)


def read(page: Markup) -> Claims:
    """The claims of the first item of the surest type, in the first syntax that has one."""
    marked = page.select(_ITEMS) if page.mentions("itemscope", "typeof=") else []
    for syntax in _SYNTAXES:
        items = [
            (rank, n, item) for n, item in enumerate(marked) if (rank := _rank(item, syntax)) is not None
        ]
        if items:
            return _claims(min(items, key=lambda entry: entry[:2])[2], syntax)
    return Claims()


def _claims(item: etree._Element, syntax: _Syntax) -> Claims:
    found: dict[str, list[Signature]] = {}
    for name, value in _properties(item, syntax):
        found.setdefault(name, []).append(value)

    def one(*names: str) -> str | None:
        return first(value.text for name in names for value in found.get(name, []))

    kind = WORKS.get(_type(item, syntax), _QUESTION)
    return Claims(
        title=one("headline") or (one("name") if kind else None),
        authors=tuple(found.get("author", []) or found.get("creator", [])),
        issued=tuple(date for name in ("datePublished", "dateCreated") if (date := one(name))),
        modified=tuple(filter(None, [one("dateModified")])),
        publisher=one("publisher"),
        section=one("articleSection"),
        language=one("inLanguage"),
        isbn=one("isbn"),
        license=one("license"),
        type=kind,
    )


def _type(item: etree._Element, syntax: _Syntax) -> str:
    name = (item.get(syntax.type) or "").split(" ")[0].rstrip("/")
    return name.rpartition("/")[2].rpartition(":")[2]


def _rank(item: etree._Element, syntax: _Syntax) -> int | None:
    said = item.get(syntax.type)
    if not said or syntax.home not in said:
        return None
    if _type(item, syntax) == "Question":
        return _RANK[_LIKE_A_QUESTION] if _is_asked(item, syntax) else None
    return _RANK.get(_type(item, syntax))


def _is_asked(item: etree._Element, syntax: _Syntax) -> bool:
    """Whether a question is what a page is about, with answers of others; those of a list of frequent ones are not."""
    around = next((each for each in item.iterancestors() if each.get(syntax.item) is not None), None)
    return (
        around is not None
        and _type(around, syntax) == "QAPage"
        and "mainEntity" in (item.get(syntax.property) or "").split()
    )


def _properties(item: etree._Element, syntax: _Syntax) -> Iterator[tuple[str, Signature]]:
    """Names and values of an item's own properties; an item within it (a person, a comment) is one value."""
    walk = etree.iterwalk(item, events=("start",))
    for _, element in walk:
        if not isinstance(element.tag, str):
            continue
        names = [name.rpartition(":")[2] for name in (element.get(syntax.property) or "").split()]
        is_item = element.get(syntax.item) is not None
        if element is item or not (names or is_item):
            continue
        kind = None
        if is_item:
            value = _name_within(element, syntax)
            kind = {"Person": True, "Organization": False, "NewsMediaOrganization": False}.get(
                _type(element, syntax)
            )
            walk.skip_subtree()
        else:
            value = _value(element)
        if value:
            for name in names:
                yield name, Signature(value, kind)


def _name_within(item: etree._Element, syntax: _Syntax) -> str:
    named = next((part for part in item.iter() if part.get(syntax.property) == "name"), None)
    if named is not None:
        return _value(named)
    return inner_text(item) if len(item) < _FEW else ""


def _value(element: etree._Element) -> str:
    attribute = _ATTRIBUTES.get(str(element.tag))
    said = element.get(attribute) if attribute else element.get("content")
    return one_line(said) if said else inner_text(element)
