"""An entry of the demo blog, as its file has it."""

import html
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from archiver.demo.content import front_matter, tree

AUTHORS = {"ottoline": "Ottoline Sandry", "ambrose": "Ambrose Tidmarsh"}
MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
_MORE = "<!--more-->"
_COMMENTS = "<!--comments-->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One entry. Texts are HTML whose addresses are still to be filled in."""

    number: int  # WordPress's id
    slug: str
    title: str  # plain text
    author_slug: str
    published: datetime
    modified: datetime
    category: str
    tags: tuple[str, ...]
    body: str
    comments: str

    @property
    def path(self) -> str:
        """Where the post stands on the blog."""
        return f"{self.published:%Y/%m}/{self.slug}/"

    @property
    def author(self) -> str:
        """The author's full name."""
        return AUTHORS[self.author_slug]

    @property
    def heading(self) -> str:
        """The title as HTML."""
        return html.escape(self.title, quote=False)

    @property
    def whole(self) -> str:
        """The body as the post's own page shows it."""
        return self.body.replace(_MORE, f'<p><span id="more-{self.number}"></span></p>')

    @property
    def opening(self) -> str:
        """The body as a list shows it: up to the author's cut, where there is one."""
        opening, cut, _ = self.body.partition(_MORE)
        if not cut:
            return opening
        link = f'<a href="${{here}}#more-{self.number}" class="more-link">Continue reading <span class="meta-nav">&rarr;</span></a>'
        return f"{opening}<p>{link}</p>\n"


def posts() -> tuple[Post, ...]:
    """All entries, newest first."""
    return tuple(sorted(map(_read, tree("blog")), key=lambda post: post.published, reverse=True))


def slug(name: str) -> str:
    """A name as it stands in an address.

    >>> slug("How to")
    'how-to'
    """
    return name.lower().replace(" ", "-")


def day(date: datetime) -> str:
    """A date as the blog writes it: 3 September 2019."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def _read(name: str) -> Post:
    meta, text = front_matter(name)
    body, _, comments = text.partition(_COMMENTS)
    return Post(
        number=meta["number"],
        slug=PurePosixPath(name).stem,
        title=meta["title"],
        author_slug=meta["author"],
        published=meta["published"],
        modified=meta.get("modified", meta["published"]),
        category=meta["category"],
        tags=tuple(meta["tags"]),
        body=body.strip(),
        comments=comments.strip(),
    )
