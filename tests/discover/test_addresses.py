"""What an address alone tells."""

import pytest

from archiver.discover.addresses import (
    date_in,
    first_page,
    has_page,
    is_other_list,
    is_trap,
    key,
    list_base,
    month_in,
    page_number,
    year_in,
)

B = "https://blog.example.org"


@pytest.mark.parametrize(
    "path",
    [
        "/a/?replytocom=7",
        "/a/?share=twitter&nb=1",
        "/a/?print=1",
        "/a/?amp",
        "/a/amp/",
        "/a/print/",
        "/a/feed/",
        "/a/comment-page-2/",
        "/?attachment_id=7",
        "/2019/09/a/attachment/picture/",
        "/wp-login.php?redirect_to=x",
        "/wp-admin/",
        "/wp-json/oembed/1.0/embed?url=x",
        "/xmlrpc.php?rsd",
        "/?s=words",
        "/events/2031/01/",
        "/calendar/?ical=1",
        "/?tribe-bar-date=2031-01-01",
        "/wp-content/uploads/2019/09/minutes.pdf",
        "/js/js/js/js/",
        "/a%25252525b/",
    ],
)
def test_traps(path):
    """Actions, prints, comments, calendars and files cost no request."""
    assert is_trap(B + path)


@pytest.mark.parametrize(
    "path",
    [
        "/2019/09/a/",
        "/a.html",
        "/a.php?id=3",
        "/a",
        "/?p=7",
        "/print-culture/",
        "/2019/09/03/a/",
        "/node/12",
        "/v2.0/notes/",
    ],
)
def test_posts_are_no_traps(path):
    """Ordinary addresses pass."""
    assert (False, False) == (is_trap(B + path), is_other_list(B + path))


@pytest.mark.parametrize(
    "path",
    ["/tag/x/", "/category/x/page/2/", "/blog/author/mara/", "/tags.html", "/about/", "/search/label/x"],
)
def test_other_lists(path):
    """Lists by tag, category and author hold the same posts again."""
    assert is_other_list(B + path)


@pytest.mark.parametrize("path", ["/2019/09/about/", "/2019/09/03/tags/", "/2019/09/a-tag/"])
def test_a_dated_address_is_a_post_whatever_its_name(path):
    """A post may be named for anything."""
    assert not is_other_list(B + path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/2019/09/", "2019-09"),
        ("/2019/9", "2019-09"),
        ("/blog/2019/09/index.html", "2019-09"),
        ("/archives/date/2019/09", "2019-09"),
        ("/archives/2019/09.html", "2019-09"),
        ("/2019/Sep/", "2019-09"),
        ("/2019/september/", "2019-09"),
        ("/archive/201909", "2019-09"),
        ("/archives/2019_09.html", "2019-09"),
        ("/2014_02_01_archive.html", "2014-02"),
        ("/?m=201909", "2019-09"),
        ("/blog?month=09-2019", "2019-09"),
        # none of these is a month
        ("/2019/", None),
        ("/2019/13/", None),
        ("/2019/09/03/", None),
        ("/2019/09/a/", None),
        ("/2019/about/", None),
        ("/archives/20191", None),
        ("/?m=20190903", None),
        ("/1819/09/", None),
    ],
)
def test_months(path, expected):
    """The forms that blog software gives to a month."""
    month = month_in(B + path)

    assert expected == (str(month) if month else None)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/2019/09/12/a/", "2019-09-12"),
        ("/blog/2019/09/a", "2019-09"),
        ("/canals/2019/09/12/a.html", "2019-09-12"),
        ("/2019-09-12-a/", "2019-09-12"),
        ("/2019/09/12#a", "2019-09-12"),
        ("/2019/09/", None),
        ("/a-2019/", None),
        ("/2019/99/a/", None),
    ],
)
def test_dates(path, expected):
    """The date in a post's address, as precise as it is."""
    assert expected == date_in(B + path)


@pytest.mark.parametrize(
    ("path", "number", "first"),
    [
        ("/2019/09/page/3/", 3, "/2019/09/"),
        ("/page2/", 2, "/"),
        ("/index7.html", 7, "/"),
        ("/2019/09/index-2.html", 3, "/2019/09/"),  # Nikola counts from `index.html`
        ("/?m=201909&paged=2", 2, "/?m=201909"),
        ("/blog?page=0", 0, "/blog"),
        ("/2019/09/", None, "/2019/09/"),
        ("/2019/09/a/", None, "/2019/09/a/"),
        ("/?p=7", None, "/?p=7"),
    ],
)
def test_pages_of_lists(path, number, first):
    """Which page of which list."""
    assert (number, B + first) == (page_number(B + path), first_page(B + path))
    assert list_base(B + path) == list_base(B + first)
    assert (number is not None) == has_page(B + path)


def test_one_page_has_one_key():
    """Scheme, `www.`, index file, last slash and fragment tell no pages apart; a query does."""
    same = [
        "http://www.blog.example.org/a/",
        "https://blog.example.org/a",
        "https://blog.example.org/a/index.html#top",
    ]

    assert 1 == len({key(url) for url in same})
    assert key(B + "/?p=1") != key(B + "/?p=2")


def test_years():
    """The archive of a year."""
    assert (2019, 2019, None) == (
        year_in(B + "/2019/"),
        year_in(B + "/archives/2019.html"),
        year_in(B + "/2019/09/"),
    )
