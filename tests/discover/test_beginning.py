"""Where a crawl may be started: a list outside the posts' folder, a later page, a post."""

import pytest

from archiver.models.capture import Role
from archiver.models.lead import Scope
from tests.discover.blogs import (
    FEED,
    Blog,
    entry,
    list_page,
    own_pages,
    paths,
    post_page,
    posts_at,
    rss,
    wordpress,
)


def test_a_list_whose_posts_lie_elsewhere_on_the_site():
    """Hugo's list of a section stands at `/posts/`, its posts by their dates."""
    posts = posts_at("/{y}/{m}/{slug}/")
    crawl = Blog(own_pages(posts) | {"/posts/": list_page([entry(*post) for post in posts])}).crawl("/posts/")

    assert paths(posts) == crawl.posts


def test_the_blog_is_the_folder_that_holds_list_and_posts():
    """A list at `/blog/all/` makes a blog of `/blog/`, not of the whole site."""
    posts = posts_at("/blog/{y}/{m}/{slug}/")
    entries = [*(entry(*post) for post in posts), entry("/news/2019/12/x/", "2019-12")]
    crawl = Blog(own_pages(posts) | {"/blog/all/": list_page(entries)}).crawl("/blog/all/")

    assert paths(posts) == set(crawl.paths(Role.POST))


@pytest.mark.parametrize("start", ["/page/2/", "/2018/01/post-2018-01-1/", "/2018/01/12/"])
def test_a_later_page_a_post_and_a_day_lead_to_the_front_page(start):
    """Whoever starts there means the blog; the post itself is taken as one."""
    blog, posts = wordpress()
    blog.pages["/page/2/"] = list_page([entry(*post) for post in posts[3:6]])
    blog.pages["/2018/01/12/"] = list_page([entry(*post) for post in posts[:1]])
    crawl = blog.crawl(start)

    assert paths(posts) == crawl.posts
    assert [start, "/"] == crawl.paths(Role.FRONT)


def test_a_post_without_a_way_home_is_taken():
    """Where no link leads to a front page, the post is what there is."""
    page = post_page("/2019/09/a/", "2019-09").replace('<a href="/">The Blog</a>', "")
    crawl = Blog({"/2019/09/a/": page}).crawl("/2019/09/a/")

    assert {"/2019/09/a/"} == crawl.posts


def test_a_post_whose_front_page_is_missing_is_taken():
    """The link home leads nowhere: the post is what there is."""
    crawl = Blog({"/2019/09/a/": post_page("/2019/09/a/", "2019-09")}).crawl("/2019/09/a/")

    assert {"/2019/09/a/"} == crawl.posts
    assert "/" in crawl.missed


def test_a_later_page_whose_first_is_missing_is_read():
    """What the page itself lists is taken."""
    posts = posts_at("/{y}/{m}/{slug}/")
    crawl = Blog(own_pages(posts) | {"/page/2/": list_page([entry(*post) for post in posts])}).crawl(
        "/page/2/"
    )

    assert paths(posts) == crawl.posts


def test_no_page_of_a_list_is_asked_for_beyond_the_limit():
    """Front page and archive go on at addresses of their own; as soon as enough posts are known, neither does."""
    posts = posts_at("/{slug}/")
    older = '<a class="next" href="{}">Next »</a>'
    front = list_page(
        [entry(*post) for post in posts[:3]],
        head=FEED,
        foot='<a href="/posts/">Posts</a>' + older.format("/page/2/"),
    )
    section = list_page([entry(*post) for post in posts[:3]], foot=older.format("/posts/page/2/"))
    pages = own_pages(posts) | {"/": front, "/posts/": section, "/feed/": rss(posts)}
    crawl = Blog(pages).crawl(scope=Scope(limit=3))

    assert ["/posts/"] == crawl.paths(Role.LISTING)


def test_pages_in_a_feed_are_no_posts():
    """Hugo's feed names every page."""
    posts = posts_at("/{y}/{m}/{slug}/")
    pages = {"/": list_page([entry(*post) for post in posts], head=FEED)} | own_pages(posts)
    pages["/about/"] = post_page("/about/", "2018-01")
    pages["/feed/"] = rss([*posts, ("/about/", "2018-01"), ("/archives/", "2018-01")])
    crawl = Blog(pages).crawl()

    assert paths(posts) == set(crawl.paths(Role.POST))
