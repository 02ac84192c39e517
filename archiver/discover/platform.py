"""What a platform file tells about its kind of blog."""

from typing import Protocol

from archiver.models.blog import Month
from archiver.web.page import Page


class Platform(Protocol):
    """One file in `platforms/`. Selectors are CSS without combinators, so that reading stays linear in the page's size."""

    NAME: str  # the file's name
    ENTRIES: tuple[str, ...]  # what holds one post, in a list and on its own page
    CONTENT: tuple[str, ...]  # what holds a post's words, best first
    NOT_CONTENT: tuple[str, ...]  # what stands inside the content and is not the author's
    SITEMAPS: tuple[str, ...]  # where they are, below the blog's root
    TITLE_PREFIXES: tuple[str, ...]  # what the software writes before the author's title
    NO_TITLES: tuple[str, ...]  # what the software shows where the author gave no title

    def recognises(self, page: Page) -> bool:
        """Whether a page was made by this software."""

    def is_post(self, page: Page) -> bool | None:
        """What the software itself says of the page; None where it says nothing."""

    def month_urls(self, root: str, post: str, month: Month) -> tuple[str, ...]:
        """Where the archive of a month would be, likeliest first, judged by a post's address; none where there are none."""

    def lists(self, page: Page) -> tuple[str, ...]:
        """The first page of each complete list that the software keeps beside its months, for `feed` to read."""
