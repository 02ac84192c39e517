"""The way through a blog that is a trap: it ends soon, and nothing is lost."""

import pytest

from archiver.models.blog import Month
from archiver.models.capture import Role
from archiver.models.lead import Scope
from tests.discover.blogs import (
    B,
    Blog,
    entry,
    list_page,
    own_pages,
    paths,
    post_page,
    posts_at,
    wordpress,
)


def test_a_month_in_the_future_is_not_asked_for():
    """Nor is a future that the blog links to."""
    blog, posts = wordpress()
    blog.pages["/"] += '<a href="/2031/01/">January 2031</a>'

    assert paths(posts) == blog.crawl().posts
    assert [] == blog.crawl("/2031/01/").asked


def test_an_empty_month_in_the_list_is_normal():
    """It costs its one request."""
    blog, posts = wordpress()
    blog.pages["/"] = blog.pages["/"].replace(
        "</ul>", '<li><a href="/2018/03/">Mar 2018</a></li><li><a href="/2018/05/">May 2018</a></li></ul>', 1
    )
    blog.pages["/2018/05/"] = list_page(["<p>Nothing found.</p>"])
    crawl = blog.crawl()

    assert (paths(posts), ["/2018/03/"]) == (crawl.posts, crawl.missed)


def test_an_endless_calendar():
    """Months that only lead to further empty months are given up."""
    posts = posts_at("/{slug}/")
    pages = own_pages(posts) | {
        "/": list_page(
            [entry(*post) for post in posts],
            foot='<table id="wp-calendar"><a href="/2019/11/">« Nov</a></table>',
        )
    }
    for year in range(1990, 2021):
        for month in range(1, 13):
            before = f"/{year if month > 1 else year - 1}/{month - 1 or 12:02d}/"
            pages[f"/{year}/{month:02d}/"] = list_page(
                ["<p>Nothing.</p>"], foot=f'<a href="{before}">« before</a>'
            )
    crawl = Blog(pages).crawl()

    assert (paths(posts), True) == (crawl.posts, len(crawl.paths(Role.MONTH)) <= 6)


def test_a_server_that_answers_anything():
    """A blog that shows its front page for every address has no months, and no end of pages."""
    posts = posts_at("/{y}/{m}/{slug}/")
    front = list_page(
        [entry(*post) for post in posts[:5]], foot='<a rel="next" href="/page/2/">Older posts</a>'
    )
    crawl = Blog(own_pages(posts) | {"/": front}, anything=front).crawl()

    assert (paths(posts[:5]), True) == (crawl.posts, len(crawl.asked) <= 5 + 10)


def test_a_list_without_end():
    """A list whose pages repeat themselves ends with the first that tells nothing new."""
    posts = posts_at("/{slug}/")
    pages = own_pages(posts)
    for n in range(1, 500):
        part = posts[(n - 1) * 7 : n * 7] or posts[-7:]
        pages["/" if n == 1 else f"/page/{n}/"] = list_page(
            [entry(*post) for post in part], foot=f'<a rel="next" href="/page/{n + 1}/">Older</a>'
        )
    crawl = Blog(pages).crawl()

    assert (paths(posts), True) == (crawl.posts, len(crawl.paths(Role.LISTING)) <= 6)


def test_the_blog_ends_at_its_folder():
    """A blog in a folder of a larger site is that folder; another site is another."""
    posts = posts_at("/blog/{slug}/")
    others = [entry("/news/x/", "2019-12"), entry("https://elsewhere.example/y/", "2019-12")]
    pages = own_pages(posts) | {
        "/blog/": list_page(
            [*(entry(*post) for post in posts), *others],
            foot='<a href="/2019/12/">December 2019</a><a href="/2019/09/">September 2019</a>',
        )
    }
    crawl = Blog(pages).crawl("/blog/")

    assert paths(posts) == set(crawl.paths(Role.POST))
    assert [] == crawl.paths(Role.MONTH)


def test_a_border_of_months_is_in_the_blogs_own_time():
    """A feed in UTC puts a post of half past eleven into the next month; the month's page knows better."""
    blog, posts = wordpress()
    late = "/2019/09/late/"
    blog.pages[late] = post_page(late, "2019-09")
    blog.pages["/2019/09/"] = blog.pages["/2019/09/"].replace("</main>", entry(late, "2019-09") + "</main>")
    blog.pages["/feed/"] = (
        f"<rss><channel><item><link>{B}{late}</link><pubDate>1 Oct 2019 03:30:00 GMT</pubDate></item></channel></rss>"
    )
    crawl = blog.crawl(scope=Scope(months=frozenset([Month(year=2019, month=10)])))

    assert set() == crawl.posts
    assert paths(posts) | {late} == blog.crawl().posts


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Nothing here.</p>",
        "<rss/>",
        "\x00\x01",
        "<html><body><h1>Shop</h1><h2><a href='/boots/'>Boots</a></h2></body></html>",
    ],
)
def test_an_address_that_is_no_blog(html):
    """It ends after a few requests, and no post was found."""
    crawl = Blog({"/": html}).crawl()

    assert (set(), True) == (crawl.posts, len(crawl.asked) <= 5)
