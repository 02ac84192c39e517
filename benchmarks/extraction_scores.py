"""How near a reading comes to what people wrote down: texts by words and by runs of four, facts by equality."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_RUN = 4  # words: the length of article-extraction-benchmark's shingles
_BETWEEN = re.compile(r"\s*(?:;|,|&|\||\band\b|\bund\b|\bet\b|\by\b)\s*")
_NO_NAME = re.compile(r"(?i)^(?:by|von|par)\s+|,?\s+(?:ph\.?d|md|m\.d|rd|ms|msc|mba|jr|cpa|rn|esq)\.?$")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their F1, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def words(truth: str, found: str) -> Agreement:
    """Bags of words, letter case aside (WCXB's measure)."""
    return _bags(_words(truth), _words(found))


def shingles(truth: str, found: str) -> Agreement:
    """Bags of runs of four words (article-extraction-benchmark's measure, of one page)."""
    return _bags(_runs(truth), _runs(found))


def pooled_shingles(pairs: Iterable[tuple[str, str]]) -> Agreement:
    """The same over many pages, each counting alike, as article-extraction-benchmark adds them up."""
    hits = extra = missed = 0.0
    for truth, found in pairs:
        one, other = _runs(truth), _runs(found)
        both = (one & other).total()
        whole = one.total() + other.total() - both or 1
        hits += both / whole
        extra += (other.total() - both) / whole
        missed += (one.total() - both) / whole
    return Agreement(hits / ((hits + extra) or 1), hits / ((hits + missed) or 1))


def same_title(truth: str, found: str | None) -> bool:
    """Whether two titles are one, spaces, quotation marks, dashes and letter case aside."""
    return _plain(truth) == _plain(found or "")


def names(written: str | Sequence[str] | None) -> frozenset[str]:
    """The names in an author's field, one by one, in one form."""
    lines = [written] if isinstance(written, str) else list(written or ())
    found = (_NO_NAME.sub("", _plain(name)).strip(" .") for line in lines for name in _BETWEEN.split(line))
    return frozenset(found) - {"", "md", "phd", "rd", "ms", "fand", "cpa", "jr"}


def sets(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> Agreement:
    """Sets of names over many pages: right ones among those found, and among those that there are."""
    hits = found = there = 0
    for truth, read in pairs:
        hits += len(truth & read)
        found += len(read)
        there += len(truth)
    return Agreement(hits / (found or 1), hits / (there or 1))


def _bags(one: Counter[object], other: Counter[object]) -> Agreement:
    if not one and not other:
        return Agreement(1.0, 1.0)
    both = (one & other).total()
    return Agreement(both / (other.total() or 1), both / (one.total() or 1))


def _words(text: str) -> Counter[object]:
    return Counter(_WORD.findall(text.lower()))


def _runs(text: str) -> Counter[object]:
    found = _WORD.findall(text.lower())
    return Counter(tuple(found[at : at + _RUN]) for at in range(max(len(found) - _RUN + 1, 1)))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[‘’ʼ`´]", "'", re.sub(r"[“”„«»]", '"', re.sub(r"[‐‑‒–—―]", "-", text)))
    return " ".join(text.split())
