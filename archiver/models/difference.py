"""What became of each sentence of a text between two captures."""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a sentence, or of a word in it."""

    KEPT = "kept"
    MOVED = "moved"  # the same words in another place
    ALTERED = "altered"  # in other words, that are mostly the same
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in an altered sentence that were kept, removed or added."""

    fate: Fate
    text: str  # with the white space after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A sentence and what became of it. They stand in the order of the new text, the removed where they were."""

    fate: Fate
    old: str | None = None  # as it stands in the old text; None: added
    new: str | None = None  # None: removed
    old_start: int | None = None  # characters before it in the old text
    new_start: int | None = None
    pieces: tuple[Piece, ...] = ()  # of an altered one


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A sentence that tells how a text has changed, short enough for a letter."""

    before: str | None  # None: it was added
    after: str | None  # None: it was removed
    pieces: tuple[Piece, ...] = ()  # of both, where one was made of the other
    is_quoted: bool = False  # words that a post quotes stand, or stood, in it
