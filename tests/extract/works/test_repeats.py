"""Shortened notes, several citations in a note, and works that are cited twice."""

from dataclasses import replace

import pytest

from archiver.extract.works.reading import read_note
from archiver.extract.works.same import same_work
from archiver.extract.works.short_forms import read_short
from archiver.extract.works.shortened import Repeat, find_repeats
from archiver.extract.works.splitting import citing, split_note
from archiver.models.work import Name, NoteKind, Sameness, WorkReading

LUKIN = (
    "Lukin, Artyom, “The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit,” 38 North, May 2, 2019."
)
LUKIN_AGAIN = (
    "Lukin, Artyom. 2019. “The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit,” 38 North, May 2."
)
SNYDER = "Snyder, Scott, “Where Does the Russia-North Korea Relationship Stand?” Council on Foreign Relations, April 29, 2019,"


def work(**fields: object) -> WorkReading:
    """A full reading; a row states only what matters."""
    return replace(WorkReading(kind=NoteKind.FULL, start=0, end=0, exact=""), **fields)


@pytest.mark.parametrize(
    ("text", "kind", "page"),
    [
        ("Ibid.", "ibid", None),
        ("ibid, p. 12", "ibid", "12"),
        ("Id. at 117.", "ibid", "117"),
        ("Ebd., S. 33.", "ibid", "33"),
        ("Lukin, “Putin and Kim,” 4.", "short", "4"),
        ("Cumings, Korean War, 34.", "short", "34"),
        ("Osborn, op. cit., p. 3.", "short", "3"),
        ("Armstrong, supra note 5, at 71.", "short", "71"),
        ("Lukin 2019, 4", "short", "4"),
        ("Demick (2009)", "short", None),
        # with the page that follows, in other languages
        ("Ebd., 34f.", "ibid", "34"),
        ("Там же. С. 5.", "ibid", "5"),
        ("同上，第5页。", "ibid", "5"),
        ("Ek, ibid., 4", "short", "4"),
        # with the whole name
        ("Ida Ek, “Rope,” 4.", "short", "4"),
        # an organisation
        ("World Bank, Doing Business, 44.", "short", "44"),
        ("UN Security Council, “Complaint,” 2.", "short", "2"),
        # another note, with the place there
        ("See note 3 above, at 12.", "short", "12"),
        ("Supra note 3.", "short", None),
        # in a sentence
        ("As Ek (2010) argues, rope is older than salt.", "short", None),
    ],
)
def test_short_form_is_known(text, kind, page):
    """Ibid., op. cit., supra and shortened notes are known for what they are, with the place that they cite."""
    short = read_short(text)

    assert short is not None
    assert (kind, page) == (short.kind.value, short.page)


@pytest.mark.parametrize(
    "text", [LUKIN, LUKIN_AGAIN, SNYDER, "My emphasis.", "Identity papers, 1950.", "In 2019, 4 came.", ""]
)
def test_full_notes_and_comments_are_no_short_forms(text):
    """What states a work in full, or none, is not shortened."""
    assert read_short(text) is None


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # a stop between citations, with and without a signal
        ("Ek, “Rope,” Log, 2019, 3; see also Berg, “Salt,” 4.", ["Ek, “Rope,” Log, 2019, 3", "see also Berg, “Salt,” 4."]),
        ("Ida Ek, Rope (Ham: Alt, 2010), 34; Jon Berg, Salt (Ham: Alt, 2007).", ["Ida Ek, Rope (Ham: Alt, 2010), 34", "Jon Berg, Salt (Ham: Alt, 2007)."]),
        # after ibid.
        ("Ibid., 12; Snyder, “Where.”", ["Ibid., 12", "Snyder, “Where.”"]),
        # between authors, in a title, in a comment
        ("Kamerlin, S. C. L.; Warshel, A. “Dawn,” Proteins 2010, 78.", ["Kamerlin, S. C. L.; Warshel, A. “Dawn,” Proteins 2010, 78."]),
        ("Ek, “Rope; Salt,” Log, 2019.", ["Ek, “Rope; Salt,” Log, 2019."]),
        ("He was deputy then; he became minister in 2004.", ["He was deputy then; he became minister in 2004."]),
    ],
)  # fmt: skip
def test_citations_of_a_note_are_parted(note, expected):
    """A note is cut between its citations, and nowhere else."""
    assert expected == [note[start:end] for start, end in split_note(note)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For a dissenting view, see Ek, “Rope,” Log, 2019.", "Ek, “Rope,” Log, 2019."),
        ("The date is disputed. See Ek, “Rope,” Log, 2019.", "Ek, “Rope,” Log, 2019."),
        ("Ek, “Rope,” Log, May 2, 2019. The line was rebuilt later.", "Ek, “Rope,” Log, May 2, 2019."),
        ("Cf. Ek, Rope.", "Ek, Rope."),
        ("Ek, “See What Rope Does,” Log, 2019.", "Ek, “See What Rope Does,” Log, 2019."),
    ],
)
def test_comment_around_a_citation_is_no_part_of_it(text, expected):
    """The words that lead to a citation, and those that follow, are left out."""
    start, end = citing(text)

    assert expected == text[start:end]


