"""The posts that a page lists."""

from functools import lru_cache

from archiver.discover.lists.entries import Entry, entries_of
from archiver.discover.lists.outline import Outline
from archiver.discover.lists.rows import rows_of
from archiver.models.blog import PostLink


@lru_cache(maxsize=4)
def listed(plan: Outline) -> tuple[Entry, ...]:
    """Where a page lists a post: in elements of their own, else in rows."""
    return tuple(entry for entry in entries_of(plan) if entry.post is not None) or tuple(rows_of(plan))


def posts_of(plan: Outline) -> list[PostLink]:
    """The posts that a page lists, each once."""
    found: dict[str, PostLink] = {}
    for entry in listed(plan):
        if entry.post is not None:
            found.setdefault(entry.post.url, entry.post)
    return list(found.values())
