"""Clean HTML: what stays of foreign markup, and that nothing else does."""

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from archiver.extract.clean_html import clean_html

BASE = "https://a.example/d/"


def cleaned(markup):
    """Clean a piece of HTML as if it had stood on a page."""
    return clean_html(html.fromstring(f"<div>{markup}</div>"), BASE)


@pytest.mark.parametrize(
    ("expected", "markup"),
    [
        # words without a paragraph get one; scripts, events and looks go
        (
            "<p>A <strong>b</strong></p>\n<p>c</p>",
            '<div onclick="x()" style="color:red">A <b class="y">b</b><script>z()</script><p>c',
        ),
        # relative links are made absolute; what is no web or mail address is words
        (
            '<p><a href="https://a.example/d/e?f=1&amp;g">h</a> <a href="mailto:i@j.example">k</a> l m</p>',
            """<a href="e?f=1&g" target="_blank">h</a> <a href="mailto:i@j.example?body=x">k</a>
            <a href="javascript:x()">l</a> <a href="data:text/html,x">m</a>""",
        ),
        # what a list or a table lacks is added, what is empty is left out
        (
            "<ul><li>a</li>\n<li>b<ul><li>c</li>\n</ul>\n<p>d</p>\n</li>\n</ul>",
            "<ul>a<li></li><li>b<ul><li>c</ul>d</ul><ul><li><p> </p></ul>",
        ),
        # an empty cell holds its place in a row that says something
        (
            '<table><caption>T</caption>\n<tr><td></td>\n<td colspan="2">a<p>b</p>\n</td>\n</tr>\n</table>',
            '<table border="1"><caption>T</caption><tr><td><td colspan="2"><div>a</div><div>b</div><tr><td></table>',
        ),
        # a stray item is a paragraph
        ("<p>a</p>\n<p>b</p>", "<li>a<li>b"),
        # a link around blocks is a link in each of them
        (
            '<h2><a href="https://a.example/x">T</a></h2>\n<p><a href="https://a.example/x">u</a></p>',
            '<a href="/x"><h2>T</h2><p>u</p></a>',
        ),
        # two line breaks are a paragraph, one is one
        ("<p>a</p>\n<p>b<br>c</p>", "<br>a<br><br>b<br>c<br>"),
        # laid-out text keeps its lines
        (
            "<pre>  def f():\n\treturn <code>1</code></pre>",
            "<pre>\n\n  def f():\n\treturn <tt>1</tt>\n</pre>",
        ),
        ("<pre>a\nb</pre>", "<pre><div>a</div><div>b</div></pre>"),
        # a heading is one line
        ("<h2>a b</h2>", "<h2><div>a</div><div>b</div></h2>"),
        # a break between parts stands between them only
        ("<p>a</p>\n<hr>\n<p>b</p>", "<hr><p>a</p><hr><hr><p>b</p><hr>"),
        # of images the description stays, of formulas their source; players and drawings go
        (
            "<figure><p>A map</p>\n<figcaption>The river</figcaption>\n</figure>\n<p>E=mc^2</p>",
            """<figure><img src="x.png" alt="A map"><figcaption>The river</figcaption></figure>
            <math alttext="E=mc^2"><mi>E</mi></math><svg><text>x</text></svg><iframe src="y">z</iframe>""",
        ),
        # what nobody sees
        ("<p>a</p>", 'a<p hidden>b</p><p style="DISPLAY : none">c</p><!-- d -->'),
        # what language and which way
        ('<p lang="he" dir="rtl">x</p>', '<p lang="he" dir="rtl" id="y">x</p>'),
        ('<ol start="3"><li>a</li>\n</ol>', '<ol start="3" type="i"><li>a</ol>'),
        # words for markup
        ("<p>&lt;b&gt; &amp; \u00a0c</p>", "&lt;b&gt; &amp; &nbsp;c<p>&nbsp;</p>"),
        # old names and nested quotation
        (
            "<p><em>a</em> <del>b</del></p>\n<blockquote><p>c</p>\n</blockquote>",
            "<i>a</i> <strike>b</strike><blockquote>c</blockquote>",
        ),
        ("", "<script>x</script>"),
    ],
)
def test_clean_html(expected, markup):
    """Structure, words and links stay; what runs, loads or only looks does not."""
    assert expected == cleaned(markup)


def test_clean_html_reads_xhtml():
    """A book's pages have a namespace."""
    page = etree.fromstring(b'<p xmlns="http://www.w3.org/1999/xhtml">a<i>b</i><br/>c</p>')

    assert "<p>a<em>b</em><br>c</p>" == clean_html(page, BASE)


TAGS = (
    "a b div p ul ol li table tbody tr td th caption pre h2 blockquote figure figcaption dl dt dd em sup br hr span script "
    "img svg custom-x section".split()
)
PIECES = st.sampled_from(
    [
        *(f"<{name}>" for name in TAGS),
        *(f"</{name}>" for name in TAGS),
        *('<a href="/x">', '<img alt="a b">', '<p style="x" onclick="y">'),
        *("&lt;", "é &amp;", "a", " ", "\n", "\u00a0"),
    ]
)
ALLOWED = re.compile(
    r"</?(?:a|p|ul|ol|li|table|tbody|tr|td|th|caption|pre|h2|blockquote|figure|figcaption|dl|dt|dd|em|strong|sup|br|hr)>"
    r'|<a href="https://a\.example/[^"<>]*">'
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(deadline=None)
def test_clean_html_is_safe_and_final(markup):
    """Whatever comes, only the allowed is written, in one form that cleaning again leaves alone."""
    once = cleaned(markup)

    assert once == cleaned(once)
    assert not re.search(r"[<>]", ALLOWED.sub("", once))


def test_clean_html_outlives_normalising():
    """A stroke at the beginning of an element is not taken for a part of its tag."""
    once = cleaned("a<em>\u0338b</em>")

    assert ("<p>a<em>&#824;b</em></p>", once) == (once, unicodedata.normalize("NFC", once))


@pytest.mark.parametrize(
    "piece",
    [
        "<em>a",
        "<p>a<b>c</b>",
        "<ul><li>",
        "<table><tr><td>",
        "<br>",
        "<pre><b> </b>",
        "<blockquote>a",
        "<td>",
    ],
)
def test_clean_html_is_linear(piece):
    """Ten times as much takes no more than some ten times as long, whatever is nested in what."""
    parser = html.HTMLParser(huge_tree=True)
    short, long = (html.document_fromstring(piece * count + "x", parser=parser) for count in (2_000, 20_000))

    assert _seconds(long) < 40 * max(_seconds(short), 0.01)


def _seconds(page):
    begun = time.process_time()
    clean_html(page, BASE)
    return time.process_time() - begun
