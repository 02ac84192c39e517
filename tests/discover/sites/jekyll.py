"""Jekyll with Minima: a front page in parts, a feed of ten, a sitemap; months that jekyll-archives makes and nothing links to."""

from tests.discover.sites.common import (
    Site,
    add_front,
    add_machine_lists,
    by_month,
    month_at,
    month_name,
    traps,
)

POST, MONTH = "/canals/{y}/{m}/{d}/{slug}.html", "/{y}/{m}/"


def build():
    """Make the blog."""
    site = Site()
    site.add_posts(POST, _post)
    add_front(site, lambda part, more: _list("The Blog", part, more), form="/page{}/")
    add_machine_lists(site, POST)
    for month, items in by_month().items():
        site.add_month(month_at(month, MONTH), _list(month_name(month), items, None))
    return site


def _list(heading, part, more):
    rows = "".join(
        f'<li><span class="post-meta">{post.shown}</span><h3><a class="post-link" href="{post.at(POST)}">{post.title}</a></h3></li>'
        for post in part
    )
    pager = f'<div class="pager"><a href="{more}" class="next-page">Older</a></div>' if more else ""
    return _page(
        heading,
        f'<div class="home"><h1>{heading}</h1><ul class="post-list">{rows}</ul>{pager}</div>{traps("/")}',
    )


def _post(post):
    return _page(
        f"{post.title} | The Blog",
        f'<article class="post h-entry"><header class="post-header"><h1 class="post-title p-name">{post.title}</h1><p class="post-meta">'
        f'<time class="dt-published" datetime="{post.published}">{post.shown}</time></p></header><div class="post-content e-content"><p>Words of '
        f"{post.number}.</p></div></article>{traps(post.at(POST))}",
    )


def _page(title, main):
    return (
        f'<html><head><title>{title}</title><meta name="generator" content="Jekyll v4.3.2"><link type="application/atom+xml" rel="alternate" '
        f'href="/feed.xml" title="The Blog"></head><body><header class="site-header"><a class="site-title" href="/">The Blog</a><a class="page-link" '
        f'href="/about/">About</a></header><main class="page-content">{main}</main></body></html>'
    )
