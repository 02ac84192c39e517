"""Feeds: RSS 2, RSS 1, Atom; sound, broken and hostile."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.discover.feed import read_feed
from archiver.models.blog import Feed, PostLink

URL = "https://blog.example.org/feed/"

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Lock &amp; Weir</title><link>https://blog.example.org</link>
<atom:link href="https://blog.example.org/feed/" rel="self"/>
<atom:link href="https://blog.example.org/feed/?paged=2" rel="next"/>
<image><title>Lock</title><link>https://blog.example.org</link></image>
<item><title>Salt &#038; Ships: &#8220;A&#8221; &lt; 3?</title><link>https://blog.example.org/2019/09/salt/</link>
<pubDate>Mon, 30 Sep 2019 23:20:00 -0400</pubDate><guid isPermaLink="false">https://blog.example.org/?p=7</guid>
<content:encoded><![CDATA[<p>See <a href="https://x.example/">x</a></p>]]></content:encoded></item>
<item><title></title><guid>https://blog.example.org/2019/09/untitled/</guid></item>
<item><title>No address</title></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Lock and Weir</title><link href="/" /><link rel="prev-archive" href="/feed/2018.xml"/>
<entry><title type="html">Salt &amp;amp; &lt;em&gt;Ships&lt;/em&gt;</title><link rel="replies" href="/2019/09/salt/#c"/><link href="/2019/09/salt/"/>
<id>tag:x,2019:1</id><published>2019-09-30T23:20:00+01:00</published><updated>2020-01-01T00:00:00Z</updated></entry>
<entry><title>Toll</title><link href="toll/"/><updated>2019-09-27T00:00:00Z</updated></entry></feed>"""

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://blog.example.org/"><title>Lock and Weir</title></channel>
<item rdf:about="https://blog.example.org/salt"><title>Salt</title><link>https://blog.example.org/salt</link><dc:date>2019-09-30</dc:date></item></rdf:RDF>"""


def test_rss():
    """Titles as readers see them, dates with their offset, the next part; an item without an address is none."""
    expected = Feed(
        title="Lock & Weir",
        posts=(
            PostLink(
                url="https://blog.example.org/2019/09/salt/",
                title="Salt & Ships: “A” < 3?",
                published="2019-09-30T23:20:00-04:00",
            ),
            PostLink(url="https://blog.example.org/2019/09/untitled/"),
        ),
        next_pages=("https://blog.example.org/feed/?paged=2",),
    )

    assert expected == read_feed(URL, RSS)


def test_atom():
    """The entry's own link, its publication before its change, and the older archive (RFC 5005)."""
    expected = Feed(
        title="Lock and Weir",
        posts=(
            PostLink(
                url="https://blog.example.org/2019/09/salt/",
                title="Salt & Ships",
                published="2019-09-30T23:20:00+01:00",
                modified="2020-01-01T00:00:00+00:00",
            ),
            PostLink(
                url="https://blog.example.org/feed/toll/",
                title="Toll",
                published="2019-09-27T00:00:00+00:00",
                modified="2019-09-27T00:00:00+00:00",
            ),
        ),
        next_pages=("https://blog.example.org/feed/2018.xml",),
    )

    assert expected == read_feed(URL, ATOM)


def test_rdf():
    """RSS 1.0, whose items stand beside the channel."""
    expected = Feed(
        title="Lock and Weir",
        posts=(PostLink(url="https://blog.example.org/salt", title="Salt", published="2019-09-30"),),
    )

    assert expected == read_feed(URL, RDF)


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("cut off in the second item", RSS[: RSS.index(b"<item><title></title>")]),
        ("a space before the declaration", b"\n  " + RSS),
        ("a byte order mark", b"\xef\xbb\xbf" + RSS),
        ("an entity that XML does not know", RSS.replace(b"&#038; Ships", b"&nbsp;&amp; Ships")),
        ("a bare ampersand", RSS.replace(b"Lock &amp; Weir", b"Lock & Weir")),
    ],
)
def test_broken_feeds_are_read_as_far_as_they_go(what, body):
    """Feeds are often not quite XML."""
    assert (what, "https://blog.example.org/2019/09/salt/") == (what, read_feed(URL, body).posts[0].url)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"not a feed",
        b"<html><body><p>404</p></body></html>",
        b"\x00\x01\x02",
        gzip.compress(RSS),
        b"<rss>" * 100_000,
        b"<urlset/>",
    ],
)
def test_what_is_no_feed_is_empty(body):
    """Nothing is found, and nothing breaks."""
    assert () == read_feed(URL, body).posts


def test_a_feed_with_entities_of_its_own_is_read():
    """A harmless document type, as RSS 0.91 had, costs nothing; what it defines is not expanded."""
    kind = b'<!DOCTYPE rss SYSTEM "http://blog.example.org/rss-0.91.dtd" [<!ENTITY me "Mara">]>'
    body = (
        kind
        + b"<rss><channel><item><title>By &me;</title><link>https://blog.example.org/a</link></item></channel></rss>"
    )

    assert ("https://blog.example.org/a",) == tuple(post.url for post in read_feed(URL, body).posts)


def test_entities_do_not_multiply():
    """A bomb of nested entities stays small, and no file is read through one."""
    nested = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    bomb = b'<!DOCTYPE rss [<!ENTITY e0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">' + nested + b"]>"
    body = (
        bomb
        + b"<rss><channel><item><title>&e11;&f;</title><link>https://blog.example.org/a</link></item></channel></rss>"
    )
    posts = read_feed(URL, body).posts

    assert not any("lol" in (post.title or "") or "root" in (post.title or "") for post in posts)


@given(st.binary(max_size=300).map(lambda body: b"<rss><channel><item><link>" + body))
def test_no_bytes_break_the_reader(body):
    """Whatever comes, a feed comes out."""
    assert isinstance(read_feed(URL, body), Feed)


def test_a_title_that_stands_for_none_is_none():
    """Themes of WordPress fill in "Untitled", in its lists for programs, too."""
    listed = b'[{"link": "https://blog.example.org/a/", "title": {"rendered": "Untitled"}, "date": "2019-09-04T21:00:00"}]'
    rss = (
        b"<rss><channel><item><title>(no title)</title><link>https://blog.example.org/a/</link></item>"
        b"<item><title>Untitled, 1911</title><link>https://blog.example.org/b/</link></item></channel></rss>"
    )

    assert [None] == [post.title for post in read_feed("https://blog.example.org/feed/", listed).posts]
    assert [None, "Untitled, 1911"] == [
        post.title for post in read_feed("https://blog.example.org/feed/", rss).posts
    ]
