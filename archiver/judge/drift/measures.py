"""What two texts have in common, in any language: linear in their length, and without lists of words.

The words that two texts share are mostly those that every text has. So a word counts as kept only in the company that it
had: where it stands in a run of words that both texts have, or in a sentence that both have.
"""

import math
from collections import Counter
from collections.abc import Iterator

from archiver.judge.drift.reading import Reading, frequencies

_RUN = 4  # words: of two articles of one site under a tenth stand in such a run that both have, of WCXB's pages
_LETTERS = 8  # the same in scripts without spaces
_SHORT = 30  # words; in two shorter texts two words are a run
_LINE = 2  # words of a line that is known again whatever stands beside it


def run_length(old: Reading, new: Reading) -> int:
    """How many words a run has that is known again."""
    if max(len(old.words), len(new.words)) < _SHORT:
        return _LINE
    return _LETTERS if old.is_unspaced and new.is_unspaced else _RUN


def covered(reading: Reading, other: Reading) -> bytearray:
    """Of each word, whether it stands in the other text in the same company: 1 or 0."""
    length = run_length(reading, other)
    known = set(_runs(other.words, length))
    marks = bytearray(len(reading.words))
    whole = b"\1" * length
    for at, run in enumerate(_runs(reading.words, length)):
        if run in known:
            marks[at : at + length] = whole
    lines = {sentence.key for sentence in other.sentences if sentence.after - sentence.first >= _LINE}
    for sentence in reading.sentences:
        if sentence.key in lines:
            marks[sentence.first : sentence.after] = b"\1" * (sentence.after - sentence.first)
    return marks


def _runs(words: list[str], length: int) -> Iterator[int]:
    return map(hash, zip(*(words[start:] for start in range(length)), strict=False))


def weight_of(marks: bytearray, weights: list[float]) -> float:
    """What the marked words count together."""
    return math.fsum(weight for mark, weight in zip(marks, weights, strict=True) if mark)


def share(part: float, whole: float) -> float:
    """A share between 0 and 1; of nothing 0."""
    return min(1.0, part / whole) if whole else 0.0


def cosine(old: Reading, new: Reading) -> float:
    """The cosine of the counts of the words. The more sentences of both a word stands in, the less it counts."""
    spread = frequencies(old) + frequencies(new)
    of = len(old.sentences) + len(new.sentences)
    counts = Counter(old.words), Counter(new.words)
    ours, theirs = (
        {word: math.log1p(count) * math.log((of + spread[word]) / (2 * spread[word])) for word, count in each.items()}
        for each in counts
    )
    common = math.fsum(value * theirs[word] for word, value in ours.items() if word in theirs)
    lengths = math.fsum(v * v for v in ours.values()) * math.fsum(v * v for v in theirs.values())
    return min(1.0, max(0.0, common / math.sqrt(lengths))) if lengths else float(counts[0] == counts[1])


def sentence_overlap(old: Reading, new: Reading) -> float:
    """The sentences that stand in both texts, of those that stand in either (Jaccard)."""
    ours, theirs = ({sentence.key for sentence in each.sentences} for each in (old, new))
    return share(len(ours & theirs), len(ours | theirs))
