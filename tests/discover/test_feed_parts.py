"""Feeds in parts: where the older ones are, said by the feed or known of the software."""

import pytest

from archiver.discover.feed import read_feed

B = "https://blog.example.org"
OPEN_SEARCH = 'xmlns:openSearch="http://a9.com/-/spec/opensearchrss/1.0/"'


def atom(total, items):
    """Make a feed as Blogger does: its own address is another host's."""
    entries = "".join(
        f'<entry><link rel="alternate" href="{B}/2019/09/p{n}.html"/></entry>' for n in range(items)
    )
    counted = f"<openSearch:totalResults>{total}</openSearch:totalResults>" if total is not None else ""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" {OPEN_SEARCH}>'
        f'<link rel="next" href="https://www.blogger.example/feeds/7/posts/default?start-index=26"/>{counted}{entries}</feed>'
    ).encode()


@pytest.mark.parametrize(
    ("start", "total", "items", "following"),
    [
        (1, 170, 150, 151),
        # the server gives fewer than were asked for
        (1, 170, 100, 101),
        (151, 170, 20, None),
        # it does not say how many there are
        (1, None, 150, 151),
        (171, 170, 0, None),
    ],
)
def test_a_feed_that_is_counted(start, total, items, following):
    """Blogger's list of all posts goes on from the post after its last, at the blog's own address."""
    url = f"{B}/feeds/posts/default?start-index={start}&max-results=150"
    expected = (url.replace(f"={start}&", f"={following}&"),) if following else ()

    assert expected == read_feed(url, atom(total, items)).next_pages


@pytest.mark.parametrize(
    ("url", "generator", "expected"),
    [
        ("/feed/", "https://wordpress.org/?v=5.2", "/feed/?paged=2"),
        ("/feed/?paged=7", "https://wordpress.org/?v=5.2", "/feed/?paged=8"),
        ("/?feed=rss2", "http://wordpress.com/", "/?feed=rss2&paged=2"),
        ("/feed/", "Hugo", None),
    ],
)
def test_parts_that_a_feed_does_not_name(url, generator, expected):
    """WordPress serves them all the same."""
    body = f"<rss><channel><generator>{generator}</generator><item><link>{B}/a/</link></item></channel></rss>"

    assert (B + expected if expected else None) == read_feed(B + url, body.encode()).unnamed_page
