"""Where one step of drift ends is the user's to say."""

import pytest

from archiver.collection.settings import read_settings
from archiver.models.drift import Thresholds
from archiver.models.errors import SettingsError

BLOG = '[blog]\nseeds = ["https://a.example/"]\n[drift]\n'


def test_thresholds_of_drift_are_settings(tmp_path):
    """A librarian may ask for more, or be content with less, before a change is told; what is not said stays."""
    path = tmp_path / "collection.toml"
    path.write_text(f"{BLOG}minor = 0.95\nleast_words = 20\n", encoding="utf-8")

    assert Thresholds(minor=0.95, least_words=20) == read_settings(path).drift


@pytest.mark.parametrize(
    ("line", "words"),
    [
        # a misspelt setting
        ("minr = 0.9", "drift.minr: Unexpected"),
        # a share in per cent
        ("cut = 60", "drift: cut is a share, between 0 and 1"),
        # no number
        ("cosine = nan", "drift: cosine is a share"),
        # a loss is below zero
        ("word_change = 0.7", "drift: word_change is a share, between -1 and 0"),
        ("longest = 0", "drift: longest is a number from 1 up"),
        # a step below the one before
        ("minor = 0.4", "drift: replaced, changed, minor and whole are steps"),
    ],
)
def test_what_is_no_threshold_is_refused(tmp_path, line, words):
    """A setting that could not be obeyed is named."""
    path = tmp_path / "collection.toml"
    path.write_text(BLOG + line, encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        read_settings(path)

    assert words in str(caught.value)
