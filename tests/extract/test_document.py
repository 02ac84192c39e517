"""Readings of captures: the edges that the cases do not show."""

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.extract import main_text
from archiver.extract.document import read_document, read_post_document
from archiver.extract.hyphens import joined
from archiver.extract.pdf_front import Line, author_of, doi_of, issued_of, title_of
from archiver.extract.pieces import read_pieces
from archiver.extract.tidy import tidy, without_heading
from archiver.models.blog import Found, PostFacts
from archiver.models.citation import Document
from archiver.web.page import Page
from tests.extract.factories import capture

SENTENCE = "The keeper of the ferry wrote down every crossing in a book with a green spine. "


def test_images_and_the_like_are_no_documents():
    """What holds no text for us has no reading."""
    bodies = [
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "image/png"),
        (b"PK\x03\x04", "application/zip"),
        (b"", "text/html"),
    ]

    assert [None, None, None] == [read_document(capture(body, kind), kind="source") for body, kind in bodies]


def test_reading_falls_back_when_the_extractor_raises(monkeypatch, caplog):
    """A stranger's page that breaks the extractor is read more simply, and the document says so."""

    def break_down(*_, **__):
        raise AssertionError("as on pages with MathML")

    monkeypatch.setattr(main_text.trafilatura, "extract", break_down)
    body = f"<title>Ferry</title><nav>Home</nav><main><h1>Ferry</h1><p>{SENTENCE}</p><p>It ends<br>here.</p></main>"
    document = read_document(capture(body), kind="source")

    assert (f"{SENTENCE.strip()}\nIt ends\nhere.", "main (trafilatura: AssertionError)") == (
        document.text,
        document.extractor,
    )
    assert "AssertionError" in caplog.text


def test_reading_of_a_page_deeper_than_its_parser_goes():
    """What libxml2 gives up on is read by another way, and nothing after it is lost."""
    body = "<h1>Deep</h1>" + "<div>" * 3_000 + "at the bottom" + "</div>" * 3_000 + "<p>after it</p>"
    document = read_document(capture(body), kind="source")

    assert ("at the bottom\nafter it", "body (too deep for trafilatura)") == (
        document.text,
        document.extractor,
    )


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_reading_of_any_bytes_as_a_page_never_raises(body):
    """Whatever is served as a page becomes a document."""
    page = b"<html><title>x</title><body>" + body
    document = read_document(capture(page), kind="source")

    assert document is None or isinstance(document, Document)


@pytest.mark.parametrize("seed", range(30))
def test_reading_of_a_damaged_pdf_never_raises(seed):
    """A PDF with flipped and missing bytes gives what text there is, and no exception."""
    chance = random.Random(seed)
    body = bytearray(_pdf(["Ferry Books as Sources", "The book ends in the middle of a page."]))
    for _ in range(chance.randint(1, 40)):
        body[chance.randrange(9, len(body))] = chance.randrange(256)
    document = read_document(
        capture(bytes(body[: chance.randint(50, len(body))]), "application/pdf"), kind="source"
    )

    assert document is not None
    assert document.extractor.startswith("pdfium")


def _pdf(lines):
    """Build a small PDF of one page from bytes."""
    stream = (
        b"BT /F1 11 Tf 14 TL 60 780 Td " + b" ".join(b"(%s) Tj T*" % line.encode() for line in lines) + b" ET"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    out.write(b"trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n")
    return out.getvalue()


POST = """<p>The council adopted it.<sup>1</sup> The area is 40 km<sup>2</sup>.</p>
<p>The keeper agreed<sup class="ref"><a href="#fn2">2</a></sup> at last<a href="#x"><sup>*</sup></a>, in line<br>two.</p>
<script>count()</script>
<ol><li>River Board, minutes, 1931. <a href="#r1">↩</a></li><li id="fn2">Letters. <a href="#r2">Back to text</a></li></ol>"""


def test_post_document():
    """A post keeps its notes; marks stand apart from the words before them, arrows back are gone."""
    address = "https://blog.example/2019/09/ferry/"
    page = Page(
        address,
        f'<html lang="en-GB"><head><meta property="og:site_name" content="Upstream"></head><body><h1>Ferry</h1>{POST}</body></html>',
    )
    facts = PostFacts(
        url=address,
        title=Found(value="Ferry", rule="heading"),
        authors=(Found(value="Orla Tamm", rule="byline"), Found(value="Piet Okoro", rule="byline")),
        published=Found(value="2019-09-04", rule="time"),
    )
    expected = Document(
        kind="post",
        url=address,
        title="Ferry",
        author="Orla Tamm; Piet Okoro",
        issued="2019-09-04",
        site="Upstream",
        language="en",
        text="The council adopted it.[1] The area is 40 km2.\nThe keeper agreed[2] at last[*], in line\ntwo.\n"
        "River Board, minutes, 1931.\nLetters.",
        html="<p>The council adopted it.<sup>1</sup> The area is 40 km<sup>2</sup>.</p>\n"
        '<p>The keeper agreed<sup><a href="#fn2">2</a></sup> at last<a href="https://blog.example/2019/09/ferry/#x">'
        "<sup>*</sup></a>, in line<br>two.</p>\n"
        '<ol><li>River Board, minutes, 1931. <a href="https://blog.example/2019/09/ferry/#r1">↩</a></li>\n'
        '<li id="fn2">Letters. <a href="https://blog.example/2019/09/ferry/#r2">Back to text</a></li>\n</ol>',
        extractor="post; container",
        type="post-weblog",
        container_title="Upstream",
    )
    body = page.soup.body
    before = str(body)
    pieces = read_pieces(body, page, (), facts)

    assert expected == read_post_document(capture(page.html, url=address), page, pieces, facts)
    assert before == str(body)


def test_post_document_names_its_blog_after_the_title_of_its_page():
    """Where no element names the blog, its `<title>` mostly does."""
    page = Page("https://blog.example/ferry/", "<title>Ferry – Upstream</title><p>Only words.</p>")
    facts = PostFacts(url=page.url, title=Found(value="Ferry", rule="heading"))
    pieces = read_pieces(page.soup.body, page, (), facts)
    document = read_post_document(capture(page.html), page, pieces, facts)

    assert ("Upstream", "Upstream") == (document.site, document.container_title)


def test_post_document_of_a_post_that_says_nothing_of_itself():
    """Facts that a page does not give stay empty."""
    page = Page("https://blog.example/?p=7", "<p>Only words.</p>")
    expected = Document(
        kind="post",
        url="https://blog.example/?p=7",
        text="Only words.",
        html="<p>Only words.</p>",
        extractor="post; container",
        type="post-weblog",
    )
    facts = PostFacts(url="https://blog.example/?p=7")
    pieces = read_pieces(page.soup.body, page, (), facts)

    assert expected == read_post_document(capture(page.html), page, pieces, facts)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("careful", "care-\nful"),
        ("careful", "care\u0002ful"),
        ("careful", "care\ufffeful"),
        # written with its hyphen elsewhere
        ("a well-known, well-known book", "a well-\nknown, well-known book"),
        # a chain of hyphens, a name, a number
        ("state-of-the-art", "state-of-the-\nart"),
        ("Anglo-Norman", "Anglo-\r\nNorman"),
        ("1902-1903", "1902-\n1903"),
        # a dash at the end of a line is none
        ("a pause \u2014\nthen more", "a pause \u2014\nthen more"),
    ],
)
def test_joined(expected, text):
    """A word broken at the end of a line is one word again, and keeps a hyphen of its own."""
    assert expected == joined(text)


