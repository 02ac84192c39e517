"""A page as a flat list of blocks of text, and the boxes that they stand in. All readings choose among these blocks.

Every box covers a run of blocks, so what a box holds is a difference of two sums.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice

from lxml import etree

from archiver.extract.permalink import is_permalink

_SKIPPED = frozenset(
    "applet area audio base button canvas datalist embed frame frameset head iframe input link map math meta meter noembed "
    "noframes noscript object optgroup option param progress script select source style svg template textarea "
    "title track video".split()
)
# libxml2 closes some of these too late, and then they hold the whole page.
_MAY_HOLD_A_PAGE = frozenset("audio button canvas head iframe map noscript object select svg video".split())
BOXES = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary "
    "table tbody td tfoot th thead tr ul xmp".split()
)
# What software sets into headings and notes for those who edit or link: "[edit]", "¶", "^".
_FURNITURE = frozenset(
    "mw-editsection mw-cite-backlink headerlink anchor-link hash-link heading-anchor anchorjs-link".split()
)
MAY_BE_FURNITURE = frozenset(["a", "span"])
_MARK = re.compile(r"\d{1,3}")
_FEW = 4  # elements in each other that make a mark
_VERBATIM = frozenset("pre listing plaintext xmp".split())
# Scripts without spaces between words: each letter is a token, and two make a word.
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_LETTERS = re.compile(f"[{_UNSPACED}]")
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_ASCII_WORD = re.compile(r"\w+", re.ASCII)


@dataclass(slots=True)
class Box:
    """An element that begins and ends a line, and the run of blocks in it."""

    element: etree._Element
    tag: str
    parent: int  # number of the box around it; -1: none
    start: int  # number of its first block
    end: int = 0  # and of the first one after it


@dataclass(slots=True)
class Block:
    """A run of text between two borders of boxes."""

    box: int  # number of the innermost box around it
    tag: str  # of that box
    text: str  # white space folded, but in `pre`; lines broken by `br`
    tokens: list[str]  # its words, lower case
    words: int  # how many
    linked: int  # of these words
    pieces: tuple[
        tuple[etree._Element, bool], ...
    ]  # where its text stands: an element's text, or (True) its tail


@dataclass(slots=True)
class Outline:
    """Boxes and blocks in document order."""

    boxes: list[Box]
    blocks: list[Block]
    words: list[int] = field(default_factory=list)  # of all blocks before each, and of all
    linked: list[int] = field(default_factory=list)
    densities: list[float] = field(default_factory=list)  # of each box: share of its words that are links
    marks: list[int] = field(default_factory=list)  # of each box, once somebody has looked (`labels.py`)

    def size(self, box: Box) -> int:
        """Words in a box."""
        return self.words[box.end] - self.words[box.start]

    def nearest(self, number: int, tags: Container[str], most: int | None = None) -> int:
        """The innermost box of a kind around a block, among the `most` innermost; -1 where there is none."""
        return next((box for box in islice(self.around(number), most) if self.boxes[box].tag in tags), -1)

    def around(self, number: int) -> Iterator[int]:
        """The boxes around a block, the innermost first."""
        box = self.blocks[number].box
        while box >= 0:
            yield box
            box = self.boxes[box].parent


def outline(root: etree._Element) -> Outline:
    """The outline of a page. No recursion: pages nest thousands deep."""
    found = _Drawing()
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    left_out: etree._Element | None = None
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if element is not root and (
                (tag in _SKIPPED and _holds_no_page(element))
                or (tag in MAY_BE_FURNITURE and is_furniture(element))
            ):
                left_out = element
                walk.skip_subtree()  # its end comes next
            else:
                found.enter(element, tag)
            continue
        if element is left_out:
            left_out = None
        elif event == "end":
            found.leave(element, tag)
        if element is not root and (tail := element.tail):
            found.write(element, tail, is_tail=True)
    page = Outline(boxes=found.boxes, blocks=found.blocks)
    page.words = [0, *accumulate(block.words for block in page.blocks)]
    page.linked = [0, *accumulate(block.linked for block in page.blocks)]
    words, linked = page.words, page.linked
    page.densities = [
        (linked[box.end] - linked[box.start]) / ((words[box.end] - words[box.start]) or 1)
        for box in page.boxes
    ]
    return page


def is_furniture(element: etree._Element) -> bool:
    """Whether software set it into a heading or a note, for those who edit or link."""
    return element.tag in MAY_BE_FURNITURE and (element.get("class") in _FURNITURE or is_permalink(element))


def _holds_no_page(element: etree._Element) -> bool:
    return element.tag not in _MAY_HOLD_A_PAGE or (
        element.find(".//p") is None and element.find(".//article") is None
    )


class _Drawing:
    """What is seen on the way through a page."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.blocks: list[Block] = []
        self._open: list[int] = []
        self._texts: list[str] = []
        self._linked: list[str] = []
        self._pieces: list[tuple[etree._Element, bool]] = []
        self._marks: list[etree._Element] = []  # of notes, that are open
        self._links = 0  # how many `a` are open
        self._verbatim = 0

    def enter(self, element: etree._Element, tag: str) -> None:
        if tag in BOXES or not self.boxes:
            if self._texts:
                self._end_block()
            parent = self._open[-1] if self._open else -1
            self._open.append(len(self.boxes))
            self.boxes.append(Box(element, tag, parent, len(self.blocks)))
            if tag in _VERBATIM:
                self._verbatim += 1
        elif tag == "br":
            self._texts.append("\n")
        elif tag == "sup" and _is_note_mark(element):
            self._marks.append(element)
            self._texts.append("[")
        elif tag == "a":
            self._links += 1
        if text := element.text:
            self.write(element, text)

    def leave(self, element: etree._Element, tag: str) -> None:
        if tag in BOXES or (len(self._open) == 1 and self.boxes[0].element is element):
            if self._texts:
                self._end_block()
            self.boxes[self._open.pop()].end = len(self.blocks)
            if tag in _VERBATIM:
                self._verbatim -= 1
        elif tag == "a":
            self._links -= 1
        elif self._marks and self._marks[-1] is element:
            self._marks.pop()
            self._texts.append("]")

    def write(self, element: etree._Element, text: str, *, is_tail: bool = False) -> None:
        # A line end in the source is a space, in `pre` it is a line end.
        self._texts.append(text if self._verbatim else text.replace("\n", " "))
        self._pieces.append((element, is_tail))
        if self._links:
            self._linked.append(text)

    def _end_block(self) -> None:
        text = _verbatim(self._texts) if self._verbatim else _folded(self._texts)
        if text:
            tokens = tokens_of(text.lower())
            words = _count(text, tokens)
            linked = 0
            if self._linked:
                inside = " ".join(self._linked)
                # Most lines that hold a link are one.
                is_all = " ".join(inside.split()) == text
                linked = words if is_all else min(words, _count(inside, tokens_of(inside)))
            box = self._open[-1]
            self.blocks.append(
                Block(box, self.boxes[box].tag, text, tokens, words, linked, tuple(self._pieces))
            )
        self._texts.clear()
        self._linked.clear()
        self._pieces.clear()


def _is_note_mark(element: etree._Element) -> bool:
    """Whether a raised number leads to a note: without brackets it would run into the word before it."""
    around = element.getparent()
    chain = [element]
    while len(chain[-1]) == 1 and len(chain) < _FEW:
        chain.append(chain[-1][0])
    is_link = any(each.tag == "a" for each in chain) or (around is not None and around.tag == "a")
    said = "".join((each.text or "") + (each.tail or "" if each is not element else "") for each in chain)
    return is_link and len(chain[-1]) == 0 and _MARK.fullmatch(said.strip()) is not None


def tokens_of(text: str) -> list[str]:
    """The words of a text in their order."""
    return (_ASCII_WORD if text.isascii() else _WORD).findall(text)


def _count(text: str, tokens: list[str]) -> int:
    return len(tokens) if text.isascii() else len(tokens) - len(_LETTERS.findall(text)) // 2


def _folded(texts: list[str]) -> str:
    whole = "".join(texts)
    if "\n" not in whole:
        return " ".join(whole.split())
    return "\n".join(" ".join(line.split()) for line in whole.split("\n")).strip("\n")


def _verbatim(texts: list[str]) -> str:
    lines = "".join(texts).replace("\r\n", "\n").expandtabs(8).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")
