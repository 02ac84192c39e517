"""What stands under several posts of a blog: counted key by key, as each post comes, changes or goes.

A key that one post alone has is in `piece_keys` only; from the second on it has a row in `repeats`. Whether it is the blog's own
follows from its counts and from how many posts there are, in whatever order they came.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sqlite_utils import Database

from archiver.extract.repeating import Share, share_of, step
from archiver.extract.wording import number_of
from archiver.models.piece import Spread
from archiver.store.rows import Row, every, insert, one, run, value

# The keys of a document, and whether a feed with all of the post has what each stands for. None: it is not counted.
Keys = Mapping[int, tuple[Spread, bool | None]] | None


def is_counted(db: Database, seed: str, document_id: int) -> bool:
    """Whether a document is among those that are counted."""
    sql = "SELECT 1 FROM piece_keys WHERE key = ? AND document_id = ?"
    return value(db, sql, _whole(seed), document_id) is not None


def count(db: Database, seed: str, document_id: int, old: Keys, new: Keys) -> set[int]:
    """Count the keys of a document in place of those that were counted; gives the keys that became the blog's own, or ceased to be."""
    before, after = _masked(seed, old), _masked(seed, new)
    posts = _posts(db, seed)
    turned: set[int] = set()
    changed = [key for key in sorted(before.keys() | after.keys()) if before.get(key) != after.get(key)]
    for key in changed:
        if key not in after:
            run(db, "DELETE FROM piece_keys WHERE key = ? AND document_id = ?", key, document_id)
        else:
            run(db, _KEEP, key, document_id, _number(after[key][1]))
        turned |= _recount(db, seed, key, before.get(key), after.get(key))
    if step(posts) != step(_posts(db, seed)):
        rows = every(db, "SELECT * FROM repeats WHERE seed = ? ORDER BY key", seed)
    else:
        rows = [row for key in changed if (row := one(db, "SELECT * FROM repeats WHERE key = ?", key))]
    for row in rows:
        turned |= _judge(db, row, _posts(db, seed))
    return {key ^ _mask(seed) for key in turned}


def shares(db: Database, seed: str, keys: Iterable[int]) -> dict[int, Share]:
    """Which of some keys are the blog's own, and how surely."""
    mask = _mask(seed)
    found = {
        key: value(db, "SELECT share FROM repeats WHERE key = ? AND share > 0", key ^ mask)
        for key in set(keys)
    }
    return {key: Share(share) for key, share in found.items() if share is not None}


def having(db: Database, seed: str, keys: Iterable[int]) -> list[int]:
    """The counted documents that have one of some keys."""
    mask = _mask(seed)
    sql = "SELECT document_id FROM piece_keys WHERE key = ?"
    return sorted({int(row[0]) for key in keys for row in run(db, sql, key ^ mask)})


_Entry = tuple[Spread, bool | None]


def _recount(db: Database, seed: str, key: int, before: _Entry | None, after: _Entry | None) -> set[int]:
    """Bring the counts of a key up to date; gives it where it was the blog's own and is no one's now."""
    row = one(db, "SELECT * FROM repeats WHERE key = ?", key)
    if row is None:
        counts = one(db, _COUNT, key)
        assert counts is not None
        if after is not None and counts["posts"] > 1:
            insert(db, "repeats", {"key": key, "seed": seed, "spread": after[0], **counts})
        return set()
    posts = row["posts"] + (after is not None) - (before is not None)
    if posts < 2:  # noqa: PLR2004  # nothing is repeated
        run(db, "DELETE FROM repeats WHERE key = ?", key)
        return {key} if row["share"] else set()
    had, has = before and before[1], after and after[1]
    run(
        db,
        "UPDATE repeats SET posts = ?, has = has + ?, lacks = lacks + ? WHERE key = ?",
        posts,
        (has is True) - (had is True),
        (has is False) - (had is False),
        key,
    )
    return set()


def _judge(db: Database, row: Row, posts: int) -> set[int]:
    share = share_of(Spread(row["spread"]), posts=row["posts"], has=row["has"], lacks=row["lacks"], of=posts)
    if share == row["share"]:
        return set()
    run(db, "UPDATE repeats SET share = ? WHERE key = ?", int(share), row["key"])
    return {int(row["key"])}


def _posts(db: Database, seed: str) -> int:
    """How many documents are counted, from the second on."""
    return int(value(db, "SELECT posts FROM repeats WHERE key = ?", _whole(seed)) or 1)


def _masked(seed: str, keys: Keys) -> dict[int, _Entry]:
    if keys is None:
        return {}
    mask = _mask(seed)
    return {key ^ mask: entry for key, entry in keys.items()} | {_whole(seed): (Spread.NONE, None)}


def _number(has: bool | None) -> int | None:
    return None if has is None else int(has)


@lru_cache(maxsize=64)
def _mask(seed: str) -> int:
    """What keeps the keys of two blogs apart."""
    return number_of(seed)


def _whole(seed: str) -> int:
    """The key that every counted document of a blog has."""
    return _mask(seed)


_KEEP = """
INSERT INTO piece_keys (key, document_id, feed) VALUES (?, ?, ?)
ON CONFLICT (key, document_id) DO UPDATE SET feed = excluded.feed
"""
_COUNT = """
SELECT count(*) AS posts, count(CASE WHEN feed = 1 THEN 1 END) AS has, count(CASE WHEN feed = 0 THEN 1 END) AS lacks
FROM piece_keys WHERE key = ?
"""
