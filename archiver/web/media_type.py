"""What a body is, whatever the server says of it (WHATWG MIME Sniffing, with PDF's own rule)."""

import re

_SNIFFED = 1445  # bytes (MIME Sniffing, 5)
_PDF_HEADER = 1024  # "within the first 1024 bytes of the file" (PDF 1.7, annex H, note 13)
_PDF = re.compile(rb"%PDF-\d\.\d")
_ESSENCE = re.compile(r"[\w.+-]+/[\w.+-]+")
# Atomic, so that a hundred comments in a row cost a hundred steps.
_BEFORE = rb"(?>\s+|<!--.*?-->|<\?xml[^>]*>)*+"
_TAGS = rb"!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p"
_HTML = re.compile(_BEFORE + rb"<(?:" + _TAGS + rb")(?=[\s>])", re.IGNORECASE | re.DOTALL)
_DOCUMENT = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html)(?=[\s>])", re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"\s*<(?:\?xml|rss|feed|rdf:RDF|urlset|sitemapindex)(?=[\s>])")
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")  # MIME Sniffing, 3 "binary data byte"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# What says nothing: a server's word for "I do not know" or "please save this".
_UNKNOWN = frozenset(
    "application/octet-stream application/unknown unknown/unknown application/x-unknown binary/octet-stream "
    "application/force-download application/x-force-download application/download application/x-download */*".split()
)
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"%!PS", "application/postscript"),
    (b"{\\rtf", "application/rtf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"OggS", "application/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
)
# Two letters are too few to overrule what a server says.
_WEAK = frozenset([b"BM"])


def media_type(body: bytes, content_type: str | None) -> str:
    """The type and subtype that the bytes show, else the declared one, lower case, without parameters.

    >>> media_type(b"%PDF-1.7 ...", "text/html; charset=utf-8")
    'application/pdf'
    >>> media_type(b"<!DOCTYPE html><title>x</title>", None)
    'text/html'
    """
    found = _ESSENCE.match((content_type or "").strip())
    declared = found[0].lower() if found else ""
    head = body[:_SNIFFED]
    if _is_pdf(body):
        return "application/pdf"
    is_told = bool(declared) and declared not in _UNKNOWN
    if (magic := _by_magic(head, declared)) is not None:
        # Office files and books are zip archives: there the declaration knows more.
        return declared if is_told and magic == "application/zip" else magic
    if _DOCUMENT.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "text/html"
    return _trusted(declared, head) if is_told else _unknown(head)


def is_html(kind: str) -> bool:
    """Whether a media type is one of HTML's two."""
    return kind in {"text/html", "application/xhtml+xml"}


def _is_pdf(body: bytes) -> bool:
    found = _PDF.search(body[:_PDF_HEADER])
    # A page may speak of PDF; a file with something before its header goes on with an object.
    return found is not None and (
        not body[: found.start()].strip(b"\xef\xbb\xbf\x00 \t\r\n") or b" obj" in body
    )


def _by_magic(head: bytes, declared: str) -> str | None:
    for mark, kind in _MAGIC:
        if head.startswith(mark) and (mark not in _WEAK or not declared.startswith("text/")):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return "image/avif" if head[8:12] == b"avif" else "video/mp4"
    return None


def _trusted(declared: str, head: bytes) -> str:
    if not declared.startswith("text/") or b"<" in head:
        return declared
    if _is_binary(head):
        return "application/octet-stream"
    # No tag in its first lines: a text file that took the server's default.
    return "text/plain" if declared == "text/html" and head else declared


def _unknown(head: bytes) -> str:
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "text/html"
    if _XML.match(head):
        return "application/xml"
    return "application/octet-stream" if not head or _is_binary(head) else "text/plain"


def _is_binary(head: bytes) -> bool:
    return not head.startswith(_UTF_16) and _BINARY.search(head) is not None
