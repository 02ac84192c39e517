"""Who wrote a PDF."""

import pytest

from archiver.extract.pdf.bylines import authors_below, authors_of

COMMON = {"new", "policy", "executive", "summary", "foreign", "of", "the"}


@pytest.mark.parametrize(
    ("expected", "metadata"),
    [
        (["Orla Tamm"], ["Orla Tamm"]),
        (["Orla Tamm", "Piet Okoro"], ["Orla Tamm; Piet Okoro"]),
        (["Orla Tamm", "Piet Okoro"], ["Tamm, Orla", "Okoro, Piet"]),
        (["UNESCO"], ["UNESCO"]),
        ([], ["otamm"]),
        ([], ["Microsoft Office User"]),
        ([], ["Administrator"]),
        ([], [""]),
    ],
)
def test_authors_of_the_metadata(expected, metadata):
    """A login name is no author."""
    assert expected == [str(name) for name in authors_of(metadata)]


@pytest.mark.parametrize(
    ("expected", "below"),
    [
        (["Orla Tamm"], ["Orla Tamm", "University of the Shore"]),
        (["Orla Tamm", "Piet Okoro"], ["by Orla Tamm and Piet Okoro", "May 1931"]),
        (["Orla Tamm", "Piet Okoro"], ["Orla Tamm1*, Piet Okoro2", "1 University of the Shore"]),
        (["Orla Tamm", "Piet Okoro"], ["Orla Tamm", "Piet Okoro", "Abstract"]),
        (["Ida van Ek"], ["A tale of boats and men", "Ida van Ek, PhD"]),
        # words of the text, whatever their letters
        ([], ["Executive Summary"]),
        ([], ["Foreign Policy"]),
        # a body's name is not told from a place or a motto
        ([], ["The Upper Ferry", "New York"]),
        # below the abstract nobody is named
        ([], ["Abstract", "Orla Tamm"]),
        ([], ["Dear Madam Chair"]),
        ([], []),
    ],
)
def test_authors_below_a_title(expected, below):
    """A line of names under the title is a byline."""
    assert expected == [str(name) for name in authors_below(below, COMMON, author=None, title="Ferry Books")]


def test_author_behind_a_label_is_believed_first():
    """Where the page says who is the author, nothing is guessed."""
    assert ["Orla Tamm", "Piet Okoro"] == [
        str(name) for name in authors_below(["Ida Ek"], COMMON, author="Orla Tamm and Piet Okoro", title=None)
    ]


@pytest.mark.parametrize(
    ("expected", "title"),
    [
        (
            "Panel of Experts on Salt",
            "Letter dated 5 May 2018 from the Panel of Experts on Salt established pursuant to resolution 12",
        ),
        ("Secretary-General", "Report of the Secretary-General on the ferries"),
        (
            "Independent Commission of Inquiry on the Upper Ferry",
            "Report of the Independent Commission of Inquiry on the Upper Ferry",
        ),
        (None, "Report of the year"),
    ],
)
def test_body_whose_report_it_is(expected, title):
    """A report by a body is the body's, and the body is an organisation."""
    found = authors_below([], COMMON, author=None, title=title)

    assert [expected] * bool(expected) == [name.literal for name in found]
