"""Says whether what was read is a citation, or a comment in which a year and a name happen to stand."""

import re
from collections import Counter
from collections.abc import Sequence

from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token
from archiver.models.work import NoteKind, WorkReading

_WHERE = frozenset([Label.CONTAINER, Label.PERIODICAL, Label.PUBLISHER, Label.PLACE, Label.GENRE])
_OPENING = "“\"«„‘'《「『"
_START = 12  # letters of a title by which it is found again
# Verbs and pronouns in small letters, which a title has seldom and a clause nearly always.
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|led|grew|fell|rose|we|you|they|he|she)\b"
    r"|[’'](?:re|ve|ll|m)\b|\b[a-z]{3,}ed (?:[a-z]|[$€£]?\d)"
)
_LED_IN = re.compile(  # how a sentence begins, and no name or title does
    r"\W*(?:(?:However|Unfortunately|Yet|Now|Today|Then|Still|Thus|Hence|Moreover|Indeed|Of course|Update|Effective|Founded|Since)\b,? |In (?:Q\d|\d{4}),? )"
)
_TOLD = re.compile(
    r"(?:He|She|They|We|I|It|His|Her|Their|This|These|There|Now|Yet|Another|Unfortunately|However)\b.{0,60}?\b(?:is|was|were|are|has|had|have)\b|It[’']s\b"
)
_PROSE = 0.55  # of the words begin small: more than in a citation without brackets or quotation marks
_MOSTLY = 0.6  # of the words are comment: then nothing less than an address or two sure fields will do


def kind_of(reading: WorkReading, tokens: Sequence[Token], labels: Sequence[Label]) -> NoteKind:
    """Full, where there is an address, or a title with something that says whose, where or when it is."""
    counts = Counter(labels)
    if reading.URL or reading.DOI or reading.ISBN:
        return NoteKind.FULL
    if not reading.title and "/" in (reading.number or "") and reading.issued:
        return NoteKind.FULL  # S/PV.461, 13 January 1950
    if not reading.title:
        journal = reading.container_title and reading.issued and (reading.volume or reading.page)
        placed = reading.author or reading.publisher or (reading.volume and reading.page)
        return NoteKind.FULL if journal and placed else NoteKind.NONE
    facts = sum(
        (
            bool(reading.author),
            bool(reading.issued or reading.accessed),
            any(counts[label] for label in _WHERE),
            bool(reading.page or reading.volume or reading.edition),
        )
    )
    if _is_prose(tokens, reading) or _says(reading):
        return NoteKind.NONE
    comment = counts[Label.NOTE] / len(tokens)
    if comment > _MOSTLY:
        return NoteKind.FULL if facts >= 3 else NoteKind.NONE  # noqa: PLR2004 - of four
    return NoteKind.FULL if facts >= 2 else NoteKind.NONE  # noqa: PLR2004 - a name and a sentence are no citation


def _says(reading: WorkReading) -> bool:
    """Whether the title is a clause of a comment: it is not quoted, has a verb, and nothing firm stands beside it."""
    title = reading.title or ""
    if any(f"{mark}{title[:_START]}" in reading.exact for mark in _OPENING):
        return False
    if _LED_IN.match(reading.exact) or (not reading.author and _TOLD.match(title)):
        return True
    dated = len(reading.issued or "") == len("2019-05-02") and reading.container_title
    firm = reading.publisher or reading.volume or reading.page or reading.number or dated
    return not firm and not any(name.given for name in reading.author) and _VERB.search(title) is not None


def _is_prose(tokens: Sequence[Token], reading: WorkReading) -> bool:
    """Whether the words are those of a sentence: most are small, nothing is quoted or in brackets, nobody is named."""
    if any(mark in reading.exact for mark in '()“”"«»„《') or any(name.given for name in reading.author):
        return False
    letters = [token.text[0] for token in tokens if token.text[0].isalpha()]
    return sum(letter.islower() for letter in letters) > _PROSE * len(letters)
