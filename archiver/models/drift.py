"""How far a source has moved from what its author cited."""

from dataclasses import dataclass, fields
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
    """Where one step of the ladder ends. Shares are of words, and between 0 and 1.

    The Off-Topic Memento Toolkit (Jones, Weigle & Nelson, iPRES 2018) calls a capture another page below a cosine of 0.12 or
    a change of the word count of -0.70, on texts without the words that every English text has. Two articles of one site have
    more than that in common. So here the words that are kept decide, and those two only where they leave it open. The rest
    was tuned on the development pages of WCXB, changed by `benchmarks/drift.py`.
    """

    replaced: float = 0.15  # less is kept of a work that has been replaced
    prose: float = 0.10  # the same of its running text, whatever menus both pages have
    foreign: float = 0.40  # of both texts in one piece that the other lacks, where only a frame is kept
    cosine: float = 0.12  # less is like the old under its old title, where it is another work
    akin: float = 0.50  # so much is alike, without a title to tell by, where it is the same work
    word_change: float = -0.70  # a page that lost so much, and has nothing new, was cut
    cut: float = 0.60  # so much of a page that was cut was there before
    changed: float = 0.50  # so much is kept where most of it still stands
    minor: float = 0.85  # so much is kept where a change is minor
    minor_new: float = (
        0.65  # and so much is not new: comments, teasers and captions are taken for text by mistake
    )
    intact: float = 0.60  # and so much stands in sentences that are wholly the same
    correction: int = 2  # words gone, and as many new: so few are minor in however short a text
    whole: float = 0.97  # so much is kept where nothing is gone
    grown: float = 0.50  # and then so much is not new where a change is minor
    fewest_words: int = 30  # of fewer, shares say little
    least_words: int = 5  # fewer are no text
    longest: int = 2_000_000  # characters of each text that are compared

    @property
    def fault(self) -> str | None:
        """What is wrong with them, in a sentence; None: nothing."""
        for field in fields(self):
            value = getattr(self, field.name)
            if field.type is int and value < 1:
                return f"{field.name} is a number from 1 up"
            least, most = (-1, 0) if field.name == "word_change" else (0, 1)
            if field.type is float and not least <= value <= most:
                return f"{field.name} is a share, between {least} and {most}"
        if not self.replaced <= self.changed <= self.minor <= self.whole:
            return "replaced, changed, minor and whole are steps: none is less than the one before"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What a judgement on drift rests on."""

    words: tuple[int, int]  # old and new; of scripts without spaces, half as many as letters
    kept: float  # share of the old words that stand in the new text, in the company that they had
    known: float  # share of the new words that stood so in the old text
    intact: float  # as `kept`, of sentences that are wholly the same
    running: int  # words of running text in the new text that stood in the old one
    prose: float | None  # as `kept`, of running text only; None: too little of it
    foreign: float  # the longest piece of one text that the other lacks; the share of that text where it is smaller
    cosine: float  # of the counts of the words; those in most sentences count nothing
    sentences: float  # in both texts, of those in either (Jaccard)
    word_change: float  # -0.7: of ten words three are left
    same_title: bool | None  # None: nothing to tell by


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A judgement on two readings of one source."""

    change: Change | None  # None: there is nothing to compare
    similarity: float | None  # 1: the same words; both ways the same
    reason: str  # one plain sentence, without its full stop
    measures: Measures | None = None  # None: they were not needed
