"""What plug-ins put among a post's words, told by the names of its boxes."""

import pytest

from archiver.discover.post import post_body
from archiver.web.page import Page, visible_text

URL = "https://blog.example.org/2019/09/y/"
WORDS = "The lock keeper counted every barge that came up from the sea, and lost none of them."


def words_of(added):
    """Read the words of a post with something added to them."""
    html = f'<body class="single-post"><article><h1>Y</h1><div class="entry-content"><p>{WORDS}</p>{added}</div></article></body>'
    return visible_text(post_body(Page(URL, html)))


@pytest.mark.parametrize(
    "added",
    [
        '<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li>Print</li></ul></div>',
        '<div class="simplesocialbuttons"><button>Share</button> 3 Shares</div>',
        "<div class='code-block code-block-1'><a href='https://ads.example/'>Rope for sale</a></div>",
        '<div id="ez-toc-container"><p>Contents</p><ul><li><a href="#a">A</a></li></ul></div>',
        '<p class="yoast-reading-time__wrapper"><span>Estimated reading time: </span>3 minutes</p>',
        '<p><span class="span-reading-time rt-reading-time">Reading Time: 3 minutes</span></p>',
        '<div class="saboxplugin-wrap"><p>Ada Moss writes.</p></div>',
        '<div class="mailpoet_form_below_posts mailpoet_form">Subscribe</div>',
        '<div class="aawp"><a href="https://shop.example/">A Handbook of Weights</a></div>',
        "<div class='yarpp yarpp-related'><h3>Related posts:</h3><ol><li><a href='/x/'>X</a></li></ol></div>",
        '<div class="wp-block-query"><ul><li><h3><a href="/x/">X</a></h3><p>Its first words…</p></li></ul></div>',
        '<div class="post-views entry-meta">Post Views: 317</div>',
    ],
)
def test_their_boxes_are_not_words(added):
    """Sharing, advertisement, contents, authors, newsletters, other posts, counts."""
    assert WORDS == words_of(added)


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        # code, whose box has nearly the name of a plug-in's
        ('<div class="code-block"><pre>weigh()</pre></div>', "weigh()"),
        # an author's own boxes
        ('<div class="wp-block-group has-background"><p>A note on sources.</p></div>', "A note on sources."),
        ('<div class="series"><p>The second of three letters.</p></div>', "The second of three letters."),
        # what a plug-in's name stands around, if that is the post
        (f'<div class="ad-wrapper"><p>{" ".join([WORDS] * 9)}</p></div>', " ".join([WORDS] * 9)),
    ],
)
def test_an_authors_boxes_are_words(added, expected):
    """A name that an author may choose says nothing; and no name takes away most of a page."""
    assert f"{WORDS} {expected}" == words_of(added)


def test_numbers_beside_lines_of_code_are_not_words():
    """Only numbers: a column of the same name that says anything stays."""
    code = '<table class="highlight"><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>a\nb</pre></td></tr></table>'

    assert f"{WORDS} a b" == words_of(code)
    assert f"{WORDS} 1 and 2 a b" == words_of(code.replace("1\n2", "1 and 2"))
