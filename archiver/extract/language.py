"""The language of a document: what its words show, weighed against what its page claims."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archiver.models.citation import Disagreement, Document
from archiver.web.tongue import Tongue, tongues

# How often the words are right by how many letters there are, measured on the Declaration of Human Rights and on
# programs' messages in 90 languages, near relatives counted as one: .86, .93, .98, .99, 1.00 (CLD2). The web is noisier.
_RIGHT = ((20, 0.85), (40, 0.92), (80, 0.97), (160, 0.99))
_RIGHT_AT_LENGTH = 0.995
_UNSURE = 0.7  # of that, where the words themselves are in doubt
_CLAIMS_RIGHT = 0.8  # of claims; the others are a template's, mostly English
_SOME = 20  # letters; fewer tell nothing
_ENOUGH = 80  # letters against a claim; fewer may be a heading, a menu, a quotation
_TOO_FEW = 0.5  # less sure than this, the words are no answer
_OVERRULES = 0.8  # as sure must the words be to be believed against a claim
_COUNTED = 1_000  # characters in which letters are counted
_PART = 0.25  # of a text in two languages
_WHOLE = 0.95  # of a text in one: names and numbers are in none
_STRETCH = 4_000  # characters at the beginning, in the middle and at the end
# Languages that differ less than a machine can tell: the page knows better.
_RELATIVES = (
    ("no", "nb", "nn"),
    ("hr", "bs", "sr"),
    ("id", "ms"),
    ("cs", "sk"),
    ("af", "nl"),
    ("da", "nb", "no"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A language, how sure it is (the chance that it is right, 0 to 1), and the other one that was not believed."""

    language: str | None
    confidence: float | None
    other: str | None = None
    is_told: bool = False  # by the words, against or without a claim


def in_language(document: Document) -> Document:
    """The document with its language as its words and its page's claim show it together."""
    if not document.text:
        return document
    found = spoken(document.text, document.language)
    changed = replace(document, language=found.language, language_confidence=found.confidence)
    rules = dict(document.found_by)
    if found.other is not None:
        rule = rules.get("language", "page") if found.is_told else "text"
        loser = Disagreement(field="language", value=found.other, rule=rule)
        changed = replace(changed, disagreements=(*document.disagreements, loser))
    if found.is_told:
        others = tuple(pair for pair in document.found_by if pair[0] != "language")
        changed = replace(changed, found_by=(*others, ("language", "text")))
    return changed


def spoken(text: str, claimed: str | None) -> Spoken:
    """Weigh the words of a text against a claim (ISO 639-1).

    >>> spoken("Der Schreiber nennt jedes Schiff und den Zoll, den es im Hafen bezahlt hat. " * 3, "en")
    Spoken(language='de', confidence=0.98, other='en', is_told=True)
    """
    sample = _sample(text)
    letters = sum(map(_weight, filter(str.isalpha, sample[:_COUNTED])))
    found = _found(sample, claimed)
    is_told = found is not None and (
        letters >= _SOME or (claimed is not None and _are_one(found.language, claimed))
    )
    if found is None or found.language is None or not is_told:
        return Spoken(language=claimed, confidence=None if claimed is None else _TOO_FEW)
    sure = _certainty(found, letters)
    if claimed is None:
        is_sure = sure >= _TOO_FEW
        return Spoken(
            language=found.language if is_sure else None,
            confidence=round(sure, 2) if is_sure else None,
            is_told=is_sure,
        )
    if _are_one(found.language, claimed):
        return Spoken(language=claimed, confidence=_chance(sure, _CLAIMS_RIGHT))
    against = _chance(sure, 1 - _CLAIMS_RIGHT)
    if letters >= _ENOUGH and against >= _OVERRULES:
        return Spoken(language=found.language, confidence=against, other=claimed, is_told=True)
    return Spoken(language=claimed, confidence=round(1 - against, 2), other=found.language)


def _chance(one: float, other: float) -> float:
    """That an answer is right which two witnesses give (Bayes)."""
    both, neither = one * other, (1 - one) * (1 - other)
    return round(both / (both + neither), 2)


def _found(sample: str, claimed: str | None) -> Tongue | None:
    """The language of most of a text, or the claimed one where a good part of the text is in it."""
    known = [each for each in tongues(sample) if each.language is not None]
    borne_out = (
        each
        for each in known
        if claimed is not None and _are_one(each.language, claimed) and each.share >= _PART
    )
    return next(borne_out, known[0] if known else None)


def _weight(char: str) -> int:
    """Letters that a letter is worth: a Chinese one is a word."""
    return 3 if char >= "\u2e80" else 1  # the first of CJK's blocks


def _certainty(found: Tongue, letters: int) -> float:
    right = next((chance for most, chance in _RIGHT if letters <= most), _RIGHT_AT_LENGTH)
    return right * min(found.share / _WHOLE, 1.0) * (1.0 if found.is_reliable else _UNSURE)


def _are_one(found: str | None, claimed: str) -> bool:
    return found == claimed or any(found in relatives and claimed in relatives for relatives in _RELATIVES)


def _sample(text: str) -> str:
    """Three stretches of a long text: its abstract may be in another language, and its list of works in many."""
    return "\n".join(_stretches(text)) if len(text) > 3 * _STRETCH else text


def _stretches(text: str) -> Iterator[str]:
    middle = len(text) // 2
    yield text[:_STRETCH]
    yield text[middle - _STRETCH // 2 : middle + _STRETCH // 2]
    yield text[-_STRETCH:]
