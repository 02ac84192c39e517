"""Typepad: a blog in a folder, beside another on the same host; months as `index.html`, the list goes on at `page/2/`."""

from tests.discover.blogs import B
from tests.discover.sites.common import (
    Site,
    add_front,
    by_month,
    month_at,
    month_name,
    posts,
    rss,
    sitemap,
    traps,
)

POST, MONTH = "/weblog/{y}/{m}/{slug}.html", "/weblog/{y}/{m}/index.html"


def build():
    """Make the host."""
    site = Site(start="/weblog/")
    site.add_posts(POST, _post)
    add_front(site, _list, form="/weblog/page/{}/", start="/weblog/", size=10)
    site.add_list("/weblog/archives.html", _page("Archives", f"<ul>{_months(list(by_month()))}</ul>"))
    site.add_list("/weblog/atom.xml", rss(posts()[:10], POST))
    site.add_list("/robots.txt", f"User-agent: *\nSitemap: {B}/sitemap.xml\n")
    site.add_list("/sitemap.xml", sitemap({"/recipes/2019/09/bread.html", "/recipes/"}))
    for month, items in by_month().items():
        site.add_month(
            month_at(month, MONTH), _page(f"{month_name(month)} - The Blog", "".join(map(_entry, items)))
        )
    site.pages["/recipes/2019/09/"] = _page("Recipes", "<p>Of another blog.</p>")
    return site


def _months(months):
    return "".join(
        f'<li class="module-list-item"><a href="{month_at(month, MONTH)}">{month_name(month)}</a></li>'
        for month in months
    )


def _list(part, more):
    pager = f'<div class="pager-bottom pager"><a href="{more}">Next »</a></div>' if more else ""
    side = '<div class="module-archives module"><h2><a href="/weblog/archives.html">Archives</a></h2></div>'
    return _page(
        "The Blog",
        "".join(map(_entry, part)) + pager + side + '<a href="/recipes/2019/09/">September 2019</a>',
    )


def _entry(post):
    path = post.at(POST)
    return (
        f'<h2 class="date-header">{post.shown}</h2><div class="entry-type-post entry"><h3 class="entry-header"><a href="{path}">{post.title}</a></h3>'
        f'<div class="entry-content"><div class="entry-body"><p>Words of {post.number}.</p></div></div><div class="entry-footer"><span class="post-footers">'
        f'Posted at {post.time} in <a href="/weblog/canals/">Canals</a></span> | <a class="permalink" rel="bookmark" href="{path}">Permalink</a> | '
        f'<a href="{path}#comments">Comments (2)</a></div></div>'
    )


def _post(post):
    return _page(f"{post.title} - The Blog", _entry(post) + traps(post.at(POST)))


def _page(title, main):
    return (
        f'<html><head><meta name="generator" content="http://www.typepad.com/"><title>{title}</title><link rel="alternate" type="application/atom+xml" '
        f'title="Posts" href="/weblog/atom.xml"></head><body><div id="banner"><h1 id="banner-header"><a href="/weblog/">The Blog</a></h1></div>'
        f'<div id="alpha">{main}</div></body></html>'
    )
