"""Tumblr: the same post at two addresses, months as empty shells, all posts in a script's value, in the blog's own time."""

import json
from datetime import datetime
from urllib.parse import parse_qsl, urlsplit

from tests.discover.blogs import B
from tests.discover.sites.common import Site, add_front, posts, rss, traps

POST, SHORT = "/post/18700000{n}/{slug}", "/post/18700000{n}"
AT_ONCE = 20


def build():
    """Make the blog."""
    site = Site()
    site.add_posts(POST, _post)
    site.pages |= {post.at(SHORT): _post(post) for post in posts()}
    add_front(site, _list, form="/page/{}")
    site.add_list("/archive", _page("Archive", '<div id="root"></div>'))
    site.add_list("/rss", rss(posts()[:20], POST))
    site.lists |= {f"/api/read/json?start={n}&num=50" for n in range(0, len(posts()), AT_ONCE)}
    site.anything = _answer
    return site


def _answer(path):
    parts = urlsplit(path)
    if parts.path.startswith("/archive/"):
        return _page("Archive", '<div id="root"></div>')  # of any month
    if parts.path != "/api/read/json":
        return None
    first = int(dict(parse_qsl(parts.query)).get("start", "0"))
    items = [
        {
            "id": f"18700000{post.number + 1000}",
            "url": B + post.at(SHORT),
            "url-with-slug": B + post.at(POST),
            "type": "regular",
            "date": datetime.fromisoformat(post.published).strftime("%a, %d %b %Y %H:%M:%S"),
            "unix-timestamp": int(datetime.fromisoformat(post.published).timestamp()),
            "regular-title": post.title,
        }
        for post in posts()[first : first + AT_ONCE]
    ]
    value = {
        "tumblelog": {"title": "The Blog"},
        "posts-start": first,
        "posts-total": len(posts()),
        "posts": items,
    }
    return f"var tumblr_api_read = {json.dumps(value)};\n"


def _list(part, more):
    older = f'<a class="next" href="{more}">Next page</a>' if more else ""
    entries = "".join(
        f'<article class="post post-text"><h2 class="title"><a href="{post.at(SHORT)}">{post.title}</a></h2><div class="body-text"><p>Words.</p></div>'
        f'<a class="post-date" href="{post.at(POST)}">{post.shown}</a> <a href="{post.at(POST)}#notes">12 notes</a></article>'
        for post in part
    )
    return _page("The Blog", f'{entries}<div class="pagination">{older}</div>{traps("/")}')


def _post(post):
    return _page(
        post.title,
        f'<article class="post post-text"><h2 class="title"><a href="{post.at(POST)}">{post.title}</a></h2><div class="body-text"><p>Words of '
        f'{post.number}.</p></div><a class="post-date" href="{post.at(POST)}">{post.shown}</a><a href="/tagged/locks">#locks</a>'
        f'<a href="https://www.tumblr.com/reblog/{post.number}/x">Reblog</a></article>{traps(post.at(POST))}',
        f'<link rel="canonical" href="{B}{post.at(POST)}">',
    )


def _page(title, main, head=""):
    return (
        f'<html><head><title>{title}</title>{head}<link rel="alternate" href="android-app://com.tumblr/tumblr/x-callback-url/blog?blogName=b">'
        f'<link rel="alternate" type="application/rss+xml" href="/rss"></head><body><h1 class="blog-title"><a href="/">The Blog</a></h1>'
        f'<nav><a href="/ask">Ask</a><a href="/archive">Archive</a></nav><section id="posts">{main}</section></body></html>'
    )
