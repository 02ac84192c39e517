"""Quotations of which a few words were changed are found where they stand, and nothing else is."""

import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.locating import Found, Searchable
from archiver.extract.rewording import best_end

TEXT = (
    "The keeper wrote that the ferry left at seven and came back at nine on every day of the year, whatever the weather was. "
    "He kept a ledger of the tides, and of the rope that was sold. Nobody in the parish had realised why the harbour was closed "
    "that winter; it wasn't the 1,200 barrels of tar."
)


@pytest.mark.parametrize(
    ("exact", "words", "changed", "of"),
    [
        # a word changed, put in, left out
        ("the ferry left at seven and came home at nine on", "the ferry left at seven and came back at nine on", 1, 11),
        ("the ferry often left at seven and came back at nine", "the ferry left at seven and came back at nine", 1, 11),
        ("the ferry left seven and came back at nine", "the ferry left at seven and came back at nine", 1, 9),
        # at an end: only what agrees is shown
        ("Every ferry left at seven and came back at nine", "ferry left at seven and came back at nine", 1, 10),
        ("the ferry left at seven and came back at noon", "the ferry left at seven and came back at", 1, 10),
        # two in eleven
        ("the boat left at seven and got back at nine on", "the ferry left at seven and came back at nine on", 2, 11),
        # a word with a sign in it is one word
        ("closed that winter; it wasn't the 1,300 barrels of tar", "closed that winter; it wasn't the 1,200 barrels of tar", 1, 10),
        # remarks and insertions of the quoting author
        (
            "the ferry left at seven [sic] and came back at ten on every day (emphasis added) of the year",
            "the ferry left at seven and came back at nine on every day of the year",
            1,
            16,
        ),
        ("[The boat] left at seven and came back home at nine", "left at seven and came back at nine", 1, 9),
        # two spellings of one word
        (
            "Nobody in the parish had realized why the harbor was closed",
            "Nobody in the parish had realised why the harbour was closed",
            0,
            11,
        ),
        # of two parts one was changed; each keeps its own count
        (
            "that the ferry left at seven … on each day of the year, whatever the weather was",
            "that the ferry left at seven and came back at nine on every day of the year, whatever the weather was",
            1,
            16,
        ),
        # a short part stands as it is, or not at all
        ("kept the ledger … Nobody in the parish has realised why the harbour was closed", None, 0, 0),
        # the other way round
        ("Nobody in the parish has realised why the harbour was closed … the ferry left", None, 0, 0),
        # too short, too much changed, in another order
        ("the boat left at seven", None, 0, 0),
        ("the boat left at six and came back by nine", None, 0, 0),
        ("came back at nine the ferry left at seven", None, 0, 0),
        # with so much left out, and no ellipsis, it is another sentence
        ("the ferry left at seven whatever the weather was", None, 0, 0),
    ],
)  # fmt: skip
def test_a_quotation_is_found_though_a_few_words_differ(exact, words, changed, of):
    """The place holds the words as the source has them; how many differ, of how many, is told."""
    place = Searchable(TEXT).locate(exact)
    there = None if place.start is None else TEXT[place.start : place.end]

    assert (words, Found.GONE if words is None else Found.NEAR) == (there, place.found)
    assert (None if words is None else pytest.approx(1 - changed / of)) == place.agreement


def test_the_place_that_differs_least_is_taken():
    """Of equal ones the first."""
    text = "It rained on the old quay in May. It rained on the new quay in June. It rained on the new quay in July."
    found = [Searchable(text).locate(f"It poured on the new quay in {month}") for month in ("July", "spring")]

    assert ["It rained on the new quay in July", None] == [
        None if place.start is None else text[place.start : place.end] for place in found
    ]


def test_letters_of_a_script_without_spaces_are_half_words():
    """A sentence of Japanese of which one letter differs."""
    text = "彼は潮の記録をつけていた。冬に港が閉ざされた理由は誰も知らなかった。"
    place = Searchable(text).locate("冬に港が閉ざされた訳は誰も知らなかった")

    assert ("near", "冬に港が閉ざされた理由は誰も知らなかった") == (
        place.found,
        text[place.start : place.end],
    )
    assert Found.GONE == Searchable(text).locate("冬に道が閉ざさ").found


@given(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=9), st.lists(st.sampled_from("abcd"), max_size=25)
)
def test_as_few_words_are_changed_as_can_be(part, text):
    """Myers' bit vectors count as the plain table does."""
    column = list(range(len(part) + 1))
    best = (len(part), 0)
    for at, word in enumerate(text, start=1):
        new = [0]
        for n, own in enumerate(part, start=1):
            new.append(min(new[-1] + 1, column[n] + 1, column[n - 1] + (own != word)))
        column = new
        best = min(best, (column[-1], at), key=lambda found: found[0])

    assert best == best_end(part, text)[::-1]


@pytest.mark.slow
def test_hundreds_of_quotations_and_a_long_text_take_little_time():
    """A megabyte; and one that repeats the beginning of a quotation for ever."""
    random = Random(5)
    words = [f"word{random.randrange(5_000)}" for _ in range(120_000)]
    hostile = Searchable("a lamp was lit and " * 50_000)
    text = Searchable(" ".join(words))
    quotes = []
    for _ in range(200):
        at = random.randrange(len(words) - 40)
        quotes.append([*words[at : at + 15], "altogether", *words[at + 15 : at + 40]])
    started = time.process_time()
    found = [text.locate(" ".join(quote)).found for quote in quotes]
    for _ in range(10):
        hostile.locate("a lamp was lit and " * 200 + "nobody came")

    assert time.process_time() - started < 10
    assert 200 == found.count(Found.NEAR)