def test_two_notes_of_one_work_are_one():
    """The same article in two styles is one work, and it is said why."""
    one, two = read_note(LUKIN)[0], read_note(LUKIN_AGAIN)[0]

    assert Sameness(same=True, why="the same title and author and year") == same_work(one, two)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # identifiers decide
        ({"DOI": "10.5555/X", "title": "A"}, {"DOI": "10.5555/x", "title": "B"}, "the same DOI"),
        ({"DOI": "10.5555/x", "title": "Rope and Salt"}, {"DOI": "10.5555/y", "title": "Rope and Salt"}, None),
        ({"URL": "https://a.example/x#y"}, {"URL": "https://a.example/x"}, "the same address"),
        # a subtitle may be left out where author or year agree
        ({"title": "Rope Walks: A History", "issued": "2019"}, {"title": "Rope Walks", "issued": "2019-05"}, "the same title without its subtitle and year"),
        ({"title": "Rope Walks: A History"}, {"title": "Rope Walks: A Guide"}, None),
        # what speaks against it
        ({"title": "Rope and Salt", "issued": "2019"}, {"title": "Rope and Salt", "issued": "2018"}, None),
        ({"title": "North Korea", "author": (Name(family="Ek"),)}, {"title": "North Korea", "author": (Name(family="Berg"),)}, None),
        ({"title": "North Korea"}, {"title": "North Korea"}, None),
        # nothing to go by
        ({}, {}, None),
    ],
)  # fmt: skip
def test_same_work(one, other, expected):
    """Readings are of one work where something says so, and nothing speaks against it; the order does not matter."""
    there, back = same_work(work(**one), work(**other)), same_work(work(**other), work(**one))

    assert (expected is not None) == there.same == back.same
    assert there.why == back.why
    assert expected is None or expected == there.why


def test_repeats_are_found():
    """Ibid., short titles, author and year, and supra each name the note that they repeat."""
    notes = [
        LUKIN, "Ibid., 4.", SNYDER, "Lukin, “Putin and Kim Rendezvous,” 4.", "A comment.", "Ibid.",
        "Lukin 2019, 4", "Snyder, supra note 3, at 2.",
    ]  # fmt: skip
    found = find_repeats([read_note(note) for note in notes])

    assert (
        Repeat((1, 0), (0, 0), "the only work of the note before"),
        Repeat((3, 0), (0, 0), "author and words of the title"),
        Repeat((5, 0), (0, 0), "the only work of the note before"),
        Repeat((6, 0), (0, 0), "author and year"),
        Repeat((7, 0), (2, 0), "note 3 and author"),
    ) == found


def test_no_guess_between_two_works():
    """After a note of two works `Ibid.` could be either, and a surname may have written two."""
    other = "Lukin, Artyom, “Rails to Rajin,” 38 North, May 9, 2019."

    assert () == find_repeats([read_note(note) for note in (f"{LUKIN[:-1]}; {SNYDER}", "Ibid.")])
    assert () == find_repeats([read_note(note) for note in (LUKIN, other, "Lukin, op. cit.")])
