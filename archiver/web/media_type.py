"""What a body is, whatever the server says of it (WHATWG MIME Sniffing, with PDF's own rule)."""

import re

from archiver.web.magic import magic_type
from archiver.web.text_types import plain_type, xml_type

_SNIFFED = 1445  # bytes (MIME Sniffing, 5)
_PROLOGUE = 4096  # bytes before the root of an XML file, which begins with comments and declarations
_PDF_HEADER = 1024  # "within the first 1024 bytes of the file" (PDF 1.7, annex H, note 13)
_PDF = re.compile(rb"%PDF-\d\.\d")
_ESSENCE = re.compile(r"[\w.+-]+/[\w.+-]+")
# Atomic, so that a hundred comments in a row cost a hundred steps.
_BEFORE = rb"(?>\s+|<!--.*?-->|<\?xml[^>]*>)*+"
_TAGS = rb"!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p"
_HTML = re.compile(_BEFORE + rb"<(?:" + _TAGS + rb")(?=[\s>])", re.IGNORECASE | re.DOTALL)
_DOCUMENT = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html)(?=[\s>])", re.IGNORECASE | re.DOTALL)
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")  # MIME Sniffing, 3 "binary data byte"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# What says nothing: a server's word for "I do not know" or "please save this".
_UNKNOWN = frozenset(
    "application/octet-stream application/unknown unknown/unknown application/x-unknown binary/octet-stream "
    "application/force-download application/x-force-download application/download application/x-download */*".split()
)
# Of these a text may be something else, whatever the server's default is.
_GENERIC = frozenset(["", "text/html", "text/plain", "application/json"]) | _UNKNOWN


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
    shown = magic_type(body, "" if declared in _UNKNOWN else declared)
    if shown is None and _DOCUMENT.match(head.removeprefix(b"\xef\xbb\xbf")):
        shown = "text/html"
    shown = shown or _by_text(body, head, declared)
    if shown is not None:
        return shown
    return _trusted(declared, head) if declared and declared not in _UNKNOWN else _unknown(head)


def is_html(kind: str) -> bool:
    """Whether a media type is one of HTML's two."""
    return kind in {"text/html", "application/xhtml+xml"}


def _is_pdf(body: bytes) -> bool:
    found = _PDF.search(body[:_PDF_HEADER])
    # A page may speak of PDF; a file with something before its header goes on with an object.
    return found is not None and (
        not body[: found.start()].strip(b"\xef\xbb\xbf\x00 \t\r\n") or b" obj" in body
    )


def _by_text(body: bytes, head: bytes, declared: str) -> str | None:
    is_xml = declared.endswith("xml")
    if not is_xml and declared not in _GENERIC:
        return None
    found = xml_type(body[:_PROLOGUE], is_told=declared != "text/html")
    if found == "application/xml" and is_xml:
        return declared
    return found or (plain_type(body, head) if not is_xml else None)


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
    return "application/octet-stream" if not head or _is_binary(head) else "text/plain"


def _is_binary(head: bytes) -> bool:
    return not head.startswith(_UTF_16) and _BINARY.search(head) is not None
