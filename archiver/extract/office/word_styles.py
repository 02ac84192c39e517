"""What the styles and lists of a Word file mean (ECMA-376, part 1, 17.7 and 17.9)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from archiver.extract.office.leaves import leaves
from archiver.web.numbers import whole_number

_HEADING = re.compile(r"heading (\d)")
_MOST_BASES = 10  # styles that rest on one another
_LEVELS = 10  # of lists; nine are allowed
_LAST_LEVEL = 5  # of headings: h6


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph of the style is."""

    name: str = ""  # lower case, English whatever the language of the program
    based_on: str = ""
    level: int | None = None  # of a heading, from 0
    list_id: str = ""
    list_level: int = 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by their ids, and whether a level of a list is numbered."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    numbered: Mapping[tuple[str, int], bool] = field(default_factory=dict)  # list and level

    def of(self, style_id: str) -> Style:
        """A style with what it takes over from those that it rests on."""
        found = self.by_id.get(style_id, Style())
        base = found
        for _ in range(_MOST_BASES):
            if not base.based_on or (found.level is not None and found.list_id):
                break
            base = self.by_id.get(base.based_on, Style())
            if found.level is None:
                found = replace(found, level=base.level)
            if not found.list_id:
                found = replace(found, list_id=base.list_id, list_level=base.list_level)
        return found


def level(written: str) -> int:
    """A level of lists or headings, from 0."""
    return min(whole_number(written) or 0, _LEVELS - 1)


def read_styles(styles: bytes | None, numbering: bytes | None) -> Styles:
    """Read `styles.xml` and `numbering.xml`."""
    return Styles(by_id=_styles(styles), numbered=_numbered(numbering))


def _styles(xml: bytes | None) -> dict[str, Style]:
    found: dict[str, Style] = {}
    style_id, style = "", Style()
    for leaf in leaves(xml):
        value = leaf.attributes.get("val", "")
        if leaf.name == "style":
            style_id, style = leaf.attributes.get("styleId", ""), Style()
        elif leaf.name == "name":
            heading = _HEADING.fullmatch(value.lower())
            style = replace(style, name=value.lower(), level=int(heading[1]) - 1 if heading else style.level)
        elif leaf.name == "basedOn":
            style = replace(style, based_on=value)
        elif leaf.name == "outlineLvl":
            style = replace(style, level=level(value) if level(value) <= _LAST_LEVEL else None)
        elif leaf.name == "numId":
            style = replace(style, list_id=value)
        elif leaf.name == "ilvl":
            style = replace(style, list_level=level(value))
        if style_id:
            found[style_id] = style
    return found


def _numbered(xml: bytes | None) -> dict[tuple[str, int], bool]:
    formats: dict[tuple[str, int], bool] = {}  # by the list that others are made of
    found: dict[tuple[str, int], bool] = {}
    abstract, at, number = "", 0, ""
    for leaf in leaves(xml):
        value = leaf.attributes.get("val", "")
        if leaf.name == "abstractNum":
            abstract, number = leaf.attributes.get("abstractNumId", ""), ""
        elif leaf.name == "lvl":
            at = level(leaf.attributes.get("ilvl", ""))
        elif leaf.name == "numFmt" and not number:
            formats[abstract, at] = value not in {"bullet", "none"}
        elif leaf.name == "num":
            number = leaf.attributes.get("numId", "")
        elif leaf.name == "abstractNumId" and number:
            found |= {
                (number, each): formats[value, each] for each in range(_LEVELS) if (value, each) in formats
            }
    return found
