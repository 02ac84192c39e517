"""How the demo blog looks: the markup of a classic WordPress theme."""

import html
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from archiver.demo.content import filled, text
from archiver.demo.post import MONTHS, Post, day, slug

NAME = "The Tide Ledger"
TAGLINE = "Lighthouses, tide tables, and how the shelf knows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Turns posts into pages."""

    blog: str
    sources: Mapping[str, str]
    posts: tuple[Post, ...]  # newest first

    def page(self, *, content: str, title: str, body_class: str, head: str = "") -> bytes:
        """A whole page: header, content, sidebar, footer."""
        months = Counter((post.published.year, post.published.month) for post in self.posts)
        values = {
            "blog": self.blog,
            "name": NAME,
            "tagline": TAGLINE,
            "title": title,
            "head": head,
            "body_class": body_class,
            "content": content,
            "recent": _items(f'<a href="{self.url(post)}">{post.heading}</a>' for post in self.posts[:5]),
            "months": _items(
                f'<a href="{self.blog}{year}/{month:02d}/">{MONTHS[month - 1]} {year}</a>&nbsp;({count})'
                for (year, month), count in months.items()
            ),
            "categories": _items(
                f'<a href="{self.blog}category/{slug(name)}/">{name}</a>'
                for name in sorted({post.category for post in self.posts})
            ),
        }
        return filled(text("templates/shell.html"), values).encode()

    def url(self, post: Post) -> str:
        """The permanent address of a post."""
        return self.blog + post.path

    def body(self, post: Post, *, whole: bool) -> str:
        """The text of a post with its addresses filled in."""
        return self._filled(post, post.whole if whole else post.opening)

    def entry(self, post: Post, *, alone: bool) -> str:
        """A post as `<article>`: alone on its page, or one of a list."""
        url = self.url(post)
        values = {
            "blog": self.blog,
            "number": str(post.number),
            "url": url,
            "heading": f'<h1 class="entry-title">{post.heading}</h1>'
            if alone
            else f'<h2 class="entry-title"><a href="{url}" rel="bookmark">{post.heading}</a></h2>',
            "times": _times(post),
            "author": post.author,
            "author_slug": post.author_slug,
            "category": post.category,
            "category_slug": slug(post.category),
            "tag_classes": "".join(f" tag-{slug(tag)}" for tag in post.tags),
            "tags": ", ".join(
                f'<a href="{self.blog}tag/{slug(tag)}/" rel="tag">{tag}</a>' for tag in post.tags
            ),
            "body": self.body(post, whole=alone) + (self._sharing(post) if alone else ""),
            "comments_link": ""
            if alone
            else f' <span class="comments-link"><a href="{url}#respond">Leave a reply</a></span>',
        }
        return filled(text("templates/entry.html"), values)

    def discussion(self, post: Post, *, older: Post | None, newer: Post | None) -> str:
        """What stands below a post: its neighbours and its comments."""
        neighbours = "".join(
            f'<span class="nav-{name}"><a href="{self.url(other)}" rel="{rel}">{other.heading}</a></span>'
            for name, rel, other in (("previous", "prev", older), ("next", "next", newer))
            if other is not None
        )
        count = post.comments.count('<article id="comment-')
        values = {
            "blog": self.blog,
            "url": self.url(post),
            "quoted": quote(self.url(post), safe=""),
            "title": post.heading,
            "neighbours": neighbours,
            "comments": self._filled(post, post.comments),
            "comment_count": {0: "No thoughts", 1: "One thought"}.get(count, f"{count} thoughts"),
        }
        return filled(text("templates/comments.html"), values)

    def _filled(self, post: Post, template: str) -> str:
        return filled(template, {**self.sources, "blog": self.blog, "here": self.url(post)})

    def _sharing(self, post: Post) -> str:
        values = {
            "url": self.url(post),
            "quoted": quote(self.url(post), safe=""),
            "quoted_title": quote(post.title),
        }
        return "\n" + filled(text("templates/sharing.html"), values)


def pagination(first: str, page: int, last: int) -> str:
    """Links to the other pages of a list (`the_posts_pagination`); nothing where there is one page."""
    if last == 1:
        return ""
    urls = [first] + [f"{first}page/{n}/" for n in range(2, last + 1)]
    numbers = [
        f'<span aria-current="page" class="page-numbers current">{n}</span>'
        if n == page
        else f'<a class="page-numbers" href="{html.escape(url)}">{n}</a>'
        for n, url in enumerate(urls, start=1)
    ]
    if page > 1:
        numbers.insert(0, f'<a class="prev page-numbers" href="{urls[page - 2]}">Newer</a>')
    if page < last:
        numbers.append(f'<a class="next page-numbers" href="{urls[page]}">Older</a>')
    links = "\n".join(numbers)
    return (
        '<nav class="navigation pagination" aria-label="Posts pagination">'
        f'<h2 class="screen-reader-text">Posts pagination</h2><div class="nav-links">{links}</div></nav>'
    )


def _times(post: Post) -> str:
    if post.modified == post.published:
        return f'<time class="entry-date published updated" datetime="{post.published.isoformat()}">{day(post.published)}</time>'
    return (
        f'<time class="entry-date published" datetime="{post.published.isoformat()}">{day(post.published)}</time>'
        f'<time class="updated" datetime="{post.modified.isoformat()}">{day(post.modified)}</time>'
    )


def _items(items: Iterable[str]) -> str:
    return "\n".join(f"<li>{item}</li>" for item in items)
