"""Squarespace: a landing page beside a shop, the blog a collection below, months behind a query, its data behind another."""

import json
from datetime import datetime
from urllib.parse import parse_qsl, urlsplit

from tests.discover.sites.common import Site, by_month, month_at, parts, posts, sitemap, traps

POST, MONTH = "/journal/{y}/{m1}/{d1}/{slug}", "/journal?month={m}-{y}"
AT_ONCE = 20


def build():
    """Make the site."""
    site = Site()
    site.add_posts(POST, _post)
    site.pages["/"] = _page(
        "The Site",
        "collection-type-page",
        "<h1>Boots and books</h1><a href='/shop/boots'>Boots</a>" + traps("/"),
    )
    site.lists.add("/?format=json-pretty")
    pages = parts(posts(), AT_ONCE)
    for n, part in enumerate(pages):
        path = "/journal" if n == 0 else f"/journal?offset={_moment(pages[n - 1][-1])}"
        older = (
            f'<a class="older" href="/journal?offset={_moment(part[-1])}">Older</a>'
            if n + 1 < len(pages)
            else ""
        )
        newer = (
            f'<a class="newer" href="/journal?offset={_moment(part[0])}&amp;reversePaginate=true">Newer</a>'
            if n
            else ""
        )
        site.add_list(path, _list(part, f'<nav class="pagination">{newer}{older}</nav>{traps("/journal")}'))
        query = f"&offset={_moment(pages[n - 1][-1])}" if n else ""
        site.lists.add(f"/journal?format=json-pretty{query}")
    for month, items in by_month().items():
        site.add_month(month_at(month, MONTH), _list(items, ""))
    site.add_list("/sitemap.xml", sitemap([*site.own, "/", "/journal", "/shop", "/shop/boots", "/about"]))
    site.anything = _answer
    return site


def _moment(post):
    return int(datetime.fromisoformat(post.published).timestamp() * 1000)


def _answer(path):
    """Give the collection's data; any other month, without posts."""
    address = urlsplit(path)
    query = dict(parse_qsl(address.query))
    if address.path == "/" and query.get("format") == "json-pretty":
        return json.dumps({"website": {}, "collection": {"typeName": "page"}})
    if address.path != "/journal":
        return None
    if "month" in query:
        return _list([], "")
    before = int(query.get("offset", "9999999999999"))
    rest = [post for post in posts() if _moment(post) < before]
    items = [
        {
            "id": str(post.number),
            "title": post.title,
            "fullUrl": post.at(POST),
            "publishOn": _moment(post),
            "addedOn": 1,
        }
        for post in rest[:AT_ONCE]
    ]
    more = (
        {"nextPage": True, "nextPageOffset": _moment(rest[AT_ONCE - 1]), "pageSize": AT_ONCE}
        if len(rest) > AT_ONCE
        else {}
    )
    return json.dumps({"collection": {"typeName": "blog"}, "items": items, "pagination": more})


def _list(part, foot):
    entries = "".join(
        f'<article class="blog-basic-grid--container entry blog-item"><time class="blog-date">{post.day:02d}/{post.month[5:]}/{post.month[:4]}</time>'
        f'<h1 class="blog-title"><a href="{post.at(POST)}">{post.title}</a></h1><a href="/journal?category=Canals">Canals</a></article>'
        for post in part
    )
    return _page(
        "Journal", "collection-type-blog-basic-grid view-list", f"<main id='page'>{entries}</main>{foot}"
    )


def _post(post):
    return _page(
        post.title,
        "collection-type-blog-basic-grid view-item",
        f'<main id="page"><article class="h-entry entry"><div class="blog-item-wrapper"><h1 class="entry-title">{post.title}</h1><time class="dt-published" '
        f'datetime="27 Sept">27 Sept</time><div class="blog-item-content e-content"><p>Words of {post.number}.</p></div></div></article></main>'
        f"{traps(post.at(POST))}",
    )


def _page(title, kind, main):
    return (
        f'<html><head><!-- This is Squarespace. --><title>{title}</title></head><body class="{kind}"><header id="header"><a id="site-title" href="/">'
        f'The Site</a><a href="/journal">Journal</a><a href="/shop">Shop</a></header>{main}</body></html>'
    )
