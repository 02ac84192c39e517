"""Addresses that nobody has made a page for, beside those that somebody cites."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.judge.sibling import folder_of, made_up
from archiver.web.url import canonical, site

FOLDERS = (
    ("https://a.example/ferry", "a.example/*"),
    ("https://a.example/2019/09/12/ferry/", "a.example/2019/09/12/*"),  # days are folders
    ("https://a.example/Report.PDF", "a.example/*.pdf"),  # a server answers by the kind of a file
    ("https://a.example/v2.1", "a.example/*"),  # no kind
    ("https://a.example/news/12345", "a.example/news/*"),
    ("https://a.example/news/12345/on-ferries", "a.example/news/*/*"),  # words after a number are decoration
    ("https://a.example/dp/B00X4WHP5E/ref=x1", "a.example/dp/*/*"),
    ("https://a.example/vol/12/ferry", "a.example/vol/12/*"),  # a number of two digits names no page
    ("https://a.example:8080/x?utm_source=y", "a.example:8080/*"),
    ("https://a.example/?p=12", "a.example/?p=*"),
    ("https://a.example/show.php?lang=en&id=ferry", "a.example/show.php?id=*"),  # the one that names a page
    ("https://a.example/show.php?b=12&a=13", "a.example/show.php?a=*&b=*"),
    ("https://a.example/", None),
    ("https://a.example/en/index.html", None),
)


@pytest.mark.parametrize(("url", "folder"), FOLDERS, ids=[url for url, _ in FOLDERS])
def test_neighbours_share_a_folder(url, folder):
    """What a host answers alike where it has nothing."""
    assert folder == folder_of(url.replace("utm_source=y", "a=b"))


SHAPES = (
    ("https://a.example/ferry", r"https://a\.example/[a-z]{14}"),
    ("https://a.example/2019/09/ferry-boats/", r"https://a\.example/2019/09/[a-z]{14}/"),
    ("https://a.example/f%C3%A9rry.html#top", r"https://a\.example/[a-z]{14}\.html"),
    ("https://a.example/news/12345", r"https://a\.example/news/9\d{9}"),
    ("https://a.example/news/12345-ferry.php", r"https://a\.example/news/9\d{9}-[a-z]{14}\.php"),
    ("https://a.example/q/12345/why", r"https://a\.example/q/9\d{9}/[a-z]{14}"),
    ("https://a.example/show?lang=en&id=12#x", r"https://a\.example/show\?lang=en&id=9\d{9}"),
)


@pytest.mark.parametrize(("url", "shape"), SHAPES, ids=[url for url, _ in SHAPES])
def test_a_made_up_address_has_the_shape_of_its_neighbour(url, shape):
    """So that the same part of the server answers; it lies in the same folder, and is asked for without a fragment."""
    made = made_up(url, "2026-01-01")

    assert made is not None
    assert re.fullmatch(shape, made), made
    assert folder_of(url) == folder_of(made)


def test_the_same_crawl_makes_up_the_same_address():
    """No die is cast: a test, and a crawl that goes on, ask for the same."""
    url = "https://a.example/ferry"

    assert made_up(url, "1") == made_up("https://a.example/boat", "1")
    assert made_up(url, "1") != made_up(url, "2")
    assert made_up("https://a.example/", "1") is None


_NAMES = st.text(alphabet=st.sampled_from("abXY0123456789-_.~%2+,;=:@é中/?&"), max_size=12)


@given(names=st.lists(_NAMES, max_size=5), query=st.lists(st.tuples(_NAMES, _NAMES), max_size=3))
def test_any_address_but_a_front_page_has_a_neighbour(names, query):
    """Another one, on the same host."""
    pairs = "&".join(f"{name}={value}" for name, value in query)
    url = canonical(f"https://a.example/{'/'.join(names)}?{pairs}")
    made = made_up(url, "1")

    assert (folder_of(url) is None) == (made is None)
    if made is not None:
        assert canonical(made) != url
        assert site(made) == site(url)
