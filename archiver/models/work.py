"""What a note cites, read from its words (CSL names)."""

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """How a note names a work."""

    FULL = "full"
    SHORT = "short"  # a shortened note, op. cit., supra, or an author and a year
    IBID = "ibid"  # the work of the note before
    NONE = "none"  # a comment: no work is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as CSL has it: of a person, or `literal` of an organisation."""

    family: str | None = None
    given: str | None = None
    suffix: str | None = None
    literal: str | None = None

    def __str__(self) -> str:
        return self.literal or " ".join(part for part in (self.given, self.family, self.suffix) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkReading:
    """What one citation in a note says of a work. It stands beside the note's words and never replaces them."""

    kind: NoteKind
    start: int  # where its words stand in the note
    end: int
    exact: str  # its words as written
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    title: str | None = None
    container_title: str | None = None
    issued: str | None = None  # ISO 8601, as precise as given
    accessed: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None  # of a short note: the place that is cited
    number: str | None = None  # of a report or a document: S/1588
    edition: str | None = None
    DOI: str | None = None
    ISBN: str | None = None
    URL: str | None = None
    type: str | None = None  # CSL's type, a guess
    refers_to: str | None = None  # the label of the note that a short form names: 5 of `supra note 5`


@dataclass(frozen=True, slots=True, kw_only=True)
class Sameness:
    """Whether two readings are of one work, and what says so."""

    same: bool
    why: str
