"""Says whether what was read is a citation, or a comment in which a year and a name happen to stand."""

from collections import Counter
from collections.abc import Sequence

from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token
from archiver.models.work import NoteKind, WorkReading

_WHERE = frozenset([Label.CONTAINER, Label.PERIODICAL, Label.PUBLISHER, Label.PLACE, Label.GENRE])
_MOSTLY = 0.6  # of the words are comment: then nothing less than an address or two sure fields will do


def kind_of(reading: WorkReading, tokens: Sequence[Token], labels: Sequence[Label]) -> NoteKind:
    """Full, where there is an address, or a title with something that says whose, where or when it is."""
    counts = Counter(labels)
    if reading.URL or reading.DOI or reading.ISBN:
        return NoteKind.FULL
    if not reading.title:
        journal = reading.container_title and reading.issued and (reading.volume or reading.page)
        return NoteKind.FULL if journal and reading.author else NoteKind.NONE
    facts = sum(
        (
            bool(reading.author),
            bool(reading.issued),
            any(counts[label] for label in _WHERE),
            bool(reading.page or reading.volume),
        )
    )
    comment = counts[Label.NOTE] / len(tokens)
    if comment > _MOSTLY:
        return NoteKind.FULL if facts >= 3 else NoteKind.NONE  # noqa: PLR2004 - of four
    return NoteKind.FULL if facts >= 2 else NoteKind.NONE  # noqa: PLR2004 - a name and a sentence are no citation
