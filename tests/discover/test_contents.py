"""Posts' own words in feeds and lists: where each kind keeps them."""

import json

import pytest

from archiver.discover.contents import read_contents
from archiver.models.blog import PostContent

B = "https://blog.example.org"
RSS = '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>{}</channel></rss>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'


def contents(body, url=f"{B}/feed/"):
    """Read the contents of a feed: address, HTML and kind of list."""
    return [(each.url, each.html, each.list) for each in read_contents(url, body.encode())]


@pytest.mark.parametrize(
    ("frame", "item", "html"),
    [
        # RSS: the content before the description
        (
            RSS,
            f"<item><link>{B}/a/</link><description>Begins</description><content:encoded><![CDATA[<p>All</p>]]></content:encoded></item>",
            "<p>All</p>",
        ),
        # the description, where it is all that there is, escaped
        (
            RSS,
            f"<item><link>{B}/a/</link><description>&lt;p&gt;All&lt;/p&gt;</description></item>",
            "<p>All</p>",
        ),
        # Media RSS has a content of its own, without words
        (
            RSS,
            f'<item><link>{B}/a/</link><media:content url="https://i.example/1.jpg"/><description>Begins</description></item>',
            "Begins",
        ),
        # Atom: HTML, XHTML, words; the content before the summary
        (
            ATOM,
            f'<entry><link href="{B}/a/"/><summary>Begins</summary><content type="html">&lt;p&gt;All&lt;/p&gt;</content></entry>',
            "<p>All</p>",
        ),
        (
            ATOM,
            f'<entry><link href="{B}/a/"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>All</p></div></content></entry>',
            '<div xmlns="http://www.w3.org/1999/xhtml"><p>All</p></div>',
        ),
        (ATOM, f'<entry><link href="{B}/a/"/><content type="text">1 &lt; 2</content></entry>', "1 &lt; 2"),
        # what lies elsewhere
        (
            ATOM,
            f'<entry><link href="{B}/a/"/><content src="{B}/a.html"/><summary>Begins</summary></entry>',
            "Begins",
        ),
    ],
)
def test_feeds(frame, item, html):
    """What holds most of a post is taken."""
    assert [(f"{B}/a/", html, "feed")] == contents(frame.format(item))


@pytest.mark.parametrize(
    ("data", "html", "kind"),
    [
        # JSON Feed: HTML, words
        ({"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/a/", "content_html": "<p>All</p>"}]}, "<p>All</p>", "feed"),
        ({"version": "https://jsonfeed.org/version/1", "items": [{"url": "/a/", "content_text": "1 < 2"}]}, "1 &lt; 2", "feed"),
        # WordPress, Substack, Squarespace, Tumblr
        ([{"link": "/a/", "content": {"rendered": "<p>All</p>", "protected": False}}], "<p>All</p>", "rest"),
        ([{"canonical_url": "/a/", "body_html": "<p>All</p>"}], "<p>All</p>", "rest"),
        ({"items": [{"fullUrl": "/a/", "body": "<p>All</p>", "excerpt": "Begins"}]}, "<p>All</p>", "rest"),
        ({"posts": [{"url-with-slug": "/a/", "quote-text": "Q", "quote-source": "S"}]}, "<div>Q</div>\n<div>S</div>", "rest"),
    ],
)  # fmt: skip
def test_lists_in_json(data, html, kind):
    """Each software names it otherwise."""
    assert [(f"{B}/a/", html, kind)] == contents(json.dumps(data))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[",
        "[1, {}]",
        "<html><p>no feed</p></html>",
        # no words, no address, another's post, a password
        RSS.format(f"<item><link>{B}/a/</link><description> </description></item>"),
        RSS.format("<item><description>All</description></item>"),
        json.dumps([{"link": "https://other.example/a/", "content": {"rendered": "x"}}]),
        json.dumps([{"link": "/a/", "content": {"rendered": "x", "protected": True}}]),
        json.dumps([{"link": "/a/", "content": {"rendered": 7}}]),
    ],
)
def test_nothing_is_made_up(body):
    """What gives no words of a post gives none."""
    assert [] == contents(body)


def test_very_long_feeds_are_read_in_part(monkeypatch):
    """The first posts of a feed whose words are more than anybody reads at once."""
    monkeypatch.setattr("archiver.discover.contents._ALL", 25)
    items = "".join(
        f"<item><link>{B}/{n}/</link><description>{'x' * 10}</description></item>" for n in range(9)
    )
    expected = [PostContent(url=f"{B}/{n}/", html="x" * 10, list="feed") for n in range(2)]

    assert expected == list(read_contents(f"{B}/feed/", RSS.format(items).encode()))
