"""What holds for whatever two texts."""

import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from archiver.judge.drift.aligning import in_order, matches
from archiver.judge.drift.diff import diff
from archiver.judge.drift.folding import letters
from archiver.judge.drift.sentences import sentences
from archiver.models.difference import Fate
from archiver.models.drift import Change
from tests.judge.drift.factories import BEES, SALT, judged

_WORDS = "salt road not 7 12 die Straße дорога 盐路 ملح café “so” - … it's naïve ★".split()
_SPACES = [" ", "\n", "  ", "\t", "\u00a0", "\n\n", "\r\n", "\u2003"]
PLAIN = st.lists(
    st.sampled_from(["salt", "road", "Not", "7b", "Straße", "дорога", "盐路", "ملح", "café."]),
    min_size=1,
    max_size=60,
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*_WORDS, ". ", "! ", "。", "\n", " ", "- ", "\u00ad", "\f"]), max_size=80).map(" ".join),
    st.lists(st.sampled_from([*SALT, *BEES, "It rained.", "He left."]), max_size=12).map(" ".join),
    st.lists(st.sampled_from([*SALT, *BEES, "Home", "“No.”"]), max_size=12).map("\n".join),
)  # fmt: skip
few = settings(max_examples=25, deadline=None)


@given(TEXTS.filter(str.strip))
@few
def test_a_text_has_not_moved_from_itself(text):
    """The same text is the same text."""
    drift = judged(text, text)

    assert (Change.SAME_TEXT, 1.0) == (drift.change, drift.similarity)


@example(old="", new="- ")  # letters in neither, and a text in one
@given(TEXTS, TEXTS)
@few
def test_similarity_is_a_share_and_the_same_both_ways(old, new):
    """It lies between nothing and all; without a step there is none."""
    drift, back = judged(old, new), judged(new, old)

    assert drift.similarity == back.similarity
    assert (drift.change is None) == (drift.similarity is None)
    assert 0.0 <= (drift.similarity or 0.0) <= 1.0
    assert not drift.reason.endswith(".")


@given(PLAIN, st.data())
@few
def test_white_space_is_layout(words, data):
    """Where lines are broken, and by which white space words are held apart, changes nothing."""
    others = data.draw(st.lists(st.sampled_from(_SPACES), min_size=len(words), max_size=len(words)))
    drift = judged(" ".join(words), "".join(map("".join, zip(words, others, strict=True))))

    assert (Change.SAME_TEXT, 1.0) == (drift.change, drift.similarity)


@given(TEXTS)
@few
def test_a_text_differs_not_from_itself(text):
    """All is kept, in its place."""
    found = diff(text, text)

    assert {Fate.KEPT} >= {each.fate for each in found}
    assert [(each.old, each.old_start) for each in found] == [(each.new, each.new_start) for each in found]


@given(TEXTS, TEXTS)
@few
def test_a_diff_holds_both_texts(old, new):
    """Every sentence of both stands in it once, as it stands in its text; those of the new one in their order."""
    found = diff(old, new)
    ours = sorted((each.old_start, each.old) for each in found if each.old_start is not None)
    theirs = [(each.new_start, each.new) for each in found if each.new_start is not None]

    assert [(start, old[start:end]) for start, end in sentences(old)] == ours
    assert [(start, new[start:end]) for start, end in sentences(new)] == theirs


@given(TEXTS, TEXTS)
@few
def test_pieces_hold_both_sentences(old, new):
    """What was kept and added is the new sentence; what was kept and removed is the old one, but for its typography."""
    for each in diff(old, new):
        said = {
            gone: "".join(piece.text for piece in each.pieces if piece.fate is not gone)
            for gone in (Fate.ADDED, Fate.REMOVED)
        }
        if each.fate is Fate.ALTERED:
            assert each.new == said[Fate.REMOVED]
            assert _bare(each.old or "") == _bare(said[Fate.ADDED])
        else:
            assert () == each.pieces


@given(TEXTS)
@few
def test_sentences_hold_every_word(text):
    """Sentences stand in their order, do not overlap, and leave nothing out but white space."""
    places = sentences(text)
    bounds = [bound for place in places for bound in place]

    assert sorted(bounds) == bounds
    assert "".join(text.split()) == "".join("".join(text[start:end].split()) for start, end in places)


@given(st.lists(st.sampled_from("abcde"), max_size=12), st.lists(st.sampled_from("abcde"), max_size=12))
@few
def test_matches_are_as_many_as_can_be(old, new):
    """Each is matched at most once, as often as both have it; what is in order is in order."""
    pairs = matches(old, new)
    series = in_order(pairs)

    assert sum((Counter(old) & Counter(new)).values()) == len(pairs)
    assert all(old[one] == new[other] for one, other in pairs)
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert sorted(series) == series
    assert sorted(other for _, other in series) == [other for _, other in series]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", letters(text))
