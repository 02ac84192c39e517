"""The running text around a mark."""

import pytest

from archiver.extract.running import Running
from archiver.extract.spans import Span


def running(text):
    """A running text from one in which cuts stand in braces, and the places of the cuts."""
    whole, cuts = "", []
    for piece in text.replace("{", "\x00{").replace("}", "}\x00").split("\x00"):
        if piece.startswith("{"):
            cuts.append(Span(len(whole), len(whole) + len(piece) - 2))
        whole += piece.strip("{}")
    return Running(whole, cuts), cuts


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # a space is not left twice, nor before a stop
        ("It rained. {[1]} Then not {[2]}.", "It rained. Then not."),
        # what separates two marks goes with them
        ("It rained.{1}, {2} Then not.{3}–{5}", "It rained. Then not."),
        # a sentence that the author glued to the mark
        ("It rained.{1}Then not.", "It rained. Then not."),
        # a note inside a sentence
        ("The dam{1}{Begun in 1908.} held.", "The dam held."),
        # at the head of a paragraph
        ("One.\n{[1]} Two.", "One.\nTwo."),
        # a decimal stays a decimal
        ("It is 8{x}.5 m.", "It is 8.5 m."),
    ],
)
def test_cuts_leave_no_scar(text, left):
    """The text reads as if there had been no marks."""
    assert left == running(text)[0].text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        # behind the stop, and behind a stop in quotation marks
        ("One. Two.{1} Three.", "Two."),
        ("One. “Two.”{1} Three.", "“Two.”"),
        # behind a comma, before the stop, in the middle
        ("One. Two,{1} and a half. Three.", "Two, and a half."),
        ("One. Two{1}. Three.", "Two."),
        # apart from the stop, or first in a paragraph, or alone in one
        ("One. Two. {[1]} Three.", "Two."),
        ("One.\n{[1]} Two. Three.", "Two."),
        ("One. Two.\n{[1]}\nThree.", "Two."),
        # the author writes the mark as a word
        ("One. {[1]} says two. Three.", "One. says two."),
        # there is nothing to belong to
        ("{1}", None),
    ],
)
def test_mark_belongs_to_the_sentence_before_it(text, sentence):
    """A mark's sentence is the one whose last character stands before it, else the first of its paragraph."""
    read, cuts = running(text)

    assert sentence == read.sentence(cuts[0].start)


def test_context_is_short_and_without_marks():
    """Prefix and suffix have at most 64 characters of running text; None stands for nothing."""
    read, cuts = running("{1}" + "word " * 30 + "{2}and so on.{3}")

    assert (None, ("word " * 13)[:64].strip()) == read.around(cuts[0])
    assert (("word " * 13)[-64:].strip(), "and so on.") == read.around(cuts[1])


def test_text_without_stops_is_not_kept_whole():
    """A megabyte without a full stop is no sentence: what is near the mark is kept."""
    read, cuts = running("word " * 100_000 + "{1}" + "word " * 100_000)
    sentence = read.sentence(cuts[0].start)

    assert sentence is not None
    assert 1000 < len(sentence) < 5000
