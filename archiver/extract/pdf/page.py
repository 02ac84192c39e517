"""One page of a PDF, opened, read and closed: its lines the right way up, and what else there is to know of it."""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from pypdfium2 import raw

from archiver.extract.pdf import legible
from archiver.extract.pdf.line import Line, Page
from archiver.extract.pdf.measures import Stretch, TextPage

MOST_OBJECTS = 500_000  # of a page: what PDFium spends on each is ours, too
_LOOKED_AT = 2_000  # objects of a page without text, among which there may be an image
_LARGE = 0.5  # of the page: an image that is what the page shows
_MARGIN = 0.15  # of the page's height: where running heads and feet stand
_DEEPEST = 3  # forms within forms
_FEW = 40  # letters: a page number, a scanner's stamp
_UNMAPPED = 0.3  # of the lines of a page; a formula or two do not spoil it
_UNSEEN = 3  # text rendering mode: neither filled nor stroked (PDF 1.7, table 106)
_LONGEST_LABEL = 100  # bytes
_Matrix = tuple[int, int, int, int]


class Pages:
    """The pages of an open PDF. Each is closed before the next is opened, so that memory stays flat."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.count = max(raw.FPDF_GetPageCount(handle), 0)
        self.is_tagged = bool(raw.FPDFCatalog_IsTagged(handle))
        self.objects = 0  # seen so far

    def read(self, number: int) -> Page:
        """The page with a number, from 1. A broken one is empty, and says nothing of the others."""
        with _opened(raw.FPDF_LoadPage(self.handle, number - 1), raw.FPDF_ClosePage) as page:
            if not page:
                return Page(number=number, damaged=True)
            objects = max(raw.FPDFPage_CountObjects(page), 0)
            self.objects += objects
            if objects > MOST_OBJECTS:
                return Page(number=number, cut=True)
            with _opened(raw.FPDFText_LoadPage(page), raw.FPDFText_ClosePage) as text:
                if not text:
                    return Page(number=number, damaged=True)
                return self._read(page, TextPage(text), number)

    def _read(self, page: Any, text: TextPage, number: int) -> Page:
        stretches = list(text.stretches())
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, ctypes.byref(bounds))
        edges = (bounds.left, bounds.bottom, bounds.right, bounds.top)
        area = max((edges[2] - edges[0]) * (edges[3] - edges[1]), 1.0)
        turn = _turn(stretches)
        width, height = edges[2] - edges[0], edges[3] - edges[1]
        if turn in {1, 3}:
            width, height = height, width
        lines: list[Line] = []
        asides: list[Line] = []
        for stretch in stretches:
            line = _upright(stretch, edges, turn)
            # Printers' marks, and what was cropped away.
            if line.right > 0 and line.left < width and 0 <= (line.bottom + line.top) / 2 <= height:
                line = self._tagged(text, stretch, line, height)
                (lines if _quarter(stretch) == turn else asides).append(line)
        letters = sum(len(line.text) for line in lines)
        unmapped = sum(not text.is_mapped(stretch.start) for stretch in stretches)
        is_bare = letters < _FEW
        pictures = is_bare and _largest_image(page) > _LARGE * area
        recognised = not is_bare and self._is_unseen(text, stretches) and _largest_image(page) > _LARGE * area
        return Page(
            number=number,
            width=width,
            height=height,
            lines=tuple(lines),
            asides=tuple(asides),
            label=self._label(number),
            pictures=pictures,
            recognised=recognised,
            illegible=legible.is_illegible(line.text for line in lines)
            or unmapped > _UNMAPPED * len(stretches),
            cut=text.cut,
        )

    def _tagged(self, text: TextPage, stretch: Stretch, line: Line, height: float) -> Line:
        """The line, with what the file says of it where it may be a running head or foot."""
        in_margin = line.base > height * (1 - _MARGIN) or line.base < height * _MARGIN
        if (
            self.is_tagged
            and in_margin
            and _is_artifact(raw.FPDFText_GetTextObject(text.handle, stretch.start))
        ):
            return replace(line, artifact=True)
        return line

    def _is_unseen(self, text: TextPage, stretches: Sequence[Stretch]) -> bool:
        middle = stretches[len(stretches) // 2] if stretches else None
        if middle is None:
            return False
        return bool(
            raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text.handle, middle.start))
            == _UNSEEN
        )

    def _label(self, number: int) -> str | None:
        """What the file calls a page (PDF 1.7, 12.4.2)."""
        buffer = ctypes.create_string_buffer(_LONGEST_LABEL)
        size = raw.FPDF_GetPageLabel(self.handle, number - 1, buffer, _LONGEST_LABEL)
        if not len("\0\0") < size <= _LONGEST_LABEL:
            return None
        return buffer.raw[: size - 2].decode("utf-16-le", "replace").strip() or None


@contextmanager
def _opened(handle: Any, close: Any) -> Iterator[Any]:
    """A handle of PDFium's, closed on every way out; None where PDFium could not open it."""
    try:
        yield handle
    finally:
        if handle:
            close(handle)


