"""Where on a page something may stand that readers take for its heading, its byline or its dateline. One walk for all.

What is about something else (comments, related articles, a menu, an advertisement) is left out as a whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from archiver.extract.metadata.labels import (
    ABOUT,
    CARD,
    COINS,
    DATED,
    ELSEWHERE,
    ENTRY,
    FOOTER,
    NAME,
    OWN,
    SIGNED,
    label_of_id,
    labels_of,
)
from archiver.extract.metadata.lines import SHORT
from archiver.extract.metadata.telling import AUTHOR_PAGE, NUMBER, PORTRAIT, is_led, is_telling

_MOST = 30_000  # elements that are looked at
_FEW_HEADINGS = 5
_PROSE = 70  # characters of a text that is running text
_MOST_ASIDE = 150  # elements of what stands beside the text
_LABEL = 60  # characters of a text that may be a name, and what its bearer is
_LEAD = 900  # characters of running text after the heading
_PLAIN_TEXT = frozenset(["span", "div", "p", "strong", "b", "em", "i", "li", "cite", "h4", "h5", "h6"])
_CARDS = 30  # elements after the heading
_BEGUN = 2_000  # characters of running text after the heading
_CONTAINERS = frozenset("p ul ol dl table figure blockquote pre picture".split())
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SKIPPED = frozenset(
    "script style noscript template svg nav select iframe button head option textarea video audio object".split()
)
_NAMED = frozenset(
    "div section aside ul ol p span footer header td table h1 h2 h3 h4 article main".split()
)  # by their ids
# Names for tests and hooks: all that is left where classes are hashed.
_NAMING = ("data-testid", "data-hook")
_PLAIN = frozenset(["html", "body", "main", "article"])  # whatever they are called, the work is in them


@dataclass(frozen=True, slots=True)
class Part:
    """An element, and how much of the page stands before it: elements, and characters of running text."""

    element: etree._Element
    n: int
    prose: int
    names: str = ""  # its classes
    label: int = 0
    tail: bool = False  # what is meant is the text after the element


@dataclass(slots=True)
class Outline:
    """What the walk found, each in the order of the page."""

    headings: list[Part] = field(default_factory=list)
    bylines: list[Part] = field(default_factory=list)
    dates: list[Part] = field(default_factory=list)
    addresses: list[Part] = field(default_factory=list)  # links to pages of authors
    labels: list[Part] = field(
        default_factory=list
    )  # short texts near the heading that say nothing of the above
    asides: list[Part] = field(default_factory=list)  # bylines in what stands beside the text
    portraits: list[Part] = field(default_factory=list)
    boxes: list[Part] = field(default_factory=list)  # where an author is described
    entries: list[etree._Element] = field(default_factory=list)
    coins: list[etree._Element] = field(default_factory=list)


def read_outline(root: etree._Element, headings: Iterable[etree._Element] = ()) -> Outline:
    """Walk over a page once. What holds one of the headings is about the work, whatever it is called."""
    walk = etree.iterwalk(root, events=("start",))
    reader = _Reader(
        {holder for heading in islice(headings, _FEW_HEADINGS) for holder in heading.iterancestors()}
    )
    for _, element in walk:
        if reader.n > _MOST:
            break
        if not reader.enters(element):
            walk.skip_subtree()
    return reader.outline


class _Reader:
    """What was found on the way, and how far the way has come."""

    def __init__(self, kept: set[etree._Element]) -> None:
        self.outline = Outline()
        self.n = self.prose = self._top = 0
        self._kept = kept  # what holds the heading
        self._lead = -1 if kept else _LEAD  # where the lead ends
        self._start = None if kept else 0  # where the text begins: at the first heading, if there is one

    def enters(self, element: etree._Element) -> bool:
        """Read an element; whether what is in it is read, too."""
        tag = element.tag
        is_kept = element in self._kept
        if (tag in _SKIPPED or not isinstance(tag, str)) and not is_kept:
            self._tail(element, "", 0)
            return False
        self.n += 1
        if tag == "h1" and self._start is None:
            self._start, self._top, self._lead = self.prose, self.n, self.prose + _LEAD
        names = element.get("class") or ""
        label = _label_of(element, names)
        if (
            (label or tag == "footer")
            and not is_kept
            and tag not in _PLAIN
            and self._is_elsewhere(element, label)
        ):
            if self._start is not None and _is_beside(tag, names):
                self._aside(element)
            return False
        text = element.text
        if text and len(text) > _PROSE:
            self.prose += len(text)
        if label & _MARKS or tag in _TELLING or (text and is_telling(text)):
            _sort(self.outline, Part(element, self.n, self.prose, names, label), text)
        elif self.prose <= self._lead and tag in _PLAIN_TEXT and text and len(text) < _LABEL:
            self.outline.labels.append(Part(element, self.n, self.prose, names, label))
        if tag == "img" and self.prose <= self._lead and PORTRAIT.match(element.get("alt") or ""):
            self.outline.portraits.append(Part(element, self.n, self.prose, names, label))
        self._tail(element, names, label)
        return (
            is_kept
            or tag not in _CONTAINERS
            or bool(label & _OWN)
            or not self._is_outside()
            or (self._start is None and _is_in_byline(element))
        )

    def _aside(self, element: etree._Element) -> None:
        """What beside the text is called an author's name, or is a label for one."""
        for n, part in enumerate(islice(element.iter(etree.Element), _MOST_ASIDE)):
            names = part.get("class") or ""
            label = _label_of(part, names)
            text = part.text
            if (label & SIGNED and label & NAME) or (text and len(text) < _LABEL and is_led(text)):
                self.outline.asides.append(Part(part, self.n + n, self.prose, names, label))

    def _tail(self, element: etree._Element, names: str, label: int) -> None:
        tail = element.tail
        if tail and len(tail) > _PROSE:
            self.prose += len(tail)
        if tail and is_telling(tail):
            _sort(self.outline, Part(element, self.n, self.prose, names, label, tail=True), tail)

    def _is_outside(self) -> bool:
        """Menus are lists before the heading; once the text has begun, what is in its paragraphs and lists is text."""
        return self._start is None or self.prose > self._start + _BEGUN

    def _is_elsewhere(self, element: etree._Element, label: int) -> bool:
        if label & ELSEWHERE:
            return True
        if label & CARD:  # what stands right under the heading may be called a card, too
            return not label & SIGNED and (self._start is None or self.n - self._top > _CARDS)
        return (element.tag == "footer" or bool(label & FOOTER)) and not _is_own(element, label)


