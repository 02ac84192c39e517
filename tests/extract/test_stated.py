"""What files say of themselves: which value is believed, and what becomes of the others."""

import pytest

from archiver.extract.stated import Stated, document_of
from archiver.models.citation import Disagreement
from archiver.models.work import Name
from tests.extract.factories import capture

EK = Name(family="Ek", given="Ida")


def made(*stated, **rest):
    """Make the document of a file that says these things."""
    return document_of(capture(b"x"), kind="source", extractor="made", stated=stated, **rest)


def test_the_first_place_that_says_something_is_believed():
    """Values are taken in the order of trust; what others say otherwise is kept, what they say less of is not."""
    document = made(
        Stated(rule="style", title="Tolls at the Lock"),
        Stated(rule="core.xml", title="A Template", authors=(EK,), issued="2019-05-02", language="en-GB"),
        Stated(rule="heading", title="Tolls at the Lock: a history", issued="2018"),
    )

    assert ("Tolls at the Lock", "Ida Ek", "2019-05-02", "en") == (
        document.title,
        document.author,
        document.issued,
        document.language,
    )
    assert (
        ("title", "style"),
        ("issued", "core.xml"),
        ("language", "core.xml"),
        ("author", "core.xml"),
    ) == document.found_by
    assert (
        Disagreement(field="title", value="A Template", rule="core.xml"),
        Disagreement(field="issued", value="2018", rule="heading"),
    ) == document.disagreements


@pytest.mark.parametrize(
    ("expected", "field", "written"),
    [
        # dates that the work cannot have: later than its capture, a system's empty one, none
        (None, "issued", "2031-01-01"),
        (None, "issued", "1970-01-01T00:00:00Z"),
        (None, "issued", "yesterday"),
        ("2019-05", "issued", "May 2019"),
        # numbers of books whose last digit is right
        ("9780306406157", "isbn", "urn:isbn:978-0-306-40615-7"),
        ("080442957X", "isbn", "ISBN 0-8044-2957-x (cloth)"),
        (None, "isbn", "978-0-306-40615-8"),
        (None, "isbn", "urn:uuid:00000000-0000-4000-8000-000000000000"),
        ("10.5555/a.1", "doi", "https://doi.org/10.5555/a.1"),
        (None, "language", "und"),
        ("Lock Press", "publisher", " Lock \n Press\u200b "),
        (None, "license", " "),
    ],
)
def test_values_are_read(expected, field, written):
    """A value that is none is not kept."""
    assert expected == getattr(made(Stated(rule="x", **{field: written})), field)


def test_content_is_html_and_its_text():
    """The text follows from the HTML, without a heading that only repeats the title."""
    document = made(Stated(rule="x", title="Tolls"), html="<h1>Tolls</h1>\n<p>Three <em>pence</em>.</p>")

    assert ("<p>Three <em>pence</em>.</p>", "Three pence.") == (document.html, document.text)
