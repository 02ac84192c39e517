"""Substack: a front page that shows some posts, an archive that a script fills, its list in JSON, a dozen or fewer at a time."""

import json
from urllib.parse import parse_qsl, urlsplit

from tests.discover.blogs import B
from tests.discover.sites.common import Site, posts, rss, traps

POST = "/p/{slug}"
AT_ONCE = 11  # fewer than asked for


def build():
    """Make the letters."""
    site = Site()
    site.add_posts(POST, _post)
    site.pages["/"] = _page("The Letters", _previews(posts()[:7]))
    site.add_list("/archive", _page("Archive", '<div id="archive"></div>'))
    site.add_list("/feed", rss(posts()[:20], POST))
    site.lists |= {
        f"/api/v1/archive?sort=new&offset={n}&limit=12" for n in range(0, len(posts()) + AT_ONCE, AT_ONCE)
    }
    site.lists |= {f"/api/v1/archive?sort=new&offset={len(posts())}&limit=12"}
    site.anything = _archive
    return site


def _archive(path):
    parts = urlsplit(path)
    if parts.path != "/api/v1/archive":
        return None
    first = int(dict(parse_qsl(parts.query)).get("offset", "0"))
    return json.dumps(
        [
            {
                "id": post.number,
                "title": post.title,
                "canonical_url": B + post.at(POST),
                "post_date": f"{post.date}T{post.time}:00.000Z",
                "audience": "everyone",
            }
            for post in posts()[first : first + AT_ONCE]
        ]
    )


def _previews(part):
    return "".join(
        f'<div class="post-preview portable-archive-post"><a href="{post.at(POST)}" class="post-preview-title newsletter">{post.title}</a>'
        f'<time datetime="{post.date}T{post.time}:00.000Z">{post.shown}</time><a href="{post.at(POST)}/comments">3</a></div>'
        for post in part
    )


def _post(post):
    return _page(
        post.title,
        f'<article class="newsletter-post post"><div class="post-header"><h1 class="post-title published">{post.title}</h1></div>'
        f'<div class="available-content"><div class="body markup"><p>Words of {post.number}.</p></div></div></article>'
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{post.title}","datePublished":"{post.date}T{post.time}:00+00:00"}}'
        f"</script>{_previews(posts()[:3])}{traps(post.at(POST))}",
    )


def _page(title, main):
    return (
        f'<html><head><link rel="preconnect" href="https://substackcdn.com"><title>{title}</title><link rel="alternate" type="application/rss+xml" '
        f'href="/feed" title="The Letters"></head><body><h1><a href="/">The Letters</a></h1><nav><a href="/archive">Archive</a><a href="/about">About</a>'
        f"</nav><main>{main}</main></body></html>"
    )
