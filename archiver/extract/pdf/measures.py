"""PDFium's text page, asked in bulk: all letters in one call, then a few calls a line."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from archiver.extract.pdf.line import LOWERED, RAISED

_MOST_LETTERS = 200_000  # of a page; a page of a newspaper has 30,000
_MOST_LINES = 5_000
_MOST_BOXES = 1_000  # of a line
# PDFium writes U+0002 or U+FFFE for a hyphen that ends a line, and leaves the line break out.
_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_HYPHENS = ("\x02", "\ufffe")
_BOLD = re.compile(rb"bold|black|heavy|semibold|cmbx|bfseries|\bBd\b|-B$|,B$|MedItal$|-Medi\b", re.IGNORECASE)
_MONO = re.compile(rb"mono|courier|typewriter|cmtt|consol|menlo", re.IGNORECASE)
_FORCE_BOLD, _FIXED_PITCH = 1 << 18, 1  # PDF 1.7, table 123
_GAP = 0.9  # of the letters' size: wider than a space, even in a line that was stretched
_BACK = 2.0
_APART = 0.5  # upwards: another line
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TURNED = re.compile("[\u0622\u0623\u0625\u0627]\u0644")  # an alif, lam
_SPACES = re.compile(r"\s+")
_BETWEEN = re.compile(r"\s+|(?<=\S)(?=\S)")
_RAISE = 0.18  # of the size: how high a mark's foot stands above the line
_SMALLER = 0.85
_INITIAL = 1.3
_LONGEST_MARK = 4  # characters
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a line as PDFium measures it, in the page's own directions."""

    text: str
    start: int  # of its letters on the page
    box: _Box  # left, bottom, right, top
    direction: tuple[float, float]
    origin: tuple[float, float]
    size: float
    bold: bool
    mono: bool
    hyphen: bool


