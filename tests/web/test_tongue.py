"""CLD2 behind its wrapper: no text makes it fail."""

import subprocess
import sys

import pytest

from archiver.web.tongue import Tongue, tongue, tongues

# In a process of its own: a fault of the library would end it.
ODD = """
from archiver.web.tongue import tongues
for text in ("\\ud800", "\\x00" * 9, "\\ufffe\\uffff", "\\U0010ffff", "\\x85\\x9f", "a" * 1_000_000, "<" * 10_000,
             "&#" * 10_000, "\\u0300" * 10_000, "\\U0001f600" * 10_000, "\\u202e" * 999, "漢" * 100_000, " " * 100_000,
             "\\ud83d\\ude00", "\\ufdd0 word", "http://a.example/" * 1000, "\\U000e0041" * 50):
    tongues(text)
    tongues("Das Zollhaus " + text + " an der Schleuse")
print("done")
"""


def test_odd_text_does_not_end_the_process():
    """Halves of letters, control characters, a million letters in a row: each has an answer."""
    done = subprocess.run([sys.executable, "-c", ODD], capture_output=True, text=True, check=False)

    assert (0, "done\n") == (done.returncode, done.stdout), done.stderr


@pytest.mark.parametrize("between", ["\x00", "\ud800", "\ufffe", "\x1b", "\U0010ffff"])
def test_what_cannot_be_said_is_passed_over(between):
    """A character that the library refuses does not hide the words around it."""
    assert "de" == tongue(f"Das Zollhaus an{between} der Schleuse ist älter als die Brücke.").language


def test_text_without_words_has_no_language():
    """Numbers and signs are in no language."""
    assert Tongue(language=None, share=0.0, score=0.0, is_reliable=False) == tongue("12 34 — 5")
    assert () == tongues("")
