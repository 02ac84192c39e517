"""What a page of a PDF is made of, before anything is known about it."""

from collections.abc import Sequence
from dataclasses import dataclass

# Around a raised number, until it is known what to write: characters that no text has.
RAISED, LOWERED = "\x0e", "\x0f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words that stand side by side, without a wide gap. Points from the lower left corner of the upright page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float  # where the letters stand
    size: float  # of the letters, in points
    bold: bool = False
    mono: bool = False  # all letters as wide as each other
    artifact: bool = False  # the file says that it is no part of the text (PDF 1.7, 14.8.2.2)
    hyphen: bool = False  # a hyphen ends it, and PDFium took that off
    cells: tuple[str, ...] = ()  # of a row of a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as PDFium sees it: its lines in the order in which they were drawn."""

    number: int  # from 1
    width: float = 0
    height: float = 0
    lines: tuple[Line, ...] = ()
    asides: tuple[Line, ...] = ()  # written in another direction than most of the page
    label: str | None = None  # what the file calls it: iii, A-4
    pictures: bool = False  # an image covers most of it
    recognised: bool = False  # its words lie unseen behind an image: OCR
    illegible: bool = False  # its fonts do not say which letters they show
    damaged: bool = False
    cut: bool = False  # there is more on it than was read


def box(lines: Sequence[Line]) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what surrounds them all."""
    return (
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(line.right for line in lines),
        max(line.top for line in lines),
    )
