"""Titles: the site's name is never one."""

import pytest

from archiver.discover.facts.titles import head_title, site_names
from archiver.discover.post import is_post, read_post
from archiver.web.page import Page

URL = "https://blog.example.org/2019/09/y/"
SITE = '<h1><a href="/">Lock and Weir</a></h1>'
FEED = '<link rel="alternate" type="application/rss+xml" title="Lock and Weir" href="/feed">'


def page_of(body, head="", url=URL):
    """Make a small page."""
    return Page(url, f'<html lang="en"><head>{head}</head><body>{body}</body></html>')


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        # a heading that only leads to the front page
        ("", f"{SITE}<h1>A Toll</h1>", "A Toll"),
        ("", f"<main>{SITE}<h1>A Toll</h1></main>", "A Toll"),
        # the same words without the link, where the feed is called so
        (FEED, "<h1>Lock and Weir</h1><h1>A Toll</h1>", "A Toll"),
        # separators that only a known name gives away
        ("<title>Lock and Weir: A Toll</title>", SITE, "A Toll"),
        ("<title>Lock and Weir: Salt: A Toll</title>", SITE, "Salt: A Toll"),
        ("<title>Lock and Weir — A Toll</title>", SITE, "A Toll"),
        ("<title>Salt: A Toll</title>", SITE, "Salt: A Toll"),
        # what the head calls the page, where the theme says the site's name for all
        ('<title>A Toll - Lock and Weir</title><meta property="og:title" content="Lock and Weir">', SITE, "A Toll"),
        # a heading that leads to the post itself, or elsewhere, is a title
        ("", f'<h1><a href="{URL}">A Toll</a></h1>', "A Toll"),
        ("", '<h1><a href="https://press.example/">A Toll</a></h1>', "A Toll"),
        ("", '<h1>A Toll at <a href="/">home</a></h1>', "A Toll at home"),
        # the post in another format has the post's title
        (
            '<link rel="alternate" type="text/markdown" title="A Toll" href="y.md">',
            "<h1>A Toll</h1>",
            "A Toll",
        ),
    ],
)  # fmt: skip
def test_the_site_is_not_the_post(head, body, expected):
    """A heading or a head that says the site's name is passed over."""
    assert expected == read_post(page_of(body, head)).title.value


def test_no_title_is_better_than_the_sites():
    """Where a page says nothing but the site's name, the post has no title."""
    assert None is read_post(page_of(SITE, "<title>Lock and Weir</title>")).title


def test_a_plain_permalink_is_not_the_front_page():
    """WordPress without permalinks: `/?p=12` lies in the root, and is a post."""
    page = page_of('<h1><a href="/?p=12">A Toll</a></h1>', url="https://blog.example.org/?p=12")

    assert "A Toll" == read_post(page).title.value


def test_a_blog_in_a_folder_is_named_by_the_link_to_it():
    """The front page may be a folder of a larger site."""
    page = page_of(
        '<h1><a href="/blog/">Lock and Weir</a></h1>',
        "<title>Lock and Weir: A Toll</title>",
        "https://example.org/blog/2019/a-toll/",
    )

    assert ({"Lock and Weir"}, "A Toll") == (site_names(page), head_title(page))


def test_the_front_page_is_no_post_for_its_date():
    """A name that leads to the page itself is the site's there, too."""
    page = page_of(
        f'{SITE}<div class="date">27th September 2019</div><p>Words.</p>',
        "<title>Lock and Weir</title>",
        "https://blog.example.org/",
    )

    assert not is_post(page)
