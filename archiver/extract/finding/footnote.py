"""What a footnote plug-in finds, and what it says of itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from archiver.extract.finding.body import Body
from archiver.extract.spans import Span


class Evidence(IntEnum):
    """How strong a style's evidence is. The strongest looks first; the others find what it left."""

    NAMED = 1  # the software's own classes or attributes
    LINKED = 2  # mark and note link to each other
    PAIRED = 3  # mark and note carry the same label
    COUNTED = 4  # only the order tells which note belongs to which mark
    ALONE = 5  # a mark that says its note itself, or notes that no mark names


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note and its marks, found but not read. Either may be missing."""

    label: str | None  # as a reader sees it, without brackets
    marks: tuple[Span, ...] = ()  # in the order of the text; all that is no part of the sentence
    notes: tuple[Span, ...] = ()  # the parts of the note, without a label that is no link
    said: str | None = None  # the note's HTML, where only an attribute of the mark holds it


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A footnote markup: a file in `extract/footnotes`."""

    name: str  # of the file
    evidence: Evidence
    find: Callable[[Body], Iterator[Footnote]]
