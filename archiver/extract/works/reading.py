"""Reads a note: which works it cites, and what it says of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archiver.extract.works import east, features, forms, rules, tagger
from archiver.extract.works.evidence import kind_of
from archiver.extract.works.fields import read_fields
from archiver.extract.works.labels import Label
from archiver.extract.works.mending import mend
from archiver.extract.works.short_forms import read_short
from archiver.extract.works.splitting import citing, split_note
from archiver.extract.works.tokens import Token, quotations, quoted, tokenize
from archiver.models.work import NoteKind, WorkReading

LONGEST = 8_000  # characters of a note that are read
LONGEST_PIECE = 1_500  # characters of one citation
_LEADS_ON = re.compile(
    r"\b(?:at|from|in|here|see|on|to|of|by|is|this|the|via)$"
)  # words before an address are no title
_MOST = 40  # citations of one note


def read_note(text: str, *, urls: Sequence[str] = ()) -> tuple[WorkReading, ...]:
    """What a note cites, in its order. `urls` are the note's links: a lone citation without an address has the first.

    A note that cites nothing gives one reading of the kind `none`, without any field.

    >>> reading, = read_note("Ek, Ida, “Rope,” The Salt Review, May 2, 2019.")
    >>> reading.author[0].family, reading.title, reading.container_title, reading.issued
    ('Ek', 'Rope', 'The Salt Review', '2019-05-02')
    """
    kept = text[:LONGEST]
    found = [reading for start, end in split_note(kept)[:_MOST] for reading in _read(kept[start:end], start)]
    works = [reading for reading in found if reading.kind is not NoteKind.NONE]
    if not works:
        comment = WorkReading(kind=NoteKind.NONE, start=0, end=len(text), exact=text)
        return (
            (replace(comment, kind=NoteKind.FULL, URL=urls[0]),) if urls and not text.strip() else (comment,)
        )
    full = [at for at, reading in enumerate(works) if reading.kind is NoteKind.FULL]
    if len(full) == 1 and urls and works[full[0]].URL is None:
        works[full[0]] = replace(works[full[0]], URL=urls[0])
    return tuple(works)


def label(text: str, tokens: Sequence[Token]) -> list[Label]:
    """A label for each word, of rules and tagger together."""
    ruled = rules.label(text, tokens)
    tagged = tagger.tag(tagger.shipped(), features.grouped(text, tokens, ruled))
    return mend(tokens, tagged, ruled, quoted(tokens, quotations(text)))


def _read(piece: str, start: int) -> Iterator[WorkReading]:
    """What one piece of a note cites; after `Ibid.` something else may follow."""
    place = citing(piece)
    words = piece[place.start : place.end][:LONGEST_PIECE]
    at = start + place.start + len(words) - len(words.lstrip())
    words = words.strip()
    short = read_short(words)
    if short is not None:
        exact = words[: short.end].strip()
        yield WorkReading(
            kind=short.kind, start=at, end=at + len(exact), exact=exact, author=short.author, title=short.title,
            issued=short.issued, page=short.page, refers_to=short.label,
        )  # fmt: skip
        rest = words[short.end :]
        if rest.strip():
            following = list(_full(rest.strip(), at + len(words) - len(rest.lstrip())))
            yield from (reading for reading in following if reading.kind is NoteKind.FULL)
        return
    yield from _full(words, at)


def _full(words: str, start: int) -> Iterator[WorkReading]:
    tokens = tokenize(words)
    if tokens:
        formed = forms.label(words, tokens) or east.label(words, tokens)
        labels = formed or label(words, tokens)
        reading = read_fields(words, tokens, labels, start=start)
        if reading.title and _LEADS_ON.search(reading.title) and reading.URL and not reading.author:
            reading = replace(reading, title=None)
        kind = NoteKind.FULL if formed else kind_of(reading, tokens, labels)
        yield (
            reading
            if kind is NoteKind.FULL
            else WorkReading(kind=kind, start=start, end=start + len(words), exact=words)
        )
