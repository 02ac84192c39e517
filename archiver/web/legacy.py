"""Which encoding a body is in that is not UTF-8: what is said of it, where its letters and words bear it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archiver.web.declared import Claim
from archiver.web.encodings import CJK, LANGUAGES, LATIN
from archiver.web.guessing import Reading, detected, guess, reading, sample

_FEW = 8  # letters that say too little against what a page says of itself
_BETTER = 1.2  # times as well do the words of another encoding go together
_MUCH_BETTER = 1.6
_UNASKED = frozenset(
    ["windows-1252", "windows-1251"]
)  # what servers and templates say; others somebody chose
_HALF = 0.5  # of a text; words in no language that is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An encoding and how it was found."""

    name: str
    how: str  # header, meta, detected
    doubts: tuple[str, ...] = ()


def choose(body: bytes, said: Sequence[Claim], language: str) -> Choice:
    """Believe the first claim that the bytes bear out, else the bytes. `language`: the tag that the page gives itself."""
    passages = sample(body)
    claimed = [(claim, found) for claim in said if (found := reading(passages, claim.name)) is not None]
    shown = reading(passages, detected(body, language))
    for claim, found in claimed:
        if claim.how != "late" and _stands(found, shown):
            return Choice(name=claim.name, how=claim.how)
    name = guess(body, language)
    for claim, found in claimed:
        if claim.how == "late" and not found.is_odd and not found.is_strange:
            return Choice(name=claim.name, how="meta")
        if claim.how != "late" and not _is_overruled(found, reading(passages, name), language):
            return Choice(name=claim.name, how=claim.how)
    return Choice(name=name, how="detected", doubts=tuple(_doubts(name, said)))


def _doubts(name: str, said: Sequence[Claim]) -> Iterator[str]:
    declared = ", ".join(dict.fromkeys(claim.name for claim in said))
    yield f"the encoding is a guess: {name}" + (f", declared as {declared}" if declared else "")


def _stands(claimed: Reading, shown: Reading | None) -> bool:
    """Whether nothing speaks against a claim. `shown`: the body as the detector reads it."""
    if claimed.is_odd:
        return False
    if shown is None or shown.letters.text == claimed.letters.text or shown.is_odd or shown.is_strange:
        return claimed.name not in LATIN or not claimed.is_strange
    if claimed.name in LATIN:
        return shown.name in LATIN and not claimed.is_strange and not _is_better(shown, claimed)
    if claimed.letters.beyond < _FEW:
        return not claimed.is_strange
    if claimed.name in CJK:
        return False  # the detector never took one for another
    has_no_words = claimed.letters.tongue.share < _HALF and claimed.name not in _UNASKED
    is_of_one_script = bool(LANGUAGES.get(claimed.name, frozenset()) & LANGUAGES.get(shown.name, frozenset()))
    return (has_no_words and is_of_one_script) or not _is_better(shown, claimed)


def _is_better(one: Reading, other: Reading, language: str = "") -> bool:
    return one.merit(language) > _margin(other.name) * other.merit(language)


def _margin(name: str) -> float:
    return _BETTER if name in _UNASKED else _MUCH_BETTER


def _is_overruled(claimed: Reading, guessed: Reading | None, language: str) -> bool:
    """Whether another encoding is so much better that the claim must be wrong."""
    if guessed is None or guessed.letters.text == claimed.letters.text:
        return False
    if claimed.is_odd:
        return guessed.letters.oddity < claimed.letters.oddity
    if claimed.name in LATIN and guessed.name in LATIN:
        return not guessed.is_strange and _is_better(guessed, claimed, language)
    return not guessed.is_odd and not guessed.is_strange
