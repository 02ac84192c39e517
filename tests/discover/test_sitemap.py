"""Sitemaps: files, indexes, gzip, plain text, robots.txt; and which of their addresses may be posts."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.discover.sitemap import read_sitemap, sitemaps_in_robots
from archiver.discover.way.shapes import Shapes
from archiver.discover.way.sitemap_choice import files_with_posts, may_be_post, posts_among
from archiver.discover.xml import LARGEST
from archiver.models.blog import Sitemap

URL = "https://blog.example.org/sitemap.xml"
URLSET = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://blog.example.org/a?x=1&amp;y=2 </loc><lastmod>2019-09-30</lastmod><image:image><image:loc>https://blog.example.org/a.jpg</image:loc></image:image></url>
<url><loc>https://blog.example.org/b</loc></url><url><loc>https://blog.example.org/b</loc></url><url><loc>mailto:x@y.example</loc></url></urlset>"""
FOUND = Sitemap(
    urls=(("https://blog.example.org/a?x=1&y=2", "2019-09-30"), ("https://blog.example.org/b", None))
)


@pytest.mark.parametrize("body", [URLSET, gzip.compress(URLSET), b"\xef\xbb\xbf\n" + URLSET])
def test_urlset(body):
    """Pages with their dates of change, each once; pictures are no pages."""
    assert FOUND == read_sitemap(URL, body)


def test_index():
    """The files of an index."""
    body = b"<sitemapindex><sitemap><loc>/post-sitemap.xml</loc></sitemap><sitemap><loc>https://blog.example.org/s2.xml.gz</loc></sitemap></sitemapindex>"

    assert Sitemap(
        sitemaps=("https://blog.example.org/post-sitemap.xml", "https://blog.example.org/s2.xml.gz")
    ) == read_sitemap(URL, body)


def test_plain_text():
    """One address a line."""
    body = b"https://blog.example.org/a\r\nnot an address\nhttps://blog.example.org/b\n"

    assert ("https://blog.example.org/a", "https://blog.example.org/b") == tuple(
        url for url, _ in read_sitemap(URL, body).urls
    )


@pytest.mark.parametrize(
    "body", [b"", b"<html><body>404</body></html>", b"\x1f\x8bbroken", b"<urlset>" * 10_000]
)
def test_what_is_no_sitemap_breaks_nothing(body):
    """An error page, noise, a tower."""
    assert Sitemap() == read_sitemap(URL, body)


def test_a_cut_file_is_read_as_far_as_it_goes():
    """A transfer that broke off still tells what came before."""
    assert FOUND.urls[:1] == read_sitemap(URL, gzip.compress(URLSET)[:-20]).urls[:1]


def test_a_gzip_bomb_stops_at_the_size_that_the_protocol_allows():
    """A few kilobytes do not become gigabytes."""
    bomb = gzip.compress(b"https://blog.example.org/a\n" + b" " * (LARGEST + 1_000_000))

    assert (("https://blog.example.org/a", None),) == read_sitemap(URL, bomb).urls


@given(st.binary(max_size=200), st.sampled_from([b"", b"<urlset><url><loc>", b"\x1f\x8b"]))
def test_no_bytes_break_the_reader(body, start):
    """Whatever comes, a sitemap comes out."""
    assert isinstance(read_sitemap(URL, start + body), Sitemap)


def test_robots():
    """Whole addresses only, whatever the case, comments and repeats aside."""
    text = "User-agent: *\nDisallow: /x\nSITEMAP:https://a.example/1.xml\nSitemap: /relative.xml\nsitemap: https://a.example/1.xml # again\n"

    assert ("https://a.example/1.xml",) == sitemaps_in_robots(text)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # WordPress core
        (
            [
                "wp-sitemap-posts-post-1.xml",
                "wp-sitemap-posts-page-1.xml",
                "wp-sitemap-taxonomies-category-1.xml",
                "wp-sitemap-users-1.xml",
            ],
            ["wp-sitemap-posts-post-1.xml"],
        ),
        # Yoast
        (
            [
                "post-sitemap.xml",
                "post-sitemap2.xml",
                "page-sitemap.xml",
                "category-sitemap.xml",
                "author-sitemap.xml",
            ],
            ["post-sitemap.xml", "post-sitemap2.xml"],
        ),
        # Ghost
        (
            ["sitemap-pages.xml", "sitemap-posts.xml", "sitemap-authors.xml", "sitemap-tags.xml"],
            ["sitemap-posts.xml"],
        ),
        # no telling names
        (["sitemap-1.xml", "sitemap-2.xml"], ["sitemap-1.xml", "sitemap-2.xml"]),
    ],
)
def test_files_that_may_list_posts(files, expected):
    """Those named for posts; else all that are not named for other things."""
    base = "https://blog.example.org/"

    assert [base + name for name in expected] == files_with_posts([base + name for name in files])


def test_posts_among_the_addresses():
    """What looks like known posts; where none is known, what holds a date."""
    urls = [
        f"https://a.example{path}"
        for path in (
            "/blog/one/",
            "/blog/two/",
            "/docs/three/",
            "/about/",
            "/2019/09/four/",
            "/blog/",
            "/2019/09/",
            "/tags/x/",
        )
    ]
    candidates = [url for url in urls if may_be_post(url)]

    assert urls[:2] == posts_among(candidates, Shapes(["https://a.example/blog/known/"]))
    assert [urls[4]] == posts_among(candidates, Shapes([]))


@pytest.mark.parametrize(
    ("known", "url", "expected"),
    [
        (["/2019/09/a/"], "/2018/01/b/", True),
        (["/2019/09/a/"], "/2018/b/", False),
        (["/posts/a.html"], "/posts/b.html", True),
        (["/posts/a.html"], "/posts/b/", False),
        (["/canals/a/"], "/people/b/", False),
        # a category in the address, known by its many names
        (["/canals/a/", "/people/b/", "/money/c/"], "/weather/d/", True),
        (["/archives/12"], "/archives/7", True),
        (["/archives/12"], "/archives/about", False),
        (["/?p=12"], "/?p=7", True),
        (["/?p=12"], "/?page_id=7", False),
        ([], "/a/", False),
    ],
)
def test_shapes(known, url, expected):
    """Addresses of posts are alike, and others are not like them."""
    shapes = Shapes(f"https://a.example{path}" for path in known)

    assert expected == shapes.fits(f"https://a.example{url}")
