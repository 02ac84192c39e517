"""The headers with which what was archived is sent: ours alone, never those that came with it."""

from enum import StrEnum

from archiver.replay.pdf import may_run
from archiver.web.media_type import is_html, media_type

_YEAR = 31_536_000  # seconds; a capture never changes
_IMAGES = frozenset(
    "image/png image/jpeg image/gif image/webp image/avif image/bmp image/x-icon image/vnd.microsoft.icon image/svg+xml".split()
)
_FONTS = frozenset("font/woff font/woff2 font/ttf font/otf font/collection".split())
# By older names of the same.
_NAMED = {
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/x-png": "image/png",
    "image/apng": "image/png",
    "image/x-ms-bmp": "image/bmp",
    "image/ico": "image/x-icon",
    "application/font-woff": "font/woff",
    "application/x-font-woff": "font/woff",
    "application/font-woff2": "font/woff2",
    "application/x-font-ttf": "font/ttf",
    "application/x-font-truetype": "font/ttf",
    "application/x-font-otf": "font/otf",
    "application/x-font-opentype": "font/otf",
    "application/font-sfnt": "font/ttf",
    "audio/mp3": "audio/mpeg",
    "audio/x-wav": "audio/wav",
    "audio/x-m4a": "audio/mp4",
    "video/x-m4v": "video/mp4",
    "application/ogg": "video/ogg",
}
_MEDIA = frozenset(
    "audio/mpeg audio/mp4 audio/aac audio/ogg audio/opus audio/wav audio/webm audio/flac video/mp4 video/webm video/ogg "
    "video/quicktime".split()
)


class Serving(StrEnum):
    """As what a payload is sent."""

    PAGE = "page"  # rewritten
    STYLE = "style"  # rewritten
    IMAGE = "image"
    FONT = "font"
    MEDIA = "media"
    TEXT = "text"
    PDF = "pdf"
    DOWNLOAD = "download"


_TYPES = {
    Serving.PAGE: "text/html; charset=utf-8",
    Serving.STYLE: "text/css; charset=utf-8",
    Serving.TEXT: "text/plain; charset=utf-8",
    Serving.PDF: "application/pdf",
    Serving.DOWNLOAD: "application/octet-stream",
}


def serving(payload: bytes, content_type: str | None) -> tuple[Serving, str]:
    """As what a payload may be sent, and its media type without parameters: by what it is, whatever its server called it.

    A page and a style sheet may be sent only rewritten; a text only as UTF-8.

    >>> serving(b"GIF89a...", "text/html")
    (<Serving.IMAGE: 'image'>, 'image/gif')
    >>> serving(b"PK", "application/java-archive")
    (<Serving.DOWNLOAD: 'download'>, 'application/octet-stream')
    """
    kind = media_type(payload, content_type)
    kind = _NAMED.get(kind, kind)
    if is_html(kind):
        return Serving.PAGE, "text/html"
    for as_what, known in ((Serving.IMAGE, _IMAGES), (Serving.FONT, _FONTS), (Serving.MEDIA, _MEDIA)):
        if kind in known:
            return as_what, kind
    if kind == "application/pdf" and may_run(payload):
        return Serving.DOWNLOAD, "application/octet-stream"
    named = {"text/css": Serving.STYLE, "text/plain": Serving.TEXT, "application/pdf": Serving.PDF}
    return (named[kind], kind) if kind in named else (Serving.DOWNLOAD, "application/octet-stream")


def security_headers(
    kind: Serving, ours: str, *, media_type: str | None = None, popups: bool = False
) -> dict[str, str]:
    """The headers for one kind of thing.

    `ours` is the source expression from which a page may take images, styles, fonts and sounds: an origin and a path that ends
    with a slash, such as `http://127.0.0.1:8001/-/replay/`; `'self'` would let it ask for everything else that we serve.
    `media_type` is what `serving` gave for images, fonts and media; with `popups` a page's links may open windows.

    Raises:
        ValueError: the source could end its directive, or the media type is not on our lists.
    """
    if any(mark in ours for mark in ";,\r\n\t ") or not ours.isascii():
        raise ValueError(f"{ours!r} is no source for a Content-Security-Policy; give an origin and a path")
    headers = {
        "Content-Type": _content_type(kind, media_type),
        "Content-Security-Policy": _policy(kind, ours, popups=popups),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        # What a sandboxed page asks for comes from no origin: "same-origin" would keep its own images from it.
        "Cross-Origin-Resource-Policy": "same-origin" if kind in _ALONE else "cross-origin",
        "Permissions-Policy": _NO_PERMISSIONS,
        "Cache-Control": _caching(kind),
        "X-Robots-Tag": "noindex",
    }
    if kind is Serving.FONT:
        # Fonts are fetched with CORS, from an origin that is "null".
        headers["Access-Control-Allow-Origin"] = "*"
    if kind is Serving.DOWNLOAD:
        headers["Content-Disposition"] = "attachment"
    return headers


_ALONE = frozenset([Serving.PAGE, Serving.TEXT, Serving.PDF, Serving.DOWNLOAD])
_NO_PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in "accelerometer autoplay camera clipboard-read clipboard-write display-capture fullscreen geolocation gyroscope "
    "magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking".split()
)


def _content_type(kind: Serving, media_type: str | None) -> str:
    if kind in _TYPES:
        return _TYPES[kind]
    allowed = {Serving.IMAGE: _IMAGES, Serving.FONT: _FONTS, Serving.MEDIA: _MEDIA}[kind]
    if media_type not in allowed:
        raise ValueError(f"{media_type!r} is not sent as {kind}; ask `serving` what it is")
    return media_type


def _policy(kind: Serving, ours: str, *, popups: bool) -> str:
    shown = ["default-src 'none'"]
    if kind is Serving.PAGE:
        shown += [
            f"img-src {ours} data:",
            f"style-src {ours} 'unsafe-inline'",
            f"font-src {ours} data:",
            f"media-src {ours}",
        ]
    elif kind is Serving.IMAGE:
        shown += [
            "img-src data:",
            "style-src 'unsafe-inline'",
            "font-src data:",
        ]  # an SVG that is opened by itself
    elif kind is Serving.PDF:
        # Chromium's viewer is a plug-in, and draws nothing in a sandbox.
        shown += ["object-src 'self'", "style-src 'unsafe-inline'"]
    fixed = ["form-action 'none'", "base-uri 'none'", "frame-ancestors 'self'"]
    sandbox = "sandbox allow-popups allow-popups-to-escape-sandbox" if popups else "sandbox"
    return "; ".join([*shown, *fixed, *([] if kind is Serving.PDF else [sandbox])])


def _caching(kind: Serving) -> str:
    """Pages and styles are rewritten, and change as more is archived; the bytes of a capture never do."""
    return "no-cache" if kind in {Serving.PAGE, Serving.STYLE} else f"private, max-age={_YEAR}, immutable"
