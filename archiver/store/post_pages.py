"""The pages of a post over several: named by its first, captured one by one, read as one."""

from sqlite_utils import Database

from archiver.models.capture import Capture, Role
from archiver.models.frontier import Place
from archiver.store.address import address
from archiver.store.memory import place_of
from archiver.store.rows import every, insert, one, run, value


def name(db: Database, post_id: int, pages: tuple[tuple[int, str], ...]) -> None:
    """Fold what the first page of a post says of further ones. What is known of them stays."""
    for row in every(db, "SELECT page FROM post_pages WHERE post_id = ?", post_id):
        if row["page"] not in dict(pages):
            run(db, "DELETE FROM post_pages WHERE post_id = ? AND page = ?", post_id, row["page"])
    for number, url in pages:
        here = address(url)
        known = one(db, "SELECT url FROM post_pages WHERE post_id = ? AND page = ?", post_id, number)
        if known is None:
            insert(db, "post_pages", {"post_id": post_id, "page": number, "url": here})
        elif known["url"] != here:
            run(db, _MOVE, here, post_id, number)


def owner(db: Database, url: str) -> int | None:
    """The post that names an address as one of its further pages."""
    found = value(db, "SELECT min(post_id) FROM post_pages WHERE url = ?", url)
    return None if found is None else int(found)


def captured(db: Database, url: str, snapshot_id: int) -> None:
    """Note that a further page was captured."""
    run(db, "UPDATE post_pages SET snapshot_id = ? WHERE url = ?", snapshot_id, url)


def places(db: Database, capture: Capture) -> tuple[Place | None, ...]:
    """Where the pages of the post lie that a capture is one of, in their order; None is its own place.

    Empty where the capture is all of its post, or its first page is not there.
    """
    if capture.visit.role is not Role.POST or capture.failure is not None:
        return ()
    here = address(capture.url)
    post_id = owner(db, here)
    own = value(db, "SELECT post_id FROM post_urls WHERE url = ?", here) if post_id is None else None
    pages = every(db, _PAGES, post_id if post_id is not None else own)
    if not pages:
        return ()
    first = one(db, _FIRST, post_id) if post_id is not None else None
    if post_id is not None and first is None:
        return ()
    found: list[Place | None] = [None if first is None else place_of(first)]
    for row in pages:
        if row["url"] == here:
            found.append(None)
        elif row["warc"] is not None:
            found.append(place_of(row))
    return tuple(found) if len(found) > 1 else ()


_PAGES = """
SELECT post_pages.url, warc, offset FROM post_pages LEFT JOIN snapshots ON snapshots.id = snapshot_id
WHERE post_id = ? ORDER BY page
"""
_FIRST = "SELECT warc, offset FROM posts JOIN snapshots ON snapshots.id = snapshot_id WHERE posts.id = ?"
_MOVE = "UPDATE post_pages SET url = ?, snapshot_id = NULL WHERE post_id = ? AND page = ?"
