"""Hostile PDFs end, cost little, and leave nothing open."""

import resource
import zlib

import pytest

from archiver.extract.document import read_document
from archiver.extract.pdf import page, reading
from tests.extract.factories import capture
from tests.extract.pdf.maker import Made, column, words
from tests.extract.pdf.prose import lines_of

TEXT = column(lines_of(30), 60, 780)


def read(body):
    """Read a body as a PDF."""
    return read_document(capture(body, "application/pdf"), kind="source")


def test_one_page_a_hundred_thousand_times(monkeypatch):
    """As many are read as the limit says, and the count is true."""
    monkeypatch.setattr(reading, "MOST_PAGES", 500)
    made = Made(pages=[words("Here.", 60, 700)]).bytes()
    body = made.replace(b"/Count 1 /Kids [10 0 R]", b"/Count 100000 /Kids [" + b"10 0 R " * 100_000 + b"]")
    document = read(body)

    assert (100_000, 499) == (document.pages, document.text.count("\f"))
    assert ("only the first 500 of 100,000 pages were read",) == document.doubts


def test_pages_that_are_their_own_children():
    """A loop is left, and what is on the way is read."""
    body = (
        Made(pages=[words("Here.", 60, 700)])
        .bytes()
        .replace(b"/Count 1 /Kids [10 0 R]", b"/Count 9 /Kids [2 0 R 10 0 R 2 0 R]")
    )

    assert "Here." in read(body).text


def test_page_of_too_many_objects_is_left_out(monkeypatch):
    """What PDFium would spend on each of a million letters is not spent."""
    monkeypatch.setattr(page, "MOST_OBJECTS", 1_000)
    document = read(Made(pages=["BT /F1 9 Tf 60 700 Td " + "(a) Tj " * 2_000 + "ET", TEXT]).bytes())

    assert ("too much on page 1: the rest was not read",) == document.doubts
    assert document.text.startswith("\fthe keeper")


@pytest.mark.parametrize(
    "content",
    [
        # brackets, states and marks opened without end
        "[" * 100_000,
        "q " * 100_000,
        "/Artifact BMC " * 1_000,  # PDFium's time grows with their square: more of them end with the process
        # a line that never ends
        "BT /F1 9 Tf 60 700 Td (" + "word " * 200_000 + ") Tj ET",
        # letters as large and as small as numbers go
        "BT /F1 1e38 Tf 60 700 Td (a) Tj ET BT /F1 1e-38 Tf 60 700 Td (b) Tj ET BT /F1 0 Tf (c) Tj ET",
        "1e30 0 0 1e30 0 0 cm BT /F1 9 Tf 1e30 1e30 Td (a) Tj ET",
        # every line at a place of its own
        "\n".join(words(f"w{at}", (at * 37) % 500, (at * 91) % 800, 3 + at % 9) for at in range(3_000)),
        # everything at one place
        "\n".join(words(f"w{at}", 60, 700) for at in range(3_000)),
    ],
)
def test_hostile_content_ends(content):
    """Whatever is drawn becomes a document."""
    document = read(Made(pages=[content, TEXT]).bytes())

    assert document.pages == 2
    assert "the keeper of the upper ferry" in document.text


def test_content_that_unpacks_to_fifty_million_bytes():
    """It costs PDFium a moment, and the next page is read."""
    packed = zlib.compress(b" " * 50_000_000, 9)
    made = Made(pages=["", TEXT]).bytes()
    first = b"<<  /Length 0 >>\nstream\n\nendstream"
    body = made.replace(
        first, b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed), 1
    )

    assert body != made
    assert "the keeper of the upper ferry" in read(body).text


@pytest.mark.slow
def test_memory_stays_flat_over_a_thousand_documents():
    """Everything that PDFium opened is closed: also of what is damaged, locked or cut short."""
    whole = Made(pages=[TEXT] * 2).bytes()
    bodies = [
        whole,
        whole[: len(whole) // 2],
        whole.replace(b"stream\nBT", b"stream\n[["),
        b"%PDF-1.4\n" + b"\x00" * 500,
    ]
    for at in range(100):
        read(bodies[at % 4])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for at in range(1_000):
        read(bodies[at % 4])

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 4_000  # KiB
