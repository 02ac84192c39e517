"""Bylines and datelines as publishing systems set them, and titles in every fashion."""

import pytest

from tests.extract.pages import PROSE, read


@pytest.mark.parametrize(
    ("authors", "issued", "body"),
    [
        # WordPress: of the theme of 2010, of 2015, with blocks, with Elementor
        (
            ["Mara Vane"],
            "2011-03-07",
            (
                '<div class="post hentry"><h1 class="entry-title">T</h1><div class="entry-meta">Posted on <a href="/x" rel="bookmark"><span class="entry-date">'
                'March 7, 2011</span></a> by <span class="author vcard"><a class="url fn n" href="/author/mara">Mara Vane</a></span></div></div>'
            ),
        ),
        (
            ["Mara Vane"],
            "2015-03-07T09:00:00+01:00",
            (
                '<article class="hentry"><h1 class="entry-title">T</h1><div class="entry-content"><p>Words.</p></div><footer class="entry-footer">'
                '<span class="posted-on"><time class="entry-date published" datetime="2015-03-07T09:00:00+01:00">March 7, 2015</time><time class="updated" '
                'datetime="2016-01-01T09:00:00+01:00">January 1, 2016</time></span><span class="byline"><span class="author vcard">'
                '<a class="url fn n" href="/author/mara">Mara Vane</a></span></span></footer></article>'
            ),
        ),
        (
            ["Mara Vane"],
            "2022-03-07",
            (
                '<h1 class="wp-block-post-title">T</h1><div class="wp-block-post-author"><p class="wp-block-post-author__name">Mara Vane</p></div>'
                '<div class="wp-block-post-date"><time datetime="2022-03-07">7 March 2022</time></div>'
            ),
        ),
        (
            ["Mara Vane"],
            "2023-04-05",
            (
                '<h1>T</h1><ul class="elementor-icon-list-items elementor-post-info"><li itemprop="author"><a href="/author/mara/"><span '
                'class="elementor-post-info__item--type-author">Mara Vane</span></a></li><li itemprop="datePublished"><span '
                'class="elementor-post-info__item--type-date"><time>April 5, 2023</time></span></li></ul>'
            ),
        ),
        # Blogger: the day over the title, the name under the words
        (
            ["Mara Vane"],
            "2008-09-08",
            (
                '<h2 class="date-header"><span>Monday, September 8, 2008</span></h2><div class="post"><h3 class="post-title entry-title">T</h3>'
                '<div class="post-body"><p>Words.</p></div><div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">Mara Vane</span>'
                '</span> <span class="post-timestamp">at 9:00 AM</span></div></div>'
            ),
        ),
        # TypePad and Movable Type: below the words
        (
            ["Mara Vane"],
            "2006-05-21T11:02:00",
            (
                '<h3 class="entry-header">T</h3><div class="entry-body"><p>Words.</p></div><p class="entry-footer"><span class="post-footers">Posted by '
                "Mara Vane on May 21, 2006 at 11:02 AM</span> | <a>Permalink</a></p>"
            ),
        ),
        # Drupal
        (
            ["Mara Vane"],
            "2014-06-17T10:22:00",
            '<h1>T</h1><div class="submitted">Submitted by <span class="username">Mara Vane</span> on Tue, 06/17/2014 - 10:22</div>',
        ),
        # Medium, Ghost, Squarespace, Substack
        (
            ["Mara Vane"],
            "2019-01-15",
            (
                '<h1>T</h1><div class="pw-byline"><div><a rel="author" href="/@maravane">Mara Vane</a></div><div><span>4 min read</span><span>·</span>'
                "<span>Jan 15, 2019</span></div></div>"
            ),
        ),
        (
            ["Mara Vane", "Tom Ek"],
            "2021-02-28",
            (
                '<h1 class="article-title">T</h1><section class="article-byline-content"><ul class="author-list"><li class="author-list-item"><a class="author-avatar" '
                'href="/author/mara/"></a></li></ul><div class="article-byline-meta"><h4 class="author-name"><a href="/author/mara/">Mara Vane</a>, '
                '<a href="/author/tom/">Tom Ek</a></h4><time class="byline-meta-date" datetime="2021-02-28">Feb 28, 2021</time></div></section>'
            ),
        ),
        (
            ["Mara Vane"],
            "2018-08-20",
            (
                '<h1 class="BlogItem-title">T</h1><div class="Blog-meta"><time class="Blog-meta-item--date" datetime="2018-08-20">August 20, 2018</time>'
                '<a class="Blog-meta-item--author" href="/blog?author=5a">Mara Vane</a></div>'
            ),
        ),
        # Jekyll, Hugo: h-entry, a day alone
        (
            ["Mara Vane"],
            "2020-10-10T00:00:00+00:00",
            (
                '<article class="h-entry"><h1 class="p-name">T</h1><p class="post-meta"><time class="dt-published" datetime="2020-10-10T00:00:00+00:00">Oct 10, 2020</time> • '
                '<span class="p-author h-card"><span class="p-name">Mara Vane</span></span></p><div class="e-content">Words.</div></article>'
            ),
        ),
        # Shopify, Webflow
        (
            ["Mara Vane"],
            "2021-06-05",
            "<h1>T</h1><p class='article__meta'>by <span>Mara Vane</span> · <time datetime='2021-06-05'>June 5, 2021</time></p>",
        ),
        # the box about the author, where no byline is; then it is doubtful
        (
            ["Mara Vane"],
            None,
            (
                f'<h1>T</h1>{PROSE * 4}<div class="author-box"><div class="author-box__title">Mara Vane</div><p>Mara Vane keeps the lock house and has written about '
                "rivers for ten years, mostly in winter, when there is time and the ferry lies still.</p></div>"
            ),
        ),
    ],
)
def test_blogs(authors, issued, body):
    """Every publishing system has its own places for names and days."""
    assert (authors, issued) == read(body)[1:]