def _is_beside(tag: object, names: str) -> bool:
    """Whether what is left out stands beside the text and may say who wrote it: `sidebar`, not `related-stories`."""
    rest = names.replace("sidebar", "")
    return (tag == "aside" or rest != names) and not labels_of(rest) & ELSEWHERE


def _label_of(element: etree._Element, names: str) -> int:
    """What the classes of an element say, its relation or its id, and its other names."""
    label = labels_of(names) if names else 0
    tag = element.tag
    if tag == "a":
        label |= labels_of(own) if (own := element.get("rel")) else 0
    elif tag in _NAMED and (own := element.get("id")):
        label |= label_of_id(own)
    if own := element.get("itemprop"):
        label |= labels_of(own)
    if not label:
        for name in _NAMING:
            if own := element.get(name):
                label |= label_of_id(own)
    return label


def _is_in_byline(element: etree._Element) -> bool:
    """Whether a list or a paragraph stands in what is called a byline or a dateline: `<div class="post-meta"><ul>`."""
    parent = element.getparent()
    names = parent.get("class") if parent is not None else None
    return bool(names and labels_of(names) & (SIGNED | DATED))


_OWN = OWN | SIGNED | DATED
_MARKS = DATED | SIGNED | ENTRY | COINS
_TIMES = frozenset(["time", "abbr"])
_TELLING = _HEADINGS | _TIMES | {"address", "a"}


def _sort(outline: Outline, part: Part, text: str | None) -> None:
    element, tag, label = part.element, part.element.tag, part.label
    if not part.tail:
        if tag in _HEADINGS:
            outline.headings.append(part)
        if label & ENTRY:
            outline.entries.append(element)
        if label & COINS:
            outline.coins.append(element)
        if tag == "a" and AUTHOR_PAGE.search(element.get("href") or ""):
            outline.addresses.append(part)
        if (
            (label & SIGNED and (label & NAME or not label & ABOUT))
            or tag == "address"
            or (text and len(text) < SHORT and is_led(text))
        ):
            outline.bylines.append(part)
        elif label & SIGNED:
            outline.boxes.append(part)
    elif text and is_led(text):
        outline.bylines.append(part)
    if (
        (tag in _TIMES and not part.tail)
        or _is_date_box(part, text)
        or (text and len(text) < SHORT and NUMBER.search(text))
    ):
        outline.dates.append(part)


def _is_date_box(part: Part, text: str | None) -> bool:
    """Whether an element holds a date in pieces, a box with the day, the month and the year; or in its title."""
    if part.tail or not part.label & DATED or "date" not in part.names:
        return False
    if text and text.strip():
        return bool(part.element.get("title"))
    return next(part.element.iter("time"), None) is None


def _is_own(element: etree._Element, label: int) -> bool:
    """Whether a footer is that of the work, not that of the page: `entry-footer`, or inside an article."""
    parent = element.getparent()
    return bool(label & OWN) or (parent is not None and parent.tag in {"article", "section"})
