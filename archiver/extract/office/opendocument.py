"""The text of an OpenDocument file: texts, slides and tables (ODF 1.2, part 1, 4 to 10), read as events.

What was struck out in review, remarks and lists of contents are left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from archiver.extract.office.events import NamedReader
from archiver.extract.office.writer import Writer
from archiver.web.numbers import whole_number
from archiver.web.url import resolve

_DROPPED = frozenset(
    "tracked-changes annotation table-of-content index-title-template sequence-decls variable-decls user-field-decls forms "
    "scripts font-face-decls master-styles settings binary-data notes ruby-text title desc".split()
)
_BLOCKS = {"quotations": "blockquote", "preformatted text": "pre", "title": "h1"}
_MOST_SPACES = 100  # in a row
_LAST_HEADING = 6
_MOST_BASES = 10  # styles that rest on one another
_Attributes = Mapping[str, str]


@dataclass(slots=True)
class _Style:
    name: str = ""  # as people see it, lower case
    parent: str = ""
    looks: dict[str, None] = field(default_factory=dict)


def _shown(style: str) -> str:
    return style.replace("_20_", " ").lower()


class OpenDocumentReader(NamedReader):
    """Writes `content.xml`; `styles.xml` is read before it."""

    def __init__(self) -> None:
        self.out = Writer()
        self.notes: list[str] = []
        self.title: list[str] = []  # the words of what is styled as one
        self._outer: list[Writer] = []  # around a note
        self._styles: dict[str, _Style] = {}
        self._style = _Style()  # that is being read
        self._list_style = ""
        self._numbered: set[tuple[str, int]] = set()  # style and level of lists
        self._blocks: list[int | None] = []  # of paragraphs, lists and items
        self._lists: list[str] = []  # the styles of those around
        self._looks: list[tuple[str, ...]] = []  # of the words in each span around
        self._paragraphs = 0  # around: words elsewhere are no text
        self._is_title = False
        self._frames: list[bool] = []  # around: whether they hold the title of a slide

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._paragraphs and not self._dropped:
            self.out.look(*(self._looks[-1] if self._looks else ()))
            self.out.pen.write(text)
            if self._is_title:
                self.title.append(text)

    def _begin_style(self, _: str, attributes: _Attributes) -> None:
        name = attributes.get("name", "")
        shown = _shown(attributes.get("display-name", name))
        self._style = self._styles[name] = _Style(name=shown, parent=attributes.get("parent-style-name", ""))

    def _text_properties(self, _: str, attributes: _Attributes) -> None:
        position = attributes.get("text-position", "")
        told = {
            "strong": attributes.get("font-weight") == "bold",
            "em": attributes.get("font-style") == "italic",
            "del": attributes.get("text-line-through-style", "none") != "none",
            "sup": position.startswith("super"),
            "sub": position.startswith("sub"),
        }
        self._style.looks |= {look: None for look, is_told in told.items() if is_told}

    def _begin_list_style(self, _: str, attributes: _Attributes) -> None:
        self._list_style = attributes.get("name", "")

    def _numbered_level(self, _: str, attributes: _Attributes) -> None:
        if attributes.get("num-format", "1"):
            self._numbered.add((self._list_style, whole_number(attributes.get("level", "")) or 1))

    def _named(self, style: str) -> str:
        """The name by which a style, or one on which it rests, is known."""
        for _ in range(_MOST_BASES):
            found = self._styles.get(style) or _Style(name=_shown(style))
            if found.name in _BLOCKS or not found.parent:
                return found.name
            style = found.parent
        return ""

    def _begin_block(self, name: str, attributes: _Attributes) -> None:
        self.out.look()
        self.out.begin_cell()
        named = self._named(attributes.get("style-name", ""))
        element = _BLOCKS.get(named, "p")
        if name == "h":
            element = f"h{min(whole_number(attributes.get('outline-level', '')) or 1, _LAST_HEADING)}"
        elif self._frames and self._frames[-1]:
            element = "h2"
        self._is_title = element == "h1" and named == "title"
        self._blocks.append(self.out.pen.start(element))
        self._paragraphs += 1

    def _end_block(self) -> None:
        self.out.look()
        self._paragraphs = max(0, self._paragraphs - 1)
        if self._is_title:
            self.title.append(" ")
        self._is_title = False
        self._end_part()

    def _begin_list(self, _: str, attributes: _Attributes) -> None:
        self.out.begin_cell()
        style = attributes.get("style-name") or (self._lists[-1] if self._lists else "")
        self._lists.append(style)
        is_numbered = (style, len(self._lists)) in self._numbered
        self._blocks.append(self.out.pen.start("ol" if is_numbered else "ul"))

    def _end_list(self) -> None:
        if self._lists:
            self._lists.pop()
        self._end_part()

    def _begin_item(self, _: str, __: _Attributes) -> None:
        self._blocks.append(self.out.pen.start("li"))

    def _end_part(self) -> None:
        depth = self._blocks.pop() if self._blocks else None
        if depth is not None:
            self.out.pen.end(depth)

    def _begin_span(self, _: str, attributes: _Attributes) -> None:
        style = self._styles.get(attributes.get("style-name", ""), _Style())
        self._looks.append(tuple(dict.fromkeys((*(self._looks[-1] if self._looks else ()), *style.looks))))

    def _end_span(self) -> None:
        if self._looks:
            self._looks.pop()

    def _begin_link(self, _: str, attributes: _Attributes) -> None:
        self.out.begin_anchor(resolve("", attributes.get("href", "")))

    def _end_link(self) -> None:
        self.out.end_anchor()

    def _space(self, _: str, attributes: _Attributes) -> None:
        self.data(" " * min(whole_number(attributes.get("c", "")) or 1, _MOST_SPACES))

    def _break_line(self, _: str, __: _Attributes) -> None:
        self.out.pen.break_line()

    def _begin_note(self, _: str, __: _Attributes) -> None:
        self.out.look("sup")
        self.out.pen.write(f"[{len(self.notes) + 1}]")
        self.notes.append("")
        self._outer.append(self.out)
        self.out = Writer()

    def _end_note(self) -> None:
        if self._outer:
            self.notes[-1] = self.out.pen.html()
            self.out = self._outer.pop()

    def _begin_citation(self, _: str, __: _Attributes) -> None:
        self._dropped += 1  # the note's own number

    def _begin_rows(self, name: str, _: _Attributes) -> None:
        self.out.begin_table("table" if name == "table" else "tr")

    def _begin_cell(self, _: str, attributes: _Attributes) -> None:
        self.out.announce_cell(whole_number(attributes.get("number-columns-spanned", "")) or 1)

    def _end_table(self) -> None:
        self.out.end_table()

    def _begin_frame(self, _: str, attributes: _Attributes) -> None:
        self._frames.append(attributes.get("class") == "title")

    def _end_frame(self) -> None:
        if self._frames:
            self._frames.pop()

    _UNREAD: ClassVar[frozenset[str]] = _DROPPED
    _BEGIN: ClassVar[dict[str, Callable[["OpenDocumentReader", str, _Attributes], None]]] = {
        "style": _begin_style,
        "text-properties": _text_properties,
        "list-style": _begin_list_style,
        "list-level-style-number": _numbered_level,
        **dict.fromkeys(["p", "h"], _begin_block),
        "list": _begin_list,
        **dict.fromkeys(["list-item", "list-header"], _begin_item),
        "span": _begin_span,
        "a": _begin_link,
        **dict.fromkeys(["s", "tab"], _space),
        "line-break": _break_line,
        "note": _begin_note,
        "note-citation": _begin_citation,
        **dict.fromkeys(["table", "table-row"], _begin_rows),
        "table-cell": _begin_cell,
        "frame": _begin_frame,
    }
    _END: ClassVar[dict[str, Callable[["OpenDocumentReader"], None]]] = {
        **dict.fromkeys(["p", "h"], _end_block),
        "list": _end_list,
        **dict.fromkeys(["list-item", "list-header"], _end_part),
        "span": _end_span,
        "a": _end_link,
        "note": _end_note,
        **dict.fromkeys(["table", "table-row", "table-cell"], _end_table),
        "frame": _end_frame,
    }
