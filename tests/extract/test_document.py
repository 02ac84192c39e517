"""Readings of captures: the edges that the cases do not show."""

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.extract.content import borrowed
from archiver.extract.document import read_document, read_post_document
from archiver.extract.pieces import read_pieces
from archiver.extract.tidy import tidy, without_heading
from archiver.models.blog import Found, PostFacts
from archiver.models.citation import Document
from archiver.web.page import Page
from tests.extract.factories import capture

SENTENCE = "The keeper of the ferry wrote down every crossing in a book with a green spine. "


def test_reading_goes_on_when_an_extractor_raises(monkeypatch, caplog):
    """A stranger's page that breaks a borrowed extractor loses that extractor's vote, and nothing else."""

    def break_down(*_, **__):
        raise AssertionError("as on pages with MathML")

    monkeypatch.setattr(borrowed.trafilatura, "extract", break_down)
    # Only links and lists, so that the cheap readings differ and the dear one is asked.
    menu = "".join(f"<li><a href='/{n}'>Lock {n} of the river</a></li>" for n in range(9))
    body = f"<title>Ferry</title><main><h1>Ferry</h1><p>It ends<br>here.</p><div><ul>{menu}</ul></div></main>"
    document = read_document(capture(body), kind="source")

    assert "It ends\nhere." in document.text
    assert "AssertionError" in caplog.text


def test_reading_of_a_page_deeper_than_its_parser_goes():
    """What libxml2 gives up on is read by another way, and nothing after it is lost."""
    body = (
        "<h1>Deep</h1>"
        + "<div>" * 3_000
        + SENTENCE
        + "</div>" * 3_000
        + f"<p>{SENTENCE}</p><p>After it {SENTENCE}</p>"
    )
    document = read_document(capture(body), kind="source")

    assert f"{SENTENCE.strip()}\n{SENTENCE.strip()}\nAfter it {SENTENCE.strip()}" == document.text


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
        media_type="text/html",
        size=len(page.html.encode()),
        language_confidence=1.0,
        encoding="utf-8",
        found_by=(("encoding", "header"),),
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
        media_type="text/html",
        size=18,
        encoding="utf-8",
        found_by=(("encoding", "header"),),
    )
    facts = PostFacts(url="https://blog.example/?p=7")
    pieces = read_pieces(page.soup.body, page, (), facts)

    assert expected == read_post_document(capture(page.html), page, pieces, facts)


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
