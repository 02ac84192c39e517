"""Ghost: a front page in parts, a feed of fifteen, an index of sitemaps of which one has the posts; no months."""

from tests.discover.blogs import B
from tests.discover.sites.common import Site, add_front, posts, rss, sitemap, traps

POST = "/{slug}/"


def build():
    """Make the blog."""
    site = Site()
    site.add_posts(POST, _post)
    add_front(site, _list)
    site.add_list("/rss/", rss(posts()[:15], POST))
    site.add_list("/robots.txt", f"User-agent: *\nSitemap: {B}/sitemap.xml\nDisallow: /ghost/\n")
    files = "".join(
        f"<sitemap><loc>{B}/sitemap-{kind}.xml</loc></sitemap>"
        for kind in ("pages", "posts", "authors", "tags")
    )
    site.add_list("/sitemap.xml", f"<sitemapindex>{files}</sitemapindex>")
    site.add_list("/sitemap-posts.xml", sitemap(site.own))
    site.pages["/sitemap-pages.xml"] = sitemap({"/", "/about/", "/imprint-and-terms/"})
    for page in ("/about/", "/imprint-and-terms/"):
        site.pages[page] = _page(
            "Page", "page-template", "<article class='gh-article post page'><h1>Page</h1></article>"
        )
    return site


def _list(part, more):
    cards = "".join(
        f'<article class="gh-card post"><a class="gh-card-link" href="{post.at(POST)}"><h3 class="gh-card-title is-title">{post.title}</h3>'
        f'<time class="gh-card-date" datetime="{post.date}">{post.shown}</time></a></article>'
        for post in part
    )
    head = f'<link rel="next" href="{more}">' if more else ""
    return _page(
        "The Blog", "home-template", f'<main><div class="gh-feed">{cards}</div></main>{traps("/")}', head
    )


def _post(post):
    return _page(
        post.title,
        "post-template",
        f'<main class="gh-main"><article class="gh-article post"><header class="gh-article-header"><h1 class="gh-article-title is-title">{post.title}'
        f'</h1><time class="gh-article-meta-date" datetime="{post.date}">{post.shown}</time></header><section class="gh-content"><p>Words of '
        f'{post.number}, and <a href="/imprint-and-terms/">terms</a>.</p></section></article></main>{traps(post.at(POST))}',
    )


def _page(title, kind, main, head=""):
    return (
        f'<html><head><title>{title}</title><meta property="og:site_name" content="The Blog"><meta name="generator" content="Ghost 5.75">{head}'
        f'<link rel="alternate" type="application/rss+xml" title="The Blog" href="/rss/"></head><body class="{kind}">'
        f'<header><a class="gh-navigation-logo" href="/">The Blog</a><a href="/about/">About</a></header>{main}</body></html>'
    )