def _quarter(stretch: Stretch) -> int:
    """Which way a line runs: 0 to the right, 1 up, 2 to the left, 3 down."""
    across, up = stretch.direction
    if abs(across) >= abs(up):
        return 0 if across >= 0 else 2
    return 1 if up > 0 else 3


def _turn(stretches: Sequence[Stretch]) -> int:
    """Which way most of a page's letters run, however the page is turned for showing it."""
    letters: Counter[int] = Counter()
    for stretch in stretches:
        letters[_quarter(stretch)] += len(stretch.text)
    return letters.most_common(1)[0][0] if letters else 0


def _upright(stretch: Stretch, edges: tuple[float, float, float, float], turn: int) -> Line:
    left, bottom, right, top = stretch.box
    x, y = stretch.origin
    if turn == 0:
        sides = (left - edges[0], bottom - edges[1], right - edges[0], top - edges[1])
        base = y - edges[1]
    elif turn == 1:
        sides = (bottom - edges[1], edges[2] - right, top - edges[1], edges[2] - left)
        base = edges[2] - x
    elif turn == 2:  # noqa: PLR2004 -- quarters
        sides = (edges[2] - right, edges[3] - top, edges[2] - left, edges[3] - bottom)
        base = edges[3] - y
    else:
        sides = (edges[3] - top, left - edges[0], edges[3] - bottom, right - edges[0])
        base = x - edges[0]
    return Line(
        text=stretch.text,
        left=sides[0],
        bottom=sides[1],
        right=sides[2],
        top=sides[3],
        base=base,
        size=stretch.size,
        bold=stretch.bold,
        mono=stretch.mono,
        hyphen=stretch.hyphen,
    )


def _is_artifact(drawn: Any) -> bool:
    name = ctypes.create_string_buffer(32)
    size = ctypes.c_ulong()
    for at in range(min(raw.FPDFPageObj_CountMarks(drawn) if drawn else 0, _DEEPEST)):
        mark = raw.FPDFPageObj_GetMark(drawn, at)
        got = raw.FPDFPageObjMark_GetName(mark, ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort)), 32, size)
        if got and name.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0") == "Artifact":
            return True
    return False


def _largest_image(page: Any) -> float:
    """The area of the largest image on a page, in square points; also within forms, as scanners make them."""
    sides = [ctypes.c_float() for _ in range(4)]
    largest = 0.0
    waiting: list[tuple[Any, int]] = [
        (raw.FPDFPage_GetObject(page, at), 0)
        for at in range(min(raw.FPDFPage_CountObjects(page), _LOOKED_AT))
    ]
    seen = 0
    while waiting and seen < _LOOKED_AT:
        drawn, depth = waiting.pop()
        seen += 1
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, sides)):
            left, bottom, right, top = (side.value for side in sides)
            largest = max(largest, (right - left) * (top - bottom))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = min(raw.FPDFFormObj_CountObjects(drawn), _LOOKED_AT)
            waiting += [(raw.FPDFFormObj_GetObject(drawn, at), depth + 1) for at in range(count)]
    return largest
