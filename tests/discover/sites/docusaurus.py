"""Docusaurus: a blog in a folder beside documentation, an archive page of all posts, no months."""

from tests.discover.sites.common import posts
from tests.discover.sites.plain import Plain


def build():
    """Make the site."""
    blog = Plain(
        post="/blog/{y}/{m}/{d}/{slug}",
        page="/blog/page/{}",
        start="/blog",
        feed="/blog/rss.xml",
        head='<meta name="generator" content="Docusaurus v3.1.0">',
        foot='<a href="/blog/archive">Archive</a><a href="/docs/intro">Docs</a>',
        article='<article class="{kind}"><header><h2><a href="{path}">{title}</a></h2><time datetime="{date}T09:00:00.000Z">{shown}</time></header><div class="markdown"><p>Words of {number}.</p></div></article>',
    )
    site = blog.build()
    rows = "".join(
        f'<li><a href="{post.at(blog.post)}">{" ".join(post.shown.split(",")[:1])} - {post.title}</a></li>'
        for post in posts()
    )
    site.add_list(
        "/blog/archive", blog.shell("Archive", f"<h1>Archive</h1><ul>{rows}</ul>", "", "/blog/archive")
    )
    for path, html in site.pages.items():
        kind = "blog-post-page" if path in site.own else "blog-list-page"
        site.pages[path] = html.replace("<html>", f'<html class="blog-wrapper {kind}">')
    return site
