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
from archiver.store.rows import Row, every, insert, one, run, update, value

_MOST = 4  # states of a post's words that its page is held against
_ENDS = 4  # states at each end of a month that keep their words


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state of a post's words."""

    list: str
    lines: tuple[str, ...]
    away: timedelta  # how long before or after the page's capture it was last, or first, seen


def add(db: Database, words: FeedWords, date: str) -> int | None:
    """Fold what a feed of that date has of a post; gives the post's id where its page has something new to be held against.

    What is no post of a blog in the collection, named by this feed or another list, is not kept. Of the states of each month only
    the first four and the last four keep their words: some feeds have another counter in a post each night.
    """
    url = post_address(words.url)
    post_id = by_url(db, url)
    if post_id is None:
        return None
    text = "\n".join(words.lines).encode("utf-8", "replace")
    digest = hashlib.sha256(text).hexdigest()[:32]
    known = one(db, _STATE, url, digest)
    if known is None:
        size = sum(len(line.split()) for line in words.lines)
        known = {"list": words.list, "first_seen": date, "last_seen": date, "lines": None}
        row: Row = known | {"url": url, "digest": digest, "words": size}
        known["id"] = insert(db, "feed_words", row)
    let_go = _bound(db, url, date, digest)
    kept = value(db, _IS_KEPT, url, digest) is not None
    told: Row = {
        "list": min(words.list, known["list"]),
        "first_seen": min(date, known["first_seen"]),
        "last_seen": max(date, known["last_seen"]),
        "lines": (known["lines"] or zlib.compress(text, 9)) if kept else None,
    }
    if not told.items() <= known.items():
        update(db, "feed_words", known["id"], told)
        return post_id if kept or let_go else None
    return post_id if let_go else None


def _bound(db: Database, url: str, date: str, digest: str) -> bool:
    """Note a state in its month, and let go of the words that stood near an end of it until now; says whether there were any.

    What is noted is the least of what was seen, and the greatest: so it is the same in whatever order captures are folded.
    """
    month = date[:7]
    out: set[str] = set()
    for side in ("first", "last"):
        held = {row["digest"]: row["seen"] for row in every(db, _NOTED, url, month, side)}
        seen = held.get(digest, date)
        seen = min(seen, date) if side == "first" else max(seen, date)
        ranked = sorted(((at, each) for each, at in (held | {digest: seen}).items()), reverse=side == "last")
        for _, other in ranked[_ENDS:]:
            run(db, _UNNOTE, url, month, side, other)
            out.add(other)
        if (seen, digest) in ranked[:_ENDS] and held.get(digest) != seen:
            run(db, _NOTE, url, month, side, seen, digest)
    let_go = False
    for other in sorted(out - {digest}):
        if value(db, _IS_KEPT, url, other) is None:
            run(db, "UPDATE feed_words SET lines = NULL WHERE url = ? AND digest = ?", url, other)
            let_go = True
    return let_go


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
WHERE lines IS NOT NULL AND url IN (SELECT url FROM post_urls WHERE post_id = ?)
"""
_STATE = "SELECT id, list, first_seen, last_seen, lines FROM feed_words WHERE url = ? AND digest = ?"
_NOTED = "SELECT digest, seen FROM feed_word_months WHERE url = ? AND month = ? AND side = ?"
_NOTE = "INSERT OR REPLACE INTO feed_word_months (url, month, side, seen, digest) VALUES (?, ?, ?, ?, ?)"
_UNNOTE = "DELETE FROM feed_word_months WHERE url = ? AND month = ? AND side = ? AND digest = ?"
_IS_KEPT = "SELECT 1 FROM feed_word_months WHERE url = ? AND digest = ?"
