"""What a small element says, as one line."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from archiver.extract.markup import one_line
from archiver.extract.metadata.labels import ROLE, labels_of
from archiver.extract.metadata.owner import owner_in

SHORT = 160  # characters of a byline or a dateline
LABEL = 40  # characters of a label: "Written by", "Published on"
_ROOM = 100  # characters over that, before what is read is given up
_INLINE = frozenset("a abbr b bdi cite em font i mark small span strong sup time u address label".split())
_SKIPPED = frozenset("script style noscript template svg select button h1 h2 h3 h4 h5 h6".split())
_TITLES = frozenset(["h1", "h2"])  # what stands under a title is not called by it
_BARS = re.compile(r"(?:\s*\|)+\s*")


def line_of(element: etree._Element, *, most: int = SHORT) -> str:
    """What an element says, if that is one line; empty where it is a box. Blocks stand apart by a bar."""
    return _joined(_pieces(element, most), most)


def line_after(element: etree._Element, *, most: int = SHORT) -> str:
    """The text after an element, as far as it is one line: `<br>By <a>Mara Vane</a> and <a>Tom Ek</a>`."""
    return _joined(_following(element, most), most)


def lead_of(element: etree._Element) -> str:
    """The words that stand right before an element and say what it is: "Published", "By"."""
    for holder in (element, element.getparent()):
        if holder is None or holder.tag == "body":
            return ""
        before = holder.getprevious()
        parent = holder.getparent()
        text = (before.tail if before is not None else parent.text if parent is not None else None) or ""
        if text.strip():
            return text.strip()
        if before is not None and isinstance(before.tag, str):
            return line_of(before, most=LABEL) if before.tag not in _TITLES else ""
    return ""


def _following(element: etree._Element, most: int) -> Iterator[str]:
    room = most + _ROOM
    yield element.tail or ""
    sibling = element.getnext()
    while sibling is not None and sibling.tag in _INLINE and room > 0:
        for piece in _pieces(sibling, room):
            room -= len(piece) + 1
            yield piece
        yield sibling.tail or ""
        room -= len(sibling.tail or "") + 1
        sibling = sibling.getnext()


def _pieces(element: etree._Element, most: int) -> Iterator[str]:
    room = most + _ROOM
    is_beside = False  # right after the end of another: their styles keep them apart
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        tag = part.tag
        if event == "start":
            if part is not element and (tag in _SKIPPED or not isinstance(tag, str)) and not _is_person(part):
                walk.skip_subtree()
                continue
            if part is not element and (tag not in _INLINE or is_beside or _is_role(part)):
                yield "|"
            text = part.text
            is_beside = False
        elif part is element:
            return
        else:
            if tag not in _INLINE:
                yield "|"
            text = part.tail
            is_beside = not text
        if text:
            room -= len(text) if not text.isspace() else 1
            yield text
        room -= 1
        if room < 0:
            yield " " * 2 + "x" * most  # no line
            return


def _is_person(element: etree._Element) -> bool:
    """Whether a button bears a person's name: it opens what is said of an author."""
    return element.tag == "button" and owner_in(one_line(element.text or "")) is not None


def _is_role(element: etree._Element) -> bool:
    names = element.get("class")
    return names is not None and bool(labels_of(names) & ROLE)


def _joined(pieces: Iterable[str], most: int) -> str:
    text = _BARS.sub(" | ", one_line(" ".join(pieces))).strip(" |")
    return text if len(text) <= most else ""
