"""Which changed sentences a letter shows, and how much of them."""

import pytest

from archiver.judge.drift.excerpts import excerpts
from archiver.models.difference import Fate
from tests.judge.drift.factories import BEES, SALT

ROAD = "\n".join(SALT)


@pytest.mark.parametrize(
    ("new", "quoted", "expected"),
    [
        # nothing changed
        (ROAD, [], []),
        # the number that is another one goes before more words that are
        (
            ROAD.replace("212", "312").replace("by hand", "in the evenings, with a borrowed pen"),
            [],
            [(SALT[1], SALT[1].replace("212", "312"), False), (SALT[2], SALT[2].replace("by hand", "in the evenings, with a borrowed pen"), False)],
        ),
        # what is quoted goes before both
        (
            ROAD.replace("212", "312").replace("Nobody had asked", "Somebody had asked"),
            ["Nobody had asked her to do it"],
            [
                (SALT[3][:30], "Somebody had asked her to do it.", True),
                (SALT[1], SALT[1].replace("212", "312"), False),
            ],
        ),
        # gone, and come
        (
            "\n".join([*SALT[:3], *SALT[4:], BEES[0]]),
            [],
            [(SALT[3][:30], None, False), (None, BEES[0], False)],
        ),
        # quoted words that are gone
        ("\n".join([*SALT[:5], *SALT[6:]]), ["the guard was at supper"], [(SALT[5], None, True)]),
        # in another order
        ("\n".join([*SALT[4:], *SALT[:4]]), [], []),
        # counters, dates, links
        (f"1,204 views\n{ROAD}\nMore from us", [], []),
    ],
)  # fmt: skip
def test_the_sentences_that_tell_most(new, quoted, expected):
    """What is quoted, then numbers, then what was altered, then what went and came; two at most."""
    found = [(each.before, each.after, each.is_quoted) for each in excerpts(ROAD, new, quoted)]

    assert expected == found


def test_a_long_sentence_is_shown_around_what_changed():
    """Its beginning and end are left out, and pieces are the sentence."""
    words = [f"cart{n}" for n in range(100)]
    old = f"{' '.join(words)}."
    words[50] = "horse"
    (found,) = excerpts(old, f"{' '.join(words)}.")

    assert len(found.before) < 200
    assert len(found.after) < 200
    assert "cart49 cart50 cart51" in found.before
    assert "cart49 horse cart51" in found.after
    assert found.before.startswith("…")
    assert found.after.endswith("…")
    assert [Fate.KEPT, Fate.REMOVED, Fate.ADDED, Fate.KEPT] == [piece.fate for piece in found.pieces]


@pytest.mark.parametrize("piece", ["a", "鉄", "salt ", "1 ", "x. ", "<b>"])
def test_whatever_changed_is_shown_in_few_characters(piece):
    """A text without words, stops or spaces is cut, too."""
    found = excerpts(
        piece * 20_000,
        f"It never rained on the long salt road. {piece * 19_000} and then it did.",
        [piece * 50],
    )

    assert len(found) <= 2
    assert all(len(said or "") <= 600 for each in found for said in (each.before, each.after))
