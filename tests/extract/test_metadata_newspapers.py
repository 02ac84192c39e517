"""Bylines and datelines in the manner of newspapers, agencies and institutes."""

import pytest

from tests.extract.pages import PROSE, read


@pytest.mark.parametrize(
    ("authors", "issued", "body"),
    [
        # newspapers
        (
            ["Mara Vane", "Piet Okoro"],
            "2016-09-04T15:15:00",
            (
                '<h1>T</h1><div class="story-meta"><p class="story-byline">By <span>Mara Vane</span> and <span>Piet Okoro</span></p>'
                "<p class='story-timestamp'>Sept. 4, 2016 at 3:15 p.m. ET</p></div>"
            ),
        ),
        (
            ["Mara Vane", "Piet Okoro", "Ada Kim"],
            "2014-07-02T10:25:00-04:00",
            (
                '<h1>T</h1><div class="metadata"><p class="metadata__byline"><span class="metadata__byline__author">By <a href="/profiles/mara-vane">'
                'Mara Vane</a>, Piet Okoro and Ada Kim, RNN</span></p><p class="update-time">10:25 AM EDT, Wed July 2, 2014</p></div>'
            ),
        ),
        (
            ["MARA VANE"],
            "2015-03-21",
            (
                '<h1>T</h1><p class="byline-dateline"><span class="byline">By <a>MARA VANE</a></span><time class="dateline" datetime="2015-03-21">'
                "MARCH 21, 2015</time></p>"
            ),
        ),
        (
            ["Mara Vane"],
            "2017-11-05",
            (
                '<h1>T</h1><div class="author-info"><a class="author-name" href="/people/mara-vane/">Mara Vane</a> <span class="title">Senior Staff Writer'
                '</span></div><div class="pub-date">Published: Nov 5, 2017</div>'
            ),
        ),
        (
            ["Mara Vane", "Tom Ek"],
            "2018-05-14",
            "<h1>T</h1><p>By <b>Mara Vane</b>, Associated News and <b>Tom Ek</b>, River Post Staff Writers</p><p>May 14, 2018</p>",
        ),
        (
            ["Mara Vane"],
            "2019-03-01T18:02:00+00:00",
            (
                '<h1>T</h1><div class="byline" itemprop="author">Mara Vane in Geneva</div><time itemprop="datePublished" datetime="2019-03-01T18:02:00Z">'
                "1 March 2019</time><time class='updated' datetime='2020-01-01T00:00:00Z'>Updated 1 Jan 2020</time>"
            ),
        ),
        (
            ["Mara Vane"],
            "2013-06-09",
            (
                '<h1>T</h1><address><a rel="author" href="/profile/mara">Mara Vane</a></address><div class="content__dateline">Sunday 9 June 2013 '
                "14.02 BST</div>"
            ),
        ),
        (
            ["Mara Vane"],
            "2012-10-31",
            (
                '<div class="article-header"><span class="kicker">Rivers</span><h1>T</h1><h2>A keeper remembers how it was, and what he wrote</h2>'
                '<ul class="author-list"><li class="author">Mara Vane</li></ul><span class="dateline">Oct 31, 2012</span></div>'
            ),
        ),
        (
            ["Reuters Staff"],
            "2017-08-08",
            '<h1>T</h1><div class="BylineBar_byline">Reuters Staff</div><div class="ArticleHeader_date">August 8, 2017 / 6:11 AM / 3 years ago</div>',
        ),
        (
            ["Mara Vane"],
            "2016-02-11T09:00:00",
            (
                '<h1>T</h1><div class="contributors"><span class="by">By</span> <span class="contributor">Mara Vane</span> <span class="twitter">@maravane'
                "</span></div><div class='timestamp'>February 11, 2016, 9:00 AM</div>"
            ),
        ),
        (
            ["Mara Vane"],
            "2015-12-01",
            (
                "<h1>T</h1><div class='standfirst'>How a keeper kept his books when the river froze</div>"
                "<div class='entry-meta'>Posted by <strong>Mara Vane</strong> on December 1, 2015 in <a href='/c/rivers'>Rivers</a> | 12 Comments</div>"
            ),
        ),
        (
            ["Mara Vane", "Piet Okoro"],
            None,
            '<h1>T</h1><span class="byline">By <a rel="author">Mara Vane</a> &amp; <a rel="author">Piet Okoro</a></span><p>Photographs by Hans Lens</p>',
        ),
        # the names apart from their posts
        (
            ["Mara Vane"],
            None,
            '<h1>T</h1><div class="c-byline"><div>Mara Vane</div><div>Chief Economics Correspondent</div></div>',
        ),
        (
            ["Mara Vane"],
            None,
            "<h1>T</h1><p>Written by Mara Vane, Ph.D. | Medically reviewed by Tom Ek, M.D.</p>",
        ),
        (
            ["Mara Vane"],
            None,
            (
                '<h1>T</h1><p class="reviewer">Fact checked by <a class="author" href="/author/ek">Tom Ek</a></p>'
                '<p class="writer">By <a class="author" href="/author/vane">Mara Vane</a></p>'
            ),
        ),
        # labels in boxes of their own
        (
            ["Mara Vane"],
            "2020-02-03",
            "<h1>T</h1><div class='meta'><div>By</div><div>Mara Vane</div><div>|</div><div>6</div><div>min read</div><div>|</div><div>Feb 3, 2020</div></div>",
        ),
        (
            ["Mara Vane"],
            "2020-02-03",
            "<h1>T</h1><dl><dt>Author</dt><dd>Mara Vane</dd><dt>Published</dt><dd>3 February 2020</dd><dt>Updated</dt><dd>9 May 2021</dd></dl>",
        ),
        # beside the day, where the given name shows that it is one; a section is none
        (["Anna Vane"], "2025-07-02", "<h1>T</h1><p>Anna Vane | Senior Writer | July 2, 2025</p>"),
        ([], "2025-07-02", "<h1>T</h1><p>Business News | July 2, 2025</p>"),
        (["Mara Vane"], None, "<h1>T</h1><p>by <strong>Mara Vane</strong>&mdash;10 min read</p>"),
        # what the linked name is, beside it
        (
            ["Mara Vane"],
            None,
            "<h1>T</h1><p class='author'>Written by: <a href='/author/mara'>Mara Vane</a> <span>, Master Keeper, Locks &amp; Weirs</span></p>",
        ),
        # who helped, in the same box, and linked
        (
            ["Mara Vane"],
            None,
            (
                "<h1>T</h1><div class='byline'><p>Written by <cite>Mara Vane</cite></p><p>Edited by <a href='/a/piet'>Piet Okoro</a></p>"
                "<p>Tested by <a href='/a/ada'>Ada Kim</a></p></div>"
            ),
        ),
        # a button beside the byline
        (
            ["Mara Vane"],
            None,
            "<h1>T</h1><span class='authorSize'>AA</span><p class='byline'>By Mara Vane</p>",
        ),
        # classes are hashed; what tests go by is not
        (
            ["Mara Vane"],
            None,
            "<h1>T</h1><div class='x1f'><span data-testid='authorName'>Mara Vane</span></div>",
        ),
        # beside the heading, in what is called a link or a box
        (
            ["Mara Vane"],
            None,
            "<h1>T</h1><div class='author-info'><span class='author-link'>Mara Vane</span></div>",
        ),
        # a byline's list over the heading
        (
            ["Mara Vane"],
            "2025-07-02",
            (
                "<div class='post-meta'><ul><li><span>July 2, 2025</span></li><li>By <a href='/author/mara'>Mara Vane</a></li></ul></div>"
                "<h1>The Last Crossing</h1>"
            ),
        ),
        # the only day over the heading, which a theme calls one of change
        (
            [],
            "2021-09-09",
            "<header><time class='updated' datetime='2021-09-09'>September 9, 2021</time><h1>T</h1></header>",
        ),
        # a day before a list of months
        ([], "2025-03-04", "<h1>T</h1><div>March 4, 2025</div><a>Published January 2025</a>"),
        # far below, the only line of its kind, on a card
        (["Mara Vane"], None, f"<h1>T</h1>{PROSE * 3}<div class='single-post__name'>By Mara Vane</div>"),
        (
            ["Mara Vane"],
            None,
            f"<h1>T</h1>{PROSE * 3}{'<i></i>' * 40}<div class='author-card'><span class='author-card__name'>Mara Vane</span></div>",
        ),
        # two of them are of other works
        ([], None, f"<h1>T</h1>{PROSE * 3}<div>By Mara Vane</div><div>By Piet Okoro</div>"),
        # a table of facts is marked up as a card, and its day is of another time
        (
            [],
            None,
            "<h1>T</h1><table class='infobox vcard'><tr><th class='fn org'>Upper Lock</th></tr></table><p>Opened<br>3 March 1809</p>",
        ),
        # what stands beside is told in the name of what holds the work
        (
            ["Mara Vane"],
            None,
            f"<h1>T</h1>{PROSE * 3}<div class='has-slider'><span class='author-name'>Mara Vane</span></div>",
        ),
        # an organisation signs
        (
            ["Ministry of Rivers"],
            "2011-04-06",
            "<h1>T</h1><p class='author'>Ministry of Rivers</p><p class='date'>6 April 2011</p>",
        ),
        # nobody signs
        (
            [],
            "2011-04-06",
            "<h1>T</h1><p class='date'>6 April 2011</p><p>By the time the bridge opened, nobody came.</p>",
        ),
        ([], None, "<h1>T</h1><p>By 1931 the river had changed its bed.</p>"),
    ],
)
def test_newspapers(authors, issued, body):
    """Names and days are read from bylines and datelines of every fashion, and nothing from what stands beside them."""
    assert (authors, issued) == read(body)[1:]
