"""A site's name by its feed."""

import pytest

from archiver.extract.metadata.work import read_work
from tests.extract.pages import markup


def feed(title, kind="application/atom+xml"):
    """A link to a feed."""
    return (
        f'<title>The Last Crossing</title><link rel="alternate" type="{kind}" title="{title}" href="/f.xml">'
    )


@pytest.mark.parametrize(
    ("head", "heading", "expected"),
    [
        # Pelican, WordPress, and a feed by its format alone
        (feed("River Post Atom Feed"), "River Post", "River Post"),
        (feed("River Post &raquo; Feed", "application/rss+xml"), "River Post", "River Post"),
        (feed("River Post - RSS"), "River Post", "River Post"),
        # nothing on the page says so
        (feed("Breaking News Feed"), "River Post", None),
        # a feed of the post's comments is called like the post
        (feed("The Last Crossing RSS Feed"), "River Post", None),
        # what is no feed
        (feed("River Post Feed", "text/html"), "River Post", None),
        (feed("RSS"), "River Post", None),
    ],
)
def test_site_is_named_by_its_feed(head, heading, expected):
    """Where a heading says the same, and nothing else tells it."""
    page = markup(head, f"<h1><a href='/'>{heading}</a></h1><h1>The Last Crossing</h1><p>Words.</p>")
    site = read_work(page, before="2026-11-28T08:00:00Z").site

    assert expected == (site.value if site is not None else None)
