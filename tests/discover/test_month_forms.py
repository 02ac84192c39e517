"""Where months are that nothing links to: by the form of those that are linked, else by the platform's habit."""

import pytest

from archiver.discover.addresses import at_month
from archiver.discover.registry import all_platforms
from archiver.models.blog import Month
from tests.discover.blogs import (
    DATES,
    FEED,
    Blog,
    entry,
    list_page,
    month_pages,
    own_pages,
    paths,
    posts_at,
    rss,
    widget,
)

B = "https://blog.example.org"


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ("/archives/2019/09/", "/archives/2018/02/"),
        # a number without its nought
        ("/blog/2019/9/", "/blog/2018/2/"),
        ("/archive/2019-09.html", "/archive/2018-02.html"),
        ("/?m=201909", "/?m=201802"),
        ("/?lang=en&month=2019-09", "/?lang=en&month=2018-02"),
        # no numbers to put another month's in place of
        ("/2019/sep/", None),
        ("/2019/09/a-post/", None),
    ],
)
def test_the_address_of_another_month(known, expected):
    """It has the form of the one that is known."""
    assert (B + expected if expected else None) == at_month(B + known, Month(year=2018, month=2))


def test_months_are_tried_where_the_linked_ones_are():
    """A widget that shows the latest months only tells where the older ones are (Butterfly)."""
    posts = posts_at("/{y}/{m}/12/{slug}/")
    form = "/archives/{y}/{m}/"
    shown = widget(form).split("<li>")
    pages = own_pages(posts) | month_pages(posts, form) | {"/feed/": rss(posts)}
    pages["/"] = list_page([entry(*post) for post in posts[:3]], head=FEED, foot="<li>".join(shown[:4]))
    crawl = Blog(pages).crawl()

    assert {form.format(y=date[:4], m=date[5:]) for date in DATES} == set(crawl.months)
    assert (paths(posts), ["/robots.txt", "/sitemap.xml"]) == (crawl.posts, crawl.missed)


def test_months_of_hexo_are_tried_below_its_archives():
    """NexT links to no month; the software has them all the same."""
    posts = posts_at("/{y}/{m}/12/{slug}/")
    form = "/archives/{y}/{m}/"
    pages = own_pages(posts) | month_pages(posts, form) | {"/feed/": rss(posts)}
    head = FEED + '<meta name="generator" content="Hexo 8.1.2">'
    pages["/"] = list_page([entry(*post) for post in posts[:3]], head=head)
    crawl = Blog(pages).crawl()

    assert {form.format(y=date[:4], m=date[5:]) for date in DATES} == set(crawl.months)


@pytest.mark.parametrize("root", ["/notes/", "/notes/archives/", "/notes/archives/2019/", "/notes/page/2/"])
def test_where_hexo_keeps_its_months(root):
    """Below the blog's root, wherever the crawl began."""
    hexo = all_platforms()["hexo"]

    assert (f"{B}/notes/archives/2019/09/",) == hexo.month_urls(
        B + root, B + "/notes/2019/09/12/x/", Month(year=2019, month=9)
    )


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1)])
def test_pages_of_a_month_are_numbered_as_they_follow(order):
    """Nikola's pages count from the newest posts or from the oldest; the first has no number."""
    files = ["/2019/12/", *(f"/2019/12/index-{n}.html" for n in order)]
    pages = {"/": list_page([], foot=widget())}
    for n, file in enumerate(files):
        newer = f'<a rel="prev" href="{files[n - 1]}">Newer posts</a>' if n else ""
        older = f'<a rel="next" href="{files[n + 1]}">Older posts</a>' if n + 1 < len(files) else ""
        pages[file] = list_page(
            [entry(f"/p{n}/", "2019-12"), entry(f"/q{n}/", "2019-12")], foot=newer + older
        )
    crawl = Blog(pages).crawl()

    assert {file: n for n, file in enumerate(files, start=1)} == crawl.months
