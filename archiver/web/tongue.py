"""The language that a text is written in, as its letters show it (CLD2)."""

import re
from dataclasses import dataclass

import pycld2  # type: ignore[import-untyped]

from archiver.web.language import iso_639_1

_MOST = 20_000  # characters that are asked; more change nothing
# What CLD2 refuses (its own "interchange-valid"), but for what lies beyond U+FFFF, which is rare and dear to look for.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language in which part of a text is written."""

    language: str | None  # ISO 639-1; None: one that has no such code, or none that is known
    share: float  # of the text, 0 to 1
    score: float  # how well its letters go together, a thousand and more in good prose
    is_reliable: bool


_NONE = Tongue(language=None, share=0.0, score=0.0, is_reliable=False)


def tongues(text: str) -> tuple[Tongue, ...]:
    """The languages of a text, the one with most of it first; at most three.

    >>> tongues("Das Schiff zahlt den Zoll im Hafen, und der Schreiber nennt seinen Namen.")[0].language
    'de'
    """
    sample = _REFUSED.sub(" ", text[:_MOST])
    try:
        is_reliable, found = _asked(sample)
    except pycld2.error:
        is_reliable, found = _asked("".join(char if char.isprintable() else " " for char in sample))
    return tuple(
        Tongue(language=iso_639_1(code), share=percent / 100, score=score, is_reliable=is_reliable)
        for _, code, percent, score in found
        if percent
    )


def _asked(sample: str) -> tuple[bool, tuple[tuple[str, str, int, float], ...]]:
    is_reliable, _, found = pycld2.detect(sample.encode(), isPlainText=True, bestEffort=True)
    return is_reliable, found


def tongue(text: str) -> Tongue:
    """The language of most of a text."""
    return next(iter(tongues(text)), _NONE)
