"""What holds for every note."""

import gzip
import re
import time
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.extract.works import tagger
from archiver.extract.works.labels import Label
from archiver.extract.works.reading import LONGEST, read_note
from archiver.models.work import NoteKind, WorkReading
from tests.extract.works import judging

# Scraps of which notes are made, so that properties meet notes and not only noise.
SCRAPS = (
    "Ek, Ida, | “Rope,” | 'Salt' | The Log, | May 2, 2019 | (2019). | vol. 3, no. 4 | pp. 3–4. | https://a.example/x | see also | Ibid. | ; | "
    "op. cit. | (Ham: | Alt Press, | and | et al. | doi:10.5555/x | S/1588, | 《绳》 | « | “ | ” | ( | ) | \n | v. | accessed | 1950 | the"
).split(" | ")
NOTES = st.lists(st.sampled_from(SCRAPS), max_size=14).map(" ".join) | st.text(max_size=120)
WORDS = (
    "title",
    "container_title",
    "publisher",
    "publisher_place",
    "volume",
    "issue",
    "page",
    "number",
    "edition",
)


def words_of(reading: WorkReading) -> list[str]:
    """All words of a reading's fields that were copied from the note."""
    values = [getattr(reading, name) or "" for name in WORDS]
    values += [str(name) for name in (*reading.author, *reading.editor)]
    return [word for value in values for word in re.findall(r"\w+", value)]


@settings(max_examples=150, deadline=None)
@given(NOTES)
def test_nothing_is_invented(note):
    """No text makes the reader fail; every word of every field stands in the note, and so do the words as written."""
    for reading in read_note(note):
        assert reading.exact == note[reading.start : reading.end]
        assert [] == [word for word in words_of(reading) if word not in note]
        assert all(date is None or date[:4] in note for date in (reading.issued, reading.accessed))


@settings(max_examples=100, deadline=None)
@given(NOTES)
def test_readings_are_in_order_and_apart(note):
    """Readings do not overlap, and a note without a work has one reading, which says so."""
    found = read_note(note)
    ends = [0, *(reading.end for reading in found)]

    assert found
    assert all(end <= reading.start for end, reading in zip(ends, found, strict=False))
    assert [NoteKind.NONE] == [r.kind for r in found] or NoteKind.NONE not in {r.kind for r in found}


def test_nothing_is_invented_in_the_labelled_notes():
    """The same, of real notes."""
    invented = [
        (note, word)
        for _, note, _ in judging.cases()
        for reading in read_note(note)
        for word in words_of(reading)
        if word not in note
    ]

    assert [] == invented


@pytest.mark.parametrize(
    "scrap",
    [
        "“",
        "a ",
        "Ek, I., ",
        "(2019) ",
        "; see ",
        "’ ‘",
        "https://a.example/x ",
        "1:2,",
        "«x» ",
        "\n",
        '"x',
        "I. ",
        "von ",
    ],
)
def test_long_notes_are_cut(scrap):
    """A note of 100 kB takes less than a second, whatever it is made of."""
    note = (scrap * 100_000)[:100_000]
    begun = time.process_time()
    found = read_note(note)

    assert time.process_time() - begun < 1
    assert all(reading.end <= LONGEST for reading in found if reading.kind is not NoteKind.NONE)


def test_a_note_takes_milliseconds():
    """A note is read in ten milliseconds at most, on average; mostly in three."""
    notes = [note for _, note, _ in judging.cases()]
    read_note(notes[0])
    begun = time.process_time()
    for note in notes:
        read_note(note)

    assert (time.process_time() - begun) / len(notes) < 0.01


def test_model_is_small_and_whole():
    """The model is less than a megabyte, knows every label, and comes with the licence of what it was learnt from."""
    folder = files("archiver.extract.works")
    packed = folder.joinpath("model.json.gz").read_bytes()
    model = tagger.read(gzip.decompress(packed))

    assert len(packed) < 1_000_000
    assert tuple(Label) == model.labels == model.states[: len(model.labels)]
    assert set(model.states) == set(Label)
    assert {len(model.states)} == {len(model.steps), *map(len, model.steps)}
    assert "Sylvester Keil" in folder.joinpath("NOTICE").read_text(encoding="utf-8")
