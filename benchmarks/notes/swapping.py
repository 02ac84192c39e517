"""New labelled notes from old ones: parts change places with like parts of other notes."""

import random
from collections import defaultdict
from collections.abc import Sequence

from core import Labelled, made

from archiver.extract.works.labels import Label

_SWAPPED = frozenset(
    [Label.AUTHOR, Label.TITLE, Label.CONTAINER, Label.PERIODICAL, Label.PUBLISHER, Label.PLACE, Label.EDITOR]
)
_CHANCE = 0.6
_Key = tuple[Label, str, str, bool, bool]


def swapped(rng: random.Random, notes: Sequence[Labelled], rounds: int) -> list[Labelled]:
    """Each note again, `rounds` times, with parts of other notes that have the same marks at their ends."""
    alike: dict[_Key, list[str]] = defaultdict(list)
    for note in notes:
        for label, words in note.parts:
            alike[_key(label, words)].append(words)
    return [
        made([
            (label, rng.choice(alike[_key(label, words)]) if label in _SWAPPED and rng.random() < _CHANCE else words)
            for label, words in note.parts
        ])
        for _ in range(rounds)
        for note in notes
    ]  # fmt: skip


def _key(label: Label, words: str) -> _Key:
    """What two parts must have in common to change places."""
    first, last = words[0], words[-1]
    family_first = label in {Label.AUTHOR, Label.EDITOR} and words.split(maxsplit=1)[0].endswith(",")
    return (
        label,
        first if not first.isalnum() else "",
        last if not last.isalnum() else "",
        family_first,
        words.casefold().startswith("in "),
    )
