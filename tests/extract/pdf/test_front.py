"""What a front page says of its work."""

import pytest

from archiver.extract.pdf.front import is_junk, issued_of, read_front
from archiver.extract.pdf.identifiers import doi_of, is_isbn, isbn_of, license_of, symbol_in
from archiver.extract.pdf.line import Line


def lines(*rows):
    """Set the rows of a page from its top: a text, or a text, a size and whether it is bold."""
    made = []
    for at, row in enumerate(rows):
        text, size, bold = (row, 10, False) if isinstance(row, str) else (*row, False)[:3]
        base = 780 - 24 * at
        made.append(
            Line(
                text=text,
                left=60,
                right=60 + 5 * len(text),
                bottom=base,
                top=base + size,
                base=base,
                size=size,
                bold=bold,
            )
        )
    return made


@pytest.mark.parametrize(
    ("expected", "rows"),
    [
        (
            "The Closing of the Ferry",
            ["River Board Papers", ("The Closing", 20), ("of the Ferry", 20), "by night"],
        ),
        # one size throughout: nothing stands out
        (None, ["one line", "another line"]),
        # but what is bold
        (
            "Closing of the upper ferry",
            ["Upper Ferry", ("Closing of the upper ferry", 10, True), "by night", "and by day"],
        ),
        # numbers are no title, however big
        ("of the Ferry", [("1931", 40), ("of the Ferry", 20), "by night"]),
        # nor is what says whose paper it is, and of what kind
        (
            "Letter from the Panel of Experts",
            [
                ("United Nations", 16),
                ("S/2019/171", 20),
                ("Security Council", 20),
                ("Letter from the Panel of Experts", 14),
                "text",
            ],
        ),
        ("Salt and Tolls", [("Working Paper No. 12", 24), ("Salt and Tolls", 18), "text"]),
        # nor a date
        ("Salt and Tolls", [("3 May 1931", 24), ("Salt and Tolls", 18), "text"]),
        # one word is rather a name than a title
        ("The Price of Salt", [("Upstream", 20), ("The Price of Salt", 18), "text"]),
        # unless it is by far the biggest
        ("Saltworks", [("Saltworks", 30), ("Orla Tamm and others", 18), "text"]),
        # a memorandum says what it is about
        ("The upper ferry", ["MEMORANDUM", "TO: The Board", "SUBJECT: The upper ferry"]),
        (None, []),
    ],
)
def test_title_of_a_front_page(expected, rows):
    """The title is what is set biggest, and is no masthead."""
    assert expected == read_front(lines(*rows), 10).title


def test_labels_of_a_cover_sheet():
    """Libraries put a sheet before an article that names all its parts."""
    front = read_front(
        lines(
            ("The Ferry Question", 18),
            "Author(s): Orla Tamm and Piet Okoro",
            "Source: River Studies , Autumn, 1979, Vol. 9, No. 1 (Autumn, 1979), pp. 3-23",
            "Published by: University of Shore Press",
        ),
        10,
    )

    assert (
        "The Ferry Question",
        "Orla Tamm and Piet Okoro",
        "River Studies",
        "University of Shore Press",
    ) == (
        front.title,
        front.author,
        front.container_title,
        front.publisher,
    )


@pytest.mark.parametrize(
    ("expected", "texts"),
    [
        ("2017-09-14", ["River Studies 2017-09-14"]),
        ("2019-02-26", ["Distr.: General", "26 February 2019", "Original: English"]),
        # no more precise than given
        ("2019-03", ["Research Paper | March 2019"]),
        # a word for it beats a date alone
        ("2019-03-05", ["Published 5 March 2019", "London, 9 March 2019"]),
        # when it was received is not when it was published; two dates tell nothing
        (None, ["Received 3 May 1930"]),
        (None, ["3 May 1930", "4 June 1931"]),
        # running text, and what it speaks of
        (
            None,
            [
                "The lock was opened on the 3rd of May 1931 by the mayor, and everybody who could walk came to see it."
            ],
        ),
        (None, ["Resolution 2374 of 5 September 2017"]),
        (None, ["The mayor of Shoreham spoke of it on 3 May 1931"]),
    ],
)
def test_issued_of_a_front_page(expected, texts):
    """A PDF is dated by the one date at the head of its first page."""
    assert expected == issued_of(texts)


@pytest.mark.parametrize(
    "title",
    [
        "untitled", "Microsoft Word - closing.doc", "closing_v2.pdf", "N1904567", "Slide 1", "PowerPoint Presentation", "Report", "final_draft_3",
        "19-03116", "", "1931", "https://ferry.example/", "Paper Title (use style: paper title)", "C:\\ferry\\book",
    ],
)  # fmt: skip
def test_junk_titles(title):
    """What programs and templates put there is no title."""
    assert is_junk(title)


@pytest.mark.parametrize(
    "title", ["Ferry Books", "Report of the River Board", "1931: A Dry Year", "Salt", "The U2 Affair"]
)
def test_titles_that_are_none_of_a_program(title):
    """What a person wrote is believed."""
    assert not is_junk(title)


def test_doi_of_a_pdf():
    """One DOI on the first page is the work's own; of several, nobody knows."""
    one, other = "doi:10.5555/a.1", "https://doi.org/10.5555/b.2"

    assert ["10.5555/a.1", None, None] == [doi_of([one, one]), doi_of([one, other]), doi_of([])]


def test_isbn_of_a_pdf():
    """The file's own comes before the printed book's; one whose last digit is wrong is none."""
    assert [
        "9783161484100",
        "9780306406157",
        "0306406152",
        None,
        None,
    ] == [
        isbn_of(["ISBN 978-3-16-148410-0"]),
        isbn_of(["ISBN: 978-3-16-148410-0 (hardback)", "ISBN: 978-0-306-40615-7 (PDF)"]),
        isbn_of(["ISBN-10 0-306-40615-2"]),
        isbn_of(["ISBN 978-3-16-148410-1"]),
        isbn_of(["978-3-16-148410-0"]),
    ]
    assert not is_isbn("12345")


def test_license_of_a_pdf():
    """Creative Commons' address is a licence, two of them are none."""
    by, sa = (
        "under http://creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/licenses/by-sa/3.0",
    )

    assert ["https://creativecommons.org/licenses/by/4.0/", None] == [license_of([by]), license_of([by, sa])]


def test_symbols_of_documents():
    """A body, a year and a number between strokes."""
    assert ["S/2019/171", "A/RES/194", "E/CN.4/2004/7", None, None] == [
        symbol_in(text)
        for text in ("United Nations S/2019/171", "A/RES/194 (III)", "E/CN.4/2004/7", "and/or", "AC/DC")
    ]
