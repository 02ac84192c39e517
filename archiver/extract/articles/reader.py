"""The text of an article in XML, read as events: its abstract, sections, lists, tables and notes. No tree, no recursion."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from archiver.extract.articles.vocabularies import Vocabulary
from archiver.extract.html_pen import BLOCKS, Pen
from archiver.web.url import resolve

_LAST_HEADING = 6
_INLINE = frozenset("em strong code sup sub del q".split())
_NUMBERED = ("order", "number", "arabic", "alpha", "roman")
_LOOKS = (("bold", "strong"), ("strong", "strong"), ("sup", "sup"), ("sub", "sub"), ("italic", "em"))
_LONGEST_LABEL = 40  # characters
_Attributes = Mapping[str, str]


class ArticleReader:
    """Writes an article. With an empty vocabulary any XML: each element on a line of its own."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.pen = Pen()
        self.notes: list[str] = []
        self._vocabulary = vocabulary
        self._ends: list[Callable[[], None]] = []  # of the elements that are open
        self._parents: list[str] = []  # their actions
        self._dropped = 0
        self._is_head = False  # in the metadata, outside of the abstract
        self._depth = 0  # of sections
        self._label: list[str] | None = None  # its pieces
        self._due = ""  # a label that stands before the next words
        self._spaced = 0
        self._outer: list[Pen] = []  # around a note

    def start(self, name: str, attributes: _Attributes) -> None:
        """An element begins."""
        action = self._vocabulary.get(name, "" if self._vocabulary else "line")
        if self._dropped or action == "drop":
            self._dropped += 1
            return
        if self._spaced:
            self.pen.write(" ")
        self._ends.append(self._begin(action, attributes))
        self._parents.append(action)

    def end(self, _: str) -> None:
        """An element ends."""
        if self._dropped:
            self._dropped -= 1
        elif self._ends:
            self._parents.pop()
            self._ends.pop()()

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._dropped or self._is_head:
            return
        if self._label is not None:
            self._label.append(text[:_LONGEST_LABEL])
            return
        if self._due and text.strip():
            self.pen.write(f"{self._due} ")
            self._due = ""
        self.pen.write(text)

    def _begin(self, action: str, attributes: _Attributes) -> Callable[[], None]:
        if action in {"head", "abstract"}:
            before = self._is_head
            self._is_head = action == "head"
            self.pen.line()
            return partial(self._end_head, before)
        if self._is_head:
            return _nothing
        if action in _INLINE or action in {"looks", "a"}:
            return self._begin_inline(action, attributes)
        if action in BLOCKS or action in {"heading", "list", "section", "line"}:
            return self._begin_block(action, attributes)
        begin = self._SPECIAL.get(action)
        return begin(self, attributes) if begin is not None else _nothing

    def _begin_block(self, action: str, attributes: _Attributes) -> Callable[[], None]:
        if action == "section":
            self._depth += 1
            self.pen.line()
            return self._end_section
        if action == "line":
            self.pen.line()
            return self.pen.line
        if action == "heading":
            # The title of a figure or a table is its caption.
            is_title = not self._parents or self._parents[-1] in {"section", "abstract", ""}
            action = f"h{min(self._depth + 1, _LAST_HEADING)}" if is_title else "p"
        elif action == "list":
            kind = attributes.get("list-type") or attributes.get("type") or attributes.get("rend") or ""
            action = "ol" if kind.startswith(_NUMBERED) else "ul"
        return partial(self.pen.end, self.pen.start(action))

    def _begin_inline(self, action: str, attributes: _Attributes) -> Callable[[], None]:
        if action == "a":
            written = attributes.get("href") or attributes.get("target") or attributes.get("url") or ""
            url = resolve("", written) if written else None
            if url is None:
                return _nothing
            self.pen.start_inline("a", {"href": url})
        else:
            told = f"{attributes.get('rend', '')} {attributes.get('role', '')}".lower()
            looks = next((name for word, name in _LOOKS if word in told), "em")
            self.pen.start_inline(looks if action == "looks" else action)
        return self.pen.end_inline

    def _begin_note(self, _: _Attributes) -> Callable[[], None]:
        self.notes.append("")
        self.pen.start_inline("sup")
        self.pen.write(f"[{len(self.notes)}]")
        self.pen.end_inline()
        self._outer.append(self.pen)
        self.pen = Pen()
        return partial(self._end_note, len(self.notes) - 1)

    def _begin_reference(self, attributes: _Attributes) -> Callable[[], None]:
        if attributes.get("ref-type") not in {"fn", "table-fn"}:
            return _nothing
        self.pen.start_inline("sup")
        self.pen.write("[")
        return self._end_reference

    def _begin_label(self, _: _Attributes) -> Callable[[], None]:
        self._label = []
        return self._end_label

    def _begin_spaced(self, _: _Attributes) -> Callable[[], None]:
        self._spaced += 1
        item = self.pen.start("li") if self._parents and self._parents[-1] == "list" else None
        return partial(self._end_spaced, item)

    def _break(self, _: _Attributes) -> Callable[[], None]:
        self.pen.break_line()
        return _nothing

    def _begin_verse(self, _: _Attributes) -> Callable[[], None]:
        return self.pen.break_line

    def _end_reference(self) -> None:
        self.pen.write("]")
        self.pen.end_inline()

    def _end_note(self, number: int) -> None:
        self.notes[number] = self.pen.html()
        self.pen = self._outer.pop()

    def _end_head(self, before: bool) -> None:
        self._is_head = before
        self.pen.line()

    def _end_section(self) -> None:
        self._depth -= 1
        self.pen.line()

    def _end_label(self) -> None:
        self._due = " ".join("".join(self._label or ()).split())[:_LONGEST_LABEL]
        self._label = None

    def _end_spaced(self, item: int | None) -> None:
        self._spaced -= 1
        if item is not None:
            self.pen.end(item)

    _SPECIAL: ClassVar[dict[str, Callable[["ArticleReader", _Attributes], Callable[[], None]]]] = {
        "note": _begin_note,
        "xref": _begin_reference,
        "label": _begin_label,
        "spaced": _begin_spaced,
        "br": _break,
        "verse": _begin_verse,
    }


def _nothing() -> None:
    """End an element that is only its words."""
