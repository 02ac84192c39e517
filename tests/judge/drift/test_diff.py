"""What became of each sentence."""

import pytest

from archiver.judge.drift.diff import diff
from archiver.models.difference import Fate
from tests.judge.drift.factories import BEES, SALT

ROAD = "\n".join(SALT)


def told(old, new):
    """What is told of two texts: each sentence that was not kept, words that came and went in brackets."""
    signs = {Fate.KEPT: "{}", Fate.REMOVED: "[-{}]", Fate.ADDED: "[+{}]"}
    return [
        (each.fate, "".join(signs[piece.fate].format(piece.text.strip()) + " " for piece in each.pieces).strip() or each.new or each.old)
        for each in diff(old, new)
        if each.fate is not Fate.KEPT
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("212 carts", "312 carts", "counted [-212] [+312] carts"),
        ("did not end", "did end", "salt did [-not] end"),
        ("paid nothing", "paid next to nothing", "dark paid [+next to] nothing"),
    ],
)
def test_a_word_that_matters_is_shown(was, now, shown):
    """A number or a negation altered stands out in its sentence, and nothing else does."""
    ((fate, said),) = told(ROAD, ROAD.replace(was, now))

    assert Fate.ALTERED == fate
    assert shown in said


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # nothing
        ("It rained. He left.", "It rained.\nHe left.", []),
        # typography is kept
        ("He said “no” – twice.", "He said 'no' - twice.", []),
        # added and removed
        ("It rained.", "It rained. He left.", [(Fate.ADDED, "He left.")]),
        ("It rained. He left.", "He left.", [(Fate.REMOVED, "It rained.")]),
        # moved
        ("One came. Two went. Three stayed.", "Two went. Three stayed. One came.", [(Fate.MOVED, "One came.")]),
        # a sentence that comes twice
        ("It rained. It rained.", "It rained.", [(Fate.REMOVED, "It rained.")]),
        # another sentence in its place is not an altered one
        (
            "The first cart came at dawn. Rain. The end.",
            "Nobody has seen any of our bees. Rain. The end.",
            [(Fate.REMOVED, "The first cart came at dawn."), (Fate.ADDED, "Nobody has seen any of our bees.")],
        ),
        # of nothing, and to nothing
        ("", "It rained.", [(Fate.ADDED, "It rained.")]),
        ("It rained.", " \n", [(Fate.REMOVED, "It rained.")]),
        # scripts without spaces
        ("他来了。天下雨了。没有人走。", "他来了。天没下雨。没有人走。", [(Fate.ALTERED, "天 [+没] 下雨 [-了] 。")]),
    ],
)  # fmt: skip
def test_fates(old, new, expected):
    """Every sentence that was not kept is told, and how."""
    assert sorted(expected) == sorted(told(old, new))


def test_order_and_places():
    """Sentences stand in the order of the new text, the removed where they were, with their places in both."""
    old, new = "One came. Two went home. Three stayed.", "Zero was. One came. Three stayed."
    found = [(str(each.fate), each.old_start, each.new_start) for each in diff(old, new)]

    assert [("added", None, 0), ("kept", 0, 10), ("removed", 10, None), ("kept", 25, 20)] == found


def test_an_altered_sentence_is_found_among_new_ones():
    """Sentences put in before it do not hide what a sentence was made of."""
    new = ROAD.replace(SALT[4], f"{BEES[0]} {BEES[1]} {SALT[4].replace('older', 'newer')}")

    assert [Fate.ADDED, Fate.ADDED, Fate.ALTERED] == [fate for fate, _ in told(ROAD, new)]


def test_the_best_likeness_wins():
    """Of two sentences that one could be made of, the likelier is it."""
    old = "A red cart came over the hill at dawn. A red cart came over the bridge at noon."
    new = "A big red cart came over the bridge at noon. A tall man rode behind it."
    altered = [each for each in diff(old, new) if each.fate is Fate.ALTERED]

    assert ["A red cart came over the bridge at noon."] == [each.old for each in altered]


def test_every_sentence_altered():
    """Where each has lost a word, each is still known in its place."""
    new = "\n".join(sentence.replace(" the ", " ", 1) for sentence in SALT[:4])

    assert [Fate.ALTERED] * 4 == [fate for fate, _ in told("\n".join(SALT[:4]), new)]
