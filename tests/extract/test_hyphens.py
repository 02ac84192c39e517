"""Whether a hyphen at the end of a line is the author's."""

import pytest

from archiver.extract.hyphens import Words

TEXT = "the keeper had a well-known book and made each decision while making notes"


@pytest.mark.parametrize(
    ("expected", "left", "right"),
    [
        ("careful", "care-", "ful"),
        # written with its hyphen elsewhere
        ("a well-known book", "a well-", "known book"),
        # written whole elsewhere
        ("keeper", "keep-", "er"),
        # a chain of hyphens, a name, a number
        ("state-of-the-art", "state-of-the-", "art"),
        ("Anglo-Norman", "Anglo-", "Norman"),
        ("1902-1903", "1902-", "1903"),
        # a heading in capitals
        ("GOVERNMENT", "GOVERN-", "MENT"),
        # a soft hyphen is never the author's
        ("well known", "well kn\u00ad", "own"),
        # nothing goes on after it
        ("to and -fro", "to and -", "fro"),
    ],
)
def test_joined(expected, left, right):
    """A word broken at the end of a line is one word again, and keeps a hyphen of its own."""
    assert expected == Words([TEXT], [("care-", "ful")]).joined(left, right)


def test_document_without_hyphenation_keeps_every_hyphen():
    """Where no line ends within a word, a hyphen at a line's end is one that was written."""
    pairs = [("decision-", "making")]

    assert ["decision-making", "decisionmaking"] == [
        Words([TEXT], broken).joined(*pairs[0]) for broken in (pairs, [*pairs, ("care-", "ful")])
    ]
