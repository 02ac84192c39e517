"""Addresses that lead to no post and no list of posts, beside those that only look so."""

import pytest

from archiver.discover.addresses import is_other_list, is_trap

B = "https://blog.example.org"


@pytest.mark.parametrize(
    "path",
    [
        "/a/?replytocom=7",
        "/a.html?showComment=1569600000000",
        "/a/?format=amp",
        "/a?view=print",
        "/a?output=pdf&x=1",
        "/a?x=1&amp;amp;y=2",
        "/a%25252525b/",
        "/js/js/js/js/x",
        "/comment/reply/11",
        "/comment/11",
        "/user/4",
        "/user/login?destination=/a",
        "/print/11",
        "/printmail/node/11",
        "/feeds/12345/comments/default",
        "/feeds/posts/default",
        "/cgi-bin/mt-search.cgi?tag=locks",
        "/mt/mt-tb.cgi/11",
    ],
)
def test_traps(path):
    """The same page again, an action, a form, a feed of comments."""
    assert is_trap(B + path)


@pytest.mark.parametrize(
    "path",
    [
        # a blog's own words
        "/print/on-printing/",
        "/comment/on-the-weir/",
        "/user/mara/2019/09/a-post/",
        "/feeds/how-to-read-them/",
        "/a?format=full",
        "/blog?format=rss",
        "/node/11",
        "/index.php?itemid=11&catid=2",
    ],
)
def test_no_traps(path):
    """A word in an address is not yet a trap."""
    assert not is_trap(B + path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        # Squarespace, WordPress without permalinks, Tumblr, Drupal
        ("/blog?author=5a", True),
        ("/blog?category=Canals&offset=1569576600000", True),
        ("/?cat=3", True),
        ("/tagged/locks", True),
        ("/taxonomy/term/3", True),
        # a post that tells its category
        ("/post.php?id=7&category=canals", False),
        ("/?p=7", False),
        ("/blog?month=09-2019", False),
    ],
)
def test_other_lists(path, expected):
    """Lists by author, tag or category hold the same posts again."""
    assert expected == is_other_list(B + path)
