"""The text of a Word file: its paragraphs, lists, tables and notes (ECMA-376, part 1, 17), read as events.

What was struck out in review is left out, what was put in is kept; a list of contents is left out.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from archiver.extract.office.events import NamedReader
from archiver.extract.office.word_styles import Style, Styles, level
from archiver.extract.office.writer import Writer
from archiver.web.numbers import whole_number
from archiver.web.url import resolve

# Struck out, said a second time for older programs, or meant for programs.
_DROPPED = frozenset("del moveFrom Fallback rt sdtPr tblPr tblGrid trPr sectPr pPrChange rPrChange".split())
_OFF = frozenset(["0", "false", "off", "none"])
_LINK = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)?\"([^\"]{1,2000})\"")
_BLOCKS = {
    **dict.fromkeys(["quote", "intense quote", "block text"], "blockquote"),
    **dict.fromkeys(["source code", "html preformatted", "macro"], "pre"),
}
_LOOKS = {"b": "strong", "i": "em", "strike": "del", "superscript": "sup", "subscript": "sub"}
_LAST_HEADING = 5  # from 0: h6
_PRIVATE, _SURROGATES = (
    0xE000,
    0xD800,
)  # what lies between is no letter, what lies beyond is what a font makes of it
_CODE = re.compile(r"[0-9A-Fa-f]{2,4}")
_Attributes = Mapping[str, str]


@dataclass(slots=True)
class _Paragraph:
    style: Style = field(default_factory=Style)
    list_id: str = ""
    list_level: int = 0
    heading: int | None = None  # its level, from 0
    block: int | None = None  # for the pen, once it has words
    is_open: bool = False
    is_left_out: bool = False


class WordReader(NamedReader, Writer):
    """Writes a part of the file."""

    def __init__(self, styles: Styles, links: Mapping[str, str]) -> None:
        super().__init__()
        self.styles = styles
        self.links = links
        self.marks: list[tuple[str, str]] = []  # the notes in the order in which the text names them
        self.notes: dict[str, str] = {}  # those that stand in this part
        self.title: list[str] = []  # the words of what is styled as one
        self._paragraphs: list[_Paragraph] = []  # a text box stands within one
        self._run: dict[str, None] | None = None  # how its letters look; None between runs
        self._fields: list[str] = []  # what they do
        self._takes = ""  # whose words come: t or instrText
        self._note = ""

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._takes == "t" and not self._dropped:
            self._write(text)
        elif self._takes == "instrText" and self._fields and len(self._fields[-1]) < 2_000:  # noqa: PLR2004 -- no address is longer
            self._fields[-1] += text

    def _write(self, text: str, *looks: str) -> None:
        if not self._paragraphs or (self._run is not None and "vanish" in self._run):
            return
        paragraph = self._paragraphs[-1]
        if not paragraph.is_open:
            self._open(paragraph)
        if paragraph.is_left_out:
            return
        is_heading = paragraph.heading is not None
        shown = [
            _LOOKS[each] for each in self._run or () if each in _LOOKS and not (is_heading and each == "b")
        ]
        self.look(*(looks or shown))
        self.pen.write(text)
        if paragraph.style.name == "title":
            self.title.append(text)

    def _open(self, paragraph: _Paragraph) -> None:
        paragraph.is_open = True
        style = paragraph.style
        list_id = paragraph.list_id or style.list_id
        if style.name == "title":
            paragraph.heading = 0
        if style.name.startswith("toc "):
            paragraph.is_left_out = True
        elif paragraph.heading is not None:
            self.lists.end()
            paragraph.block = self.pen.start(f"h{paragraph.heading + 1}")
        elif list_id not in {"", "0"}:
            at = paragraph.list_level if paragraph.list_id else style.list_level
            self.lists.item(list_id, at, is_numbered=self.styles.numbered.get((list_id, at), False))
        else:
            self.lists.end()
            paragraph.block = self.pen.start(_BLOCKS.get(style.name, "p"))

    def _begin_paragraph(self, _: str, __: _Attributes) -> None:
        self.look()
        self.begin_cell()
        self._paragraphs.append(_Paragraph())

    def _end_paragraph(self) -> None:
        self.look()
        paragraph = self._paragraphs.pop() if self._paragraphs else _Paragraph()
        if paragraph.block is not None:
            self.pen.end(paragraph.block)
        if paragraph.style.name == "title":
            self.title.append(" ")

    def _paragraph_property(self, name: str, attributes: _Attributes) -> None:
        if not self._paragraphs or self._paragraphs[-1].is_open:
            return
        paragraph, value = self._paragraphs[-1], attributes.get("val", "")
        if name == "pStyle":
            paragraph.style = self.styles.of(value)
            paragraph.heading = paragraph.style.level
        elif name == "numId":
            paragraph.list_id = value
        elif name == "ilvl":
            paragraph.list_level = level(value)
        else:
            paragraph.heading = level(value) if level(value) <= _LAST_HEADING else None

    def _begin_run(self, _: str, __: _Attributes) -> None:
        self._run = {}

    def _end_run(self) -> None:
        self._run = None

    def _look_of_run(self, name: str, attributes: _Attributes) -> None:
        value = attributes.get("val", "")
        if self._run is not None and value not in _OFF:
            self._run[value if name == "vertAlign" else name] = None

    def _take(self, name: str, _: _Attributes) -> None:
        self._takes = name

    def _take_no_more(self) -> None:
        self._takes = ""

    def _character(self, name: str, attributes: _Attributes) -> None:
        code = attributes.get("char", "")
        if name != "sym":
            self._write("\u2011" if name == "noBreakHyphen" else " ")
        elif _CODE.fullmatch(code) and int(code, 16) < _SURROGATES:
            self._write(chr(int(code, 16)))

    def _break_line(self, _: str, attributes: _Attributes) -> None:
        if attributes.get("type", "textWrapping") == "textWrapping":  # not that of a page
            self.pen.break_line()

    def _begin_link(self, _: str, attributes: _Attributes) -> None:
        self.begin_anchor(self.links.get(attributes.get("id", "")))

    def _field(self, _: str, attributes: _Attributes) -> None:
        """A field begins, has said what it does, or ends. Some are links."""
        kind = attributes.get("fldCharType")
        if kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields and (found := _LINK.match(self._fields[-1])):
            self._fields[-1] = "link"
            self.begin_anchor(resolve("", found[1]))
        elif kind == "end" and self._fields and self._fields.pop() == "link":
            self.end_anchor()

    def _mark(self, name: str, attributes: _Attributes) -> None:
        """The mark of a note: foot- and endnotes are numbered together, in the order of the text."""
        self.marks.append((name.removesuffix("Reference"), attributes.get("id", "")))
        self._write(f"[{len(self.marks)}]", "sup")

    def _begin_note(self, _: str, attributes: _Attributes) -> None:
        self.restart()
        self._note = attributes.get("id", "")

    def _end_note(self) -> None:
        self.notes[self._note] = self.pen.html()
        self.restart()

    def _begin_rows(self, name: str, _: _Attributes) -> None:
        self.begin_table("table" if name == "tbl" else "tr")

    def _announce(self, _: str, __: _Attributes) -> None:
        self.announce_cell()

    def _span(self, _: str, attributes: _Attributes) -> None:
        self.widen_cell(whole_number(attributes.get("val", "")) or 1)

    _UNREAD: ClassVar[frozenset[str]] = _DROPPED
    _BEGIN: ClassVar[dict[str, Callable[["WordReader", str, _Attributes], None]]] = {
        "p": _begin_paragraph,
        **dict.fromkeys(["pStyle", "numId", "ilvl", "outlineLvl"], _paragraph_property),
        "r": _begin_run,
        **dict.fromkeys(["b", "i", "strike", "vertAlign", "vanish"], _look_of_run),
        **dict.fromkeys(["t", "instrText"], _take),
        **dict.fromkeys(["tab", "ptab", "noBreakHyphen", "sym"], _character),
        **dict.fromkeys(["br", "cr"], _break_line),
        "hyperlink": _begin_link,
        "fldChar": _field,
        **dict.fromkeys(["footnoteReference", "endnoteReference"], _mark),
        **dict.fromkeys(["footnote", "endnote"], _begin_note),
        **dict.fromkeys(["tbl", "tr"], _begin_rows),
        "tc": _announce,
        "gridSpan": _span,
    }
    _END: ClassVar[dict[str, Callable[["WordReader"], None]]] = {
        "p": _end_paragraph,
        "r": _end_run,
        **dict.fromkeys(["t", "instrText"], _take_no_more),
        "hyperlink": Writer.end_anchor,
        **dict.fromkeys(["footnote", "endnote"], _end_note),
        **dict.fromkeys(["tbl", "tr", "tc"], Writer.end_table),
    }