@pytest.mark.parametrize(
    ("expected", "head", "body"),
    [
        # search engines are told one title, readers another
        (
            "The Keeper Who Wrote Down Every Crossing",
            "<title>Ferry history and river facts - River Post</title><meta property='og:title' content='A green book, a river'>",
            "<h1>The Keeper Who Wrote Down Every Crossing</h1>",
        ),
        # the site's name, in every fashion and at both ends
        ("The Last Crossing", "<title>The Last Crossing | River Post</title>", ""),
        (
            "The Last Crossing",
            "<title>River Post - The Last Crossing</title><meta property='og:site_name' content='River Post'>",
            "",
        ),
        (
            "The Last Crossing",
            "<title>The Last Crossing « River Post</title><meta property='og:site_name' content='River Post'>",
            "",
        ),
        ("The Last Crossing", "<title>The Last Crossing — riverpost.example</title>", ""),
        (
            "The Last Crossing",
            "<title>The Last Crossing :: News :: River Post</title><meta property='og:site_name' content='The River Post'>",
            "",
        ),
        # what is no site's name stays
        ("Locks - A History", "<title>Locks - A History</title>", ""),
        # the logo is a heading, too; the work's own is of a lower rank
        (
            "The Last Crossing",
            "<title>The Last Crossing | River Post</title>",
            "<h1>River Post</h1><h2>The Last Crossing</h2>",
        ),
        # the logo is a heading that leads home, the site's name stands first, and a post has a third-rank heading
        (
            "Ninety Years of Crossings",
            "<title>Lock Diary: Ninety Years of Crossings</title>",
            "<h1><a href='/'>Lock Diary</a></h1><h3>Ninety Years of Crossings</h3><h3>Links</h3>",
        ),
        # a lower heading that only begins the title
        (
            "Ferries: Ninety Years of Crossings",
            "<title>Ferries: Ninety Years of Crossings</title>",
            "<h2>Ferries</h2>",
        ),
        # marked up is a teaser; the heading and the page's title agree
        (
            "Ninety Years of Crossings",
            "<title>Ninety Years of Crossings | Lock Diary</title>",
            (
                "<div itemscope itemtype='https://schema.org/Article'><span itemprop='headline'>Salt Barges</span></div>"
                "<h1>Ninety Years of Crossings</h1><h1>Lock Diary</h1>"
            ),
        ),
        # the name of the section before the title
        (
            "What Remains of the Old Lock",
            "<meta property='og:title' content='What Remains of the Old Lock'><title>Rivers: What Remains of the Old Lock</title>",
            "<h1><span>Rivers</span>: <span>What Remains of the Old Lock</span></h1>",
        ),
        # cut, escaped twice, with the marks of a text format, with marks that nobody sees
        (
            "What the keeper of the upper lock wrote down in ninety years of crossings",
            "<meta property='og:title' content='What the keeper of the upper lock wrote down in ninety years…'>",
            "<h1>What the keeper of the upper lock wrote down in ninety years of crossings</h1>",
        ),
        ("Locks & Weirs", "<meta property='og:title' content='Locks &amp;amp; Weirs'>", ""),
        ("The Last Crossing (1931)", "<meta property='og:title' content='*The Last Crossing* (1931)'>", ""),
        ("The Last Crossing", "<title>\u202aThe\u200b Last\u00ad Crossing\u202c</title>", ""),
    ],
)
def test_titles(expected, head, body):
    """The title is the one that readers see, without the site's name."""
    assert expected == read(body, head=head)[0]
