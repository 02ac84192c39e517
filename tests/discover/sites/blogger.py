"""Blogger: the archive widget opens the last year alone, and loads the others by script; long months go on behind a cursor."""

from urllib.parse import parse_qsl, urlsplit

from tests.discover.blogs import B
from tests.discover.sites.common import (
    PLAN,
    Site,
    by_month,
    month_at,
    month_name,
    parts,
    posts,
    sitemap,
    traps,
)

POST, MONTH = "/{y}/{m}/{slug}.html", "/{y}/{m}/"


def build():
    """Make the blog."""
    site = Site()
    site.add_posts(POST, lambda post: _page(post.title, _entry(post), post.at(POST)))
    older = '<a class="blog-pager-older-link" href="/search?updated-max=2019-12-01T00:00:00%2B02:00&amp;max-results=7">Older Posts</a>'
    site.pages["/"] = _page("The Blog", "".join(_entry(post) for post in posts()[:7]) + older, "/")
    for month, items in by_month().items():
        path = month_at(month, MONTH)
        pages = parts(items, 5)
        for n, part in enumerate(pages):
            here = path if n == 0 else _cursor(path, pages[n - 1][-1], n)
            more = (
                f'<a class="blog-pager-older-link" href="{_cursor(path, part[-1], n + 1)}">Older Posts</a>'
                if n + 1 < len(pages)
                else ""
            )
            site.add_month(
                here.replace("&amp;", "&"),
                _page(f"The Blog: {month_name(month)}", "".join(map(_entry, part)) + more, path),
            )
    site.pages["/robots.txt"] = f"User-agent: *\nDisallow: /search\nSitemap: {B}/sitemap.xml\n"
    site.add_list("/sitemap.xml", sitemap(site.own))
    site.lists |= {"/robots.txt", *(f"{_FEED}start-index={n}&max-results=150" for n in (1, 26))}
    site.anything = _feed
    return site


_FEED = "/feeds/posts/default?"


def _feed(path):
    """Answer for the list of all posts, 25 at a time whatever is asked for."""
    parts_ = urlsplit(path)
    if parts_.path != "/feeds/posts/default":
        return None
    first = int(dict(parse_qsl(parts_.query)).get("start-index", "1"))
    items = posts()[first - 1 : first + 24]
    entries = "".join(
        f"<entry><published>{post.published}</published><title type='text'>{post.title}</title>"
        f"<link rel='alternate' type='text/html' href='{B}{post.at(POST)}'/></entry>"
        for post in items
    )
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/'>"
        f"<link rel='next' href='https://www.blogger.example/feeds/1/posts/default?start-index={first + 25}'/>"
        f"<openSearch:totalResults>{len(posts())}</openSearch:totalResults>{entries}</feed>"
    )


def _cursor(path, last, n):
    return (
        f"{path}?updated-max={last.published}&amp;max-results=5&amp;start={5 * n}&amp;by-date=false".replace(
            "+", "%2B"
        )
    )


def _page(title, main, path):
    months = "".join(
        f"<ul class='hierarchy'><li class='archivedate'><a class='post-count-link' href='{month_at(month, MONTH)}'>"
        f"{month_name(month).split()[0]}</a> <span class='post-count' dir='ltr'>({PLAN[month]})</span></li></ul>"
        for month in reversed(PLAN)
        if month.startswith("2019")
    )
    return (
        f"<html><head><meta content='blogger' name='generator'/><title>{title}</title>"
        "<link rel='alternate' type='application/atom+xml' title='The Blog - Atom' href='/feeds/posts/default'/></head>"
        f"<body class='loading'><div class='main' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'>{main}</div></div></div>"
        f"<div class='sidebar'><div class='widget BlogArchive' id='BlogArchive1'><a class='post-count-link' href='/2019/'>2019</a>{months}"
        f"<a class='post-count-link' href='/2018/'>2018</a></div></div>{traps(path)}</body></html>"
    )


def _entry(post):
    path = post.at(POST)
    return (
        f"<div class='date-outer'><h2 class='date-header'><span>{post.shown}</span></h2><div class='post-outer'><div class='post hentry'>"
        f"<h3 class='post-title entry-title'><a href='{path}'>{post.title}</a></h3><div class='post-body entry-content'>Words of {post.number}, "
        f"and of <a href='/2018/01/post-no-1.html'>the first</a>.</div><div class='post-footer'><a class='timestamp-link' href='{path}' "
        f"rel='bookmark' title='permanent link'><abbr class='published' title='{post.published}'>{post.time}</abbr></a></div></div></div></div>"
    )
