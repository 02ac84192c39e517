"""Medium: a publication whose front page shows a few posts, months that nothing links to, an index of very many sitemaps of all the host."""

from tests.discover.blogs import B
from tests.discover.sites.common import Site, by_month, month_at, month_name, posts, rss, sitemap, traps

POST, MONTH = "/{slug}-0a1b2c{n}de", "/archive/{y}/{m}"


def build():
    """Make the publication."""
    site = Site()
    site.add_posts(POST, _post)
    site.pages["/"] = _page("The Pub", "".join(map(_entry, posts()[:8])) + traps("/"))
    site.add_list("/feed", rss(posts()[:10], POST))
    for month, items in by_month().items():
        buckets = "".join(
            f'<div class="timebucket"><a href="{month_at(other, MONTH)}">{month_name(other).split()[0]}</a></div>'
            for other in by_month()
            if other[:4] == month[:4]
        )
        years = '<div class="timebucket"><a href="/archive/2018">2018</a></div>'
        site.add_month(
            month_at(month, MONTH), _page("The Pub", buckets + years + "".join(map(_entry, items)))
        )
    buckets = "".join(
        f'<div class="timebucket"><a href="{month_at(month, MONTH)}">{month_name(month).split()[0]}</a></div>'
        for month in by_month()
        if month.startswith("2018")
    )
    site.add_list("/archive/2018", _page("The Pub", buckets))
    site.add_list("/robots.txt", f"User-agent: *\nSitemap: {B}/sitemap/sitemap.xml\n")
    files = "".join(
        f"<sitemap><loc>{B}/sitemap/{kind}/2019/{kind}-2019-{m:02d}-{d:02d}.xml</loc></sitemap>"
        for kind in ("tags", "users")
        for m in range(1, 13)
        for d in range(1, 29)
    )
    site.add_list(
        "/sitemap/sitemap.xml",
        f"<sitemapindex><sitemap><loc>{B}/sitemap/posts/2019/posts.xml</loc></sitemap>{files}</sitemapindex>",
    )
    site.add_list("/sitemap/posts/2019/posts.xml", sitemap([post.at(POST) for post in posts()[:30]]))
    return site


def _entry(post):
    path = f"{post.at(POST)}?source=collection_home---4------{post.number}-----------------------"
    return (
        f'<div class="streamItem"><div class="postArticle"><a href="{path}"><time datetime="{post.date}T{post.time}:00.000Z">{post.shown}</time></a>'
        f'<div class="postArticle-content"><a href="{path}"><h3 class="graf--title">{post.title}</h3></a></div><a href="{path}">Read more…</a>'
        f'<a href="{post.at(POST)}?responsesOpen=true&amp;source=collection_home---2">2</a></div></div>'
    )


def _post(post):
    return _page(
        post.title,
        f'<article><section><h1 class="pw-post-title" data-testid="storyTitle">{post.title}</h1><div class="speechify-ignore"><span '
        f'data-testid="storyPublishDate">{post.shown}</span></div><p class="pw-post-body-paragraph">Words of {post.number}.</p></section></article>'
        f"{traps(post.at(POST))}",
    )


def _page(title, main):
    return (
        f'<html><head><title>{title}</title><meta property="og:site_name" content="Medium"><link rel="alternate" type="application/rss+xml" title="RSS" '
        f'href="/feed"><script src="https://cdn-client.medium.com/lite/main.js"></script></head><body><a href="/m/signin?operation=login">Sign in</a>'
        f"<main>{main}</main></body></html>"
    )
