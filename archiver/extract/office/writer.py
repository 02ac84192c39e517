"""What the readers of office files have in common: letters that look alike, links, tables and lists, written with a pen."""

from archiver.extract.html_pen import Pen
from archiver.extract.office.lists import Lists

_WIDEST = 1_000  # columns


class Writer:
    """Writes one part of a file."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Begin with an empty page."""
        self.pen = Pen()
        self.lists = Lists(self.pen)
        self._looks: tuple[str, ...] = ()
        self._anchors: list[bool] = []
        self._depths: list[int] = []  # of tables, rows and cells
        self._cell: int | None = None  # columns of the cell that begins with its first paragraph

    def look(self, *looks: str) -> None:
        """How the next letters look. Those that look alike are one element: programs split them at every correction."""
        if looks != self._looks:
            for _ in self._looks:
                self.pen.end_inline()
            for name in looks:
                self.pen.start_inline(name)
            self._looks = looks

    def begin_anchor(self, url: str | None) -> None:
        """A link begins; or one that leads nowhere, which is only its words."""
        self.look()
        if url:
            self.pen.start_inline("a", {"href": url})
        self._anchors.append(bool(url))

    def end_anchor(self) -> None:
        """The link that began last ends."""
        self.look()
        if self._anchors and self._anchors.pop():
            self.pen.end_inline()

    def begin_table(self, name: str) -> None:
        """A table or a row begins."""
        self.look()
        self.begin_cell()
        self.lists.end()
        self._depths.append(self.pen.start(name))

    def announce_cell(self, columns: int = 1) -> None:
        """A cell begins; how wide it is may be said later, before its first paragraph."""
        self._cell = min(columns, _WIDEST)

    def widen_cell(self, columns: int) -> None:
        """Say how wide the announced cell is."""
        if self._cell is not None:
            self.announce_cell(columns)

    def begin_cell(self) -> None:
        """The content of an announced cell begins."""
        if self._cell is not None:
            attributes = {"colspan": str(self._cell)} if self._cell > 1 else None
            self._cell = None
            self._depths.append(self.pen.start("td", attributes))

    def end_table(self) -> None:
        """The table, the row or the cell that began last ends."""
        self.look()
        self.begin_cell()
        self.lists.end()
        if self._depths:
            self.pen.end(self._depths.pop())
