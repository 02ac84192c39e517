"""What feeds have of the posts' own words, as long as they had them: kept, since the page may come later, or once more."""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import timedelta

from sqlite_utils import Database

from archiver.models.blog import FeedWords
from archiver.store.address import post_address
from archiver.store.dates import instant
from archiver.store.post_urls import by_url
from archiver.store.rows import Row, every, insert, one, update

_MOST = 4  # states of a post's words that its page is held against


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state of a post's words."""

    list: str
    lines: tuple[str, ...]
    away: timedelta  # how long before or after the page's capture it was last, or first, seen


def add(db: Database, words: FeedWords, date: str) -> int | None:
    """Fold what a feed of that date has of a post; gives the post's id where that is something new.

    What is no post of a blog in the collection, named by this feed or another list, is not kept.
    """
    url = post_address(words.url)
    post_id = by_url(db, url)
    if post_id is None:
        return None
    text = "\n".join(words.lines).encode("utf-8", "replace")
    digest = hashlib.sha256(text).hexdigest()[:32]
    known = one(
        db, "SELECT id, first_seen, last_seen FROM feed_words WHERE url = ? AND digest = ?", url, digest
    )
    if known is not None:
        seen = {"first_seen": min(date, known["first_seen"]), "last_seen": max(date, known["last_seen"])}
        update(db, "feed_words", known["id"], seen)
        return None if seen.items() <= known.items() else post_id
    row: Row = {
        "url": url,
        "digest": digest,
        "list": words.list,
        "first_seen": date,
        "last_seen": date,
        "words": sum(len(line.split()) for line in words.lines),
        "lines": zlib.compress(text, 9),
    }
    insert(db, "feed_words", row)
    return post_id


def states(db: Database, post_id: int, date: str) -> list[State]:
    """The states of a post's words, the nearest to a date first; of equally near ones the longest."""
    rows = every(db, _OF_POST, post_id)
    rows.sort(key=lambda row: (_away(row, date), -row["words"], row["digest"]))
    return [_state(row, date) for row in rows[:_MOST]]


def _state(row: Row, date: str) -> State:
    text = zlib.decompress(row["lines"]).decode("utf-8", "replace")
    return State(list=row["list"], lines=tuple(text.split("\n")), away=_away(row, date))


def _away(row: Row, date: str) -> timedelta:
    at, first, last = instant(date), instant(row["first_seen"]), instant(row["last_seen"])
    if at is None or first is None or last is None:
        return timedelta.max
    return max(first - at, at - last, timedelta())


_OF_POST = """
SELECT list, lines, words, digest, first_seen, last_seen FROM feed_words
WHERE url IN (SELECT url FROM post_urls WHERE post_id = ?)
"""
