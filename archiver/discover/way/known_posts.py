"""The posts that a blog's lists name, and which list names which."""

from collections.abc import Iterable, Iterator

from archiver.discover.addresses import date_in
from archiver.discover.dates import month_of
from archiver.discover.places import post_key
from archiver.discover.way.shapes import Shapes
from archiver.models.blog import Month, PostLink


class KnownPosts:
    """Every post that some list named so far. Lists are told apart, since one that names all the others' posts is complete."""

    def __init__(self) -> None:
        self._posts: dict[str, PostLink] = {}
        self._lists: dict[str, set[str]] = {}

    def date(self, url: str, published: str) -> None:
        """Note a date that the post's own page told."""
        known = self._posts.get(post_key(url))
        if known is not None:
            self._posts[post_key(url)] = PostLink(url=known.url, title=known.title, published=published)

    def add(self, source: str, posts: Iterable[PostLink]) -> int:
        """Note what a list names; how many of the posts this list had not named before."""
        names = self._lists.setdefault(source, set())
        before = len(names)
        for post in posts:
            known = self._posts.get(post_key(post.url))
            if known is None or (known.published is None and post.published is not None):
                self._posts[post_key(post.url)] = post
            names.add(post_key(post.url))
        return len(names) - before

    def __iter__(self) -> Iterator[PostLink]:
        return iter(self._posts.values())

    def __len__(self) -> int:
        return len(self._posts)

    def __contains__(self, url: str) -> bool:
        return post_key(url) in self._posts

    @property
    def are_dated(self) -> bool:
        """Whether the month of every post is known."""
        return all(month_of_post(post) is not None for post in self._posts.values())

    def lacks_date(self, url: str) -> bool:
        """Whether a post's month is not known."""
        known = self._posts.get(post_key(url))
        return known is not None and month_of_post(known) is None

    def named_by(self, source: str) -> int:
        """How many posts a list names."""
        return len(self._lists.get(source, ()))

    def is_whole(self, source: str, posts: Iterable[PostLink]) -> bool:
        """Whether some posts are all that a list names."""
        return {post_key(post.url) for post in posts} == self._lists.get(source, set())

    def covers(self, source: str) -> bool:
        """Whether one list names every post that is known."""
        return bool(self._posts) and len(self._lists.get(source, ())) == len(self._posts)

    def shapes(self) -> Shapes:
        """What their addresses have in common."""
        return Shapes(post.url for post in self._posts.values())

    def by_month(self) -> dict[Month, PostLink]:
        """A post for each month that one is known of, the newest month first."""
        found = {month: post for post in self._posts.values() if (month := month_of_post(post)) is not None}
        return dict(sorted(found.items(), reverse=True))


def month_of_post(post: PostLink) -> Month | None:
    """The month of a post: by its address, which is in the blog's own time, else by its date, which in a feed is in UTC."""
    date = date_in(post.url) or post.published
    return month_of(date) if date else None
