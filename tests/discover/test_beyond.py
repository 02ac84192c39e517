"""The page of a list that all known posts would not fill: its address."""

import pytest

from archiver.discover.way.beyond import page_beyond

B = "https://blog.example.org"


@pytest.mark.parametrize(
    ("pages", "at_once", "known", "expected"),
    [
        # 45 posts fill five pages of ten
        (["/page/2/"], 10, 45, "/page/6/"),
        (["/blog/page/2", "/blog/page/9"], 10, 40, "/blog/page/6"),
        (["/page2/"], 10, 9, "/page2/"),
        (["/index2.html"], 10, 45, "/index6.html"),
        (["/?paged=2&x=y"], 10, 45, "/?paged=6&x=y"),
        # from 0
        (["/blog?page=1"], 10, 45, "/blog?page=5"),
        # counted in posts
        (["/?skip=20"], 20, 45, "/?skip=45"),
        # a moment is no number of posts
        (["/blog?offset=1569576600000"], 20, 45, None),
        # from the oldest: the next page is the last but one
        (["/index-7.html"], 10, 45, None),
        ([], 10, 45, None),
        (["/page/2/"], 0, 0, None),
    ],
)
def test_the_page_beyond(pages, at_once, known, expected):
    """By number, or by the count of posts; none where pages have neither."""
    found = page_beyond([B + path for path in pages], at_once, known)

    assert (B + expected if expected else None) == found
