"""Pelican: months below `/archives/` that nothing links to, a front page in files, an archive page, no sitemap."""

from tests.discover.sites.common import posts
from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    blog = Plain(
        post="/{slug}.html",
        month="/archives/{y}/{m}/",
        month_size=50,
        page="/index{}.html",
        feed="/feeds/all.atom.xml",
        head='<meta name="generator" content="Pelican">',
        foot='<a href="/archives.html">Archives</a>',
    )
    site = blog.build()
    rows = "".join(
        f'<dt>{post.shown}</dt><dd><a href="{post.at(blog.post)}">{post.title}</a></dd>' for post in posts()
    )
    site.add_list("/archives.html", blog.shell("Archives", f"<h1>Archives</h1><dl>{rows}</dl>", "", "/"))
    return site
