"""WordPress's REST list of posts: found on the front page, read a hundred at a time."""

import json

import pytest

from archiver.discover.feed import read_feed
from archiver.discover.rest import rest_url
from archiver.models.blog import Feed, PostLink
from archiver.web.page import Page

BLOG = "https://blog.example/"
FIRST = f"{BLOG}wp-json/wp/v2/posts?per_page=100&_fields=link,title,date,modified_gmt&page=1"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        (f"{BLOG}wp-json/", FIRST),
        # a multisite's path, and a blog without permalinks
        (
            f"{BLOG}sea/wp-json/",
            f"{BLOG}sea/wp-json/wp/v2/posts?per_page=100&_fields=link,title,date,modified_gmt&page=1",
        ),
        (
            f"{BLOG}index.php?rest_route=/",
            f"{BLOG}index.php?rest_route=/wp/v2/posts&per_page=100&_fields=link,title,date,modified_gmt&page=1",
        ),
        # another site's
        ("https://other.example/wp-json/", None),
    ],
)
def test_the_blog_says_where_its_list_is(href, expected):
    """By the relation that WordPress puts into every page."""
    page = Page(BLOG, f'<html><head><link rel="https://api.w.org/" href="{href}"></head></html>')

    assert expected == rest_url(page)


def test_posts_are_read_with_the_blogs_own_dates():
    """Markup and entities leave the titles."""
    body = json.dumps(
        [
            {
                "link": f"{BLOG}a/",
                "title": {"rendered": "Tide &amp; <em>Time</em>"},
                "date": "2019-09-30T23:30:00",
            },
            {"link": f"{BLOG}b/", "title": {"rendered": ""}, "date": None},
            {"link": "https://other.example/c/"},
            {"link": 7},
            "nonsense",
        ]
    ).encode()

    assert Feed(
        posts=(
            PostLink(url=f"{BLOG}a/", title="Tide & Time", published="2019-09-30T23:30:00"),
            PostLink(url=f"{BLOG}b/"),
        )
    ) == read_feed(FIRST, body)


def test_a_full_page_leads_to_the_next():
    """A page that is not full is the last."""
    items = [{"link": f"{BLOG}{n}/"} for n in range(100)]

    assert (FIRST.replace("&page=1", "&page=2"),) == read_feed(FIRST, json.dumps(items).encode()).next_pages
    assert () == read_feed(FIRST, json.dumps(items[:99]).encode()).next_pages


@pytest.mark.parametrize("body", [b"[", b"[1]", b'{"code": "rest_disabled"}', b"[" * 100_000, b"[]"])
def test_what_is_no_list_is_empty(body):
    """An API that is switched off answers all kinds of things."""
    assert Feed() == read_feed(FIRST, body)
