"""Links from a post to other pages of its own blog: no citations, and kept apart as what they are."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from archiver.discover.addresses import is_trap
from archiver.extract.finding.body import Body
from archiver.extract.finding.furniture import is_furniture
from archiver.extract.inline import is_internal
from archiver.extract.spans import Span

_UPLOADS = ("/wp-content/", "/wp-includes/")  # files of the blog, not pages


def find_internal(body: Body, *, blog: str) -> Iterator[tuple[Span, str]]:
    """The place and the address of each link of a post, notes included, that leads to another page of the blog."""
    for link in body.all("a"):
        url = body.address(link, "href")
        place = body.place(link)
        if (
            url is not None
            and place.end > place.start
            and body.fragment(link) is None
            and is_internal(url, blog)
            and not is_furniture(body, link, url)
            and not _is_file_or_action(url)
        ):
            yield place, url


def _is_file_or_action(url: str) -> bool:
    """An upload, a form or a print view. A search is a page that an author may point to."""
    parts = urlsplit(url)
    return parts.path.startswith(_UPLOADS) or (is_trap(url) and not parts.query.startswith(("s=", "q=")))
