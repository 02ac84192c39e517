"""Movable Type 3: numbered posts, months in one file each with whole posts under their days, of which the front page names a few."""

from tests.discover.sites.common import Site, by_month, month_at, month_name, posts, rss, traps

POST, MONTH = "/archives/00{n}.html", "/archives/{y}_{m}.html"
SHOWN = 5  # months on the front page


def build():
    """Make the blog."""
    site = Site()
    site.add_posts(POST, _post)
    months = list(by_month())
    widget = f"<div class='sidebar'><h2>Archives</h2><ul>{_links(months[:SHOWN])}</ul><a href='/archives.html'>Archives</a></div>"
    site.pages["/"] = _page("The Blog", f"{''.join(map(_entry, posts()[:7]))}{traps('/')}", widget)
    site.add_list("/archives.html", _page("The Blog: Archives", f"<h2>Monthly</h2><ul>{_links(months)}</ul>"))
    site.add_list("/index.xml", rss(posts()[:15], POST))
    for n, (month, items) in enumerate(by_month().items()):
        around = [month_at(months[m], MONTH) for m in (n - 1, n + 1) if 0 <= m < len(months)]
        nav = " | ".join(f'<a href="{path}">month</a>' for path in around)
        site.add_month(
            month_at(month, MONTH),
            _page(
                f"The Blog: {month_name(month)} Archives",
                f"<p class='content-nav'>{nav}</p>{''.join(map(_entry, items))}",
            ),
        )
    return site


def _links(months):
    return "".join(f'<li><a href="{month_at(month, MONTH)}">{month_name(month)}</a></li>' for month in months)


def _entry(post):
    path = post.at(POST)
    return (
        f'<h2 class="date-header">{post.shown}</h2><a id="a00{post.number}"></a><div class="entry" id="entry-{post.number}"><h3 class="entry-header">'
        f'{post.title}</h3><div class="entry-body"><p>Words of {post.number}, and of <a href="/archives/001001.html">the first</a>.</p></div>'
        f'<p class="entry-footer"><span class="post-footers">Posted by Mara Vane at {post.time}</span> | <a class="permalink" href="{path}">Permalink</a> | '
        f'<a href="{path}#comments">Comments (2)</a> | <a href="/mt/mt-tb.cgi/{post.number}">TrackBack</a></p></div>'
    )


def _post(post):
    near = "".join(
        f'<a href="{other.at(POST)}">{other.title}</a> | '
        for other in posts()
        if abs(other.number - post.number) == 1
    )
    return _page(
        f"The Blog: {post.title}",
        f"<p class='content-nav'>{near}<a href='/'>Main</a></p>{_entry(post)}{traps(post.at(POST))}",
    )


def _page(title, main, side=""):
    return (
        f'<html><head><meta name="generator" content="http://www.movabletype.org/"><title>{title}</title><link rel="alternate" '
        f'type="application/rss+xml" title="RSS 2.0" href="/index.xml"></head><body><div id="banner"><h1 id="banner-header"><a href="/">The Blog</a></h1>'
        f'</div><div id="center"><div class="content">{main}</div></div>{side}</body></html>'
    )
