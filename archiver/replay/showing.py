"""What is shown of a payload, whoever serves it: rewritten where it must be, else as it is."""

from markupsafe import escape

from archiver.replay.finding import Find
from archiver.replay.headers import Serving
from archiver.replay.page import rewrite_page
from archiver.replay.style import rewrite_stylesheet
from archiver.replay.svg import rewrite_svg
from archiver.web.charset import decode
from archiver.web.media_type import media_type


def shown_as(
    kind: Serving, payload: bytes, content_type: str | None, url: str, find: Find, *, is_plain: bool = False
) -> str | bytes:
    """A payload as `serving` says that it may be sent; a page that cannot be shown says why."""
    if kind is Serving.TEXT:
        return decode(payload, content_type).text
    if kind is Serving.STYLE:
        return rewrite_stylesheet(payload, content_type, url, find)
    if kind is Serving.PAGE:
        safe = rewrite_page(payload, content_type, url, find, is_plain=is_plain)
        return safe.html or f"<!doctype html><title>Not shown</title><p>{escape(safe.reason or '')}</p>"
    if kind is Serving.IMAGE and media_type(payload, content_type) == "image/svg+xml":
        # Opened by itself it is a document: a browser connects to what its frames and its style sheet name, whatever a policy says.
        return rewrite_svg(payload) or b""
    return payload
