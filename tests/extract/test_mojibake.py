"""Text whose letters are not those that somebody wrote is known by its look."""

import pytest

from archiver.extract.mojibake import doubts_about, is_garbled
from tests.web.texts import TEXTS


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_what_somebody_wrote_is_not_called_garbled(language):
    """Sound text in any language raises no doubt."""
    assert [] == list(doubts_about(TEXTS[language]))


@pytest.mark.parametrize(
    ("language", "written", "read"),
    [
        ("ru", "cp1251", "cp1252"),
        ("ru", "cp1251", "cp866"),
        ("ru", "koi8_r", "cp1252"),
        ("el", "cp1253", "cp1252"),
        ("he", "cp1255", "cp1252"),
        ("th", "cp874", "cp1252"),
        ("zh", "gbk", "cp1252"),
        ("ja", "cp932", "cp1252"),
        ("ko", "cp949", "cp1252"),
        ("de", "utf_8", "cp1252"),
        ("fr", "utf_8", "cp1252"),
        ("ru", "utf_8", "cp1251"),
        ("pl", "utf_8", "cp1250"),
        ("pl", "cp1250", "cp1252"),
        ("tr", "utf_8", "cp1254"),
        ("vi", "utf_8", "cp1258"),
        ("de", "mac_roman", "cp1252"),
        ("de", "cp850", "cp1252"),
    ],
)
def test_what_was_read_wrongly_is_called_garbled(language, written, read):
    """A wrong reading in another script, or of UTF-8, is seen without knowing what was meant."""
    text = (TEXTS[language] * 6).encode(written, "ignore").decode(read, "ignore")

    assert is_garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        # mathematics and physics; phonetics; units; emoji; names of products; quotations
        "where Δt is small, μm and kΩ follow, and ΣF = ma, so that πr² ≥ αβ holds for λ/2 " * 3,
        "[ˈtoʊl haʊs], [ˈɹɪvɚ], [kiːpəʳ] — ˈlɒk ˈɡeɪt " * 5,
        "10 °C, 5 µm, 3 × 4 ½″, £5, €6, ±7 ‰, §8, ¶9, №10 " * 5,
        "Well done! 🎉🎉 ❤️ 👍🏽 ✨ " * 10,
        "iPhone™, Müller®, O’Neill, “quoted”—and «so» on… " * 10,
        "AMANHÃ… “Spaß” « À L’ÉCOLE » ‘É’ CAFÉ” ",
        "Les élèves préférèrent la créée, l’œuvre, où ça? " * 10,
        "Web与API的设计，ＡＢＣ，データベースのSQL文 " * 10,
    ],
)
def test_odd_but_sound_text_is_not_called_garbled(text):
    """Signs, formulas and foreign words are no wrong reading."""
    assert not is_garbled(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["1 character could not be read"], "na\ufffdve"),
        (["12 characters could not be read"], "\ufffd" * 12),
        (["1 character could not be read", "the text may be garbled"], "cafÃ© na\ufffdve"),
        ([], "plain words"),
    ],
)
def test_doubts_about(expected, text):
    """What is lost is counted; what looks wrong is said once."""
    assert expected == list(doubts_about(text))
