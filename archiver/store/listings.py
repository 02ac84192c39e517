"""What feeds and sitemaps name: each names what it named last."""

from collections import Counter
from collections.abc import Iterable

from sqlite_utils import Database

from archiver.discover.json_list import is_json_list
from archiver.models.capture import Role
from archiver.models.citation import Outcome
from archiver.models.reading import Reading
from archiver.store.address import address, post_address
from archiver.store.rows import insert, run

_MANY = 10  # posts that were changed in one moment: nobody writes so fast
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
    named = reading.feed.posts if reading.feed is not None else reading.sitemap
    changed = {post_address(post.url): post.modified for post in reversed(named)}
    built = _build_times(changed.values())
    for url in dict.fromkeys(post_address(post.url) for post in named):
        modified = changed[url] if changed[url] not in built else None
        insert(db, "listings", {"list_url": here, "url": url, "list": name, "modified": modified})


def _build_times(dates: Iterable[str | None]) -> frozenset[str]:
    """Dates that a list gives to most of its posts: when the whole blog was made anew, not when a post was changed."""
    told = Counter(date for date in dates if date is not None)
    return frozenset(
        date for date, times in told.items() if times >= _MANY and 2 * times > sum(told.values())
    )