@given(st.text(max_size=200))
def test_tidy_is_idempotent_and_keeps_only_text(text):
    """Stored text has one form, whatever it came from."""
    once = tidy(text)

    assert once == tidy(once)
    assert not any(ord(char) < 32 and char not in "\n\t" for char in once)


def test_without_heading_keeps_a_text_that_is_only_a_heading():
    """A page that says nothing but its title says its title."""
    assert "Ferry" == without_heading("Ferry", "Ferry")
    assert "Ferry\nlater" == without_heading("Ferry\nlater", None)


FRONT = [
    Line(text="River Board Papers", size=10),
    Line(text="The Closing", size=20),
    Line(text="of the Ferry", size=20),
    Line(text="by night", size=10),
]


@pytest.mark.parametrize(
    ("expected", "metadata", "lines"),
    [
        ("Ferry Books", " Ferry  Books ", FRONT),
        # what programs put there
        ("The Closing of the Ferry", "Microsoft Word - closing.doc", FRONT),
        ("The Closing of the Ferry", "closing_v2.pdf", FRONT),
        ("The Closing of the Ferry", "untitled", FRONT),
        ("The Closing of the Ferry", "", FRONT),
        # one size throughout: nothing stands out
        (None, "", [Line(text="one line", size=10), Line(text="another line", size=10)]),
        # numbers are no title, however big
        (
            "of the Ferry",
            "",
            [Line(text="1931", size=40), Line(text="of the Ferry", size=20), Line(text="by night", size=10)],
        ),
        (None, "", []),
    ],
)
def test_title_of_a_pdf(expected, metadata, lines):
    """The title is what the author gave, or what is set biggest."""
    assert expected == title_of(metadata, lines)


@pytest.mark.parametrize(
    ("expected", "metadata"),
    [
        ("Orla Tamm", "Orla Tamm"),
        ("Orla Tamm; Piet Okoro", "Orla Tamm; Piet Okoro"),
        ("UNESCO", "UNESCO"),
        (None, "otamm"),
        (None, "Microsoft Office User"),
        (None, "Administrator"),
        (None, ""),
    ],
)
def test_author_of_a_pdf(expected, metadata):
    """A login name is no author."""
    assert expected == author_of(metadata)


@pytest.mark.parametrize(
    ("expected", "texts"),
    [
        ("2017-09-14", ["River Studies 2017-09-14"]),
        # when it was received is not when it was published; two dates tell nothing
        (None, ["Received 3 May 1930"]),
        (None, ["3 May 1930", "4 June 1931"]),
        # running text
        (
            None,
            [
                "The lock was opened on the 3rd of May 1931 by the mayor, and everybody who could walk came to see it."
            ],
        ),
    ],
)
def test_issued_of_a_pdf(expected, texts):
    """A PDF is dated by the one date at the head of its first page; the file's own date is not the work's."""
    assert expected == issued_of([Line(text=text, size=10) for text in texts])


def test_doi_of_a_pdf():
    """One DOI on the first page is the work's own; of several, nobody knows."""
    one, other = Line(text="doi:10.5555/a.1", size=9), Line(text="https://doi.org/10.5555/b.2", size=9)

    assert ["10.5555/a.1", None, None] == [doi_of([one, one]), doi_of([one, other]), doi_of([])]
