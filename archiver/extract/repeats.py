"""What the notes of a post cite: read, and where a note only repeats an earlier one, led back to it."""

from collections.abc import Sequence
from dataclasses import replace

from archiver.extract.works.reading import read_note
from archiver.extract.works.same import title_words, words
from archiver.extract.works.shortened import find_repeats
from archiver.models.citation import Citation
from archiver.models.work import NoteKind, WorkReading

_TELLING = 4  # words of a title; fewer name many works


def name_works(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The same citations, each with what its note says of works; `repeats` is the citation that a short form repeats.

    A note with several marks is read once; one whose works are known is not read.
    """
    notes: dict[tuple[str, str | None], Citation] = {}  # each note, and the first citation that has it
    for citation in citations:
        if citation.note is not None:
            notes.setdefault((citation.note, citation.label), citation)
    read = [
        first.works or read_note(note, urls=[each.url for each in first.urls])
        for (note, _), first in notes.items()
    ]
    meant = {repeat.place: repeat.of for repeat in find_repeats(read, [label for _, label in notes])}
    positions = [first.position for first in notes.values()]
    named: dict[tuple[str, str | None], tuple[tuple[WorkReading, ...], int | None]] = {}
    for at, key in enumerate(notes):
        works, origin = [], None
        for number, work in enumerate(read[at]):
            place = meant.get((at, number))
            if place is not None:
                origin = positions[place[0]] if origin is None else origin
                works.append(_filled(work, read[place[0]][place[1]]))
            elif work.kind is not NoteKind.NONE:
                works.append(work)
        named[key] = (tuple(works), origin)
    return tuple(_with_works(citation, named) for citation in citations)


def _with_works(
    citation: Citation, named: dict[tuple[str, str | None], tuple[tuple[WorkReading, ...], int | None]]
) -> Citation:
    if citation.note is None:
        return citation
    works, origin = named[citation.note, citation.label]
    return replace(citation, works=works, repeats=None if citation.urls else origin)


def _filled(short: WorkReading, full: WorkReading) -> WorkReading:
    """A short form with what the full one says; its own words and pages stay."""
    return replace(
        full,
        kind=short.kind,
        start=short.start,
        end=short.end,
        exact=short.exact,
        page=short.page,
        refers_to=short.refers_to,
    )


def work_key(work: WorkReading) -> str | None:
    """A key under which two notes name one work: first author and title, and more where these say too little.

    >>> first, = read_note("Lukin, Artyom, “A Drive-By Summit,” 38 North, May 2, 2019.")
    >>> second, = read_note("Lukin, Artyom. 2019. “A Drive-By Summit,” 38 North, May 2.")
    >>> work_key(first) == work_key(second)
    True
    """
    title = title_words(work.title)
    if not title:
        return None
    first = next(iter(work.author), None)
    author = " ".join(words((first.family or first.literal or "") if first is not None else ""))
    if author or len(title) >= _TELLING:
        return f"{author}|{' '.join(title)[:200]}"
    # "Report", "North Korea": many works are called so.
    container = " ".join(words(work.container_title or ""))
    return f"|{' '.join(title)}|{container}|{(work.issued or '')[:4]}"
