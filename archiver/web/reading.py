"""From the body of an answer to a page: the crawl and the index read one and the same."""

from archiver.web.beginning import beginning
from archiver.web.charset import decode
from archiver.web.media_type import is_html, media_type
from archiver.web.page import Page

MOST = 8 * 1024 * 1024  # bytes of a page that are read; what it says and where it leads has long ended there


def page_in(url: str, body: bytes, content_type: str | None, *, most: int = MOST) -> Page | None:
    """The HTML page in a body, whatever its server calls it; None where there is none. Of an endless one the beginning."""
    if not body or not is_html(media_type(body, content_type)):
        return None
    text = decode(body[:most], content_type).text
    html = beginning(text)
    return Page(url, html, is_cut=len(html) < len(text) or len(body) > most)
