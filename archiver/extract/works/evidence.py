"""Says whether what was read is a citation, or a comment in which a year and a name happen to stand."""

from collections import Counter
from collections.abc import Sequence

from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token
from archiver.models.work import NoteKind, WorkReading

_WHERE = frozenset([Label.CONTAINER, Label.PERIODICAL, Label.PUBLISHER, Label.PLACE, Label.GENRE])
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
    if _is_prose(tokens, reading):
        return NoteKind.NONE
    comment = counts[Label.NOTE] / len(tokens)
    if comment > _MOSTLY:
        return NoteKind.FULL if facts >= 3 else NoteKind.NONE  # noqa: PLR2004 - of four
    return NoteKind.FULL if facts >= 2 else NoteKind.NONE  # noqa: PLR2004 - a name and a sentence are no citation


def _is_prose(tokens: Sequence[Token], reading: WorkReading) -> bool:
    """Whether the words are those of a sentence: most are small, nothing is quoted or in brackets, nobody is named."""
    if any(mark in reading.exact for mark in '()“”"«»„《') or any(name.given for name in reading.author):
        return False
    letters = [token.text[0] for token in tokens if token.text[0].isalpha()]
    return sum(letter.islower() for letter in letters) > _PROSE * len(letters)
