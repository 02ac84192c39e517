"""The text of one slide (ECMA-376, part 1, 19 and 21.1.2), read as events: its title, its points by their level, its tables."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from archiver.extract.office.word_styles import level
from archiver.extract.office.writer import Writer
from archiver.web.numbers import whole_number

_TITLES = frozenset(["title", "ctrTitle"])
_LEFT_OUT = frozenset(["sldNum", "dt", "ftr", "hdr"])  # what stands on every slide
_PLAIN = frozenset(["none", "subTitle"])  # paragraphs, not points
_Attributes = Mapping[str, str]


class SlideReader(Writer):
    """Writes one slide after another."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self._shape = "none"  # what the shape holds
        self._level = 0
        self._block: int | None = None
        self._is_open = False  # the paragraph has words
        self._is_text = False

    def start(self, name: str, attributes: _Attributes) -> None:
        """An element begins."""
        if (begin := self._BEGIN.get(name)) is not None:
            begin(self, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if (finish := self._END.get(name)) is not None:
            finish(self)

    def data(self, text: str) -> None:
        """A piece of text."""
        if not self._is_text or self._shape in _LEFT_OUT:
            return
        if not self._is_open:
            self._open()
        self.pen.write(text)
        if self._shape in _TITLES:
            self.titles[-1] += text

    def _open(self) -> None:
        self._is_open = True
        if self._shape in _TITLES:
            self.lists.end()
            self.titles.append("")
            self._block = self.pen.start("h2")
        elif self._shape in _PLAIN:
            self.lists.end()
            self._block = self.pen.start("p")
        else:
            self.lists.item("points", self._level, is_numbered=False)

    def _begin_shape(self, _: _Attributes) -> None:
        self.lists.end()
        self._shape = "none"

    def _placeholder(self, attributes: _Attributes) -> None:
        self._shape = attributes.get("type", "body")

    def _begin_paragraph(self, _: _Attributes) -> None:
        self.begin_cell()
        self._level, self._block, self._is_open = 0, None, False

    def _paragraph_property(self, attributes: _Attributes) -> None:
        self._level = level(attributes.get("lvl", ""))

    def _end_paragraph(self) -> None:
        if self._block is not None:
            self.pen.end(self._block)
        self._block = None

    def _begin_text(self, _: _Attributes) -> None:
        self._is_text = True

    def _end_text(self) -> None:
        self._is_text = False

    def _break_line(self, _: _Attributes) -> None:
        self.pen.break_line()
        if self._shape in _TITLES and self._is_open:
            self.titles[-1] += " "

    def _begin_rows(self, _: _Attributes) -> None:
        self._shape = "none"
        self.begin_table("table")

    def _begin_row(self, _: _Attributes) -> None:
        self.begin_table("tr")

    def _begin_cell(self, attributes: _Attributes) -> None:
        self.announce_cell(whole_number(attributes.get("gridSpan", "")) or 1)

    _BEGIN: ClassVar[dict[str, Callable[["SlideReader", _Attributes], None]]] = {
        "sp": _begin_shape,
        "ph": _placeholder,
        "p": _begin_paragraph,
        "pPr": _paragraph_property,
        "t": _begin_text,
        "br": _break_line,
        "tbl": _begin_rows,
        "tr": _begin_row,
        "tc": _begin_cell,
    }
    _END: ClassVar[dict[str, Callable[["SlideReader"], None]]] = {
        "sp": lambda self: self.lists.end(),
        "p": _end_paragraph,
        "t": _end_text,
        **dict.fromkeys(["tbl", "tr", "tc"], Writer.end_table),
    }
