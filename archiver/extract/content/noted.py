"""The notes that a text's marks lead to. They stand under it, short and full of links, as what is no text does."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import islice

from lxml import etree

from archiver.extract.content.outline import Box, Outline

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡]{1,3})[\])]?", re.IGNORECASE)
_LONGEST_MARK = 12  # characters, spaces included
_UP = 20  # elements between a place with a name and the box around it
_DEEP = 3  # elements between a mark and its link
_LONGEST = 200  # words of a note; what is longer is a section
_LONGEST_NOTES = 1_000  # words of all of them
_SHORT = 4  # words of what is written over notes, where that is no heading
_WHOLE = frozenset(["html", "body", "main", "article"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


def with_notes(page: Outline, kept: frozenset[int], *, url: str) -> frozenset[int]:
    """The kept blocks with the notes that marks in them lead to, further down, and the heading over these. `url` is the page's."""
    wanted = dict(_marks(page, sorted(kept), {"", url.partition("#")[0]}))
    if not wanted:
        return kept
    found: set[int] = set()
    boxes = {box.element: box for box in page.boxes}
    for name, target in _named(page.boxes[0].element, wanted):
        around = next((boxes[each] for each in _upwards(target) if each in boxes), None)
        if around is not None and around.tag not in _WHOLE and around.start > wanted[name]:
            found.update(_under(page, around) if around.tag in _HEADINGS else _note(page, around))
    found -= kept
    over = min(found, default=0) - 1
    if over >= 0 and (page.blocks[over].tag in _HEADINGS or 0 < page.blocks[over].words <= _SHORT):
        found.add(over)
    return kept | found


def _note(page: Outline, note: Box) -> range:
    return range(note.start, note.end) if page.size(note) <= _LONGEST else range(0)


def _under(page: Outline, heading: Box) -> range:
    """The notes under a heading: all marks may lead there. They end with its section, and with the next heading."""
    end = heading.end
    most = min(page.boxes[heading.parent].end, end + _LONGEST_NOTES)
    while end < most and page.blocks[end].tag not in _HEADINGS:
        end += 1
    return (
        range(heading.start, end) if page.words[end] - page.words[heading.end] <= _LONGEST_NOTES else range(0)
    )


def _marks(page: Outline, numbers: Iterable[int], own: Container[str]) -> Iterator[tuple[str, int]]:
    """The names of places that marks lead to, and the block that each mark stands in; of several the last."""
    for number in numbers:
        if not page.blocks[number].linked:
            continue
        for element, is_tail in page.blocks[number].pieces:
            link = None if is_tail else _link_around(element)
            if link is None:
                continue
            address, _, name = (link.get("href") or "").partition("#")
            if name and address in own and _is_mark(link):
                yield name, number


def _link_around(element: etree._Element) -> etree._Element | None:
    each: etree._Element | None = element
    for _ in range(_DEEP):
        if each is None or each.tag == "a":
            return each
        each = each.getparent()
    return None


def _is_mark(link: etree._Element) -> bool:
    said = ""
    for text in link.itertext():
        said += str(text)
        if len(said) > _LONGEST_MARK:
            return False
    return _MARK.fullmatch(said.strip()) is not None


def _named(root: etree._Element, wanted: dict[str, int]) -> Iterator[tuple[str, etree._Element]]:
    """The first element of each name."""
    left = set(wanted)
    for element in root.iter(etree.Element):
        name = element.get("id") or (element.get("name") if element.tag == "a" else None)
        if name in left:
            left.discard(name)
            yield name, element
            if not left:
                return


def _upwards(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from islice(element.iterancestors(), _UP)
