"""The language of a document is what its words and its page say together, and how sure that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.language import Spoken, in_language, spoken
from archiver.models.citation import Disagreement, Document
from tests.web.texts import TEXTS

GERMAN, ENGLISH = TEXTS["de"], TEXTS["en"]
RELATED = {"no": {"no", "nb", "nn"}, "hr": {"hr", "bs", "sr"}}
LANGUAGES = sorted(language for language in TEXTS if "-" not in language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_tell_their_language(language):
    """A few sentences are enough, in any of the languages that blogs cite."""
    found = spoken(TEXTS[language], None)

    assert found.language in RELATED.get(language, {language})
    assert found.is_told
    assert found.confidence is not None
    assert found.confidence > 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_outweigh_a_template(language):
    """A theme that says English of everything does not make it so."""
    found = spoken(TEXTS[language], "en" if language != "en" else "fr")

    assert found.language in RELATED.get(language, {language})
    assert ("fr" if language == "en" else "en") == found.other


@pytest.mark.parametrize(
    ("expected", "text", "claimed"),
    [
        # words and claim agree: as good as certain
        (Spoken(language="de", confidence=1.0), GERMAN, "de"),
        # relatives that no machine tells apart: the page knows better
        (Spoken(language="nb", confidence=1.0), TEXTS["no"], "nb"),
        (Spoken(language="bs", confidence=1.0), TEXTS["hr"], "bs"),
        # many words against a claim
        (Spoken(language="de", confidence=0.98, other="en", is_told=True), GERMAN, "en"),
        # few words against a claim: it stands, but hardly
        (Spoken(language="en", confidence=0.26, other="de"), "Das Zollhaus an der Schleuse", "en"),
        # few words that bear it out
        (Spoken(language="de", confidence=0.98), "Das Zollhaus an der Schleuse", "de"),
        # no word at all
        (Spoken(language="en", confidence=0.5), "1 2 3 4 — 5", "en"),
        (Spoken(language=None, confidence=None), "1 2 3 4 — 5", None),
        (Spoken(language=None, confidence=None), "", None),
        # a few letters of no language
        (Spoken(language="en", confidence=0.5), "xq zzk wvb", "en"),
    ],
)
def test_spoken(expected, text, claimed):
    """Words and claim are weighed like two witnesses, each right so often; the loser is kept."""
    assert expected == spoken(text, claimed)


def test_text_in_two_languages_is_what_its_page_says():
    """Half of each is no case against the page; nor is it a case for it."""
    found = spoken(f"{GERMAN}\n{ENGLISH}", "de")

    assert ("de", None) == (found.language, found.other)
    assert found.confidence is not None
    assert 0.5 < found.confidence < 0.95


def test_abstract_in_another_language_does_not_decide():
    """The middle and the end of a long text count as much as its beginning."""
    found = spoken(ENGLISH * 20 + GERMAN * 60, None)

    assert "de" == found.language


def test_document_keeps_the_claim_that_was_not_believed():
    """What the page said stays beside what its words say, each with its rule."""
    document = Document(
        kind="source",
        url="https://a.example/",
        text=GERMAN,
        language="en",
        found_by=(("title", "heading"), ("language", "head")),
    )

    found = in_language(document)

    assert ("de", 0.98) == (found.language, found.language_confidence)
    assert (("title", "heading"), ("language", "text")) == found.found_by
    assert (Disagreement(field="language", value="en", rule="head"),) == found.disagreements


def test_document_without_text_keeps_its_claim():
    """Nobody asked the words of a scan: the claim stands, and no confidence is made up."""
    document = Document(kind="source", url="https://a.example/", language="fr")

    assert document == in_language(document)


@given(st.text(max_size=500), st.sampled_from([None, "en", "de", "zh"]))
def test_spoken_of_anything(text, claimed):
    """Whatever the text is, the answer is the same each time, a language has a confidence, and it is a chance."""
    found = spoken(text, claimed)

    assert found == spoken(text, claimed)
    assert (found.language is None) == (found.confidence is None)
    assert found.confidence is None or 0 <= found.confidence <= 1
    assert claimed is None or found.language is not None
