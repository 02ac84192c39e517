"""What a body is, whatever its server calls it (WHATWG MIME Sniffing, in short)."""

import re

_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype html|html|head|body|title|script|table|div|p|a|h1|b|br|style|"
    rb"iframe|font|frameset|meta|main|article|center)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_PROBED = 1024
_SAY_NOTHING = frozenset(
    ["", "application/octet-stream", "unknown/unknown", "application/unknown", "*/*"]
)
_HTML_TYPES = frozenset(["text/html", "application/xhtml+xml"])


def mime(content_type: str | None) -> str:
    """The declared media type, lower case, without its parameters; empty where none is."""
    return (content_type or "").partition(";")[0].strip().lower()


def is_pdf(body: bytes) -> bool:
    """Whether a body is a PDF: readers accept its mark anywhere in the first 1,024 bytes (PDF 1.7, annex H)."""
    return b"%PDF-" in body[:_PROBED]


def is_html(content_type: str | None, body: bytes) -> bool:
    """Whether a body is an HTML page."""
    if is_pdf(body):
        return False
    declared = mime(content_type)
    if declared in _HTML_TYPES:
        return True
    head = body[:_PROBED].replace(b"\0", b"")  # UTF-16 of ASCII
    return declared in _SAY_NOTHING and _HTML_START.match(head) is not None
