"""What looks like a footnote mark."""

import pytest

from archiver.extract.finding.marks import is_exponent, label_of, labels_of, widen
from archiver.extract.spans import Span


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("3", "3"),
        ("[3]", "3"),
        (" ( 12 ) ", "12"),
        ("³", "3"),
        # markdown-it's second mark of note 3
        ("[3:1]", "3"),
        ("1.", "1"),
        ("iv", "iv"),
        ("**", "**"),
        ("note 2", "2"),
        ("[a]", "a"),
        ("See also", None),
        ("1st", None),
        ("↩", None),
        ("", None),
        ("2019–20", None),
    ],
)
def test_label_is_what_a_reader_sees(text, label):
    """Brackets, raising and a repeat's counter are no part of a label; longer words are none."""
    assert label == label_of(text)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("1", ("1",)),
        ("[1,2]", ("1", "2")),
        ("1–3", ("1", "2", "3")),
        ("¹⸴³", ("1", "3")),
        ("2; 4-5", ("2", "4", "5")),
        # backwards, nothing, or too many to be meant
        ("3–1", ()),
        ("0,1", ()),
        ("1–900", ()),
        ("1st", ()),
    ],
)
def test_group_names_each_note(text, labels):
    """Commas list notes, dashes span them."""
    assert labels == labels_of(text)


@pytest.mark.parametrize("base", ["40 m", "10", "x", "9 km", "E = mc", "3·"])
def test_exponent_is_no_mark(base):
    """What is raised behind a unit, a power of ten or a variable is an exponent."""
    assert is_exponent(f"The yard: {base}2", len(f"The yard: {base}"))


@pytest.mark.parametrize("base", ["gate.", "in 1990", "a word", "World War I", "room", "”"])
def test_mark_behind_a_word_is_one(base):
    """What is raised behind a word, a stop or a year is a mark."""
    assert not is_exponent(f"At the {base}2", len(f"At the {base}"))


def test_mark_takes_its_brackets_along():
    """Brackets right around a mark go with it, in pairs."""
    text = "so ([1]) it was [2"

    assert [Span(3, 8), Span(17, 18)] == [widen(text, Span(5, 6)), widen(text, Span(17, 18))]
