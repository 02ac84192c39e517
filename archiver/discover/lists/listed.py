"""The posts that a page lists."""

from dataclasses import replace
from functools import lru_cache

from archiver.discover.addresses import is_archive
from archiver.discover.lists.day_headings import day_over
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
        if entry.post is not None and not is_archive(entry.post.url):
            day = day_over(plan, entry.position) if entry.post.published is None else None
            found.setdefault(entry.post.url, replace(entry.post, published=day) if day else entry.post)
    return [_named(plan, post) for post in found.values()]


def _named(plan: Outline, post: PostLink) -> PostLink:
    """Without the words that the software shows where the author gave no title."""
    return replace(post, title=None) if post.title in plan.platform.NO_TITLES else post
