"""Running heads, feet and page numbers go; the text stays."""

import pytest

from archiver.extract.pdf.furniture import without_furniture
from archiver.extract.pdf.line import Line, Page
from archiver.extract.pdf.margins import masked, page_numbers, roman
from tests.extract.pdf.prose import lines_of

HEIGHT = 842
BODY = [[*lines_of(20, start=start * 3)] for start in range(12)]


def line(text, base, size=11.0, left=60.0, *, artifact=False):
    """Set a line at a height."""
    return Line(
        text=text,
        left=left,
        right=left + 5 * len(text),
        bottom=base - 2,
        top=base + 8,
        base=base,
        size=size,
        artifact=artifact,
    )


def pages(heads, feet, bodies=BODY):
    """Set a page for each head and foot, with text of its own between them."""
    return [
        Page(
            number=at + 1,
            width=595,
            height=HEIGHT,
            lines=tuple(
                [line(text, 760 - 14 * row) for row, text in enumerate(bodies[at])]
                + ([line(head, 806, 9)] if head else [])
                + ([line(foot, 40, 9)] if foot else [])
            ),
        )
        for at, (head, foot) in enumerate(zip(heads, feet, strict=True))
    ]


def kept(made):
    """The texts left on each page."""
    return [[each.text for each in lines] for lines in without_furniture(made)]


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        # the same on every page
        (["River Studies"] * 4, [""] * 4),
        # numbers that grow
        (["River Studies 12 (2016)"] * 4, ["117", "118", "119", "120"]),
        # odd and even pages
        (["Tamm", "River Studies"] * 3, ["- 1 -", "- 2 -", "- 3 -", "- 4 -", "- 5 -", "- 6 -"]),
        # Roman numerals, none on the first page
        (["", "ii", "iii", "iv"], [""] * 4),
        # of how many
        ([""] * 3, ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]),
        # a document's symbol and its job number change sides
        (["S/2019/171"] * 4, ["19-03116 1/4", "2/4 19-03116", "19-03116 3/4", "4/4 19-03116"]),
        # a head that changes with the chapter, where others stand
        (["River Studies", "River Studies", "Ferries", "River Studies", "Boats and men"], [""] * 5),
        # two pages
        (["Minutes of the board"] * 2, ["1", "2"]),
        # one page, and its number
        ([""], ["1"]),
    ],
)
def test_heads_and_feet_go(heads, feet):
    """Whatever repeats at the same place, or counts the pages, is no part of the text."""
    assert BODY[: len(heads)] == kept(pages(heads, feet))


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        # one page says nothing of what repeats
        (["Minutes of the board"], ["Adopted by all."]),
        # years are no page numbers
        (["", "", ""], ["1931", "1902", "1884"]),
        # notes may happen to count with the pages
        (["", ""], ["12 As the board had it in that year.", "13 So the keeper's book, on its last page."]),
        # different words at one place on few pages
        (["The boats", "The men", "The tolls"], ["", "", ""]),
    ],
)
def test_what_stands_but_once_is_kept(heads, feet):
    """Where nothing shows that it is furniture, it is text."""
    made = pages(heads, feet)
    expected = [
        [*BODY[at], *([head] if head else []), *([foot] if foot else [])]
        for at, (head, foot) in enumerate(zip(heads, feet, strict=True))
    ]

    assert expected == kept(made)


def test_words_that_repeat_far_apart_are_kept():
    """Heads follow each other from page to page; what ends three pages of a long document alike is chance."""
    feet = ["Nobody asked." if at in {0, 5, 10} else "" for at in range(11)]
    made = pages([""] * 11, feet)

    assert [[*BODY[at], *([foot] if foot else [])] for at, foot in enumerate(feet)] == kept(made)


def test_titles_of_slides_are_kept_though_they_repeat():
    """What is set larger than the text is no running head."""
    made = [
        Page(number=at, width=720, height=405, lines=(line("Findings", 350, 28), line(BODY[at][0], 250, 16)))
        for at in range(1, 5)
    ]

    assert [["Findings", BODY[at][0]] for at in range(1, 5)] == kept(made)


def test_head_of_a_table_that_goes_on_is_kept():
    """A row that repeats close above the text belongs to it."""
    made = [
        Page(
            number=at,
            width=595,
            height=HEIGHT,
            lines=tuple(
                line(text, 780 - 14 * row) for row, text in enumerate(["Ferry Boats Tolls", *BODY[at]])
            ),
        )
        for at in range(4)
    ]

    assert [["Ferry Boats Tolls", *BODY[at]] for at in range(4)] == kept(made)


def test_first_lines_that_repeat_between_others_are_kept():
    """Nothing is taken out of the middle of a page: a row goes only when all rows outside it go."""
    refrain = [["Nobody asked him why he did so.", *BODY[at]] for at in range(4)]
    made = pages(["The first", "Another", "A third", "The last"], [""] * 4, refrain)

    assert [[*refrain[at], made[at].lines[-1].text] for at in range(4)] == kept(made)


def test_what_the_file_calls_an_artifact_goes_even_from_one_page():
    """A tagged file says of its heads that they are none of the text (PDF 1.7, 14.8.2.2)."""
    (page,) = pages([""], [""])
    marked = Page(
        number=1, width=595, height=HEIGHT, lines=(*page.lines, line("Draft of May", 806, 9, artifact=True))
    )

    assert [BODY[0]] == kept([marked])


def test_pages_that_are_alike_throughout_keep_their_text():
    """A form of one line, copied a hundred times, is not all furniture."""
    made = [
        Page(number=at, width=595, height=HEIGHT, lines=(line("The boat did not go today.", 780),))
        for at in range(5)
    ]

    assert [["The boat did not go today."]] * 5 == kept(made)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("river studies # (#) #", "River Studies 12 (2016)   117"),
        ("# preface", "xiv  Preface"),
        # a word made of such letters alone
        ("civil law", "Civil law"),
        ("", ""),
    ],
)
def test_masked(expected, text):
    """What changes from page to page is masked."""
    assert expected == masked(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((117,), "117 Tamm"),
        ((4,), "- iv -"),
        ((3, 12), "Page 3 of 12"),
        # in the midst of words
        ((), "the year 1931 was dry and warm"),
        ((), ""),
    ],
)
def test_page_numbers(expected, text):
    """A page's number stands at an end of its row, or behind its word."""
    assert expected == page_numbers(text)


def test_roman():
    """Only what is well made counts."""
    assert [4, 19, 1994, 0, 0] == [roman(word) for word in ("iv", "xix", "mcmxciv", "iiii", "ferry")]
