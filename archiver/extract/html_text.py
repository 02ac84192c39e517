"""The plain text of clean HTML: a block a line, items with their marks, rows with bars between their cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from lxml import etree, html

from archiver.extract.html_pen import BLOCKS
from archiver.extract.tidy import without_heading

_HEADING = re.compile(r"<(h[1-6]|p)(?: [^<>]*)?>(?P<words>.{0,2000}?)</\1>\n?")
_TAG = re.compile(r"<[^<>]*>")
_LONGEST_MARK = 6  # characters of the mark of a note
_TOP = 5_000  # characters of HTML in which a title stands
_FEW_LINES = 300  # characters
_INDENT = "  "


def text_of(clean: str) -> str:
    r"""The text of clean HTML (`clean_html`, `Pen`).

    >>> text_of("<h2>Tolls</h2><ol><li>herring<ul><li>a barrel</li></ul></li></ol><table><tr><td>a</td><td>b</td></tr></table>")
    'Tolls\n1. herring\n  - a barrel\na | b'
    """
    if not clean:
        return ""
    root = html.document_fromstring(
        f"<body>{clean}</body>", parser=html.HTMLParser(huge_tree=True, encoding="utf-8")
    )
    lines = _Lines()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = str(element.tag)
        if event == "start":
            _start(lines, name, element)
            lines.write(element.text or "")
        else:
            _end(lines, name, element)
            lines.write(element.tail or "")
    return "\n".join(lines.all()).strip("\n")


def without_title(clean: str, title: str | None) -> str:
    r"""Clean HTML without a first heading that only repeats the title.

    >>> without_title("<h1>Salt <em>Roads</em></h1>\n<p>It began.</p>", "Salt roads")
    '<p>It began.</p>'
    """
    found = _HEADING.match(clean)
    if not title or found is None or found.end() == len(clean):
        return clean
    words = unescape(_TAG.sub("", found["words"]))
    return clean[found.end() :] if without_heading(f"{words}\n-", title) == "-" else clean


def first_heading(clean: str) -> str:
    r"""The words of a heading of the first rank, with no more than a line or two before it; else nothing.

    >>> first_heading("<p>River Board Papers</p>\n<h1>Salt <em>Roads</em></h1>"), first_heading("<h2>One</h2>")
    ('Salt Roads', '')
    """
    before, found, rest = clean[:_TOP].partition("<h1")
    if not found or len(_TAG.sub("", before)) > _FEW_LINES:
        return ""
    return " ".join(unescape(_TAG.sub("", "<h1" + rest.partition("</h1>")[0])).split())


@dataclass(slots=True)
class _Lines:
    done: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    mark: str = ""  # what stands before the next word
    counts: list[int | None] = field(default_factory=list)  # of the lists around; None: not numbered
    cells: int = 0  # around
    laid_out: int = 0  # `pre` around

    def write(self, text: str) -> None:
        if not self.laid_out:
            text = text if self.line else text.lstrip("\n ")
            if text and text.strip("\n "):
                self._put(text.replace("\n", " "))
            else:
                self._space(text)
            return
        first, *others = text.split("\n")
        if first:
            self._put(first)
        for other in others:
            self.end_line(is_kept=True)
            if other:
                self._put(other)

    def end_line(self, *, is_kept: bool = False) -> None:
        if self.cells and not self.laid_out:
            self._space(" ")
        elif self.line or is_kept:
            self.done.append("".join(self.line).rstrip())
            self.line = []

    def all(self) -> Iterator[str]:
        self.cells = 0
        self.end_line()
        yield from self.done

    def bar(self) -> None:
        """Stand between two cells."""
        if self.line and self.line[-1] == " ":
            self.line.pop()
        self._put(" | " if self.line else "| ")

    def _space(self, text: str) -> None:
        if text and self.line and not self.line[-1].endswith(" "):
            self.line.append(" ")

    def _put(self, text: str) -> None:
        if self.mark:
            self.line.append(self.mark)
            self.mark = ""
        self.line.append(text)


def _start(lines: _Lines, name: str, element: etree._Element) -> None:
    if name in {"td", "th"}:
        lines.cells += 1
        if element.getprevious() is not None:
            lines.bar()
        return
    if name in BLOCKS or name == "br":
        lines.end_line()
    if name in {"ul", "ol"}:
        start = element.get("start", "1")
        lines.counts.append(int(start) - 1 if name == "ol" else None)
    elif name == "li" and lines.counts and not lines.cells:
        count = lines.counts[-1]
        if count is not None:
            count = lines.counts[-1] = int(element.get("value", str(count + 1)))
        lines.mark = _INDENT * (len(lines.counts) - 1) + ("- " if count is None else f"{count}. ")
    elif name == "pre":
        lines.laid_out += 1
    elif name == "sup" and _is_mark(element):
        lines.write("[")


def _end(lines: _Lines, name: str, element: etree._Element) -> None:
    if name in {"td", "th"}:
        lines.cells -= 1
    elif name in BLOCKS:
        lines.end_line()
        if name in {"ul", "ol"}:
            lines.counts.pop()
        elif name == "pre":
            lines.laid_out -= 1
    elif name == "sup" and _is_mark(element):
        lines.write("]")


def _is_mark(element: etree._Element) -> bool:
    """Whether a superscript leads to a note."""
    around = element.getparent()
    is_link = (around is not None and around.tag == "a") or element.find(".//a") is not None
    words = "".join(map(str, element.itertext()))
    return is_link and 0 < len(words) <= _LONGEST_MARK and not words.startswith(("[", "("))
