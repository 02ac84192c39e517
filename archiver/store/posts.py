"""Posts: pending when a page lists them, archived when their own page was captured and read."""

import json
from dataclasses import dataclass

from sqlite_utils import Database

from archiver.models.blog import Month, PostFacts, PostLink
from archiver.models.capture import Capture, Role
from archiver.models.citation import Outcome
from archiver.models.reading import Reading
from archiver.store import months, post_pages
from archiver.store.address import post_address, same_place
from archiver.store.chains import walk
from archiver.store.dates import month_of
from archiver.store.documents import READABLE
from archiver.store.post_urls import by_url, is_read, keeper, merge, remember
from archiver.store.rows import Row, insert, one, run, update, value
from archiver.store.verdicts import judged
from archiver.store.waiting import wait
from archiver.web.url import without_fragment

_NO_POST = ("listed as a post, but its page is none", "listed as a post, but its page does not hold it")
POST_ROLES = frozenset({Role.FRONT, Role.LISTING, Role.MONTH, Role.POST})


def listed(db: Database, link: PostLink, *, seed: str, month_id: int | None) -> tuple[int, set[int]]:
    """Fold the mention of a post; gives its id, and the months whose count may have changed."""
    url = post_address(link.url)
    post_id = by_url(db, url)
    if post_id is None:
        row = {
            "seed": seed,
            "url": url,
            "title": link.title,
            "published": link.published,
            "month_id": month_id,
        }
        post_id = insert(db, "posts", row)
        remember(db, url, post_id)
        return settle(db, post_id)
    touched = months.touching(db, post_id)
    if not is_read(db, post_id):
        run(db, _FILL, link.title, link.published, month_id, post_id)
    elif month_id is not None:
        run(db, _REDATE, month_id, post_id)
    return post_id, touched | months.touching(db, post_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What was read of a post, and where: the address of its page, or of its place there."""

    facts: PostFacts
    here: str
    snapshot_id: int
    document_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """A post's row after its page was folded, what it was until then, and the months to count."""

    post_id: int
    dated: str | None  # the date under which it cited
    replaced: int | None  # its document
    touched: set[int]


def captured(db: Database, capture: Capture, own: Own, pages: tuple[tuple[int, str], ...]) -> Captured:
    """Fold a post as its own page has it; `pages` are the further ones that it names."""
    part_of = post_pages.owner(db, own.here)
    if part_of is not None:
        post_id = part_of
        touched: set[int] = set()
        post_pages.captured(db, own.here, own.snapshot_id)
    else:
        post_id, touched = keeper(
            db, own.facts, own.here, seed=capture.visit.seed, document_id=own.document_id
        )
        post_pages.name(db, post_id, pages)
    touched |= months.touching(db, post_id)
    old = one(db, "SELECT * FROM posts WHERE id = ?", post_id)
    assert old is not None
    row = _facts(own.facts)
    row["title"] = row["title"] or old["title"]
    row["published"] = _fuller(row["published"], old["published"])
    row |= {
        "outcome": Outcome.ARCHIVED,
        "reason": None,
        "first_captured": old["first_captured"] or capture.snapshot.date,
        "last_checked": capture.snapshot.date,
        "next_check": None,
        "month_id": _month_id(db, old, month_of(row["published"])),
        "document_id": own.document_id,
        "snapshot_id": own.snapshot_id if part_of is None else old["snapshot_id"],
    }
    update(db, "posts", post_id, row)
    wait(db, "post", post_id, ())
    dated = old["first_captured"] and (old["published"] or old["first_captured"])
    return Captured(
        post_id=post_id,
        dated=dated,
        replaced=old["document_id"],
        touched=touched | months.touching(db, post_id),
    )


def settle(db: Database, post_id: int) -> tuple[int, set[int]]:
    """Say what became of a listed post that was not read: gone, or one with the post that it redirects to.

    Gives the row that remains, and the months to count. A capture made for another reason says nothing here,
    since it was not read as a post.
    """
    touched = months.touching(db, post_id)
    if is_read(db, post_id):
        return post_id, touched
    url = str(value(db, "SELECT url FROM posts WHERE id = ?", post_id))
    chain = walk(db, without_fragment(url))
    foreign = [str(row["url"]) for row in chain.snapshots if row["role"] not in POST_ROLES]
    wait(db, "post", post_id, dict.fromkeys([*chain.open_at, *foreign]))
    found = judged(without_fragment(url), chain)
    if found is None or chain.final is None or foreign:
        return post_id, touched
    owner = by_url(db, same_place(url, chain.final["url"]))
    if owner is not None and owner != post_id and is_read(db, owner):
        merge(db, post_id, owner)
        return owner, touched | months.touching(db, owner)
    is_there = found.verdict.outcome == Outcome.ARCHIVED
    row = {
        "outcome": found.verdict.outcome,
        "reason": found.verdict.reason or (_NO_POST["#" in url] if is_there else None),
        "last_checked": found.checked,
        "next_check": found.next_check,
        "snapshot_id": found.snapshot_id,
    }
    update(db, "posts", post_id, row)
    return post_id, touched


def may_be_posts(reading: Reading) -> bool:
    """Whether a capture was made to find posts on it, and can be read."""
    return (
        reading.capture.visit.role in POST_ROLES
        and reading.location is None
        and reading.verdict.outcome in READABLE
    )


def _facts(post: PostFacts) -> Row:
    found = {"title": post.title, "author": next(iter(post.authors), None)}
    found |= {"published": post.published, "modified": post.modified, "language": post.language}
    found |= {"categories": next(iter(post.categories), None), "tags": next(iter(post.tags), None)}
    return {
        "title": post.title.value if post.title else None,
        "author": "; ".join(author.value for author in post.authors) or None,
        "published": post.published.value if post.published else None,
        "modified": post.modified.value if post.modified else None,
        "language": post.language.value if post.language else None,
        "categories": json.dumps([each.value for each in post.categories], ensure_ascii=False),
        "tags": json.dumps([each.value for each in post.tags], ensure_ascii=False),
        "found_by": json.dumps({name: value.rule for name, value in found.items() if value}),
    }


def _fuller(own: str | None, listed: str | None) -> str | None:
    """The date that the page gives; that of a list where it is the same and says more: the time, the offset.

    >>> _fuller("2019-09-12T10:00:00", "2019-09-12T10:00:00+02:00"), _fuller("2019-09-12", "2019-09-13T00:30:00Z")
    ('2019-09-12T10:00:00+02:00', '2019-09-12')
    """
    says_more = own is None or (listed is not None and listed.startswith(own))
    return listed if says_more else own


def _month_id(db: Database, old: Row, month: Month | None) -> int | None:
    """The month of a post's date. One that the blog does not have yields to the month whose pages list the post.

    For a page may give its date by another clock than the blog's.
    """
    if month is None:
        return None if old["month_id"] is None else int(old["month_id"])
    found = months.find(db, old["seed"], month) or value(db, _LISTING_MONTH, old["id"])
    return months.add(db, old["seed"], month) if found is None else int(found)


_FILL = """
UPDATE posts SET title = coalesce(title, ?), published = coalesce(published, ?), month_id = coalesce(month_id, ?)
WHERE id = ?
"""
# A month that only the post's date made yields to the blog's own.
_REDATE = """
UPDATE posts SET month_id = ? WHERE id = ? AND (month_id IS NULL OR month_id IN (
    SELECT id FROM months WHERE id = posts.month_id AND url IS NULL
    AND NOT EXISTS (SELECT 1 FROM archive_pages WHERE archive_pages.month_id = months.id)
))
"""
_LISTING_MONTH = """
SELECT min(month_id) FROM archive_page_posts JOIN archive_pages ON archive_pages.id = archive_page_id WHERE post_id = ?
"""
