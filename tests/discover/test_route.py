"""The way through a blog by its months: every page of every month, every post, little else."""

import pytest

from archiver.models.blog import Month
from archiver.models.capture import Role
from archiver.models.lead import Scope
from tests.discover.blogs import (
    DATES,
    Blog,
    entry,
    list_page,
    month_pages,
    own_pages,
    paths,
    pelican,
    posts_at,
    rss,
    sitemap,
    widget,
    wordpress,
)


@pytest.mark.parametrize("newest_first", [False, True])
def test_months_that_the_blog_links_to(newest_first):
    """Every page of every month, every post, feed and sitemap once, and nothing else; in whatever order answers come."""
    blog, posts = wordpress()
    crawl = blog.crawl(newest_first=newest_first)
    months = {f"/{date[:4]}/{date[5:]}/": 1 for date in DATES} | {
        "/2019/12/page/2/": 2,
        "/2019/12/page/3/": 3,
    }

    assert (paths(posts), months, []) == (crawl.posts, crawl.months, crawl.missed)
    assert len(posts) + len(months) + len(
        ["/", "/feed/", "/robots.txt", "the index", "the file of posts"]
    ) == len(crawl.asked)


def test_one_month_given():
    """A month's page as the start: that month, with all its pages, and nothing but its posts."""
    blog, posts = wordpress()
    crawl = blog.crawl("/2019/12/")

    assert {path for path, date in posts if date == "2019-12"} == crawl.posts
    assert {"/2019/12/": 1, "/2019/12/page/2/": 2, "/2019/12/page/3/": 3} == crawl.months
    assert {Role.MONTH, Role.POST} == {role for role, _ in crawl.asked}


def test_the_second_page_of_a_month_given():
    """It stands for its month."""
    blog, _ = wordpress()

    assert blog.crawl("/2019/12/").asked == blog.crawl("/2019/12/page/2/").asked


def test_a_month_known_by_its_heading_alone():
    """The address may tell nothing."""
    posts = posts_at("/{slug}/")
    september = [post for post in posts if post[1] == "2019-09"]
    page = list_page(
        ["<h1>Monthly Archives: September 2019</h1>", *(entry(*post) for post in september)], foot=widget()
    )
    crawl = Blog(own_pages(posts) | {"/old?id=33": page}).crawl("/old?id=33")

    assert (paths(september), []) == (crawl.posts, crawl.missed)


@pytest.mark.parametrize(
    ("scope", "wanted"),
    [
        (
            Scope(months=frozenset([Month(year=2019, month=9), Month(year=2018, month=1)])),
            ["2019-09", "2018-01"],
        ),
        (Scope(since=Month(year=2019, month=7)), ["2019-12", "2019-09", "2019-07"]),
        (
            Scope(since=Month(year=2018, month=6), until=Month(year=2018, month=9)),
            ["2018-06", "2018-07", "2018-09"],
        ),
        (Scope(until=Month(year=2017, month=12)), []),
    ],
)
def test_bounds(scope, wanted):
    """Months outside are not fetched, posts outside not asked for."""
    blog, posts = wordpress()
    crawl = blog.crawl(scope=scope)

    assert {path for path, date in posts if date in wanted} == crawl.posts
    assert {f"{date[:4]}/{date[5:]}" for date in wanted} == {path[1:8] for path in crawl.months}


@pytest.mark.parametrize("limit", [1, 3, 8])
def test_limit(limit):
    """As many posts as wanted, and only the lists that they take."""
    blog, _ = wordpress()
    crawl = blog.crawl(scope=Scope(limit=limit))

    assert limit == len(crawl.posts) == len(crawl.paths(Role.POST))
    assert 4 >= len(crawl.paths(Role.MONTH))


def test_months_that_nothing_links_to():
    """Their addresses come from those of the posts; a whole feed is known by the last page of the list."""
    blog, posts = pelican()
    crawl = blog.crawl()

    assert (paths(posts), {f"/{date[:4]}/{date[5:]}/" for date in DATES}) == (crawl.posts, set(crawl.months))
    assert ["/index6.html"] == crawl.paths(Role.LISTING)
    assert ["/robots.txt", "/sitemap.xml"] == crawl.missed


@pytest.mark.parametrize("form", ["/{slug}/", "/{y}/{m}/{slug}/"])
def test_months_that_only_the_sitemap_names(form):
    """They lie where the sitemap says, whatever the posts' addresses are like; tags by month and other things are none."""
    posts = posts_at(form)
    months = month_pages(posts, "/old/{y}/{m}/index.html")
    named = [*months, "/tag/tolls/2019/09/", "/talks/2019/09/"]
    pages = (
        own_pages(posts)
        | months
        | {
            "/": list_page([entry(*post) for post in posts[:4]]),
            "/sitemap.xml": sitemap([*paths(posts), *named]),
        }
    )
    crawl = Blog(pages).crawl()

    assert (paths(posts), set(months)) == (crawl.posts, set(crawl.months))
    assert ["/robots.txt"] == crawl.missed


def test_months_that_nothing_links_to_behind_a_short_feed():
    """Where the feed is cut, the list is read to its end."""
    blog, posts = pelican()
    blog.pages["/feed/"] = rss(posts[:7])
    crawl = blog.crawl()

    assert (paths(posts), {f"/{date[:4]}/{date[5:]}/" for date in DATES}) == (crawl.posts, set(crawl.months))
    assert [f"/index{n}.html" for n in range(2, 7)] == sorted(crawl.paths(Role.LISTING))


def test_a_named_month_that_nothing_links_to():
    """It is tried at once; the whole list need not be read for it."""
    blog, posts = pelican()
    crawl = blog.crawl(scope=Scope(months=frozenset([Month(year=2019, month=6)])))

    assert {path for path, date in posts if date == "2019-06"} == crawl.posts
    assert [] == crawl.paths(Role.LISTING)


def test_months_without_any_whole_list():
    """Stepping back month by month finds all, and ends a few empty months before the first post."""
    posts = posts_at("/{y}/{m}/{slug}/")
    pages = own_pages(posts) | month_pages(posts) | {"/": list_page([entry(*post) for post in posts[:4]])}
    crawl = Blog(pages).crawl()
    guessed = [path for path in crawl.missed if path.startswith("/20")]

    assert paths(posts) == crawl.posts
    assert 14 >= len(guessed)
    assert "/2017/08/" < min(guessed)


def test_pages_that_are_numbered_from_the_oldest():
    """The newest page is the index, the others count down (Nikola); links to the months around are no further pages."""
    posts = [(f"/posts/{n}/", "2019-09") for n in range(7)]
    around = '<nav><a rel="prev" href="/2019/08/">Previous</a><a rel="next" href="/2019/10/">Next</a></nav>'
    pages = own_pages(posts) | {
        "/2019/09/": list_page(
            [entry(*post) for post in posts[:3]],
            foot=around + '<a rel="next" href="index-2.html">Older posts</a>',
        ),
        "/2019/09/index-2.html": list_page(
            [entry(*post) for post in posts[3:6]],
            foot=around
            + '<a rel="prev" href=".">Newer posts</a><a rel="next" href="index-1.html">Older posts</a>',
        ),
        "/2019/09/index-1.html": list_page(
            [entry(*post) for post in posts[6:]], foot='<a rel="prev" href="index-2.html">Newer posts</a>'
        ),
    }
    crawl = Blog(pages).crawl("/2019/09/")

    assert (paths(posts), []) == (crawl.posts, crawl.missed)
    assert {"/2019/09/": 1, "/2019/09/index-2.html": 2, "/2019/09/index-1.html": 3} == crawl.months
