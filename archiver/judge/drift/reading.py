"""A text made ready to be compared: its words, its sentences, and how much each word says."""

from dataclasses import dataclass

from archiver.extract.scripts import UNSPACED, WORD
from archiver.judge.drift.beside import key_of
from archiver.judge.drift.folding import fold
from archiver.judge.drift.sentences import sentences

_PROSE = 8  # words of a sentence; what is shorter may be a heading, a link, a counter, a date
_RUNNING = 15  # words of what has no stop at its end and is prose all the same
_STOPS = frozenset(".!?…。！？।؟۔\"'”’»)")
_BESIDE = 0.25  # what a word counts that is not in prose, on a page of prose: half of such lines are not the author's
_LETTERS = 2  # of a script without spaces are a word
_HALF = 4 / 3  # words and letters for each word, where as many are the one as the other


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that is none."""

    first: int  # the number of its first word
    after: int  # the number of the word after its last
    key: int  # the same for the same words
    is_prose: bool

    @property
    def length(self) -> int:
        """Words."""
        return self.after - self.first


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text and their sentences."""

    words: list[str]
    sentences: list[Sentence]
    size: float  # words; of scripts without spaces about as many as there are
    is_unspaced: bool
    is_prose: bool  # most of it

    @property
    def weights(self) -> list[float]:
        """What each word counts."""
        beside = _BESIDE if self.is_prose else 1.0
        weights = [1.0] * len(self.words)
        for sentence in self.sentences:
            if not sentence.is_prose:
                weights[sentence.first : sentence.after] = [beside] * sentence.length
        return weights


def read(text: str, beside: frozenset[int] = frozenset()) -> Reading:
    """Make a text ready. `beside` are the keys of what is not of the work."""
    words: list[str] = []
    found: list[Sentence] = []
    for start, end in sentences(text):
        own = WORD.findall(fold(text[start:end]))
        if own:
            size = _size(own)
            key = key_of(own)
            is_prose = size >= _RUNNING or (size >= _PROSE and text[end - 1] in _STOPS)
            found.append(
                Sentence(len(words), len(words) + len(own), key, is_prose=is_prose and key not in beside)
            )
            words += own
    size = _size(words)
    prose = sum(sentence.length for sentence in found if sentence.is_prose)
    return Reading(
        words=words,
        sentences=found,
        size=size,
        is_unspaced=size * _HALF < len(words),
        is_prose=2 * prose >= len(words),
    )


def _size(words: list[str]) -> float:
    unspaced = sum(map(_is_letter, words))
    return len(words) - unspaced + unspaced / _LETTERS


def _is_letter(word: str) -> bool:
    return len(word) == 1 and not word.isascii() and UNSPACED.match(word) is not None
