"""Addresses that are their own content: what they hold is shown where it can do nothing but be seen."""

import re

from archiver.replay.finding import Use

_TYPE = re.compile(r"data:\s{0,8}([a-z]+/[a-z0-9.+-]+)?(?=[;,])", re.IGNORECASE)
# An SVG that is shown as an image neither runs nor fetches (SVG Integration, "secure static mode").
_IMAGES = frozenset(
    f"image/{kind}" for kind in "png gif jpeg jpg webp avif bmp x-icon vnd.microsoft.icon svg+xml".split()
)
_FONTS = frozenset(
    "application/font-woff application/font-woff2 application/x-font-woff application/x-font-woff2 application/x-font-ttf "
    "application/x-font-truetype application/x-font-opentype application/x-font-otf application/vnd.ms-fontobject "
    "application/font-sfnt application/octet-stream".split()
)


def is_harmless(url: str, use: Use) -> bool:
    """Whether a `data:` address may stand where an image or a font is meant.

    >>> is_harmless("data:image/png;base64,AA==", Use.IMAGE), is_harmless("data:text/html,<b>", Use.IMAGE)
    (True, False)
    """
    found = _TYPE.match(url)
    kind = (found[1] or "").lower() if found else ""
    if use is Use.FONT:
        return kind.startswith("font/") or kind in _FONTS
    return use is Use.IMAGE and kind in _IMAGES
