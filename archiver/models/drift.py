"""How far a source has moved from what its author cited."""

from dataclasses import dataclass, field
from enum import StrEnum


class Change(StrEnum):
    """A ladder: each step says more than the one before. From `changed` on it is news."""

    SAME_BYTES = "same-bytes"  # the payload digests agree
    SAME_TEXT = "same-text"  # the same words in the same order: other markup, other typography
    MINOR = "minor"  # a correction, a caption, a list of links, paragraphs in another order
    CHANGED = "changed"  # more than that, and most of what was cited still stands
    MAJOR = "major"  # most of what was cited is gone, or cut off; it is still the same work
    REPLACED = "replaced"  # another work at the same address

    @property
    def is_news(self) -> bool:
        """Whether somebody who cites the source would want to be told."""
        return self in {Change.CHANGED, Change.MAJOR, Change.REPLACED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Where one step of the ladder ends. Shares are of words, and between 0 and 1."""

    # Below these of what was cited a page is another one. The Off-Topic Memento Toolkit (Jones, Weigle & Nelson, iPRES
    # 2018) takes a cosine below 0.12 or a change of the word count below -0.70, on texts without the words that every text
    # has. Here the cosine decides alone only where the words do not; a short page with none of the old words is replaced
    # by `replaced`, and one with nothing but old words is cut.
    replaced: float = 0.15
    cosine: float = 0.12
    word_change: float = -0.70
    minor: float = 0.85  # so much is kept where a change is minor
    minor_new: float = 0.70  # and so much was there before: comments, teasers and captions come into a text by mistake
    changed: float = 0.50  # so much is kept where most still stands
    cut: float = 0.60  # so much of a page that was cut was there before
    fewest_words: int = 30  # in fewer, shares say little
    longest: int = 2_000_000  # characters of each text that are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What a judgement on drift rests on."""

    kept: float  # share of the old words that stand in the new text, in the company they had
    known: float  # share of the new words that stood in the old text
    cosine: float  # of the counts of their words, common words counting little
    sentences: float  # Jaccard: sentences in both, of those in either
    word_change: float  # -0.7: of ten words three are left
    words: tuple[int, int]  # old and new
    same_title: bool | None  # None: nothing to tell by


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A judgement on two readings of one source."""

    change: Change | None  # None: there is nothing to compare
    similarity: float | None  # 1: the same words; the same both ways
    reason: str  # one plain sentence
    measures: Measures | None = field(default=None)
