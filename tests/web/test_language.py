"""Languages as pages name them."""

import pytest

from archiver.web.language import iso_639_1


@pytest.mark.parametrize(
    ("expected", "tag"),
    [
        ("en", "en-GB"),
        ("pt", "pt_BR"),
        ("zh", "zh-Hant-TW"),
        ("de", "GER"),
        ("he", "iw"),
        ("fr", "fr, en"),
        ("no", "nor"),
        # one of a language's two written forms, or none said
        ("nb", "nb-NO"),
        ("nn", "nno"),
        ("sr", "sr-Latn-RS"),
        ("bs", "bos"),
        # members of one language
        ("zh", "cmn"),
        ("zh", "yue-HK"),
        ("ar", "arb"),
        ("fa", "prs"),
        # names for one language
        ("tl", "fil"),
        ("tl", "tgl"),
        # withdrawn codes
        ("id", "in"),
        ("sr", "sh"),
        ("ro", "mo"),
        # a country's code where no language has it
        ("ja", "jp"),
        ("cs", "cz"),
        # a locale, a name
        ("en", "en_US.UTF-8"),
        ("fr", "Français"),
        ("en", "English (UK)"),
        (None, "und"),
        (None, "xx"),
        (None, "mul"),
        (None, "zxx"),
        (None, "-"),
        (None, "{{ lang }}"),
        (None, ""),
        (None, None),
    ],
)
def test_iso_639_1(expected, tag):
    """A language has two letters, whatever else its tag says."""
    assert expected == iso_639_1(tag)
