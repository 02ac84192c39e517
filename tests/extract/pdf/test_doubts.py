"""What a reader is told before trusting the text of a PDF."""

import pytest

from archiver.extract.document import read_document
from archiver.extract.pdf import reading
from archiver.extract.pdf.doubts import doubts
from archiver.extract.pdf.legible import is_illegible
from archiver.extract.pdf.line import Page
from tests.extract.factories import capture
from tests.extract.pdf.maker import IMAGE, Made, column, words
from tests.extract.pdf.prose import lines_of

TEXT = column(lines_of(6), 60, 700)
UNSEEN = "3 Tr " + TEXT  # as recognised words are drawn behind the picture of a page


def document(made):
    """Read a PDF that was made."""
    return read_document(capture(made.bytes(), "application/pdf"), kind="source")


@pytest.mark.parametrize(
    ("expected", "pages"),
    [
        ((), [TEXT]),
        (("no text layer: a scan of 12 pages",), [IMAGE] * 12),
        # a stamp is no text layer
        (("no text layer: a scan of 1 page",), [IMAGE]),
        (("no text layer on pages 2 and 4: only a picture",), [TEXT, IMAGE, TEXT, IMAGE]),
        (("no text layer on page 1: only a picture",), [IMAGE + " " + words("7", 300, 40), TEXT]),
        (("text recognised by a machine in the scan of all 2 pages",), [f"{IMAGE} {UNSEEN}"] * 2),
        # a photograph beside the text
        ((), ["q 200 0 0 200 50 50 cm /Im1 Do Q " + TEXT]),
        # nothing at all
        (("no text",), ["0.9 g 50 50 500 740 re f"]),
    ],
)
def test_doubts_of_pages(expected, pages):
    """Scans are told as such, in whole and in part."""
    assert expected == document(Made(pages=pages)).doubts


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "\ue041\ue042\ue043 " * 20),
        (True, "(cid:12)(cid:40)" * 5),
        (True, "\x01\x04\x05\x06\x07\x08\x0b" * 10),
        (True, "!\"#$%&'()*+/<=>?@[]^{|}~" * 3),
        (False, "Salt roads and other ways of getting rich"),
        (False, "الحدود من على كان الذي القرار اللاجئين"),
        (False, "国家政府報告年度歴史文書委員会決議難民村落都市水利"),
        # a table of contents
        (False, "Salt . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 12"),
        # a table of figures
        (False, "1931 410 902 77 12 1902 410 77 12 5"),
        (False, "7"),
    ],
)
def test_is_illegible(expected, text):
    """Signs that nobody wrote are not words."""
    assert expected == is_illegible([text])


def test_letters_that_a_font_does_not_name_are_not_stored():
    """A font without names for its letters gives signs instead; they are doubted, and are no text."""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Ferry /Encoding /Identity-H /DescendantFonts "
        "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Ferry /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        "/Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Ferry /Flags 4 >> >>] >>"
    )
    glyphs = "".join(f"{36 + at % 50:04x}" for at in range(60))
    made = Made(pages=["\n".join(f"BT /F1 11 Tf 60 {760 - 14 * at} Td <{glyphs}> Tj ET" for at in range(5))])
    body = made.bytes().replace(b"/F1 4 0 R", b"/F1 " + font.encode())
    read = read_document(capture(body, "application/pdf"), kind="source")

    assert ("", ("illegible on page 1: the fonts do not say which letters they show",)) == (
        read.text,
        read.doubts,
    )


def test_locked_pdf():
    """What needs a password is not read, and says so."""
    lock = "/Filter /Standard /V 1 /R 2 /P -4 /O (" + "o" * 32 + ") /U (" + "u" * 32 + ")"
    body = (
        Made(pages=[TEXT])
        .bytes()
        .replace(b"/Size 999", f"/Encrypt << {lock} >> /ID [(a) (a)] /Size 999".encode())
    )
    read = read_document(capture(body, "application/pdf"), kind="source")

    assert ("", ("locked by a password",)) == (read.text, read.doubts)


def test_what_is_left_out_is_said(monkeypatch):
    """A document of too many pages is read as far as it goes."""
    monkeypatch.setattr(reading, "MOST_PAGES", 2)
    read = document(Made(pages=[TEXT] * 5))

    assert (5, 2, ("only the first 2 of 5 pages were read",)) == (
        read.pages,
        read.text.count("\f") + 1,
        read.doubts,
    )


def test_many_pages_are_counted_few_are_named():
    """A sentence stays a sentence."""
    pages = [Page(number=at, damaged=at % 2 == 0, cut=at == 1) for at in range(1, 21)]

    assert ["damaged on 10 of 20 pages", "too much on page 1: the rest was not read"] == list(
        doubts(pages, 20, text="x")
    )