class TextPage:
    """A text page that is open. Buffers are shared by all calls: making them costs more than the calls."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.count = max(raw.FPDFText_CountChars(handle), 0)
        self.cut = self.count > _MOST_LETTERS
        self._corner = [ctypes.c_double() for _ in range(4)]
        self._corners = [ctypes.byref(number) for number in self._corner]
        self._loose = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(100)
        self._flags = ctypes.c_int()

    def text(self) -> str:
        """All letters, those that PDFium made up for spaces and line ends included."""
        wanted = min(self.count, _MOST_LETTERS)
        if not wanted:
            return ""
        # A letter outside the basic plane takes two units.
        units = (ctypes.c_ushort * (2 * wanted + 1))()
        got = raw.FPDFText_GetText(self.handle, 0, wanted, units)
        return bytes(units)[: 2 * max(got - 1, 0)].decode("utf-16-le", "replace")

    def stretches(self) -> Iterator[Stretch]:
        """The stretches of all lines, in the order in which they were drawn."""
        text = self.text()
        index = _index(text)
        for number, match in enumerate(_LINE.finditer(text)):
            if number >= _MOST_LINES:
                self.cut = True
                return
            words = match[0]
            hyphen = words.endswith(_HYPHENS)
            words = words[:-1] if hyphen else words
            lead = len(words) - len(words.lstrip())
            words = words.strip()
            if words or hyphen:
                yield from self._measured(words, match.start() + lead, index, hyphen=hyphen)

    def _measured(
        self, words: str, start: int, index: list[int] | None, *, hyphen: bool
    ) -> Iterator[Stretch]:
        """A line, cut where there is a wide gap in it, or where it goes back."""
        first = start if index is None else index[start]
        boxes = self._boxes(first, len(words) + hyphen)
        size, direction, origin = self._drawn(first)
        if not boxes or not size:
            return
        if _RIGHT_TO_LEFT.search(words):
            words = self._in_order(words, first)
        elif len(boxes) > 1:
            if abs(direction[0]) > abs(direction[1]) and _is_apart(boxes, size):
                yield from self._pieces(words, first, boxes, size, hyphen=hyphen)
                return
            size, origin, words = self._marked(words, first, boxes)
        font = self._fonts(words, first) if len(boxes) > 1 else self.font(first)
        yield Stretch(words, first, _around(boxes), direction, origin, size, *font, hyphen)

    def _pieces(
        self, words: str, first: int, around: list[_Box], size: float, *, hyphen: bool
    ) -> Iterator[Stretch]:
        """The parts of a line between its wide gaps; here the words have to be asked for their places."""
        begin, parts = 0, []
        for end, start in self._gaps(words, first, around, size):
            parts.append((begin, end))
            begin = start
        parts.append((begin, len(words)))
        for begin, end in parts:
            piece = words[begin:end].rstrip()
            broken = hyphen and end == len(words)
            boxes = self._boxes(first + begin, len(piece) + broken)
            piece_size, direction, origin = self._drawn(first + begin)
            if not boxes or not piece_size:
                continue
            font = self._fonts(piece, first + begin)
            if len(boxes) > 1:
                piece_size, origin, piece = self._marked(piece, first + begin, boxes)
            yield Stretch(piece, first + begin, _around(boxes), direction, origin, piece_size, *font, broken)

    def _gaps(self, words: str, first: int, boxes: list[_Box], size: float) -> Iterator[tuple[int, int]]:
        """Where one part of a line ends and the next begins."""
        # PDFium takes single letters that stand one below the other for one line, without a space between them.
        between = _BETWEEN if _is_stacked(boxes, size) else _SPACES
        for gap in between.finditer(words):
            before, after = self.loose(first + gap.start() - 1), self.loose(first + gap.end())
            if _is_beyond(before, after, size) or abs(before[1] - after[1]) > _APART * size:
                yield gap.start(), gap.end()

    def _boxes(self, first: int, count: int) -> list[_Box]:
        """The boxes of the objects that draw these letters: as tight as the letters are, one call each."""
        found = []
        left, top, right, bottom = self._corner
        for number in range(min(raw.FPDFText_CountRects(self.handle, first, count), _MOST_BOXES)):
            raw.FPDFText_GetRect(self.handle, number, *self._corners)
            if right.value > left.value:
                found.append((left.value, bottom.value, right.value, top.value))
        return found

    def _drawn(self, at: int) -> tuple[float, tuple[float, float], tuple[float, float]]:
        """The size of a letter on the page, which way its line runs, and where its object begins."""
        matrix = self._matrix
        if not raw.FPDFText_GetMatrix(self.handle, at, ctypes.byref(matrix)):
            return 0.0, (1.0, 0.0), (0.0, 0.0)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        size = abs(raw.FPDFText_GetFontSize(self.handle, at)) * scale
        return size, (matrix.a, matrix.b), (matrix.e, matrix.f)

    def loose(self, at: int) -> _Box:
        """The box of a letter, from where the letter before it ends to where the next begins."""
        box = self._loose
        raw.FPDFText_GetLooseCharBox(self.handle, at, ctypes.byref(box))
        return box.left, box.bottom, box.right, box.top

    def is_mapped(self, at: int) -> bool:
        """Whether the font says which letter a glyph is."""
        return bool(raw.FPDFText_HasUnicodeMapError(self.handle, at) != 1)

    def font(self, at: int) -> tuple[bool, bool]:
        """Whether a letter is set bold, and in letters of one width, as its font's name or flags have it."""
        got = raw.FPDFText_GetFontInfo(
            self.handle, at, self._name, len(self._name), ctypes.byref(self._flags)
        )
        if not got:
            return False, False
        name, flags = self._name.value, self._flags.value
        return bool(flags & _FORCE_BOLD or _BOLD.search(name)), bool(
            flags & _FIXED_PITCH or _MONO.search(name)
        )

    def _fonts(self, words: str, first: int) -> tuple[bool, bool]:
        """Whether a line is bold, or in letters of one width, from its first letter to its last."""
        (bold, mono), (is_bold, is_mono) = self.font(first), self.font(first + len(words) - 1)
        return bold and is_bold, mono and is_mono

    def _marked(self, words: str, first: int, boxes: list[_Box]) -> tuple[float, tuple[float, float], str]:
        """The size and the foot of a line of several objects, which may begin or end with a mark; the marks in it."""
        middle = len(words) // 2 - words[len(words) // 2].isspace()
        drawn = [self._drawn(first + at) for at in (0, middle, len(words) - 1)]
        between = sorted(size for size, _, _ in drawn)[1]
        # The largest letters, but for an initial.
        size, _, origin = max(
            (each for each in drawn if each[0] <= _INITIAL * between), key=lambda each: (each[0], -each[2][1])
        )
        if any(box[1] > origin[1] + _RAISE * size for box in boxes):
            words = self._with_marks(words, first, size, origin[1])
        return size, origin, words

    def _with_marks(self, words: str, first: int, size: float, base: float) -> str:
        """The words of a line, with the numbers that stand raised between RAISED and LOWERED."""
        out: list[str] = []
        for match in re.finditer(r"(\d{1,4}|[*†‡])|[^\d*†‡]+|\d+", words):
            piece = match[0]
            at = first + match.start()
            raised = False
            if match[1] and len(piece) <= _LONGEST_MARK:
                own, _, origin = self._drawn(at)
                _, foot, _, head = self._tight(at)
                small = own < size * _SMALLER or head - foot < size * 0.55
                raised = small and (origin[1] > base + _RAISE * size or foot > base + _RAISE * size)
            out.append(f"{RAISED}{piece}{LOWERED}" if raised else piece)
        return "".join(out)

    def _tight(self, at: int) -> _Box:
        left, right, bottom, top = self._corner
        raw.FPDFText_GetCharBox(self.handle, at, *self._corners)
        return left.value, bottom.value, right.value, top.value

    def _in_order(self, words: str, first: int) -> str:
        """Words written from right to left. PDFium turns round lam and alif where they are one glyph."""
        letters = list(words)
        for match in _TURNED.finditer(words):
            at = match.start()
            if self._tight(first + at) == self._tight(first + at + 1):
                letters[at : at + 2] = reversed(letters[at : at + 2])
        return "".join(letters)


def _index(text: str) -> list[int] | None:
    """Of each character the number of its letter on the page; None where they are the same."""
    if text.isascii() or max(text) <= "\uffff":
        return None
    index, at = [], 0
    for char in text:
        index.append(at)
        at += 1 + (char > "\uffff")
    return index


def _around(boxes: list[_Box]) -> _Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _is_apart(boxes: list[_Box], size: float) -> bool:
    """Whether two neighbours stand at different places."""
    return _is_stacked(boxes, size) or any(
        _is_beyond(before, after, size) for before, after in pairwise(boxes)
    )


def _is_beyond(before: _Box, after: _Box, size: float) -> bool:
    """Whether there is a wide gap between two boxes, or the second stands before the first."""
    return after[0] > before[2] + _GAP * size or after[0] < before[2] - _BACK * size


def _is_stacked(boxes: list[_Box], size: float) -> bool:
    """Whether one of two neighbours stands above the other. These boxes are tight: a full stop is far below a quote."""
    return any(
        max(before[1], after[1]) - min(before[3], after[3]) > _APART * size
        for before, after in pairwise(boxes)
    )
