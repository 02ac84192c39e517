"""What feeds and sitemaps name: each names what it named last."""

from sqlite_utils import Database

from archiver.discover.json_list import is_json_list
from archiver.models.capture import Role
from archiver.models.citation import Outcome
from archiver.models.reading import Reading
from archiver.store.address import address, post_address
from archiver.store.rows import insert, run

_LISTS = {Role.FEED: "feed", Role.SITEMAP: "sitemap"}


def add(db: Database, reading: Reading) -> None:
    """Fold a feed or a sitemap. One that did not come takes nothing away."""
    name = _LISTS.get(reading.capture.visit.role)
    if name is None or reading.verdict.outcome != Outcome.ARCHIVED or reading.location is not None:
        return
    here = address(reading.capture.url)
    run(db, "DELETE FROM listings WHERE list_url = ?", here)
    if reading.feed is not None and is_json_list(reading.capture.payload):
        name = "rest"
    named = [post.url for post in reading.feed.posts] if reading.feed is not None else reading.sitemap
    for url in dict.fromkeys(post_address(each) for each in named):
        insert(db, "listings", {"list_url": here, "url": url, "list": name})
