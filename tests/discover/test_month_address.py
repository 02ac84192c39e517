"""Months in addresses, in the forms that blog software writes; and what only looks like one."""

import pytest

from archiver.discover.addresses import date_in, key
from archiver.discover.month_address import at_month, month_in
from archiver.models.blog import Month

B = "https://blog.example.org"


@pytest.mark.parametrize(
    ("path", "other"),
    [
        # WordPress, Blogger, Typepad, LiveJournal
        ("/2019/09/", "/2018/02/"),
        ("/weblog/2019/09/index.html", "/weblog/2018/02/index.html"),
        # Movable Type before 4
        ("/archives/2019_09.html", "/archives/2018_02.html"),
        ("/archives/2019_09.php", "/archives/2018_02.php"),
        ("/archive-2019-09.html", "/archive-2018-02.html"),
        # Blogger before 2016
        ("/2019_09_01_archive.html", "/2018_02_01_archive.html"),
        # Drupal
        ("/archive/201909", "/archive/201802"),
        ("/blog/archive/2019/09", "/blog/archive/2018/02"),
        # Tumblr
        ("/archive/2019/9", "/archive/2018/2"),
        # Serendipity, with and without rewriting
        ("/archives/2019/09.html", "/archives/2018/02.html"),
        ("/archives/2019/09/summary.html", "/archives/2018/02/summary.html"),
        ("/index.php?/archives/2019/09.html", "/index.php?/archives/2018/02.html"),
        # Dotclear without rewriting
        ("/index.php?archive/2019/09", "/index.php?archive/2018/02"),
        # DasBlog, BlogEngine.NET
        ("/default,month,2019-09.aspx", "/default,month,2018-02.aspx"),
        ("/2019/09/default.aspx", "/2018/02/default.aspx"),
        # Squarespace, Textpattern, Nucleus, WordPress without permalinks
        ("/blog?month=09-2019", "/blog?month=02-2018"),
        ("/?month=2019-09", "/?month=2018-02"),
        ("/index.php?archive=2019-09&blogid=1", "/index.php?archive=2018-02&blogid=1"),
        ("/?m=201909", "/?m=201802"),
        ("/?year=2019&monthnum=9", "/?year=2018&monthnum=2"),
        ("/?monthnum=09&year=2019", "/?monthnum=02&year=2018"),
        # named: no other month can be formed
        ("/2019/Sep/", None),
        ("/2019/september", None),
        ("/archives/september-2019/", None),
    ],
)
def test_a_month_and_another_of_its_form(path, other):
    """The month is read, and another one is written where it stood."""
    assert Month(year=2019, month=9) == month_in(B + path)
    assert (B + other if other else None) == at_month(B + path, Month(year=2018, month=2))


@pytest.mark.parametrize(
    "path",
    [
        # a day, a post, a year
        "/2019/09/12",
        "/2019/09/12.html",
        "/2019/09/a-post",
        "/2019/9/12/a-post",
        "/2019/",
        # titles
        "/september-2019/",
        "/2019-sep",
        "/what-happened-in-september-2019.html",
        # numbers
        "/20191",
        "/?m=201913",
        "/?month=13-2019",
        "/?p=201909",
        "/?id=3&paged=2019",
        "/index.php?/archives/12-A-Title.html",
    ],
)
def test_what_is_no_month(path):
    """Days, posts, titles and numbers are not months."""
    assert month_in(B + path) is None


@pytest.mark.parametrize(
    ("path", "date"),
    [
        # Squarespace writes no noughts
        ("/blog/2019/9/2/a-post", "2019-09-02"),
        ("/blog/2019/11/27/a-post", "2019-11-27"),
        # PyBlosxom and others name the month
        ("/2019/Sep/12/a-post", "2019-09-12"),
        ("/2019/foo/12/a-post", None),
        ("/2019/9/a-post", None),
        ("/2019/9/12/", None),
    ],
)
def test_dates_in_addresses(path, date):
    """A day is known by its year, month and day; less is too little."""
    assert date == date_in(B + path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # sessions, and Blogger's page for telephones
        ("/2019/09/a/?PHPSESSID=abc", "/2019/09/a/"),
        ("/a;jsessionid=12AB?x=1", "/a?x=1"),
        ("/2019/09/a.html?m=1", "/2019/09/a.html"),
        ("/a?x=1&sid=5&y=2", "/a?x=1&y=2"),
        # Drupal counts from 0
        ("/blog?page=0", "/blog"),
        # Tumblr goes by the number
        ("/post/187000000011/a-toll", "/post/187000000011"),
    ],
)
def test_addresses_of_one_page(one, other):
    """What tells readers apart does not tell pages apart."""
    assert key(B + one) == key(B + other)


def test_a_month_is_no_telephone():
    """`m=1` is dropped, `m=201909` is not."""
    assert key(f"{B}/?m=201909") != key(f"{B}/")
