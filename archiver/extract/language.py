"""The language of a document: what its words show, weighed against what its page claims."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archiver.models.citation import Disagreement, Document
from archiver.web.tongue import Tongue, tongues

# How often the words are right by how many letters there are, measured on the Declaration of Human Rights and on
# programs' messages in 90 languages, near relatives counted as one: .82, .86, .93, .98, .99, 1.00 (CLD2). The web is
# noisier.
_RIGHT = ((10, 0.75), (20, 0.85), (40, 0.92), (80, 0.97), (160, 0.99))
_RIGHT_AT_LENGTH = 0.995
_UNSURE = 0.7  # of that, where the words themselves are in doubt
_CLAIMS_RIGHT = 0.8  # of claims; the others are a template's, mostly English
_ENOUGH = 80  # letters against a claim; fewer may be a heading, a menu, a quotation
_TOO_FEW = 0.5  # less sure than this, the words are no answer
_STRETCH = 6_000  # characters at the beginning, in the middle and at the end
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
    letters = sum(map(str.isalpha, sample))
    found = next((each for each in tongues(sample) if each.language is not None), None)
    if found is None or found.language is None or not letters:
        return Spoken(language=claimed, confidence=None if claimed is None else _TOO_FEW)
    sure = _certainty(found, letters)
    if claimed is None:
        is_told = sure >= _TOO_FEW
        return Spoken(
            language=found.language if is_told else None,
            confidence=round(sure, 2) if is_told else None,
            is_told=is_told,
        )
    if _are_one(found.language, claimed):
        return Spoken(language=claimed, confidence=_chance(sure, _CLAIMS_RIGHT))
    against = _chance(sure, 1 - _CLAIMS_RIGHT)
    if letters >= _ENOUGH and against > _TOO_FEW:
        return Spoken(language=found.language, confidence=against, other=claimed, is_told=True)
    return Spoken(language=claimed, confidence=round(1 - against, 2), other=found.language)


def _chance(one: float, other: float) -> float:
    """That an answer is right which two witnesses give (Bayes)."""
    both, neither = one * other, (1 - one) * (1 - other)
    return round(both / (both + neither), 2)


def _certainty(found: Tongue, letters: int) -> float:
    right = next((chance for most, chance in _RIGHT if letters <= most), _RIGHT_AT_LENGTH)
    return right * found.share * (1.0 if found.is_reliable else _UNSURE)


def _are_one(found: str, claimed: str) -> bool:
    return found == claimed or any(found in relatives and claimed in relatives for relatives in _RELATIVES)


def _sample(text: str) -> str:
    """Three stretches of a long text: its abstract may be in another language, and its list of works in many."""
    return "\n".join(_stretches(text)) if len(text) > 3 * _STRETCH else text


def _stretches(text: str) -> Iterator[str]:
    middle = len(text) // 2
    yield text[:_STRETCH]
    yield text[middle - _STRETCH // 2 : middle + _STRETCH // 2]
    yield text[-_STRETCH:]
