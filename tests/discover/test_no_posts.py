"""What looks like a post and is none, and what a post's own address is."""

import pytest

from archiver.discover.listing import read_listing
from archiver.discover.post import is_post, read_post
from archiver.discover.way.sitemap_choice import files_with_posts
from archiver.web.page import Page
from tests.discover.blogs import B, entry, list_page, post_page

ARTICLE = '<script type="application/ld+json">{"@type": "BlogPosting", "headline": "Archive", "datePublished": "2019-01-01"}</script>'
ROWS = "".join(
    f'<div class="item"><time datetime="2019-09-{n:02d}">{n}</time> <a class="item-title" href="/2019/09/{n:02d}/x/">Of {n}</a></div>'
    for n in range(9, 1, -1)
)


@pytest.mark.parametrize("path", ["/archives/", "/blog/archive.html", "/archives/index.html"])
def test_an_archive_is_no_post(path):
    """Not even where its software says that it is an article, with a date (PaperMod)."""
    page = Page(
        B + path, f"<html><head>{ARTICLE}</head><body><main><h1>Archive</h1>{ROWS}</main></body></html>"
    )

    assert not is_post(page)


def test_a_list_has_no_date_of_its_own_where_it_shows_a_posts():
    """The first date on it is that of its first post (Butterfly)."""
    page = Page(B + "/everything/", f"<html><body><h1>Everything</h1><main>{ROWS}</main></body></html>")

    assert not is_post(page)


def test_a_list_whose_dates_stand_before_its_rows_is_no_post():
    """The posts' addresses tell that the first date shown is that of a post (Jekyll's minima)."""
    rows = "".join(
        f'<li><span class="post-meta">Sep {n}, 2019</span><h3><a class="post-link" href="/2019/09/{n}/x.html">Of {n}</a></h3><p>Words.</p></li>'
        for n in (27, 18, 12)
    )
    page = Page(
        B + "/blog/", f'<html><body><main><div class="home"><ul>{rows}</ul></div></main></body></html>'
    )

    assert not is_post(page)


def test_a_post_about_archives_is_one():
    """Its address has a date."""
    assert is_post(Page(B + "/2019/09/archives/", post_page("/2019/09/archives/", "2019-09")))


def test_a_list_does_not_name_the_archive_as_a_post():
    """A theme may set the archive among the newest posts."""
    page = Page(
        B + "/", list_page([entry("/a/", "2019-12"), entry("/archives/", "2019-12"), entry("/b/", "2019-11")])
    )

    assert [B + "/a/", B + "/b/"] == [post.url for post in read_listing(page).posts]


@pytest.mark.parametrize(
    ("url", "named", "expected"),
    [
        # what Hexo's themes add is no other address
        ("/2019/09/12/x/", "/2019/09/12/x/index.html", "/2019/09/12/x/"),
        # a slash that the software leaves out is its own word
        ("/2019/09/12/x/", "/2019/09/12/x", "/2019/09/12/x"),
        # the front page's address in every post is a fault of the theme
        ("/2019/09/12/x/", "/index.html", "/2019/09/12/x/"),
    ],
)
def test_the_address_that_lists_name_is_kept(url, named, expected):
    """An index file in the canonical address does not make another one."""
    page = Page(
        B + url,
        f'<html><head><link rel="canonical" href="{named}"></head><body><article><h1>X</h1></article></body></html>',
    )

    assert B + expected == read_post(page).url


def test_the_words_shown_in_place_of_a_title_are_none():
    """WordPress shows them in lists, too."""
    head = '<meta name="generator" content="WordPress 6.4">'
    page = Page(
        B + "/",
        list_page(
            [entry("/a/", "2019-12").replace("Of /a/", "Untitled"), entry("/b/", "2019-12")], head=head
        ),
    )

    assert [None, "Of /b/"] == [post.title for post in read_listing(page).posts]


def test_the_feed_of_a_category_is_no_sitemap_of_posts():
    """Nikola's index names them; a category may have "posts" in its name."""
    files = [
        f"{B}/categories/cat_posts-and-papers.xml",
        f"{B}/authors/a.xml",
        f"{B}/rss.xml",
        f"{B}/sitemap.xml",
    ]

    assert f"{B}/sitemap.xml" in files_with_posts(files)
    assert f"{B}/categories/cat_posts-and-papers.xml" not in files_with_posts(files)
