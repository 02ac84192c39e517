"""The headers of what is sent: as what it is, with no power, and never those that came with it."""

import pytest

from archiver.replay.headers import Serving, security_headers, serving

OURS = "http://127.0.0.1:8001/-/replay/"
MEDIA = {Serving.IMAGE: "image/png", Serving.FONT: "font/woff2", Serving.MEDIA: "video/mp4"}


def directives(headers: dict[str, str]) -> dict[str, str]:
    """Take a policy apart."""
    pairs = (part.strip().partition(" ") for part in headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in pairs}


@pytest.mark.parametrize("kind", Serving)
def test_nothing_has_power(kind) -> None:
    """Whatever is sent may run no script, send no form, stand in no foreign frame, and is taken for nothing else."""
    headers = security_headers(kind, OURS, media_type=MEDIA.get(kind))
    policy = directives(headers)

    assert ("'none'", "'none'", "'none'", "'self'") == tuple(
        policy[name] for name in ("default-src", "form-action", "base-uri", "frame-ancestors")
    )
    assert "script-src" not in policy
    # Chromium shows no PDF in a sandbox.
    assert policy.get("sandbox") == (None if kind is Serving.PDF else "")
    assert ("nosniff", "no-referrer") == (headers["X-Content-Type-Options"], headers["Referrer-Policy"])


def test_page_fetches_from_us_alone() -> None:
    """A page may take what it shows from one path of ours."""
    policy = directives(security_headers(Serving.PAGE, OURS))

    assert {
        "img-src": f"{OURS} data:",
        "style-src": f"{OURS} 'unsafe-inline'",
        "font-src": f"{OURS} data:",
        "media-src": OURS,
    } == {name: value for name, value in policy.items() if name.endswith("-src") and name != "default-src"}


@pytest.mark.parametrize(
    ("payload", "content_type", "expected"),
    [
        # as the bytes say, whatever the server says
        (b"GIF89a\x01\x00", "text/html", (Serving.IMAGE, "image/gif")),
        (b"%PDF-1.7 x", "text/plain", (Serving.PDF, "application/pdf")),
        (b"<!DOCTYPE html><p>", "image/png", (Serving.PAGE, "text/html")),
        # by an old name
        (b"\x00\x01\x00\x00", "application/x-font-ttf", (Serving.FONT, "font/ttf")),
        (b"a{}", "text/css; charset=x", (Serving.STYLE, "text/css")),
        (b"Words", "text/plain", (Serving.TEXT, "text/plain")),
        # nothing that a browser could run or open
        (b"alert(1)", "text/javascript", (Serving.DOWNLOAD, "application/octet-stream")),
        (b"<x/>", "application/xml", (Serving.DOWNLOAD, "application/octet-stream")),
        (b"\x00", "image/unheard-of\r\nSet-Cookie: a", (Serving.DOWNLOAD, "application/octet-stream")),
        (b"", None, (Serving.DOWNLOAD, "application/octet-stream")),
    ],
)
def test_serving(payload, content_type, expected) -> None:
    """What is on no list is a download."""
    assert expected == serving(payload, content_type)


def test_download_is_no_page() -> None:
    """A download is saved, whatever it holds."""
    headers = security_headers(Serving.DOWNLOAD, OURS)

    assert ("attachment", "application/octet-stream") == (
        headers["Content-Disposition"],
        headers["Content-Type"],
    )


@pytest.mark.parametrize(
    ("kind", "ours", "media_type"),
    [
        # ends its directive
        (Serving.PAGE, "http://a.example/; script-src *", None),
        (Serving.PAGE, "http://a.example/\r\nSet-Cookie: a=b", None),
        # another source
        (Serving.PAGE, "http://a.example/ *", None),
        # no image
        (Serving.IMAGE, OURS, "text/html"),
        (Serving.IMAGE, OURS, None),
    ],
)
def test_what_is_no_source_is_refused(kind, ours, media_type) -> None:
    """A caller's mistake weakens no policy."""
    with pytest.raises(ValueError, match=r"source|sent"):
        security_headers(kind, ours, media_type=media_type)
