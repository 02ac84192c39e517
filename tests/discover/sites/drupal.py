"""Drupal: an archive view that nothing links to and that answers any argument with the newest posts; pages count from 0; no sitemap."""

import re

from tests.discover.sites.common import (
    Site,
    add_front,
    by_month,
    month_at,
    month_name,
    parts,
    posts,
    rss,
    traps,
)

POST, MONTH = "/{slug}", "/blog/archive/{y}/{m}"
AT_ONCE = 4


def build():
    """Make the site."""
    site = Site(start="/blog")
    site.add_posts(POST, _post)
    pages = parts(posts(), 10)
    add_front(site, lambda part, _: _front(part, pages), form="/blog?page={}", size=10, start="/blog")
    for n in range(2, len(pages) + 1):  # Drupal's second page is `?page=1`
        site.add_list(f"/blog?page={n - 1}", site.pages.pop(f"/blog?page={n}"))
        site.lists.discard(f"/blog?page={len(pages)}")
    site.add_list("/blog/feed", rss(posts()[:10], POST))
    for month, items in by_month().items():
        path = month_at(month, MONTH)
        pages_of = parts(items, AT_ONCE)
        for n, part in enumerate(pages_of):
            here = path if n == 0 else f"{path}?page={n}"
            site.add_month(here, _list(month_name(month), part, "path-archive", _pager(len(pages_of), n)))
    site.anything = _anything
    return site


def _anything(path):
    """Any argument of the view is answered."""
    if re.match(r"/(?:blog/)?archive", path):
        return _list("Archive", posts()[:10], "path-archive", "")
    return None


def _front(part, pages):
    number = next(n for n, each in enumerate(pages) if each == part)
    return _list("Blog", part, "path-blog", _pager(len(pages), number) + traps("/blog"))


def _pager(count, here):
    links = "".join(
        f'<li class="pager__item"><a href="?page={n}">{n + 1}</a></li>' for n in range(count) if n != here
    )
    following = (
        f'<li class="pager__item pager__item--next"><a href="?page={here + 1}" rel="next">Next ›</a></li>'
        if here + 1 < count
        else ""
    )
    return (
        f'<nav class="pager" role="navigation"><ul class="pager__items">{links}{following}</ul></nav>'
        if count > 1
        else ""
    )


def _list(heading, part, kind, foot):
    rows = "".join(
        f'<div class="views-row"><article class="node node--type-blog node--view-mode-teaser"><h2><a href="{post.at(POST)}" rel="bookmark">{post.title}</a>'
        f'</h2><footer class="node__meta"><time datetime="{post.published}">{post.shown}</time> by <a href="/user/4" class="username">Mara Vane</a></footer>'
        f'<ul class="links inline"><li><a href="{post.at(POST)}#comment-form">Add new comment</a></li></ul></article></div>'
        for post in part
    )
    return _page(heading, kind, f'<h1 class="page-title">{heading}</h1><div class="view">{rows}</div>{foot}')


def _post(post):
    return _page(
        post.title,
        "page-node-type-blog",
        f'<h1 class="page-title">{post.title}</h1><article class="node node--type-blog node--view-mode-full"><footer class="node__meta"><time '
        f'datetime="{post.published}">{post.shown}</time></footer><div class="node__content"><div class="field field--name-body"><p>Words of {post.number}.'
        f'</p></div><a href="/comment/reply/node/{post.number}/comment">Reply</a><a href="/print/{post.number}">Print</a></div></article>'
        f"{traps(post.at(POST))}",
    )


def _page(title, kind, main):
    return (
        f'<html><head><meta name="Generator" content="Drupal 9 (https://www.drupal.org)"><title>{title} | The Site</title><link rel="alternate" '
        f'type="application/rss+xml" title="" href="/blog/feed"></head><body class="{kind}"><header role="banner"><a href="/" rel="home">The Site</a>'
        f'</header><main role="main">{main}</main></body></html>'
    )
