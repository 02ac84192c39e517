"""What a text is by how it begins: XML by its root, JSON, letters."""

import re

# Atomic, so that a hundred comments in a row cost a hundred steps.
_BEFORE = rb"(?>\s+|<!--.*?-->|<\?.*?\?>|<!doctype\s[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+"
_ROOT = re.compile(
    _BEFORE + rb"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,40}+)(?=[\s/>])", re.IGNORECASE | re.DOTALL
)
_DECLARED = re.compile(rb"\s*<\?xml\s")
_ROOTS = {
    b"svg": "image/svg+xml",
    b"math": "application/mathml+xml",
    b"rss": "application/rss+xml",
    b"feed": "application/atom+xml",
    b"tei": "application/tei+xml",
    b"opml": "text/x-opml",
    b"kml": "application/vnd.google-earth.kml+xml",
    b"rdf": "application/rdf+xml",
    b"urlset": "application/xml",
    b"sitemapindex": "application/xml",
}
_LISTS = frozenset([b"rss", b"feed", b"rdf", b"urlset", b"sitemapindex"])  # no page begins with these
_RSS_1 = b"http://purl.org/rss/1.0/"
_DOCBOOK = b"http://docbook.org/ns/docbook"
_JSON = re.compile(rb"\s*(?:\{\s*(?:\"[^\"\\]{0,200}\"\s*:|\})|\[\s*(?:[\[{\"\]\d-]|true\b|false\b|null\b))")
_JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org\\?/version")
_MBOX = re.compile(rb"From \S{1,200} [^\r\n]{0,100}\d{4}\b[^\r\n]{0,20}\r?\n[A-Za-z][A-Za-z0-9-]{0,60}:\s")
# The fields with which a letter begins that was saved as it came (RFC 5322), not one that somebody typed.
_LETTER = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|X-[A-Za-z0-9-]{1,40}|DKIM-Signature|"
    rb"(?:From|To|Subject|Date): [^\r\n]{1,500}\r?\n(?:(?:From|To|Cc|Subject|Date|Message-ID|MIME-Version|Reply-To|[ \t])"
    rb"[^\r\n]{0,500}\r?\n){0,8}(?:Message-ID|MIME-Version)):\s",
    re.IGNORECASE,
)


def xml_type(head: bytes, *, is_told: bool) -> str | None:
    """What an XML file is by its root; None where it is none, or may be a page.

    `is_told` is whether the server does not call it a page, which may begin with a drawing or a formula.
    """
    head = head.removeprefix(b"\xef\xbb\xbf")
    found = _ROOT.match(head)
    is_declared = _DECLARED.match(head) is not None
    generic = "application/xml" if is_declared and is_told else None
    if found is None:
        return generic
    root = found[1].lower()
    if root == b"rdf" and _RSS_1 in head:
        return "application/rss+xml"
    if root in _ROOTS and (is_declared or is_told or root in _LISTS):
        return _ROOTS[root]
    if _DOCBOOK in head:
        return "application/docbook+xml"
    return generic


def plain_type(body: bytes, head: bytes) -> str | None:
    """What a text without markup is besides: JSON, a mailbox, a letter with its head."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _JSON.match(head) and body[-64:].rstrip(b" \t\r\n\x00").endswith((b"}", b"]")):
        return "application/feed+json" if _JSON_FEED.search(head) else "application/json"
    if _MBOX.match(head):
        return "application/mbox"
    return "message/rfc822" if _LETTER.match(head.lstrip(b"\r\n")) else None
