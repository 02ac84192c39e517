"""Texts that nobody wrote for readers: they end, and nothing of them is lost."""

import time

import pytest

from archiver.judge.drift.diff import diff
from archiver.models.difference import Fate
from archiver.models.drift import Change
from tests.judge.drift.factories import SALT, judged

MANY = [f"Cart {n} paid {n % 97} coins at the toll house" for n in range(1_000)]


@pytest.mark.parametrize("piece", ["a", ".", "- ", "salt ", "…\n", "鉄", "(\"' ", "\u00ad", "1 ", "e\u0301"])
def test_one_thing_again_and_again(piece):
    """A text of one piece is compared with one that has something before it."""
    text = piece * (6_000 // len(piece))
    found = diff(text, f"It rained. {text}")

    assert "It rained." in "".join(each.new or "" for each in found)
    assert judged(text, f"{SALT[0]} {text}").reason


def test_sentences_that_are_all_alike():
    """Where each sentence could be made of any other, no sentence is compared with all."""
    old = ". ".join(MANY)
    found = diff(old, old.replace("paid", "never paid"))

    assert {Fate.ALTERED} == {each.fate for each in found}
    assert len(MANY) == len(found)


def test_sentences_backwards():
    """A text that was turned round has nothing altered, and one sentence that did not move."""
    old = [f"{line}." for line in MANY]
    fates = [each.fate for each in diff(" ".join(old), " ".join(old[::-1]))]

    assert (1, len(MANY) - 1) == (fates.count(Fate.KEPT), fates.count(Fate.MOVED))


@pytest.mark.slow
def test_a_line_of_two_megabytes():
    """One line without a stop has parts, so that a word in it can be shown."""
    words = [f"w{n}" for n in range(300_000)]
    line = " ".join(words)
    words[150_000] = "not"
    found = diff(line, " ".join(words))

    assert 2_000_000 < len(line)
    assert {Fate.KEPT, Fate.ALTERED} == {each.fate for each in found}
    assert 1 == sum(each.fate is Fate.ALTERED for each in found)
    assert Change.MINOR == judged(line, " ".join(words)).change


@pytest.mark.slow
def test_twenty_thousand_sentences():
    """Half of very many sentences altered are all found."""
    old = [
        f"In the year {n} the keeper of inn {n * 7} counted {n * 13} carts and wrote them down."
        for n in range(20_000)
    ]
    new = [line.replace("counted", "never counted") if n % 2 else line for n, line in enumerate(old)]
    fates = [each.fate for each in diff(" ".join(old), " ".join(new))]

    assert (10_000, 10_000) == (fates.count(Fate.KEPT), fates.count(Fate.ALTERED))


@pytest.mark.slow
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_hundred_thousand_sentences_take_seconds(between):
    """One of them is another now: what both texts have is split and folded once, and looked at in one go."""
    old = [
        f"In the year {n} the keeper of inn {n * 7} counted carts and wrote them down."
        for n in range(100_000)
    ]
    new = [*old[:50_000], "Nobody ever came again.", *old[50_001:]]
    started = time.process_time()
    found = diff(between.join(old), between.join(new))

    assert time.process_time() - started < 20
    assert [(Fate.REMOVED, old[50_000]), (Fate.ADDED, "Nobody ever came again.")] == [
        (each.fate, each.new or each.old) for each in found if each.fate is not Fate.KEPT
    ]
