"""Bylines and datelines in the manner of newspapers, agencies, blogs and institutes, with the traps that stand beside them."""

import pytest

from archiver.extract.markup import Markup
from archiver.extract.metadata.work import read_work

CAPTURED = "2026-11-28T08:00:00Z"
PROSE = (
    "<p>The ferry at the upper lock carried timber, lime and letters for ninety years, and its keeper wrote down every crossing "
    "in a book with a green spine; when the bridge opened the book stopped in the middle of a page.</p>"
    "<p>Nobody thought of keeping such a book, and yet it answers what the council minutes never mention: who came, from where, "
    "and what a bad harvest does to a river and to those who live on it.</p>"
)
RELATED = (
    '<aside class="related-stories"><h3>More on rivers</h3><p class="byline">By Somebody Else</p>'
    '<time datetime="2023-03-03">March 3, 2023</time></aside>'
    '<div id="comments"><div class="comment"><span class="author">A Reader</span> says: <time>April 9, 2021</time></div></div>'
    "<footer>© 2026 The River Post. All rights reserved.</footer>"
)


def read(body, *, head="", lang="en", url="https://www.riverpost.example/lock/last-crossing"):
    """What is read of a page: title, authors, day."""
    page = Markup.parse(
        url,
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}{PROSE}{RELATED}</body></html>',
    )
    assert page is not None
    work = read_work(page, before=CAPTURED)
    return (
        work.title.value if work.title else None,
        [author.value for author in work.authors],
        work.issued.value if work.issued else None,
    )


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


