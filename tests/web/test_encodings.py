"""Labels of encodings, and the bytes that belong to them."""

import pytest
from webencodings.labels import LABELS

from archiver.web.encodings import CODECS, LANGUAGES, encoding_named

# WHATWG has one word for all encodings that browsers refuse to read; an archive reads two of them.
REFUSED = {"replacement", "x-user-defined"}


@pytest.mark.parametrize(
    ("expected", "label"),
    [
        ("utf-8", "UTF8"),
        ("windows-1252", "us-ascii"),
        ("windows-1254", "iso-8859-9"),
        ("windows-874", "TIS-620"),
        ("shift_jis", "x-sjis"),
        ("iso-8859-8-i", "iso-8859-8-i"),
        ("iso-8859-8", "visual"),
        ("macintosh", " x-mac-roman "),
        ("gbk", "gb2312"),
        # not WHATWG's, and written all the same
        ("windows-1252", "latin-1"),
        ("windows-1251", "win-1251"),
        ("euc-kr", "cp949"),
        ("euc-kr", "UHC"),
        ("shift_jis", "ms932"),
        ("utf-8", "utf8mb4"),
        ("gbk", "windows-936"),
        ("hz-gb-2312", "hz-gb-2312"),
        # codecs of Python that are no encodings of the web
        (None, "rot13"),
        (None, "utf-7"),
        (None, "idna"),
        (None, "cp437"),
        (None, "x-user-defined"),
        (None, "no\x00thing"),
        (None, ""),
        (None, None),
    ],
)
def test_encoding_named(expected, label):
    """A label means what browsers take it to mean."""
    assert expected == encoding_named(label)


@pytest.mark.parametrize(("label", "name"), [pair for pair in LABELS.items() if pair[1] not in REFUSED])
def test_every_label_of_the_standard_is_known(label, name):
    """All of WHATWG's labels lead to WHATWG's names, and each of these can be read."""
    assert name == encoding_named(label)
    assert name in CODECS


def test_languages_of_every_legacy_encoding_are_known():
    """For every encoding but Unicode's own it is known who wrote in it."""
    assert set(CODECS) - set(LANGUAGES) == {name for name in CODECS if name.startswith("utf")}
