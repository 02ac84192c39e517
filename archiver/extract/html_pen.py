"""Writes clean HTML: whatever is asked of it comes out well-formed, no deeper than a reader needs, without empty elements.

An element is written with its first word, so that one without words is never there. Words that stand in no paragraph get
one; what a list or a table cannot hold gets the item or the cell that it lacks.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

_SPACE = re.compile(r"[ \t\n\r\f]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_STROKE = "\u0338"
_DEEPEST = 40  # blocks in blocks; what lies deeper stands at that depth
_MOST_INLINE = 12  # inline elements around a word
_ONLY_WORDS = frozenset("h1 h2 h3 h4 h5 h6 caption pre".split())
_HOLDERS = _ONLY_WORDS | frozenset("p li td th dt dd figcaption".split())
_PARENTS = {
    "li": frozenset(["ul", "ol"]),
    "dt": frozenset(["dl"]),
    "dd": frozenset(["dl"]),
    "figcaption": frozenset(["figure"]),
    **dict.fromkeys(["caption", "thead", "tbody", "tfoot"], frozenset(["table"])),
    "tr": frozenset(["table", "thead", "tbody", "tfoot"]),
    "td": frozenset(["tr"]),
    "th": frozenset(["tr"]),
}
_BETWEEN = {
    **dict.fromkeys(["ul", "ol"], "li"),
    "dl": "dd",
    **dict.fromkeys(["table", "thead", "tbody", "tfoot"], "tr"),
    "tr": "td",
}
BLOCKS = frozenset([*_HOLDERS, *_PARENTS, *_BETWEEN, "blockquote", "figure"])


@dataclass(slots=True)
class _Block:
    name: str
    attributes: str = ""
    is_implied: bool = False
    is_used: bool = False  # something is written in it
    skipped: list[str] = field(default_factory=list)  # of a row: empty cells before the next full one


class Pen:
    """Blocks are begun and ended by their depth, inline elements in the order in which they were begun."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._blocks = [_Block("")]
        self._written = 1  # of the blocks
        self._inlines: list[tuple[str, str]] = []
        self._open = 0  # of the inline elements
        self._uncounted = 0  # inline elements beyond the most
        self._gap: list[str] = []  # white space that is due before the next word
        self._breaks = 0
        self._is_fresh = True  # a line begins
        self._has_rule = False

    def start(self, name: str, attributes: Mapping[str, str] | None = None) -> int:
        """Begin a block; what this gives back ends it."""
        self.line()
        if self._blocks[-1].name in _ONLY_WORDS:
            return len(self._blocks)
        if self._blocks[-1].name == "p":
            self._leave(len(self._blocks) - 1)
        parents = _PARENTS.get(name)
        while parents is not None and self._blocks[-1].is_implied and self._blocks[-1].name not in parents:
            self._leave(len(self._blocks) - 1)
        depth = len(self._blocks)
        if depth > _DEEPEST or (parents is not None and self._blocks[-1].name not in parents):
            return depth
        if parents is None:
            self._fill()
        self._blocks.append(_Block(name, _attributes(attributes)))
        return depth

    def end(self, depth: int) -> None:
        """End a block, and what was begun in it and not ended."""
        self.line()
        self._leave(depth)

    def start_inline(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        """Begin an inline element. A link within a link is none."""
        if self._uncounted or len(self._inlines) >= _MOST_INLINE:
            self._uncounted += 1
            return
        is_nested = any(name == around for around, _ in self._inlines)
        self._inlines.append(("" if is_nested else name, _attributes(attributes)))

    def end_inline(self) -> None:
        """End the inline element that was begun last."""
        if self._uncounted:
            self._uncounted -= 1
            return
        name, _ = self._inlines.pop()
        if self._open > len(self._inlines):
            self._open -= 1
            self._out.append(f"</{name}>" if name else "")

    def write(self, text: str) -> None:
        """Words, with their white space folded except where it is laid out."""
        text = _CONTROLS.sub("", text)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        is_laid_out = self._blocks[-1].name == "pre"
        bare = text.strip()
        if bare:
            start = text.index(bare[0])
            self._add_gap(text[:start], is_laid_out)
            self._begin()
            words = escape(bare if is_laid_out else _folded(bare), quote=False)
            if words[0] == _STROKE and self._out[-1].endswith(">"):
                words = f"&#{ord(_STROKE)};{words[1:]}"  # both are one letter to whoever normalises the whole
            self._out.append(words)
            text = text[start + len(bare) :]
        self._add_gap(text, is_laid_out)

    def line(self) -> None:
        """A block begins or ends here: what comes next stands on a line of its own."""
        top = self._blocks[-1]
        if top.name in _ONLY_WORDS:
            self._gap = ["\n" if top.name == "pre" else " "] if top.is_used else []
            return
        self._close_inlines()
        if top.name == "p" and top.is_used:
            self._leave(len(self._blocks) - 1)
        self._gap, self._breaks, self._is_fresh = [], 0, True

    def break_line(self) -> None:
        """A line ends within its block; where two end at once, the block does."""
        top = self._blocks[-1].name
        if top in _ONLY_WORDS:
            self._add_gap("\n", top == "pre")
        else:
            self._breaks += 1

    def rule(self) -> None:
        """A break between two parts."""
        self.line()
        self._has_rule = len(self._out) > 0

    def html(self) -> str:
        """All that was written; everything is ended."""
        self.end(1)
        return "".join(self._out).strip()

    def _add_gap(self, white: str, is_laid_out: bool) -> None:
        if white and is_laid_out:
            self._gap.append(white)
        elif white and not self._gap:
            self._gap = [" "]

    def _begin(self) -> None:
        """Write what is due before a word."""
        if self._breaks > 1 and self._blocks[-1].is_used:
            self.line()
        self._fill()
        top = self._blocks[-1]
        if top.name not in _HOLDERS or (self._is_fresh and top.is_used and top.name not in _ONLY_WORDS):
            self._blocks.append(_Block("p", is_implied=True))
        self._write_blocks()
        top = self._blocks[-1]
        if top.is_used:
            self._out += ["<br>"] if self._breaks else self._gap
        elif top.name == "pre":
            # Its first line may be set in; empty lines before it are not its own.
            self._out.append("".join(self._gap).rpartition("\n")[2])
        self._gap, self._breaks, self._is_fresh, top.is_used = [], 0, False, True
        for name, attributes in self._inlines[self._open :]:
            self._out.append(f"<{name}{attributes}>" if name else "")
        self._open = len(self._inlines)

    def _fill(self) -> None:
        """Begin the item or the cell without which a list or a table holds nothing."""
        while (needed := _BETWEEN.get(self._blocks[-1].name)) is not None:
            self._blocks.append(_Block(needed, is_implied=True))

    def _write_blocks(self) -> None:
        for around, block in zip(
            self._blocks[self._written - 1 :], self._blocks[self._written :], strict=False
        ):
            if self._has_rule and around.name in {"", "blockquote"}:
                self._out.append("<hr>\n")
            self._has_rule = False
            self._out += around.skipped
            around.skipped = []
            around.is_used = True
            self._out.append(f"<{block.name}{block.attributes}>")
        self._written = len(self._blocks)

    def _leave(self, depth: int) -> None:
        self._close_inlines()
        while len(self._blocks) > depth:
            block = self._blocks.pop()
            if self._written > len(self._blocks):
                self._written -= 1
                self._out.append(f"</{block.name}>\n")
            elif block.name in {"td", "th"}:
                self._blocks[-1].skipped.append(f"<{block.name}{block.attributes}></{block.name}>\n")

    def _close_inlines(self) -> None:
        for name, _ in reversed(self._inlines[: self._open]):
            self._out.append(f"</{name}>" if name else "")
        self._open = 0


def _folded(text: str) -> str:
    """White space folded; not what keeps words together, such as a no-break space."""
    return " ".join(text.split()) if text.isascii() else _SPACE.sub(" ", text)


def _attributes(attributes: Mapping[str, str] | None) -> str:
    return "".join(
        f' {name}="{escape(_CONTROLS.sub("", value))}"' for name, value in (attributes or {}).items()
    )
