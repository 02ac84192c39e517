"""The way through a blog whose months do not name all posts: feeds, lists, sitemaps."""

from archiver.models.capture import Role
from tests.discover.blogs import (
    DATES,
    FEED,
    Blog,
    entry,
    list_page,
    month_pages,
    name,
    own_pages,
    paths,
    posts_at,
    rss,
    sitemap,
    undated,
    wordpress,
)


def test_posts_that_no_month_lists_are_not_lost():
    """A widget may show the last year only: what the sitemap names besides is fetched, months first."""
    blog, posts = wordpress()
    for path in ("/", "/2019/12/"):
        blog.pages[path] = (
            "".join(part for part in blog.pages[path].split("<li>") if '<a href="/2018/' not in part)
            + "</ul></aside>"
        )
    crawl = blog.crawl()

    assert (paths(posts), []) == (crawl.posts, crawl.missed)
    assert {f"/{date[:4]}/{date[5:]}/" for date in DATES} <= set(crawl.months)


def test_a_blog_without_months():
    """Two trials show that there are none; posts come from feed, archive page and sitemap."""
    posts = posts_at("/{y}/{m}/{slug}/")
    front = list_page(
        [entry(*post) for post in posts[:5]],
        head=FEED,
        foot='<a href="/archives/">Archive</a><a class="next" href="/page/2/">Next »</a>',
    )
    pages = own_pages(posts) | {
        "/": front,
        "/feed/": rss(posts),
        "/sitemap.xml": sitemap([*paths(posts), "/about/", "/tags/x/", "/archives/"]),
    }
    pages["/archives/"] = list_page([entry(*post) for post in posts])
    crawl = Blog(pages).crawl()

    assert (paths(posts), {}) == (crawl.posts, crawl.months)
    assert ["/robots.txt", "/2019/12/", "/2019/09/"] == crawl.missed
    assert [] == crawl.paths(Role.LISTING)[1:]


def test_a_blog_without_months_feed_or_sitemap():
    """The list alone, to its last page; addresses without dates."""
    posts = posts_at("/notes/{slug}/")
    parts = [posts[n : n + 5] for n in range(0, len(posts), 5)]
    pages = own_pages(posts)
    for n, part in enumerate(parts, start=1):
        older = f'<a rel="next" href="/page/{n + 1}/">Older</a>' if n < len(parts) else ""
        pages["/" if n == 1 else f"/page/{n}/"] = list_page([undated(*post) for post in part], foot=older)
    crawl = Blog(pages).crawl()

    assert paths(posts) == crawl.posts


def test_posts_in_the_sitemap_alone():
    """The sitemap's addresses count as posts where they are like those of known posts; pages are not asked for."""
    posts = posts_at("/blog/{slug}/")
    pages = own_pages(posts) | {"/": list_page([entry(*post) for post in posts[:3]])}
    pages["/sitemap.xml"] = sitemap(
        [*paths(posts), "/", "/about/", "/blog/", "/shop/boots/", "/tags/x/", "/blog/page/2/"]
    )
    crawl = Blog(pages).crawl()

    assert (paths(posts), paths(posts)) == (crawl.posts, set(crawl.paths(Role.POST)))


def test_a_landing_page_with_a_blog_below():
    """Where the front page shows no posts, its link to the blog is followed."""
    posts = posts_at("/blog/{slug}/")
    pages = own_pages(posts) | {
        "/": list_page(["<h1>Welcome</h1>"], foot='<a href="/blog/">Blog</a><a href="/docs/">Docs</a>')
    }
    pages["/blog/"] = list_page([entry(*post) for post in posts])

    assert paths(posts) == Blog(pages).crawl().posts


def test_archives_by_year():
    """An archive page that lists years, whose pages list months (Nikola)."""
    posts = posts_at("/posts/{slug}/")
    pages = (
        own_pages(posts)
        | month_pages(posts)
        | {"/": list_page([entry(*post) for post in posts[:3]], foot='<a href="/archive.html">Archive</a>')}
    )
    pages["/archive.html"] = list_page(
        ['<ul><li><a href="/2019/">2019</a> (14)</li><li><a href="/2018/">2018</a> (14)</li></ul>']
    )
    for year in ("2018", "2019"):
        links = (
            f'<li><a href="/{date[:4]}/{date[5:]}/">{name(date)}</a> (2)</li>'
            for date in DATES
            if date.startswith(year)
        )
        pages[f"/{year}/"] = list_page([f"<ul>{''.join(links)}</ul>"])
    crawl = Blog(pages).crawl()

    assert (paths(posts), {f"/{date[:4]}/{date[5:]}/" for date in DATES}) == (crawl.posts, set(crawl.months))
