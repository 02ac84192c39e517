"""Sentences of running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        # plain, with all three stops
        ["It rained.", "Why?", "Nobody knows!"],
        # acronyms inside, and at the end before a word that opens sentences
        ["The U.S. consul left.", "He sailed for the U.S.", "The ship sank."],
        # titles, initials, a hyphened name
        ["Dr. Ek and Mrs. E. R. Quill met J. P. Huygens-Vries.", "They talked."],
        # numbers and references to numbers
        ["It cost approx. 3.5 million, i.e. too much.", "No. 57 of the list says so, on p. 4.", "Then no."],
        # a month that is cut short, and a chapter
        ["On Sept. 3 it froze.", "See vol. 2, ch. 7, for that."],
        # a stop inside quotation marks ends the sentence, a question there need not
        ["“It was never read aloud.”", "Then it was."],
        ["“Why not?” he asked.", "Nobody answered."],
        # versus, in a case's name
        ["The court case of Dolland v. Reeve was lost.", "Later, it was won."],
        # a parenthesis, and brackets after the stop
        ["(It was late.)", "The fair closed."],
        # dots that trail off
        ["He waited …", "She did not."],
        # an enumeration begins a sentence
        ["1. The first rule is patience.", "2. There is no second."],
        # other scripts
        ["Зерно считали дважды.", "Соль тоже."],
        ["塩は高い。", "米も高い。"],
        # single letters may be initials or ends
        ["They chose plan B.", "It failed under A. Berg."],
        # an abbreviation that may end a sentence
        ["Ropes, sails, etc.", "The rest was lost.", "Ek et al. Berg disagree."],
    ],
)
def test_text_splits_into_its_sentences(sentences):
    """Abbreviations, initials, decimals and quotation marks do not fool it."""
    glue = "" if "。" in sentences[0] else " "
    text = glue.join(sentences)

    assert sentences == [text[start:end] for start, end in split_sentences(text)]


@given(st.text(alphabet="aB.?!… 1”“()\n。", max_size=200))
def test_sentences_lose_only_white_space(text):
    """Sentences do not overlap, and nothing but white space stands between them."""
    spans = split_sentences(text)
    kept = "".join(text[start:end] for start, end in spans)

    assert sorted(spans) == list(spans)
    assert "".join(text.split()) == "".join(kept.split())