@pytest.mark.parametrize(
    ("authors", "issued", "lang", "body"),
    [
        (
            ["Anna Berg", "Uwe Stein"],
            "2019-03-03T14:05:00",
            "de",
            "<h1>T</h1><p class='autor'>Von Anna Berg und Uwe Stein</p><p class='datum'>3. März 2019, 14:05 Uhr</p><p>Aktualisiert am 5. März 2019</p>",
        ),
        (
            ["Anna Berg"],
            "2016-09-04",
            "de",
            "<h1>T</h1><div class='article-meta'>Von Anna Berg, Wien | 04.09.16</div>",
        ),
        (
            ["Anna Berg"],
            "2018-01-12",
            "de",
            "<h1>T</h1><div>Ein Gastbeitrag von Anna Berg</div><div>Veröffentlicht am 12. Januar 2018</div>",
        ),
        (
            ["Anna Berg"],
            "2017-05-30",
            "de",
            "<h1>T</h1><p class='entry-meta'>Verfasst von Anna Berg am 30. Mai 2017 · 4 Kommentare</p>",
        ),
        (
            ["dpa"],
            "2015-07-01",
            "de",
            "<h1>T</h1><span class='author'>dpa</span> <time datetime='2015-07-01'>1.7.2015</time>",
        ),
        (
            ["Jean Dubois"],
            "2019-03-03T10:15:00",
            "fr",
            "<h1>T</h1><p>Par Jean Dubois</p><p>Publié le 3 mars 2019 à 10h15 - Mis à jour le 4 mars 2019 à 9h00</p>",
        ),
        (
            ["Jean Dubois", "Marie Leroy"],
            "2018-06-01",
            "fr",
            "<h1>T</h1><div class='auteur'>Jean Dubois et Marie Leroy</div><div>1er juin 2018</div>",
        ),
        (
            ["Lucía Pérez Gil"],
            "2015-10-12",
            "es",
            "<h1>T</h1><p class='firma'>Por Lucía Pérez Gil</p><p class='fecha'>12 de octubre de 2015</p>",
        ),
        (
            ["Paola Neri"],
            "2019-02-07",
            "it",
            "<h1>T</h1><p class='autore'>di Paola Neri</p><p>7 febbraio 2019</p>",
        ),
        (
            ["João Reis"],
            "2014-03-30",
            "pt",
            "<h1>T</h1><p class='autor'>Por João Reis</p><p class='data'>30/03/2014</p>",
        ),
        (
            ["Joost van der Meer"],
            "2019-05-02",
            "nl",
            "<h1>T</h1><p class='auteur'>Door Joost van der Meer</p><p>2 mei 2019</p>",
        ),
        (
            ["Orla Tamm"],
            "2019-12-24",
            "sv",
            "<h1>T</h1><p>Av Orla Tamm</p><p>Publicerad 24 december 2019</p>",
        ),
        (
            ["Jan Nowak"],
            "2017-09-12",
            "pl",
            "<h1>T</h1><p class='autor'>Autor: Jan Nowak</p><p>12 września 2017</p>",
        ),
        (
            ["Иван Петров"],
            "2019-05-05",
            "ru",
            "<h1>T</h1><p class='author'>Автор: Иван Петров</p><p>5 мая 2019</p>",
        ),
        (
            ["Γιάννης Λίμνης"],
            "2018-05-15",
            "el",
            "<h1>T</h1><p class='author'>Γιάννης Λίμνης</p><p class='date'>15 Μαΐου 2018</p>",
        ),
        (
            ["Ayşe Yıldız"],
            "2018-12-20",
            "tr",
            "<h1>T</h1><p>Yazan: Ayşe Yıldız</p><p class='tarih'>20 Aralık 2018</p>",
        ),
        (
            ["山田太郎"],
            "2016-10-03T07:00:00",
            "ja",
            "<h1>渡し船の最後の日</h1><p class='writer'>文：山田太郎</p><p class='date'>2016年10月03日 07時00分</p>",
        ),
        (
            ["王小明"],
            "2018-04-05",
            "zh",
            "<h1>最后一次摆渡</h1><p>作者：王小明</p><p class='time'>2018年4月5日</p>",
        ),
        (
            ["김민수"],
            "2019-05-02",
            "ko",
            "<h1>마지막 나룻배 이야기</h1><p class='byline'>김민수 기자</p><p class='date'>입력 2019. 5. 2.</p>",
        ),
        (
            ["Nagy Anna"],
            "2019-08-20",
            "hu",
            "<h1>T</h1><p class='author'>Nagy Anna</p><p class='date'>2019. augusztus 20.</p>",
        ),
        (
            ["سارة حداد"],
            "2019-05-15",
            "ar",
            "<h1>T</h1><p class='author'>سارة حداد</p><p class='date'>١٥ مايو ٢٠١٩</p>",
        ),
    ],
)
def test_languages(authors, issued, lang, body):
    """The words that lead to names and days are known in the languages that notes point to."""
    assert (authors, issued) == read(body, lang=lang)[1:]


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
    ("expected", "body"),
    [
        # today's date in the head of the page
        (
            "2012-02-03",
            '<div class="date">Saturday, November 28, 2026</div><h1>T</h1><p>Published 3 February 2012</p>',
        ),
        (None, '<div class="header-date">November 28, 2026</div><h1>T</h1>'),
        # an event, a deadline, a birthday, a copyright year, the day of a photograph
        (None, "<h1>T</h1><p>Event: 3 May 2019</p>"),
        (None, "<h1>T</h1><p>Deadline: May 3, 2019</p>"),
        (
            None,
            "<h1>T</h1><p>The bridge was opened on May 3, 1931, with music, speeches and a boat race.</p>",
        ),
        (None, "<h1>T</h1><p>© 3 May 2019 The River Post</p>"),
        (None, "<h1>T</h1><figure><figcaption>The lock. Photo: Hans Lens, 3 May 2019</figcaption></figure>"),
        (None, "<h1>T</h1><p>Accessed 3 May 2019</p>"),
        # days of other articles, and of a reader's letter
        (
            None,
            '<h1>T</h1><ul class="latest-news"><li><a href="/x">Flood</a> <time datetime="2019-05-03">3 May 2019</time></li></ul>',
        ),
        (None, '<h1>T</h1><div class="comment-list"><p class="date">3 May 2019</p></div>'),
        # a day that lies ahead
        (None, '<h1>T</h1><time datetime="2031-01-01">1 January 2031</time>'),
        # two readings
        (None, '<h1>T</h1><p class="date">05/03/2019</p>'),
        # republished: readers are told when it was new
        (
            "2009-05-03",
            '<h1>T</h1><p class="date">3 May 2020</p><p>This article was originally published on 3 May 2009 and has been brought up to date.</p>',
        ),
    ],
)
def test_traps_for_dates(expected, body):
    """A day that is not that of the publication is not believed; null is an answer."""
    assert expected == read(body)[2]


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
