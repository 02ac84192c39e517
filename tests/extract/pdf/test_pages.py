"""Pages are marked: by a form feed in the text, by a section in the HTML."""

from archiver.extract.document import read_document
from archiver.extract.locating import Found, Searchable
from tests.extract.factories import capture
from tests.extract.pdf.maker import Made, article, column, words
from tests.extract.pdf.prose import lines_of

LINES = lines_of(30)


def document(made):
    """Read a PDF that was made."""
    return read_document(capture(made.bytes(), "application/pdf"), kind="source")


def test_pages_are_apart_by_form_feeds():
    """Page n is what stands before the n-th form feed, whether there are words on it or not."""
    made = article(["One."], [], ["Three."], [])

    assert ["One.", "", "Three.", ""] == document(made).text.split("\f")
    assert 4 == document(made).pages


def test_document_without_words_has_no_form_feeds():
    """Nothing said is nothing stored."""
    assert "" == document(article([], [])).text


def test_pages_are_sections_with_their_numbers_and_labels():
    """An empty page has no section; a label is what the file calls the page; what is no markup is escaped."""
    made = article(["Salt <b>&</b> roads."], [], ["Tolls."])
    made.catalogue = "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /P (A\\042-) >>] >>"

    assert (
        '<section data-page="1" data-label="i"><p>Salt &lt;b&gt;&amp;&lt;/b&gt; roads.</p></section>\n'
        '<section data-page="3" data-label="A&quot;-1"><p>Tolls.</p></section>' == document(made).html
    )


def test_quotation_over_a_page_break_is_found():
    """A sentence that goes on over the page is one sentence to whoever looks for it."""
    end, start = (
        "and when the far bank was under water the board sent for",
        "a bigger boat, which came by rail and never got there.",
    )
    text = document(article([*LINES[:14], end], [start])).text
    location = Searchable(text).locate(f"{end} {start}")

    assert (Found.NEAR, f"{end}\f{start}".rstrip(".")) == (
        location.found,
        text[location.start : location.end],
    )


def test_word_broken_over_a_page_break_stands_whole_where_it_begins():
    """Also where a note stands at the foot of the page."""
    first = (
        column([*LINES[:14], f"{LINES[14][:50]} govern-"], 60, 760)
        + "\n"
        + words("1 As the board had it.", 60, 60, 8)
    )
    made = Made(pages=[first, column([f"ment {LINES[15]}", *LINES[16:]], 60, 760)])
    before, after = document(made).text.split("\f")

    assert ["government\n1 As the board had it.", LINES[15]] == [before[-33:], after[: len(LINES[15])]]
