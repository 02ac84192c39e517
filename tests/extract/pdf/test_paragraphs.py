"""Paragraphs, headings, lists and notes, put together from lines."""

from archiver.extract.document import read_document
from tests.extract.factories import capture
from tests.extract.pdf.maker import Made, article, column, words
from tests.extract.pdf.prose import lines_of

LINES = lines_of(5)
WHOLE = " ".join(LINES)


def document(made):
    """Read a PDF that was made."""
    return read_document(capture(made.bytes(), "application/pdf"), kind="source")


def test_paragraphs_apart_by_space():
    """A wider gap than between lines begins a paragraph."""
    made = Made(pages=[column(LINES, 60, 760) + "\n" + column(LINES, 60, 760 - 5 * 14 - 8)])

    assert f"{WHOLE}\n{WHOLE}" == document(made).text


def test_paragraphs_apart_by_their_first_line():
    """A line that stands in begins a paragraph, however full the line before it is."""
    first = LINES[0].rpartition(" ")[0]
    drawn, top = [], 760
    for _ in range(4):
        drawn += [words(first, 78, top), column(LINES[1:], 60, top - 14)]
        top -= 5 * 14
    text = document(Made(pages=["\n".join(drawn)])).text

    assert [" ".join([first, *LINES[1:]])] * 4 == text.split("\n")


def test_paragraphs_apart_by_a_short_last_line():
    """Where the next line's first word would have fitted, the line was meant to end."""
    short = [*LINES[:4], "the far bank."]
    text = document(article(short * 3)).text

    assert [" ".join(short)] * 3 == text.split("\n")


def test_items_that_hang_are_whole():
    """The lines of an item of a bibliography stand in from its first one."""
    drawn, top = [], 760
    for _ in range(3):
        drawn += [words(LINES[0], 60, top), column(LINES[1:3], 80, top - 14)]
        top -= 3 * 14 + 8
    text = document(Made(pages=["\n".join(drawn)])).text

    assert [" ".join(LINES[:3])] * 3 == text.split("\n")


def test_list_keeps_its_items_apart():
    """Bullets and numbers begin a line of text each, and bullets an item of a list."""
    made = article(
        [
            "\u2022 apples and salt",
            "\u2022 letters",
            "1. The upper ferry",
            "2. The lower ferry",
            "(a) by night",
        ]
    )

    text = "\u2022 apples and salt\n\u2022 letters\n1. The upper ferry\n2. The lower ferry\n(a) by night"
    html = (
        '<section data-page="1"><ul><li>apples and salt</li><li>letters</li></ul><p>1. The upper ferry</p>'
        "<p>2. The lower ferry</p><p>(a) by night</p></section>"
    )

    assert [text, html] == [document(made).text, document(made).html]


def test_reference_at_the_head_of_a_line_begins_nothing():
    """`Figure 3` is a caption where a sentence has ended, and a mention where it goes on."""
    lines = [LINES[0], f"Figure 3 {LINES[1][:53]}", *LINES[2:]]

    assert " ".join(lines) == document(article(lines)).text


def test_headings_are_told_by_size_and_by_weight():
    """The largest are of the highest level; bold ones of the text's size of the lowest."""
    made = Made(
        pages=[
            "\n".join(
                [
                    words("The Upper Ferry", 60, 780, 20),
                    words("Boats", 60, 750, 14),
                    column(LINES, 60, 720),
                    words("Tolls", 60, 630, 11, "F2"),
                    column(LINES, 60, 610),
                ]
            )
        ]
    )

    assert (
        f'<section data-page="1"><h2>The Upper Ferry</h2><h3>Boats</h3><p>{WHOLE}</p><h4>Tolls</h4><p>{WHOLE}</p></section>'
        == document(made).html
    )


def test_typewritten_paragraphs_are_whole_and_typewritten_lines_in_print_are_not():
    """In a printed text such letters show what a machine is told, line by line."""
    typed = Made(pages=["\n".join(words(line, 60, 760 - 14 * at, 10, "F3") for at, line in enumerate(LINES))])
    code = ["boats = count(crossings, by_year=true);", "tolls = sum(boats, of=ferries, in=pounds);"]
    printed = Made(
        pages=[
            column(LINES, 60, 760)
            + "\n"
            + "\n".join(words(line, 60, 670 - 14 * at, 10, "F3") for at, line in enumerate(code))
        ]
    )

    assert [WHOLE, "\n".join([WHOLE, *code])] == [
        document(typed).text.replace("\n", " "),
        document(printed).text,
    ]


def test_marks_of_notes_stand_apart_from_their_words():
    """A raised number is written as in the texts of posts; a power belongs to its unit."""
    made = Made(
        pages=[
            "\n".join(
                [
                    words("Nobody asked him why.", 60, 760),
                    words("12", 168, 765, 6),
                    words("The isle has 40 km", 60, 700),
                    words("2", 156, 705, 6),
                    words("12", 60, 64, 6),
                    words("The board asked.", 68, 60, 9),
                ]
            )
        ]
    )

    assert ["Nobody asked him why.[12]", "The isle has 40 km2", "12 The board asked."] == document(
        made
    ).text.split("\n")
    assert "<p>Nobody asked him why.<sup>12</sup></p>" in document(made).html


def test_words_broken_at_line_ends_are_whole():
    """The hyphen goes, but where it belongs to the word."""
    made = article(
        [
            "He kept a well-known book and wrote in it with a care-",
            "ful hand; it was well-",
            "known to the Anglo-",
            "Norman clerks of 1902-",
            "1903.",
        ]
    )

    assert (
        "He kept a well-known book and wrote in it with a careful hand; it was well-known to the Anglo-Norman clerks of 1902-1903."
        == document(made).text.replace("\n", " ")
    )


def test_address_broken_at_a_line_end_is_whole():
    """No space and no hyphen gets into it or out of it."""
    made = article(
        [
            "The book is at https://ferry.example/books/",
            "green-spine and a copy of it at https://ferry.example/upper-",
            "ferry and nowhere else that anybody knows of now.",
        ]
    )

    assert (
        "The book is at https://ferry.example/books/green-spine and a copy of it at https://ferry.example/upper-ferry and "
        "nowhere else that anybody knows of now." == document(made).text
    )
