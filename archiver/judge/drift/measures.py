"""What two texts have in common, in any language: linear in their length, and without lists of words.

The words that two texts share are mostly those that every text has. So a word counts as kept only in the company that it
had: where it stands in a run of words that both texts have, or in a sentence that both have.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from archiver.judge.drift.reading import Reading, read
from archiver.models.drift import Measures

_RUN = (
    4  # words: of two articles of one site under a tenth stand in such a run that both have, of WCXB's pages
)
_LETTERS = 8  # the same in scripts without spaces
_SHORT = 30  # words; in two shorter texts two words are a run
_LINE = 2  # words of a line that is known again whatever stands beside it
_FEWEST = 50  # words of running text, and
_PART = 0.25  # of the text, where it is measured by itself
_LONGEST = 400_000  # characters of a text that is only asked how like another it is
_AMID = 4  # words that are foreign make up for one that is not


def measure(old: Reading, new: Reading, *, same_title: bool | None) -> tuple[Measures, float]:
    """All that is measured, and the similarity: the share of the words of both that both have (Dice)."""
    kept, known = covered(old, new), covered(new, old)
    parts = _weight(kept, old.weights), _weight(known, new.weights)
    wholes = math.fsum(old.weights), math.fsum(new.weights)
    measures = Measures(
        words=(round(old.size), round(new.size)),
        kept=_share(parts[0], wholes[0]),
        known=_share(parts[1], wholes[1]),
        intact=_intact(old, new),
        running=sum(known.count(1, each.first, each.after) for each in new.sentences if each.is_prose),
        prose=_prose(old, kept) if all(map(_has_prose, (old, new))) else None,
        foreign=min(_foreign(kept), _foreign(known)),
        cosine=cosine(old, new),
        sentences=_overlap(old, new),
        word_change=(new.size - old.size) / old.size if old.size else 0.0,
        same_title=same_title,
    )
    return measures, _share(sum(parts), sum(wholes))


def similarity(one: str, other: str) -> float:
    """How far two texts say the same, from 0 to 1, whichever of them is the older."""
    if one == other:
        return 1.0
    return measure(read(one[:_LONGEST]), read(other[:_LONGEST]), same_title=None)[1]


def covered(reading: Reading, other: Reading) -> bytearray:
    """Of each word, whether it stands in the other text in the same company: 1 or 0."""
    length = _run_length(reading, other)
    known = set(_runs(other.words, length))
    marks = bytearray(len(reading.words))
    whole = b"\1" * length
    for at, run in enumerate(_runs(reading.words, length)):
        if run in known:
            marks[at : at + length] = whole
    lines = {sentence.key for sentence in other.sentences if sentence.length >= _LINE}
    for sentence in reading.sentences:
        if sentence.key in lines:
            marks[sentence.first : sentence.after] = b"\1" * sentence.length
    return marks


def cosine(old: Reading, new: Reading) -> float:
    """The cosine of the counts of the words. The more sentences of both a word stands in, the less it counts."""
    spread = _spread(old) + _spread(new)
    of = len(old.sentences) + len(new.sentences)
    ours, theirs = (
        {
            word: math.log1p(count) * math.log((of + spread[word]) / (2 * spread[word]))
            for word, count in Counter(each.words).items()
        }
        for each in (old, new)
    )
    common = math.fsum(value * theirs[word] for word, value in ours.items() if word in theirs)
    lengths = math.fsum(v * v for v in ours.values()) * math.fsum(v * v for v in theirs.values())
    return min(1.0, max(0.0, common / math.sqrt(lengths))) if lengths else float(ours.keys() == theirs.keys())


def _run_length(old: Reading, new: Reading) -> int:
    if max(len(old.words), len(new.words)) < _SHORT:
        return 2
    return _LETTERS if old.is_unspaced and new.is_unspaced else _RUN


def _runs(words: Sequence[str], length: int) -> Iterator[int]:
    return map(hash, zip(*(words[start:] for start in range(length)), strict=False))


def _spread(reading: Reading) -> Counter[str]:
    """In how many sentences each word stands."""
    return Counter(
        word for sentence in reading.sentences for word in set(reading.words[sentence.first : sentence.after])
    )


def _weight(marks: bytearray, weights: Sequence[float]) -> float:
    return math.fsum(weight for mark, weight in zip(marks, weights, strict=True) if mark)


def _has_prose(reading: Reading) -> bool:
    words = sum(sentence.length for sentence in reading.sentences if sentence.is_prose)
    return words >= max(_FEWEST, _PART * len(reading.words))


def _intact(old: Reading, new: Reading) -> float:
    known = {sentence.key for sentence in new.sentences}
    same = sum(sentence.length for sentence in old.sentences if sentence.key in known)
    return _share(same, len(old.words))


def _prose(reading: Reading, marks: bytearray) -> float:
    """The share of the words of running text that are marked."""
    prose = [sentence for sentence in reading.sentences if sentence.is_prose]
    return _share(
        sum(marks.count(1, sentence.first, sentence.after) for sentence in prose),
        sum(sentence.length for sentence in prose),
    )


def _foreign(marks: bytearray) -> float:
    """The share of a text that lies in one piece with hardly a mark in it: the run with the greatest sum (Kadane)."""
    best = total = 0
    for mark in marks:
        total = max(0, total + (-_AMID if mark else 1))
        best = max(best, total)
    return _share(best, len(marks))


def _overlap(old: Reading, new: Reading) -> float:
    ours, theirs = ({sentence.key for sentence in each.sentences} for each in (old, new))
    return _share(len(ours & theirs), len(ours | theirs))


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole else 0.0
