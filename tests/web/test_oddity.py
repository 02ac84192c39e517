"""How text looks that somebody wrote, and how it looks when it is read in the wrong encoding."""

import time

import pytest

from archiver.web.encodings import CODECS
from archiver.web.oddity import is_odd, oddity
from tests.web.bodies import PAIRS, written


@pytest.mark.parametrize(("encoding", "language"), PAIRS)
def test_sound_text_is_not_odd(encoding, language):
    """In no language do people write what wrong readings look like."""
    assert oddity(written(language, encoding)) < 0.02


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "fÃ¼r Größe"),
        (True, "fьr Grцяe"),
        (True, "ïðèâåò"),
        (True, "fŽte"),
        (True, "na\x8fve"),
        (True, "Gr鎜e"),
        (False, "GROẞE Straße"),
        (False, "ice-cold"),
        (False, ""),
    ],
)
def test_is_odd(expected, text):
    """Letters of two scripts, capitals and signs within a word, crowds of accents: nobody writes so."""
    assert expected == is_odd(text)


@pytest.mark.parametrize(
    "encoding", ["windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic"]
)
def test_cyrillic_read_as_western_is_odd(encoding):
    """Every Russian page that a server calls Western is noticed."""
    assert is_odd(written("ru", encoding).encode(CODECS[encoding]).decode("cp1252", "replace"))


@pytest.mark.parametrize(
    "text", ["é" * 1_000_000, "aé" * 500_000, "a" * 1_000_000 + "é", "é " * 500_000, "<" * 10**6 + "é"]
)
def test_oddity_is_linear(text):
    """A long text takes no longer than it is read: some words tell enough."""
    began = time.process_time()
    oddity(text)

    assert time.process_time() - began < 2
