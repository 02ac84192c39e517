"""What a body is, shown by its first bytes."""

import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.web.containers import DOCX, EPUB, PPTX, XLSX
from archiver.web.media_type import is_html, media_type

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def zipped(*names, mimetype=""):
    """Make an archive of members that hold their own names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), mimetype if name == "mimetype" else name)
    return out.getvalue()


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
        ("application/rss+xml", b"<?xml version='1.0'?><rss>", None),
        ("application/rss+xml", b"<?xml version='1.0'?><rss>", "application/rss+xml"),
        ("application/rss+xml", b"<rss version='2.0'><channel>", "text/html; charset=UTF-8"),
        ("application/atom+xml", b"<!-- made --><feed xmlns='http://www.w3.org/2005/Atom'>", "text/xml"),
        (
            "application/rss+xml",
            b"<?xml version='1.0'?><rdf:RDF xmlns:rdf='x' xmlns='http://purl.org/rss/1.0/'>",
            "application/xml",
        ),
        ("application/xml", b"<?xml version='1.0'?>\n<urlset xmlns='x'>", "text/plain"),
        ("text/xml", b"<?xml version='1.0'?><!DOCTYPE article [<!ENTITY a 'b'>]><article>", "text/xml"),
        ("application/tei+xml", b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>", "application/xml"),
        ("application/mathml+xml", b"<math xmlns='x'>", "application/octet-stream"),
        # a drawing by itself, and one at the head of a page
        ("image/svg+xml", b"<?xml version='1.0'?><!DOCTYPE svg PUBLIC 'x' 'y'><svg width='1'>", "text/html"),
        ("text/html", b"<svg hidden><path/></svg><p>Tolls", "text/html"),
        # data, a letter and a mailbox that took the server's default
        ("application/json", b' {"year": 1902, "toll": "<3 d>"}\n', "text/html"),
        ("application/json", b"[[1902, 71]]", "text/plain"),
        ("application/feed+json", b'{"version": "https://jsonfeed.org/version/1.1"}', "application/json"),
        ("text/plain", b"[1] Minutes of the board", "text/plain"),
        ("text/plain", b"{sic} and so on }", "text/plain"),
        ("message/rfc822", b"Received: from lock by ferry; x\r\n\r\nToll paid.", "text/plain"),
        ("application/mbox", b"From orla Thu May  2 09:00:00 2019\nSubject: tolls\n\nPaid.", "text/plain"),
        ("text/plain", b"From 1902 to 1931\nthe board: met monthly", "text/plain"),
        # office files and books are zips, and known by what lies in them
        (DOCX, zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml"), "application/zip"),
        (XLSX, zipped("[Content_Types].xml", "xl/workbook.xml"), DOCX),
        (PPTX, zipped("[Content_Types].xml", "ppt/presentation.xml"), None),
        # a torn one shows by its first members
        (DOCX, zipped("[Content_Types].xml", "word/document.xml")[:-90], "text/html"),
        (EPUB, zipped("mimetype", "OEBPS/a.xhtml", mimetype=EPUB), "application/octet-stream"),
        (EPUB, zipped("META-INF/container.xml", "a.xhtml"), None),
        (
            "application/vnd.oasis.opendocument.text",
            zipped("mimetype", mimetype="application/vnd.oasis.opendocument.text"),
            None,
        ),
        ("application/zip", zipped("word/papers.txt"), "text/html"),
        # files of the years before
        ("application/msword", OLE + "WordDocument\0".encode("utf-16-le"), "application/octet-stream"),
        ("application/x-ole-storage", OLE, None),
        ("application/rtf", b"{\\rtf1 Toll}", "text/plain"),
        # sound and pictures in one frame
        ("video/mp4", b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
        ("audio/mp4", b"\x00\x00\x00\x18ftypM4A ", "application/octet-stream"),
        ("audio/wav", b"RIFF....WAVEfmt ", None),
        ("audio/ogg", b"OggS....", "audio/ogg"),
        # of other archives only their server knows more
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
