"""Words that a post quotes beside a citation, and the place where the source has them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.locating import Found, Location, Searchable, text_fragment
from tests.extract.test_citations import citations as citations_in


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # in the citing sentence, and not in the one before
        (
            "<p>He said “this is not ours at all” once. She wrote “nor is it mine to give”.<sup>1</sup></p>",
            [("nor is it mine to give",)],
        ),
        # straight, German, French, single curly marks
        ('<p>It "was not so very dark" there.<sup>1</sup></p>', [("was not so very dark",)]),
        ("<p>Es sei „nicht ganz so dunkel“ gewesen.<sup>1</sup></p>", [("nicht ganz so dunkel",)]),
        ("<p>Il était « moins noir que prévu ».<sup>1</sup></p>", [("moins noir que prévu",)]),
        ("<p>It was ‘darker than we thought’ there.<sup>1</sup></p>", [("darker than we thought",)]),
        # an apostrophe is no quotation mark, and irony no quotation
        ("<p>The keeper’s so-called “good friends” were the board’s.<sup>1</sup></p>", [()]),
        # each quotation belongs to the first mark after it
        (
            "<p>One says “the lamp was out”,<sup>1</sup> another “the lamp was lit”.<sup>2</sup></p>",
            [("the lamp was out",), ("the lamp was lit",)],
        ),
        # behind the mark, when none comes after it
        ("<p>Smith<sup>1</sup> calls it “a matter of some rope”.</p>", [("a matter of some rope",)]),
    ],
)
def test_words_in_quotation_marks_belong_to_their_citation(html, expected):
    """Of its sentence, whatever marks a language uses."""
    notes = "".join(f"<li>Note {n}, https://s.example/{n}</li>" for n in range(1, len(expected) + 1))
    found = citations_in(f"{html}<h2>Notes</h2><ol>{notes}</ol>")

    assert expected == [each.quotes for each in found]


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>The lamp was lit, and nobody came.<sup>1</sup></p></blockquote>",
        "<blockquote><p>The lamp was lit, and nobody came.</p></blockquote><p><sup>1</sup></p>",
        "<p>The keeper wrote:<sup>1</sup></p><blockquote><p>The lamp was lit, and nobody came.</p></blockquote>",
    ],
    ids=["inside", "after", "announced"],
)
def test_a_blockquote_beside_a_mark_is_quoted(html):
    """The mark stands in it, right after it, or after the words that announce it."""
    (citation,) = citations_in(f"{html}<h2>Notes</h2><ol><li>Diary, https://s.example/</li></ol>")

    assert ("The lamp was lit, and nobody came.",) == citation.quotes


TEXT = "“The lamp,” he wrote, “was lit — and nobody came.” The end of the year 1861 was wet."


@pytest.mark.parametrize(
    ("exact", "found", "words"),
    [
        ("was lit — and nobody came", Found.VERBATIM, "was lit — and nobody came"),
        # typography: dashes, spaces, case, quotation marks
        ("was lit - and  nobody came", Found.NEAR, "was lit — and nobody came"),
        ("Was Lit — and nobody came", Found.NEAR, "was lit — and nobody came"),
        ('"The lamp," he wrote', Found.NEAR, "The lamp,” he wrote"),
        # left out, put in, changed at the edge
        ("was lit … nobody came", Found.NEAR, "was lit — and nobody came"),
        ("[the lamp] was lit [...] nobody came", Found.NEAR, "was lit — and nobody came"),
        ("[t]he end of the year", Found.NEAR, "The end of the year"),
        ("the end of the year 1861 was wet,", Found.NEAR, "The end of the year 1861 was wet"),
        # its parts stand there, in another order
        ("nobody came … was lit", Found.GONE, None),
        ("the lamp was never lit", Found.GONE, None),
        ("…", Found.GONE, None),
        ("", Found.VERBATIM, ""),
    ],
)
def test_a_quotation_is_found_where_it_stands(exact, found, words):
    """Verbatim, or but for what typesetting and quoting do to words."""
    place = Searchable(TEXT).locate(exact)
    there = None if place.start is None else TEXT[place.start : place.end]

    assert (found, words) == (place.found, there)


def test_marks_of_notes_are_no_words():
    """Who quotes a sentence leaves out the numbers of its notes; brackets that stand alone are words."""
    text = "The toll rose[1] in 1861,[12] as the river fell. See [3] there."

    assert ("rose[1] in 1861,[12] as the river", Found.NEAR) == (
        text[(place := Searchable(text).locate("rose in 1861, as the river")).start : place.end],
        place.found,
    )
    assert Found.GONE == Searchable(text).locate("See there").found


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_every_part_of_a_text_is_found_in_it(text, start, length):
    """Verbatim, at a place that holds the words."""
    exact = text[start : start + length]
    place = Searchable(text).locate(exact)

    assert Found.VERBATIM == place.found
    assert exact == text[place.start : place.end]


@given(st.text(max_size=100), st.text(max_size=100))
def test_no_text_and_no_quotation_is_too_odd(text, exact):
    """Offsets lie within the text, whatever is looked for in it."""
    place = Searchable(text).locate(exact)

    assert place == Location(found=Found.GONE) or 0 <= place.start <= place.end <= len(text)


def test_a_long_text_takes_bounded_time():
    """A hostile text repeats the beginning of a quotation for ever."""
    started = time.process_time()
    Searchable("a lamp " * 200_000).locate("a lamp … was lit … by nobody at all")

    assert time.process_time() - started < 10


def test_a_long_quotation_is_named_by_its_ends():
    """Browsers look for the first words and the last."""
    assert text_fragment("one two-three four five six seven eight nine ten eleven twelve") == (
        "#:~:text=one%20two%2Dthree%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve"
    )
