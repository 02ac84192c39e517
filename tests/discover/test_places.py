"""Permalinks that name a place on a page."""

import pytest

from archiver.discover.places import canonical_post, is_place, post_key

B = "https://blog.example.org"


@pytest.mark.parametrize(
    "url",
    [
        "/2019/09/12#sluice",  # Blosxom
        "/2019/09/12/#sluice",
        "/2019/Sep/12#sluice",  # PyBlosxom, with month names
        "/2003_09_01_archive.html#106345678",  # Blogger, monthly
        "/2003_09_14_archive.html#106345678",  # Blogger, weekly
        "/archives/2003_09.html#000123",  # Movable Type, monthly
        "/2003/09/index.html#a12",
        "/?m=200309#post-12",
    ],
)
def test_a_place_on_a_page_of_a_day_or_a_month(url):
    """It is a post's address."""
    assert is_place(B + url)


@pytest.mark.parametrize(
    "url",
    [
        "/2019/09/12/sluice/#comments",  # a post's own page
        "/2019/09/12/sluice/#high-water",
        "/2019/09/#comments",  # what every page may have
        "/2019/09/#content",
        "/2019/09/#fn:1",
        "/2019/09/#_ftnref2",
        "/2019/09/#more-17",
        "/2019/09/",  # no place
        "/#sluice",  # on the front page all posts pass by
    ],
)
def test_other_places(url):
    """They are none."""
    assert not is_place(B + url)


def test_two_posts_of_one_day_are_two():
    """Though their page is one; elsewhere a fragment makes no difference."""
    assert post_key(f"{B}/2019/09/12#a") != post_key(f"{B}/2019/09/12#b")
    assert post_key(f"{B}/2019/09/12/tide/#a") == post_key(f"{B}/2019/09/12/tide/")


def test_the_canonical_address_keeps_the_place():
    """And is in one spelling apart from it."""
    assert f"{B}/2019/09/12#Sluice" == canonical_post("HTTPS://Blog.Example.org:443/2019/09/12#Sluice")
    assert f"{B}/tide/" == canonical_post(f"{B}/tide/#comments")
