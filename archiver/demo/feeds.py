"""The demo blog for machines: RSS 2.0, the sitemaps of WordPress core, robots.txt."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime

from archiver.demo.answer import Answer
from archiver.demo.post import AUTHORS, Post, slug
from archiver.demo.theme import NAME, TAGLINE, Theme

_PER_FEED = 10  # WordPress's own default
_EXCERPT = 55  # words, as in WordPress
_TAG = re.compile(r"<[^>]*>")
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)


def feeds(theme: Theme) -> dict[str, Answer]:
    """The feed of posts in its pages, and the feeds of comments."""
    made = {}
    for n, start in enumerate(range(0, len(theme.posts), _PER_FEED), start=1):
        part = theme.posts[start : start + _PER_FEED]
        address = "feed/" if n == 1 else f"feed/?paged={n}"
        made[f"/{address}"] = _rss(theme, NAME, address, (_item(theme, post) for post in part))
    made["/comments/feed/"] = _rss(theme, f"Comments for {NAME}", "comments/feed/", ())
    for post in theme.posts:
        made[f"/{post.path}feed/"] = _rss(theme, f"Comments on: {post.heading}", f"{post.path}feed/", ())
    return made


def sitemaps(theme: Theme) -> dict[str, Answer]:
    """`/wp-sitemap.xml` and what it names, and robots.txt, which names it."""
    parts: dict[str, list[tuple[str, datetime | None]]] = {
        "wp-sitemap-posts-post-1.xml": [(post.path, post.modified) for post in reversed(theme.posts)],
        "wp-sitemap-posts-page-1.xml": [("about/", None)],
        "wp-sitemap-taxonomies-category-1.xml": [
            (f"category/{slug(name)}/", None) for name in sorted({post.category for post in theme.posts})
        ],
        "wp-sitemap-users-1.xml": [(f"author/{name}/", None) for name in AUTHORS],
    }
    index = "".join(f"<sitemap><loc>{theme.blog}{name}</loc></sitemap>" for name in parts)
    made = {"/wp-sitemap.xml": _sitemap(f"<sitemapindex {_SITEMAP}>{index}</sitemapindex>")}
    for name, rows in parts.items():
        urls = "".join(_url(theme.blog + path, modified) for path, modified in rows)
        made[f"/{name}"] = _sitemap(f"<urlset {_SITEMAP}>{urls}</urlset>")
    robots = f"User-agent: *\nDisallow: /wp-admin/\n\nSitemap: {theme.blog}wp-sitemap.xml\n"
    made["/robots.txt"] = Answer(body=robots.encode(), content_type="text/plain; charset=utf-8")
    return made


def _sitemap(root: str) -> Answer:
    return Answer(body=_xml(root), content_type="application/xml; charset=utf-8")


def _url(url: str, modified: datetime | None) -> str:
    lastmod = f"<lastmod>{modified.isoformat()}</lastmod>" if modified else ""
    return f"<url><loc>{url}</loc>{lastmod}</url>"


def _rss(theme: Theme, title: str, address: str, items: Iterable[str]) -> Answer:
    newest = max(post.modified for post in theme.posts)
    channel = (
        f"<title>{title}</title>\n"
        f'<atom:link href="{theme.blog}{address}" rel="self" type="application/rss+xml" />\n'
        f"<link>{theme.blog.removesuffix('/')}</link>\n<description>{TAGLINE}</description>\n"
        f"<lastBuildDate>{format_datetime(newest.astimezone(UTC))}</lastBuildDate>\n<language>en-GB</language>\n"
        f"<generator>https://wordpress.org/?v=6.5.5</generator>\n{''.join(items)}"
    )
    root = f'<rss version="2.0" {_NAMESPACES}>\n<channel>\n{channel}</channel>\n</rss>\n'
    return Answer(body=_xml(root), content_type="application/rss+xml; charset=UTF-8", modified=newest)


def _item(theme: Theme, post: Post) -> str:
    content = theme.body(post, whole=True)
    words = _TAG.sub("", content).split()  # as WordPress does: marks stick to the words before them
    excerpt = " ".join(words[:_EXCERPT])
    terms = "".join(f"<category><![CDATA[{term}]]></category>\n" for term in (post.category, *post.tags))
    return (
        f"<item>\n<title>{post.heading}</title>\n<link>{theme.url(post)}</link>\n"
        f"<comments>{theme.url(post)}#respond</comments>\n<dc:creator><![CDATA[{post.author}]]></dc:creator>\n"
        f"<pubDate>{format_datetime(post.published.astimezone(UTC))}</pubDate>\n{terms}"
        f'<guid isPermaLink="false">{theme.blog}?p={post.number}</guid>\n'
        f"<description><![CDATA[{excerpt} [&#8230;]]]></description>\n"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>\n</item>\n"
    )


def _xml(root: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}'.encode()
