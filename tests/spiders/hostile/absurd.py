"""Answers with numbers and codings that nobody sends in earnest, or that only very old servers do."""

from tests.spiders.hostile.case import Case, head, sized, text

_MANY = b"9" * 5000  # digits: Python refuses to read so long a number (CVE-2020-10735)

ABSURD = [
    Case(
        path="/absurd-length",
        pieces=(head(b"Content-Length: " + _MANY) + text("/absurd-length"),),
        then="close",
        entity=text("/absurd-length"),
    ),
    Case(
        path="/absurd-version",
        pieces=(head(first=b"HTTP/%s 200 OK" % _MANY),),
        then="hang",
        status=None,
        reason="malformed",
    ),
    # Of old servers: no coding at all (RFC 2616, 3.6). Browsers and curl go by the length then.
    sized("/identity", b"Transfer-Encoding: identity"),
]
