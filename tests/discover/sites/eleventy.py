"""Eleventy: a front page that shows three posts and leads to the list of all; a short feed, a sitemap of everything."""

from tests.discover.sites.common import Site, add_machine_lists, posts
from tests.discover.sites.plain import Plain

POST = "/blog/{slug}/"


def build():
    """Make the blog."""
    blog = Plain(
        post=POST,
        feed="/feed/feed.xml",
        head='<meta name="generator" content="Eleventy v3.0.0">',
        foot='<a href="/blog/">Archive</a>',
        article='<h1>{title}</h1><ul class="post-metadata"><li><time datetime="{date}">{shown}</time></li></ul><p>Words of {number}.</p>',
    )
    site = Site()
    site.add_posts(POST, blog.own_page)
    site.pages["/"] = blog.shell("The Blog", _rows(posts()[:3]), "", "/")
    site.add_list("/blog/", blog.shell("Archive", _rows(posts()), "", "/blog/"))
    add_machine_lists(
        site, POST, feed="/feed/feed.xml", most=3, pages=("/about/", "/tags/", "/blog/", "/tags/locks/")
    )
    return site


def _rows(part):
    rows = "".join(
        f'<li class="postlist-item"><a href="{post.at(POST)}" class="postlist-link">{post.title}</a><time class="postlist-date" datetime="{post.date}">'
        f"{post.shown}</time></li>"
        for post in part
    )
    return f'<ol reversed class="postlist">{rows}</ol>'
