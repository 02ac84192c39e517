"""Reading order: PDFium's where it is right, that of the page where it is not."""

from archiver.extract.document import read_document
from tests.extract.factories import capture
from tests.extract.pdf.maker import Made, article, column, words
from tests.extract.pdf.prose import lines_of

LEFT, RIGHT = lines_of(12, 44), lines_of(12, 44, start=17)


def text_of(made):
    """Read a PDF that was made, as text."""
    return read_document(capture(made.bytes(), "application/pdf"), kind="source").text


def whole(lines):
    """Lines as the paragraph that they are."""
    return " ".join(lines)


def woven(*columns, xs, top=700.0, size=10):
    """Draw columns line by line across the page."""
    return "\n".join(
        words(line, x, top - at * 12, size)
        for at, row in enumerate(zip(*columns, strict=True))
        for x, line in zip(xs, row, strict=True)
    )


def test_columns_drawn_one_after_the_other_stay_so():
    """What is drawn in reading order is left alone."""
    made = Made(pages=[column(LEFT, 50, 760, 10, 12) + "\n" + column(RIGHT, 310, 760, 10, 12)])

    assert f"{whole(LEFT)}\n{whole(RIGHT)}" == text_of(made)


def test_two_columns_drawn_line_by_line_are_told_apart():
    """Recognised scans are drawn across the page; their columns are read one after the other."""
    made = Made(pages=[woven(LEFT, RIGHT, xs=(50, 310))])

    assert f"{whole(LEFT)}\n{whole(RIGHT)}" == text_of(made)


def test_three_columns_drawn_line_by_line_are_told_apart():
    """As two."""
    columns = [lines_of(12, 30, start=start) for start in (0, 11, 23)]
    made = Made(pages=[woven(*columns, xs=(40, 215, 390))])

    assert "\n".join(map(whole, columns)) == text_of(made)


def test_heading_across_woven_columns_parts_them():
    """Both columns above a heading come before it, both below it after."""
    made = Made(
        pages=[
            "\n".join(
                [
                    woven(LEFT, RIGHT, xs=(50, 310)),
                    words("What the River Board Had to Say of the Crossing of 1931", 50, 540, 16),
                    woven(RIGHT, LEFT, xs=(50, 310), top=510),
                ]
            )
        ]
    )
    expected = [
        whole(LEFT),
        whole(RIGHT),
        "What the River Board Had to Say of the Crossing of 1931",
        whole(RIGHT),
        whole(LEFT),
    ]

    assert expected == text_of(made).split("\n")


def test_column_drawn_first_but_standing_right_is_read_second():
    """The order of drawing is given up where the page contradicts it."""
    made = Made(pages=[column(RIGHT, 310, 760, 10, 12) + "\n" + column(LEFT, 50, 760, 10, 12)])

    assert f"{whole(LEFT)}\n{whole(RIGHT)}" == text_of(made)


def test_title_drawn_last_is_read_first():
    """Programs for slides draw the title when all else is drawn."""
    made = Made(pages=[column(LEFT, 60, 600) + "\n" + words("The Upper Ferry", 60, 700, 28)])

    assert f"The Upper Ferry\n{whole(LEFT)}" == text_of(made)


def test_note_drawn_first_is_read_after_the_text_above_it():
    """Where a note stands tells where it is read."""
    note = "12 The book is kept by the River Board."
    made = Made(pages=[words(note, 60, 60, 8) + "\n" + column(LEFT, 60, 700)])

    assert f"{whole(LEFT)}\n{note}" == text_of(made)


def test_note_at_the_foot_of_a_column_does_not_break_the_sentence():
    """A paragraph that goes on in the next column is whole, and the note comes after it."""
    unfinished = LEFT[:-1]
    made = Made(
        pages=[
            "\n".join(
                [
                    column(unfinished, 50, 300, 10, 12),
                    words("1 The book is kept by the River Board.", 50, 150, 8),
                    column(RIGHT, 310, 300, 10, 12),
                ]
            )
        ]
    )

    assert f"{whole(unfinished + RIGHT)}\n1 The book is kept by the River Board." == text_of(made)


def test_table_is_read_line_by_line():
    """The cells of a row stand together, with a tab between them, in whatever order they were drawn."""
    rows = [("Ferry", "Boats", "Tolls"), ("Upper", "3", "410"), ("Middle", "5", "902"), ("Lower", "12", "77")]
    by_row = "\n".join(
        words(cell, 80 + 120 * at, 500 - 14 * row)
        for row, cells in enumerate(rows)
        for at, cell in enumerate(cells)
    )
    by_column = "\n".join(
        words(cells[at], 80 + 120 * at, 500 - 14 * row) for at in range(3) for row, cells in enumerate(rows)
    )
    expected = "\n".join("\t".join(cells) for cells in rows)

    assert [expected, expected] == [text_of(Made(pages=[drawn])) for drawn in (by_row, by_column)]


def test_page_turned_on_its_side_is_read_the_right_way_up():
    """Lines that run upwards on the sheet are lines all the same."""
    turned = "\n".join(
        f"BT /F1 11 Tf 0 1 -1 0 {100 + 14 * at} 60 Tm ({line}) Tj ET" for at, line in enumerate(LEFT)
    )

    assert whole(LEFT) == text_of(Made(pages=[turned]))
    assert whole(LEFT) == text_of(Made(pages=[turned], page="/Rotate 90"))


def test_words_outside_the_page_are_not_read():
    """Printers' marks stand where nobody sees them."""
    made = Made(pages=[column(LEFT, 60, 700) + "\n" + words("ferry.indd 4", 60, -30)])

    assert whole(LEFT) == text_of(made)


def test_numbers_beside_every_line_are_left_out():
    """Pleadings have them from 1 on each page."""
    lines = lines_of(20, 60)
    numbers = "\n".join(words(str(at + 1), 40 if at < 9 else 34, 760 - 24 * at, 12) for at in range(10))
    page = "\n".join(f"{column(part, 72, 760, 12, 24)}\n{numbers}" for part in [lines[:10]])
    other = f"{numbers}\n{column(lines[10:], 72, 760, 12, 24)}"

    assert f"{whole(lines[:10])}\f{whole(lines[10:])}" == text_of(Made(pages=[page, other]))


def test_numbered_list_over_two_pages_keeps_its_numbers():
    """A list does not begin anew on the next page."""
    items = [f"{number}" for number in range(1, 21)]
    made = Made(
        pages=[
            "\n".join(
                words(item, 60, 760 - 20 * at) + words("boat", 90, 760 - 20 * at)
                for at, item in enumerate(part)
            )
            for part in (items[:10], items[10:])
        ]
    )

    assert ["1", "11"] == [page.split()[0] for page in text_of(made).split("\f")]


def test_large_initial_belongs_to_its_word():
    """A letter of three lines' height begins the word beside it."""
    made = Made(
        pages=[
            words("T", 60, 672, 44)
            + "\n"
            + column(["he keeper wrote", *LEFT[1:3]], 95, 700)
            + "\n"
            + column(LEFT[3:], 60, 658)
        ]
    )

    assert text_of(made).startswith("The keeper wrote")


def test_article_of_one_column_is_one_paragraph_a_block():
    """The plain case."""
    lines = lines_of(6)

    assert f"{whole(lines)}\n{whole(lines)}" == text_of(article([*lines, "", *lines]))
