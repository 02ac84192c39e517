"""Titles: quotation marks within quotation marks, ends, short forms."""

import pytest

from archiver.export.wording.joining import ended, listed, sentences
from archiver.export.wording.runs import italic, plain, text_of
from archiver.export.wording.titles import nested, quoted, short, without_tags


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("On “Keepers”", "On ‘Keepers’"),
        ('On "Keepers" and "Wages"', "On ‘Keepers’ and ‘Wages’"),
        # single ones stay where none are double
        ("The Keepers’ ‘Wages’", "The Keepers’ ‘Wages’"),
        ("“Call it ‘light’”", "‘Call it “light”’"),
        # an apostrophe is no quotation mark
        ("Vane’s “Don’t”", "Vane’s ‘Don’t’"),
        # inches have no partner
        ('A 12" Gun', "A 12’ Gun"),
        ("„Die Lampe“ brennt", "‘Die Lampe’ brennt"),
        ("", ""),
    ],
)
def test_quotation_marks_within_others(title, expected):
    """Double ones become single, and those within them double."""
    assert expected == nested(title)


@pytest.mark.parametrize(
    ("runs", "comma", "stop"),
    [
        (quoted("The Lamp"), "“The Lamp,”", "“The Lamp.”"),
        (quoted("Why?"), "“Why?,”", "“Why?”"),
        (quoted("Ahoy!"), "“Ahoy!,”", "“Ahoy!”"),
        (quoted("It went out."), "“It went out,”", "“It went out.”"),
        # an abbreviation keeps its stop
        (quoted("Made in the U.S."), "“Made in the U.S.,”", "“Made in the U.S.”"),
        (quoted("On “Tide”"), "“On ‘Tide,’”", "“On ‘Tide.’”"),
        # the apostrophe at the end closes nothing
        (quoted("Wages of the Keepers’"), "“Wages of the Keepers’,”", "“Wages of the Keepers’.”"),
        (italic("Ahoy!"), "Ahoy!,", "Ahoy!"),
        (italic("It went out."), "It went out,", "It went out."),
        (plain("Fathom, Inc."), "Fathom, Inc.,", "Fathom, Inc."),
        ((), "", ""),
    ],
)
def test_ends(runs, comma, stop):
    """A comma and a stop go inside quotation marks; two stops never meet."""
    assert (comma, stop) == (text_of(ended(runs, ",")), text_of(ended(runs, ".")))


def test_what_is_not_known_leaves_no_comma():
    """Empty parts leave nothing behind."""
    assert "" == text_of(listed([(), ()])) == text_of(sentences([()]))


@pytest.mark.parametrize(
    ("title", "is_english", "expected"),
    [
        ("The Lamp: A History", False, "Lamp"),
        ("Who Owns It? The Foreshore", False, "Who Owns It?"),
        ("Lamps — and Ledgers", False, "Lamps"),
        # `A` is a word of other tongues, too
        ("A Lamp", True, "Lamp"),
        ("A lâmpada", False, "A lâmpada"),
        # what is left would begin small, and nothing is recased
        ("The lamp", True, "The lamp"),
        # an hour is no subtitle
        ("At 10:30", True, "At 10:30"),
        (": odd", True, ": odd"),
        # of more than four words those before a word that joins
        ("Temporal Variation in Selection Influences Adaptation", True, "Temporal Variation"),
        ("Livy and the Pax Deum", True, "Livy"),
        # one word before it is too few, a list is not cut, nor is a question
        ("The Girl with the Dragon Tattoo", True, "Girl with the Dragon Tattoo"),
        (
            "Dialect, Ledger and Law in the Salt Districts",
            True,
            "Dialect, Ledger and Law in the Salt Districts",
        ),
        ("Are All of the Flax Seeds That?", True, "Are All of the Flax Seeds That?"),
        # nor within quotation marks
        ("Old “Light in the Harbour” of Ellery", True, "Old “Light in the Harbour” of Ellery"),
        # nothing is cut in another tongue
        ("Gebühren in der Stadt und im Land", False, "Gebühren in der Stadt und im Land"),
    ],
)
def test_short_titles(title, is_english, expected):
    """What stands before the subtitle."""
    assert expected == short(title, is_english=is_english)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The <i>Titanic</i>", "The Titanic"),
        ('CO<sub class="x">2</sub>', "CO2"),
        ("<EM>Loud</EM>", "Loud"),
        # words about markup are words
        ("Using <div> and <script>", "Using <div> and <script>"),
        ("a < b > c", "a < b > c"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    ],
)
def test_tags_of_phrases_are_no_words(title, expected):
    """They are left out; any other stays, and is escaped where that matters."""
    assert expected == without_tags(title)
