"""Complete lists in JSON: each software's own form, its dates, and where the list goes on."""

import json

import pytest

from archiver.discover.feed import read_feed
from archiver.models.blog import Feed, PostLink

B = "https://blog.example.org"


def read(url, data, wrap="{}"):
    """Read a list as it comes over the wire."""
    return read_feed(B + url, wrap.replace("{}", json.dumps(data)).encode())


def test_substack():
    """A bare list, dated in UTC; it goes on by as many as came, since the server may give fewer than asked for."""
    items = [
        {"canonical_url": f"{B}/p/frost", "title": "Frost", "post_date": "2019-10-02T08:00:00.000Z", "id": 7},
        {"canonical_url": f"{B}/p/toll", "title": " ", "post_date": None},
    ]

    assert Feed(
        posts=(
            PostLink(url=f"{B}/p/frost", title="Frost", published="2019-10-02T08:00:00+00:00"),
            PostLink(url=f"{B}/p/toll"),
        ),
        next_pages=(f"{B}/api/v1/archive?sort=new&offset=14&limit=12",),
    ) == read("/api/v1/archive?sort=new&offset=12&limit=12", items)


def test_substack_ends_with_an_empty_page():
    """Nothing is invented after it."""
    assert Feed() == read("/api/v1/archive?sort=new&offset=14&limit=12", [])


def test_squarespace():
    """Items with the moment of publication; the page says from which moment the next one goes back."""
    data = {
        "website": {"timeZone": "Europe/London"},
        "items": [
            {
                "fullUrl": "/blog/frost",
                "title": "Frost &amp; Ice",
                "publishOn": 1570003200123,
                "addedOn": 1500000000000,
            }
        ],
        "pagination": {"nextPage": True, "nextPageOffset": 1569576600000, "pageSize": 20},
    }

    assert Feed(
        posts=(PostLink(url=f"{B}/blog/frost", title="Frost & Ice", published="2019-10-02T08:00:00+00:00"),),
        next_pages=(f"{B}/blog?format=json-pretty&offset=1569576600000",),
    ) == read("/blog?format=json-pretty", data)


@pytest.mark.parametrize(
    ("offset", "pagination"),
    [
        # the last page
        ("&offset=1569576600000", {}),
        ("&offset=1569576600000", None),
        ("&offset=1569576600000", {"nextPage": False, "nextPageOffset": 1}),
        # an offset that does not move, or moves forward
        ("&offset=1569576600000", {"nextPage": True, "nextPageOffset": 1569576600000}),
        ("&offset=1569576600000", {"nextPage": True, "nextPageOffset": 1569576600001}),
        ("&offset=1569576600000", {"nextPage": True, "nextPageOffset": "later"}),
    ],
)
def test_squarespace_ends(offset, pagination):
    """Where the offset no longer moves."""
    data = {"items": [{"fullUrl": "/blog/x"}], "pagination": pagination}

    assert () == read("/blog?format=json-pretty" + offset, data).next_pages


def test_a_page_of_squarespace_that_is_no_list():
    """A page or a shop has no items with addresses of its own."""
    assert Feed() == read("/?format=json-pretty", {"website": {}, "collection": {"id": "x"}})


def test_tumblr():
    """A script's value; the local time and the moment beside it tell the offset."""
    data = {
        "posts-start": 0,
        "posts-total": "120",
        "posts": [
            {
                "url": f"{B}/post/11",
                "url-with-slug": f"{B}/post/11/frost",
                "date": "Mon, 30 Sep 2019 23:30:00",
                "unix-timestamp": 1569900600,
                "regular-title": "Frost",
            },
            {
                "url-with-slug": f"{B}/post/10",
                "date": "Fri, 27 Sep 2019 09:30:00",
                "unix-timestamp": 1569573001,
                "photo-caption": "<p>A</p>",
            },
        ],
    }
    feed = read("/api/read/json?start=0&num=50", data, "var tumblr_api_read = {};\n")

    assert (
        PostLink(url=f"{B}/post/11/frost", title="Frost", published="2019-09-30T23:30:00-04:00"),
        # where both do not fit, no offset is invented
        PostLink(url=f"{B}/post/10", published="2019-09-27T09:30:00"),
    ) == feed.posts
    assert (f"{B}/api/read/json?start=2&num=50",) == feed.next_pages


def test_tumblr_ends_with_its_number_of_posts():
    """The total is told on each page."""
    assert (
        () == read("/api/read/json?start=119&num=50", {"posts-total": 120, "posts": [{"url": B}]}).next_pages
    )


def test_json_feed():
    """JSON Feed 1.1."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "next_url": f"{B}/feed.json?p=2",
        "items": [{"id": "1", "url": f"{B}/frost/", "date_published": "2019-10-02T08:00:00+01:00"}],
    }

    assert Feed(
        posts=(PostLink(url=f"{B}/frost/", published="2019-10-02T08:00:00+01:00"),),
        next_pages=(f"{B}/feed.json?p=2",),
    ) == read("/feed.json", data)


@pytest.mark.parametrize(
    "data",
    [
        {"items": {"a": 1}},
        {"items": [1, None, [], {"url": 5}, {"url": "https://elsewhere.example/x"}, {"url": "mailto:x@y"}]},
        {"posts": "none"},
        "text",
        7,
        None,
    ],
)
def test_what_is_no_list_of_posts(data):
    """Other JSON names no posts, and posts of elsewhere are not the blog's."""
    assert () == read("/x.json", data).posts


@pytest.mark.parametrize("moment", [10**17, -5, "x", None, True, 0])
def test_a_moment_beyond_all_measure_is_no_date(moment):
    """A date is left out rather than guessed."""
    assert [None] == [
        post.published for post in read("/b", {"items": [{"url": f"{B}/x", "publishOn": moment}]}).posts
    ]
