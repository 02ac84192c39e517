"""Text that was encoded twice is put right where that is sure, and left alone elsewhere."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.web.doubled import undoubled
from tests.web.texts import TEXTS


def doubled(text, codec="cp1252"):
    """Read UTF-8 as something else, as broken programs do; bytes without a character stay control characters."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())


def _known(language, codec):
    """Whether a text is enough to tell: two letters of Cyrillic may be two letters of Cyrillic."""
    beyond = [char for char in TEXTS[language] if not char.isascii()]
    is_latin = all(char < "\u0370" or char > "\u1dff" for char in beyond)
    return bool(beyond) and (
        codec in {"cp1252", "latin-1"} or (len(beyond) >= 3 and not (codec == "cp1251" and is_latin))
    )


CODECS = ("cp1252", "latin-1", "cp1251", "cp1250", "mac_roman")


@pytest.mark.parametrize(
    ("language", "codec"),
    [(language, codec) for codec in CODECS for language in sorted(TEXTS) if _known(language, codec)],
)
def test_whole_texts_are_put_right(language, codec):
    """A text of which nothing was spared comes back letter by letter."""
    count = sum(1 for char in TEXTS[language] if not char.isascii())

    assert (TEXTS[language], count) == undoubled(doubled(TEXTS[language], codec))


@pytest.mark.parametrize("rounds", [2, 3])
def test_texts_that_went_through_several_programs(rounds):
    """Broken programs come in rows."""
    text = TEXTS["fr"]
    for _ in range(rounds):
        text = doubled(text)

    assert TEXTS["fr"] == undoubled(text)[0]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("It’s the lock", "Itâ€™s the lock"),
        ("the café", "the cafÃ©"),
        ("© 2019", "Â© 2019"),
        ("a — dash", "a â€” dash"),
        ("😀 and ⭐️", "ðŸ˜€ and â­\x90ï¸\x8f".replace("â­\x90", "â\xad\x90")),
        # a sound template around a broken text
        (
            "<title>Café</title>\n<p>It’s</p>\n<p>don’t</p>\n<p>the rôle</p>",
            "<title>Café</title>\n<p>Itâ€™s</p>\n<p>donâ€™t</p>\n<p>the rÃ´le</p>",
        ),
        # scripts speak of encoding, readers do not
        (
            "<title>é</title><script>encodeURI()</script><p>It’s</p><p>don’t</p><p>rôle</p>",
            "<title>é</title><script>encodeURI()</script><p>Itâ€™s</p><p>donâ€™t</p><p>rÃ´le</p>",
        ),
    ],
)
def test_small_texts_that_can_mean_nothing_else(expected, text):
    """Where no other reading makes sense, one sequence is enough."""
    assert expected == undoubled(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS.values(),
        # a page that speaks of such text
        "In the wrong encoding, it’s shown as itâ€™s.",
        "Read as UTF-8, cafÃ© is café",
        "<p>Mojibake: â€™</p><p>cafÃ©</p><p>naÃ¯ve</p><p>rÃ´le</p>",
        "A browser that takes the wrong charset shows â€œ and â€™",
        # a letter and a sign that look like one of UTF-8
        "“Spaß”",
        "« café…»",
        "AMANHÃ… NÃO",
        "ЕЁ И НЕЁ",
        "É”",
        # too little to be sure of
        "<p>Café</p><p>itâ€™s</p>",
        "plain words",
        "",
    ],
)
def test_what_may_be_meant_is_left_alone(text):
    """A repair that is not sure is none."""
    assert (text, 0) == undoubled(text)


@given(st.text(max_size=80))
def test_sound_text_comes_back_from_any_number_of_repairs(text):
    """What was put right once is right."""
    once, _ = undoubled(text)

    assert (once, 0) == undoubled(once)


@pytest.mark.parametrize("piece", ["â€™", "Ã", "é”", "漢字", "Р°", "<é>", "Ã©<"])
def test_undoubled_is_linear(piece):
    """Four times the text takes some four times as long."""

    def seconds(count):
        began = time.process_time()
        undoubled(f"x{piece * count}")
        return time.process_time() - began

    short, long = min(seconds(10_000) for _ in range(3)), min(seconds(40_000) for _ in range(3))

    assert long < 10 * short + 0.05
