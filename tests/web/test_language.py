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
        (None, "und"),
        (None, "xx"),
        (None, "{{ lang }}"),
        (None, ""),
        (None, None),
    ],
)
def test_iso_639_1(expected, tag):
    """A language has two letters, whatever else its tag says."""
    assert expected == iso_639_1(tag)
