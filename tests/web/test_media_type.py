"""What a body is, shown by its first bytes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.web.media_type import is_html, media_type

PAGE = b"<!DOCTYPE html><html><title>Tolls</title>"


@pytest.mark.parametrize(
    ("expected", "body", "content_type"),
    [
        # declared and true
        ("text/html", PAGE, "Text/HTML; charset=utf-8"),
        ("text/plain", b"Tolls of 1902", "text/plain"),
        ("image/png", b"\x89PNG\r\n\x1a\n....", "image/png"),
        # a PDF, whatever it is called, even with blank bytes or a warning before it
        ("application/pdf", b"%PDF-1.4\n...", "text/html"),
        ("application/pdf", b"\r\n\r\n%PDF-1.7\n", "application/octet-stream"),
        ("application/pdf", b"<b>Warning</b>: x on line 3\n%PDF-1.4\n1 0 obj\n", "text/html"),
        # a page that speaks of PDF
        ("text/html", PAGE + b"<p>A file starts with %PDF-1.4 and ends", "text/html"),
        # a page, whatever it is called
        ("text/html", PAGE, "application/octet-stream"),
        ("text/html", PAGE, None),
        ("text/html", PAGE, "application/pdf"),
        ("text/html", b"<?xml version='1.0'?>\n<!-- made -->\n<!DOCTYPE html PUBLIC>", "application/xml"),
        ("text/html", b"  <p>Only a piece", "binary/octet-stream"),
        # a page in UTF-16
        ("text/html", "<html><p>é".encode("utf-16"), "text/html"),
        # a text without a tag that took the server's default
        ("text/plain", b"Tolls of 1902\n\nHerring, a barrel: 3 d.", "text/html"),
        ("text/plain", b"Tolls of 1902", None),
        # feeds and sitemaps are no pages
        ("application/xml", b"<?xml version='1.0'?><rss>", None),
        ("application/rss+xml", b"<?xml version='1.0'?><rss>", "application/rss+xml"),
        # office files are zips, and only their server knows more
        ("application/zip", b"PK\x03\x04....", "application/octet-stream"),
        (
            "application/vnd.oasis.opendocument.text",
            b"PK\x03\x04....",
            "application/vnd.oasis.opendocument.text",
        ),
        # noise
        ("application/octet-stream", b"\x00\x01\x02", "text/plain"),
        ("application/octet-stream", b"\x00\x01\x02", "not a type"),
        ("application/octet-stream", b"", None),
    ],
)
def test_media_type(expected, body, content_type):
    """The bytes outweigh the word of the server where they are clear."""
    assert expected == media_type(body, content_type)


def test_media_type_is_not_slowed_by_comments():
    """A hundred comments before a page cost a hundred steps, not two to the hundredth."""
    started = time.perf_counter()

    assert "text/plain" == media_type(b"<!-- -->" * 180 + b"x", "text/plain")
    assert time.perf_counter() - started < 1


@given(st.binary(max_size=200), st.one_of(st.none(), st.text(max_size=30)))
def test_media_type_never_raises(body, content_type):
    """Every body is something."""
    assert "/" in media_type(body, content_type)


def test_is_html():
    """HTML has two media types."""
    assert [True, True, False] == [
        is_html(kind) for kind in ("text/html", "application/xhtml+xml", "text/plain")
    ]
