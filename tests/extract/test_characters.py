"""Characters that nobody sees: kept where an author meant them, dropped where a machine left them."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archiver.extract.characters import meant, seen
from archiver.extract.markup import one_line
from archiver.extract.tidy import tidy


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # soft hyphens, byte order marks, word joiners, invisible operators
        ("software", "soft\u00adware"),
        ("a b", "\ufeffa\u2060 b\u2062"),
        # line ends of all kinds
        ("a\nb\nc\nd\ne\nf", "a\r\nb\rc\u2028d\u2029e\x0bf"),
        # letters of windows-1252 that came through Latin-1; control characters and zeros
        ("it’s – so", "it\x92s \x96 so\x00\x07\x81"),
        # halves of a character: two make one, one makes none
        ("\U0001f600 \ufffd", "\ud83d\ude00 \ud83d"),
        # zero-width space: between words of Thai and Khmer, not in an English one
        ("สมุด\u200bบัญชี", "สมุด\u200b\u200bบัญชี"),
        ("https://a.example/long", "https://a.example/\u200blong\u200b"),
        # joiners: in Persian and in Hindi, in emoji, not in Latin
        ("می\u200cرود", "می\u200cرود"),
        ("क\u094d\u200dष क\u094d\u200cष", "क\u094d\u200dष क\u094d\u200cष"),
        ("👩\u200d👧 ❤\ufe0f\u200d🔥", "👩\u200d👧 ❤\ufe0f\u200d🔥"),
        ("joined off", "jo\u200dined of\u200cf"),
        ("می رود", "می \u200cرود\u200c"),
        # variation selectors: with emoji, with the signs of a keycap, not with letters
        ("☎\ufe0f 1\ufe0f\u20e3 ☎\ufe0e", "☎\ufe0f 1\ufe0f\u20e3 ☎\ufe0e"),
        ("Tea", "T\ufe0fea\ufe0f"),
        # the flag of Scotland; letters for machines alone
        ("🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"),
        ("en", "e\U000e0001\U000e0065n"),
        # direction: kept in a line from the right while it is switched back, dropped elsewhere
        ("\u202bשלום\u202c עולם\u200f", "\u202bשלום\u202c עולם\u200f"),
        ("שלום (abc) עולם", "שלום \u202a(abc) עולם"),
        ("\u2067שלום\u2069 a", "\u2067שלום\u2069\u2069 a\u202c"),
        ("plain words", "\u200eplain \u202ewords\u202c"),
        # private use: icons beside words go; a letter in a word, or beside Chinese, stays
        ("Menu Home", "\uf0c9Menu \uf015Home\uf015"),
        ("wo\ue000rd 中\ue123。", "wo\ue000rd 中\ue123。"),
        # fullwidth letters and no-break spaces are what they are
        ("ＡＢＣ\u3000１", "ＡＢＣ\u3000１"),
        ("5\u00a0%", "5\u00a0%"),
        # what must not be in any text
        ("ab", "a\ufdd0\uffff\U0001ffffb"),
    ],
)  # fmt: skip
def test_meant(expected, text):
    """A text keeps what one would miss in reading or copying it."""
    assert expected == meant(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Salt Roads", " \u200eSalt\u200b \u00adRoads\u202c\ufeff "),
        ("שלום", "\u202bשלום\u202c\u200f"),
        # what spells a word is part of it
        ("می\u200cرود", "می\u200cرود"),
        ("Joined", "Jo\u200din\u200ced"),
        ("Café", "Cafe\u0301"),
        ("Menu", "\uf0c9 Menu"),
        ("It’s", "It\x92s"),
    ],
)
def test_titles_and_names_have_nothing_unseen(expected, text):
    """A title is on one line, in NFC, without marks of direction, spaces without width and icons."""
    assert expected == one_line(text)


unseen = st.sampled_from(
    [
        "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\u202a", "\u202b", "\u202c", "\u202e", "\u2066",
        "\u2067", "\u2069", "\u00ad", "\ufeff", "\u2060", "\ufe0f", "\ufe0e", "\ue000", "\uf8ff", "\U000f0000", "\x85", "\x92",
        "\r", "\n", "\t", " ", "\u00a0", "\u3000", "\ud800", "\udc00", "\ufdd0", "\U0001f3f4", "\U000e0067", "\U000e007f",
        "a", "é", "e\u0301", "ب", "ک", "ש", "क", "\u094d", "ก", "中", "👩", "1", "\u20e3", "\ufffd",
    ]
)  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(unseen, max_size=25).map("".join))


@given(texts)
@example("\u200c\u200d")
@example("\u200b\ufe0e")
@example("a\u200d\ufe0f")
@example("ש\u202a\u200d\u202c\u200dש")
@example("ب\u200c\u200e\u200cب")
def test_tidy_has_one_form(text):
    """Tidied text is in NFC, stays as it is when tidied again, and has no control character but line ends and tabs."""
    once = tidy(text)

    assert once == tidy(once)
    assert unicodedata.is_normalized("NFC", once)
    assert not {char for char in once if unicodedata.category(char) in {"Cc", "Cs"}} - {"\n", "\t"}
    assert len(once) <= 3 * len(text)  # NFC makes at most three characters of one


@given(texts)
@example("\u200b\ufe0e")
def test_titles_have_one_form(text):
    """The same holds for titles, which have no line ends either."""
    once = one_line(text)

    assert once == one_line(once)
    assert once == seen(once)
    assert not {char for char in once if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}}


@pytest.mark.parametrize(
    "piece",
    [
        "\u200b",
        "\ue000",
        "\u202a",
        "\u200c\u200d",
        "a\u00ad",
        " ",
        "\n",
        "e\u0301",
        "\ufe0f",
        "\ud83d",
        "ש\u202b",
        "中\ue000",
        "\u200ba",
    ],
)
def test_tidy_is_linear(piece):
    """Four times the text takes some four times as long, whatever it is made of."""

    def seconds(count):
        began = time.process_time()
        tidy(f"x{piece * count}x")
        return time.process_time() - began

    short, long = min(seconds(25_000) for _ in range(3)), min(seconds(100_000) for _ in range(3))

    assert long < 10 * short + 0.05
