"""Which post an address belongs to: its own address, those that redirect to it, those that name it canonical."""

from sqlite_utils import Database

from archiver.models.blog import PostFacts
from archiver.store import months
from archiver.store.address import address, post_address, same_place
from archiver.store.chains import walk
from archiver.store.rows import insert, one, run, update, value
from archiver.store.waiting import waiters
from archiver.web.url import site, without_fragment


def by_url(db: Database, url: str) -> int | None:
    """The post known under a canonical address."""
    found = value(db, "SELECT post_id FROM post_urls WHERE url = ?", url)
    return None if found is None else int(found)


def on_page(db: Database, url: str) -> list[int]:
    """The posts of a page: that of its own address, and those of the places on it."""
    rows = run(
        db,
        "SELECT post_id FROM post_urls WHERE url = ? OR (url > ? AND url < ?) ORDER BY url",
        url,
        f"{url}#",
        f"{url}$",
    )
    return [int(row[0]) for row in rows]


def is_read(db: Database, post_id: int) -> bool:
    """Whether a post's own page was captured and read, once at least."""
    return value(db, "SELECT first_captured FROM posts WHERE id = ?", post_id) is not None


def keeper(
    db: Database, facts: PostFacts, here: str, *, seed: str, document_id: int | None
) -> tuple[int, set[int]]:
    """The row that a captured post belongs to, made if need be; and months whose count may have changed.

    The rows of addresses that redirect here, listed but never read, become one with it.
    """
    own = _own(facts, here, seed)
    there, found = by_url(db, here), by_url(db, own)
    if found not in {None, there} and not _is_same(db, int(found or 0), facts, document_id):
        own, found = here, there  # a theme that names one address as canonical on every page
    unread = [post_id for post_id in waiters(db, "post", without_fragment(here)) if _leads(db, post_id, here)]
    if there is not None and not is_read(db, there):
        unread.insert(0, there)
    post_id = found or there or next(iter(unread), None)
    if post_id is None:
        post_id = insert(db, "posts", {"seed": seed, "url": own})
    elif own != here or not is_read(db, post_id):
        update(db, "posts", post_id, {"url": own})
    touched: set[int] = set()
    for other in dict.fromkeys(unread):
        if other != post_id:
            touched |= merge(db, other, post_id)
    for url in (here, own):
        if by_url(db, url) is None:
            remember(db, url, post_id)
    return post_id, touched


def remember(db: Database, url: str, post_id: int) -> None:
    """Note that an address, known to no post yet, is one of this post's."""
    insert(db, "post_urls", {"url": url, "post_id": post_id})


def merge(db: Database, gone: int, kept: int) -> set[int]:
    """Let a listed row that was never read become one with another; gives the months that this concerns."""
    touched = months.touching(db, gone)
    run(db, "UPDATE OR IGNORE archive_page_posts SET post_id = ? WHERE post_id = ?", kept, gone)
    run(db, "UPDATE post_urls SET post_id = ? WHERE post_id = ?", kept, gone)
    run(db, "DELETE FROM posts WHERE id = ?", gone)
    return touched


def _leads(db: Database, post_id: int, here: str) -> bool:
    """Whether the redirects of a listed post end here."""
    url = str(value(db, "SELECT url FROM posts WHERE id = ?", post_id))
    final = walk(db, without_fragment(url)).final
    return final is not None and same_place(url, final["url"]) == here


def _own(facts: PostFacts, here: str, seed: str) -> str:
    """The address that the page gives itself, if it can be believed: on the same site, and not the front page."""
    own = post_address(facts.url)
    is_front = own in {
        address(seed),
        address(f"http://{site(own)}/"),
        address(f"https://{site(own)}/"),
    }
    return own if site(own) == site(here) and not is_front else here


def _is_same(db: Database, post_id: int, facts: PostFacts, document_id: int | None) -> bool:
    """Whether a row known under the page's own address is this post: never read, or with this text or title."""
    row = one(
        db,
        """
        SELECT posts.title, first_captured, posts.document_id, coalesce(digest, text_digest) AS digest, words,
            (SELECT coalesce(digest, text_digest) FROM documents LEFT JOIN post_pieces ON document_id = id WHERE id = ?) AS new
        FROM posts LEFT JOIN documents ON documents.id = posts.document_id
        LEFT JOIN post_pieces ON post_pieces.document_id = documents.id WHERE posts.id = ?
        """,
        document_id,
        post_id,
    )
    assert row is not None
    title = facts.title.value if facts.title else None
    return (
        row["first_captured"] is None
        or (bool(row["words"]) and row["digest"] == row["new"])
        or (title is not None and row["title"] == title)
    )
