"""Pages that list posts: the front page, monthly archives, feeds. They name months and posts before these are seen."""

from collections.abc import Sequence

from sqlite_utils import Database

from archiver.models.blog import Month, PostLink
from archiver.models.capture import Role
from archiver.models.citation import Outcome
from archiver.models.reading import Reading
from archiver.store import months, posts
from archiver.store.address import address
from archiver.store.dates import month_of
from archiver.store.rows import insert, run, update, value
from archiver.web.url import site

LISTING_ROLES = frozenset({Role.FRONT, Role.LISTING, Role.MONTH, Role.FEED})


def add(db: Database, reading: Reading, snapshot_id: int) -> set[int]:
    """Fold what a page lists; gives the months whose count may have changed."""
    visit = reading.capture.visit
    if visit.role not in LISTING_ROLES:
        return set()
    if reading.verdict.outcome != Outcome.ARCHIVED or reading.location is not None:
        return _failed(db, reading, snapshot_id)
    touched: set[int] = set()
    for link in reading.look.months if reading.look else ():
        touched.add(months.add(db, visit.seed, link.month, url=link.url, announced=link.posts))
    listing = reading.listing.posts if reading.listing else ()
    month = _month(reading)
    if month is not None and not listing and not months.is_named(db, visit.seed, month):
        month = None  # an address that was only tried, and lists nothing
    month_id = None if month is None else months.add(db, visit.seed, month)
    listed: list[int] = []
    for n, post in enumerate((*listing, *(reading.feed.posts if reading.feed else ()))):
        if _is_of_the_blog(post, reading):
            dated = month_id if n < len(listing) else None
            post_id, changed = posts.listed(db, post, seed=visit.seed, month_id=dated)
            touched |= changed
            if n < len(listing):
                listed.append(post_id)
    if month_id is not None:
        touched |= _page(db, reading, snapshot_id, month_id, listed)
    return touched


def _month(reading: Reading) -> Month | None:
    """The month that a page is about. A page that only claims to be a month's may be the front page, redirected to."""
    if reading.listing is None or reading.capture.visit.role == Role.FEED:
        return None
    if reading.listing.month is not None:
        return reading.listing.month
    visit = reading.capture.visit
    is_front = address(reading.capture.url) == address(visit.seed)
    return month_of(visit.month) if visit.role == Role.MONTH and not is_front else None


def _is_of_the_blog(post: PostLink, reading: Reading) -> bool:
    """A feed may carry links to elsewhere. The blog is where its seed, its page or the way there is."""
    visit = reading.capture.visit
    return site(post.url) in {site(visit.seed), site(reading.capture.url), site(visit.via or "")}


def _page(db: Database, reading: Reading, snapshot_id: int, month_id: int, listed: Sequence[int]) -> set[int]:
    url = reading.capture.url
    number = _number(db, reading, month_id)
    if number == 1:
        run(db, "UPDATE months SET url = ? WHERE id = ? AND url IS NULL", url, month_id)
    row = {"month_id": month_id, "page": number, "url": url, "snapshot_id": snapshot_id}
    page_id = value(db, "SELECT id FROM archive_pages WHERE month_id = ? AND page = ?", month_id, number)
    if page_id is None:
        page_id = insert(db, "archive_pages", row)
    else:
        update(db, "archive_pages", page_id, row)
        run(db, "DELETE FROM archive_page_posts WHERE archive_page_id = ?", page_id)
    for n, post_id in enumerate(dict.fromkeys(listed), start=1):
        insert(db, "archive_page_posts", {"archive_page_id": page_id, "post_id": post_id, "position": n})
    return {month_id}


def _number(db: Database, reading: Reading, month_id: int) -> int:
    """The page's number as the crawl knew it; of a page met by chance the one it has, or the next one free."""
    if reading.capture.visit.page is not None:
        return reading.capture.visit.page
    sql = "SELECT page FROM archive_pages WHERE month_id = ? AND url = ?"
    free = "SELECT coalesce(max(page), 0) + 1 FROM archive_pages WHERE month_id = ?"
    return int(value(db, sql, month_id, reading.capture.url) or value(db, free, month_id))


def _failed(db: Database, reading: Reading, snapshot_id: int) -> set[int]:
    """A month's page that did not come is noted when the blog names that month, and no better capture is there."""
    visit = reading.capture.visit
    month = month_of(visit.month)
    if visit.role != Role.MONTH or month is None or visit.page is None or reading.location is not None:
        return set()
    month_id = months.find(db, visit.seed, month)
    sql = "SELECT 1 FROM archive_pages WHERE month_id = ? AND page = ?"
    if month_id is None or not months.is_named(db, visit.seed, month):
        return set()
    if value(db, sql, month_id, visit.page) is not None:
        return set()
    row = {
        "month_id": month_id,
        "page": visit.page,
        "url": reading.capture.url,
        "snapshot_id": snapshot_id,
    }
    insert(db, "archive_pages", row)
    return {month_id}
