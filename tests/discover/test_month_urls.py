"""Where each platform would keep the archive of a month, judged by where it keeps a post."""

import pytest

from archiver.discover.registry import all_platforms
from archiver.models.blog import Month

B = "https://blog.example.org"


@pytest.mark.parametrize(
    ("platform", "root", "post", "expected"),
    [
        ("blogger", "/", "/2019/07/a.html", ["/2019/09/", "/2019_09_01_archive.html"]),
        ("tumblr", "/", "/post/187000000011/a", ["/archive/2019/9"]),
        # a collection of a Squarespace site, its posts dated or not
        ("squarespace", "/", "/journal/2019/7/3/a", ["/journal?month=09-2019"]),
        ("squarespace", "/journal", "/journal/a", ["/journal?month=09-2019"]),
        # Movable Type: dated, numbered, neither
        ("movabletype", "/", "/archives/2019/07/a.html", ["/archives/2019/09/"]),
        ("movabletype", "/log/", "/log/archives/000011.html", ["/log/archives/2019_09.html", "/log/archives/2019/09/"]),
        ("movabletype", "/", "/canals/a.html", ["/archives/2019_09.html", "/archives/2019/09/"]),
        ("typepad", "/weblog/", "/weblog/2019/07/a.html", ["/weblog/2019/09/"]),
        ("drupal", "/blog", "/a", ["/archive/201909", "/blog/archive/2019/09", "/archive/2019/09"]),
        ("medium", "/", "/a-0a1b2c3d4e5f", ["/archive/2019/09"]),
        # a category stands before the date of a post, and not of a month
        ("jekyll", "/", "/canals/2019/07/03/a.html", ["/2019/09/"]),
        ("jekyll", "/notes/page2/", "/notes/a/", ["/notes/2019/09/"]),
        ("nikola", "/index-3.html", "/posts/a/", ["/2019/09/"]),
        ("pelican", "/index2.html", "/a.html", ["/2019/09/", "/archives/2019/09/"]),
        ("pelican", "/", "/blog/2019/07/03/a.html", ["/blog/2019/09/", "/archives/2019/09/"]),
        ("hexo", "/notes/", "/notes/2019/07/03/a/", ["/notes/archives/2019/09/"]),
        # WordPress: each of its permalinks, at the top, in a folder, behind its own file
        ("wordpress", "/", "/?p=12", ["/?m=201909"]),
        ("wordpress", "/", "/2019/07/03/a/", ["/2019/09/", "/date/2019/09/"]),
        ("wordpress", "/", "/2019/07/a", ["/2019/09", "/date/2019/09"]),
        ("wordpress", "/sea/", "/sea/2019/07/a/", ["/sea/2019/09/", "/sea/date/2019/09/"]),
        ("wordpress", "/", "/blog/2019/07/a/", ["/blog/2019/09/", "/blog/date/2019/09/"]),
        ("wordpress", "/", "/archives/12", ["/archives/date/2019/09", "/2019/09"]),
        ("wordpress", "/", "/12/a/", ["/date/2019/09/", "/2019/09/"]),
        ("wordpress", "/", "/archives/a/", ["/2019/09/", "/archives/2019/09/"]),
        ("wordpress", "/", "/a/", ["/2019/09/"]),
        ("wordpress", "/", "/index.php/a/", ["/index.php/2019/09/"]),
        ("wordpress", "/", "/index.php/2019/07/03/a/", ["/index.php/2019/09/", "/index.php/date/2019/09/"]),
        # software that makes none
        ("hugo", "/", "/posts/2019/07/a/", []),
        ("ghost", "/", "/2019/07/03/a/", []),
        ("substack", "/", "/p/a", []),
        ("docusaurus", "/blog", "/blog/2019/07/03/a", []),
        ("eleventy", "/", "/blog/a/", []),
    ],
)  # fmt: skip
def test_months(platform, root, post, expected):
    """The likeliest first; none where the software makes none."""
    urls = all_platforms()[platform].month_urls(B + root, B + post, Month(year=2019, month=9))

    assert [B + path for path in expected] == list(urls)
