"""What stands around a block, as numbers."""

from archiver.extract.content.context import NAMES, in_context
from archiver.extract.content.evidence import NAMES as TERMS
from archiver.extract.content.outline import outline
from archiver.extract.content.weighing import ALONE, ANY, ARTICLE, weights
from archiver.extract.markup import Markup

BODY = "<section><div><p>one two three</p><p>four five six</p></div><ul><li>seven</li></ul></section>"


def terms(body, likely, borrowed=frozenset()):
    """The terms of each block by their names."""
    markup = Markup.parse("https://page.example/", body)
    assert markup is not None
    found = in_context(outline(markup.root), likely, borrowed)
    return [dict(zip(NAMES, each, strict=True)) for each in found]


def test_a_block_knows_its_neighbours():
    """The log-odds of the one before and of the one after; at the ends, of one that is no text."""
    first, second, third = terms(BODY, [0.5, 0.9, 0.5])

    assert (0.0, first["likely"]) == (third["after likely"] + 5, second["before likely"])
    assert second["likely"] == first["after likely"] == third["before likely"]


def test_a_block_knows_those_that_look_alike():
    """Two of one tag and class share what they are; how many they are counts, too."""
    first, second, third = terms(BODY, [0.2, 0.6, 0.9])

    assert (0.4, 0.2, 0.1) == (
        round(first["alike likely"], 6),
        second["alike"],
        third["alike"],
    )


def test_a_borrowed_reading_counts_as_far_as_it_agrees():
    """Where nothing that is likely was borrowed, borrowing says little."""
    agreeing = terms(BODY, [0.9, 0.9, 0.1], frozenset([0, 1]))
    disagreeing = terms(BODY, [0.9, 0.9, 0.1], frozenset([2]))

    assert [1.0, 1.0, 0.0] == [each["borrowed and agreed"] for each in agreeing]
    assert [0.0, 0.0, 0.0] == [each["borrowed and agreed"] for each in disagreeing]
    assert [0.0, 0.0, 1.0] == [each["borrowed"] for each in disagreeing]


def test_every_term_has_its_weights_and_every_weight_its_term():
    """What was trained is what is asked."""
    assert {"", *TERMS} == set(weights()[ALONE])
    assert {"", *NAMES} == set(weights()[ARTICLE]) == set(weights()[ANY])
