"""Everything that belongs to what a person asks for: captures, what their pages need, the originals of revisits."""

from collections.abc import Iterator
from pathlib import Path

from archiver.discover.requisites import requisites, requisites_of_style
from archiver.models.blog import Month
from archiver.models.capture import Capture
from archiver.models.errors import SettingsError
from archiver.models.views import Reference
from archiver.search.packing import Choice
from archiver.search.records import read_back
from archiver.search.whole import Lying
from archiver.web.charset import decode
from archiver.web.media_type import media_type
from archiver.web.reading import page_in

# What is called so needs nothing, and need not be read.
_NEEDING_NOTHING = ("image/", "audio/", "video/", "font/", "application/pdf", "application/octet-stream")
Wanted = Reference | Month | None  # None: everything


def choose(choice: Choice, warcs: Path, wanted: Wanted) -> None:
    """Choose all that belongs to a post with its sources, a source with its history, a month; or all there is.

    Raises:
        SettingsError: there is no post of that month.
    """
    if wanted is None:
        choice.everything()
        return
    if isinstance(wanted, Reference):
        choice.add(wanted)
    elif not choice.add_month(wanted):
        raise SettingsError(f"{wanted}: no post of this month is in this archive. See: archiver status")
    for where in choice.unread():
        if (where.content_type or "").startswith(_NEEDING_NOTHING):
            continue
        capture = read_back(choice.db, warcs, where.place)
        if capture is not None:
            for url in _needed(capture, where):
                choice.need(url, where.date)
    choice.add_pictures()


def _needed(capture: Capture, where: Lying) -> Iterator[str]:
    """The addresses without which a page, or a style, is not seen as it was."""
    page = page_in(where.url, capture.payload, where.content_type)
    if page is not None:
        yield from requisites(page)
    elif capture.payload and media_type(capture.payload, where.content_type) == "text/css":
        yield from requisites_of_style(where.url, decode(capture.payload, where.content_type).text)
