"""Finds what a shortened note names: which earlier reading `Ibid.`, *op. cit.* and short titles repeat."""

from collections.abc import Sequence
from typing import NamedTuple

from archiver.extract.works.same import surnames, title_words
from archiver.models.work import NoteKind, WorkReading

Place = tuple[int, int]  # the note's position in the sequence, and the reading's in the note


class Repeat(NamedTuple):
    """A shortened reading, what it repeats, and why we think so."""

    place: Place
    of: Place
    why: str


def find_repeats(
    notes: Sequence[Sequence[WorkReading]], labels: Sequence[str | None] | None = None
) -> tuple[Repeat, ...]:
    """What the short forms among the notes of a post repeat. `labels` are the notes' own, for *supra note 5*.

    A form that may mean two works means none: no reading is a guess between them.
    """
    labels = labels if labels is not None else [str(number) for number in range(1, len(notes) + 1)]
    where = {label: at for at, label in reversed(list(enumerate(labels))) if label}
    meant: dict[Place, Place] = {}  # every reading that is known, and the full one it stands for
    full: list[Place] = []
    repeats: list[Repeat] = []
    for at, readings in enumerate(notes):
        for number, reading in enumerate(readings):
            here = (at, number)
            if reading.kind is NoteKind.FULL:
                meant[here] = here
                full.append(here)
                continue
            found: tuple[Place, str] | None = None
            if reading.kind is NoteKind.IBID:
                found = _before(here, notes, meant)
            elif reading.kind is NoteKind.SHORT:
                found = _named(reading, notes, full, meant, where.get(reading.refers_to or ""))
            if found is not None:
                meant[here] = found[0]
                repeats.append(Repeat(here, *found))
    return tuple(repeats)


def _before(
    here: Place, notes: Sequence[Sequence[WorkReading]], meant: dict[Place, Place]
) -> tuple[Place, str] | None:
    """The one work of the citation before: in this note, else in the last note that is no comment."""
    at, number = here
    if number > 0:
        known = meant.get((at, number - 1))
        return (known, "the citation before in this note") if known else None
    for earlier in range(at - 1, -1, -1):
        cited = [place for place, reading in enumerate(notes[earlier]) if reading.kind is not NoteKind.NONE]
        if cited:
            works = {meant.get((earlier, place)) for place in cited}
            only = works.pop() if len(works) == 1 else None
            return (only, "the only work of the note before") if only else None
    return None


def _named(
    reading: WorkReading,
    notes: Sequence[Sequence[WorkReading]],
    full: Sequence[Place],
    meant: dict[Place, Place],
    numbered: int | None,
) -> tuple[Place, str] | None:
    """The work that a short form names by a note's number, by author, title and year."""
    places, why = list(full), []
    if reading.refers_to is not None:
        if numbered is None:
            return None
        places = sorted(
            {meant[place] for place in ((numbered, n) for n in range(len(notes[numbered]))) if place in meant}
        )
        why.append(f"note {reading.refers_to}")
    names, title = surnames(reading), set(title_words(reading.title))
    if names:
        places = [place for place in places if _has_names(names, notes[place[0]][place[1]])]
        why.append("author")
    if title:
        places = [place for place in places if title <= set(title_words(notes[place[0]][place[1]].title))]
        why.append("words of the title")
    if reading.issued:
        places = [
            place for place in places if (notes[place[0]][place[1]].issued or "").startswith(reading.issued)
        ]
        why.append("year")
    if not why or not places:
        return None
    works = {_key(notes[at][number]) for at, number in places}
    return (places[0], " and ".join(why)) if len(works) == 1 else None


def _has_names(names: frozenset[str], work: WorkReading) -> bool:
    theirs = surnames(work)
    return names <= theirs or all(any(name in their.split() for their in theirs) for name in names)


def _key(work: WorkReading) -> tuple[frozenset[str], tuple[str, ...]]:
    return surnames(work), title_words(work.title)
