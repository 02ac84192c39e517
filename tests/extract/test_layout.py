"""A page laid out as one text."""

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.layout import lay_out


def laid_out(html, *, as_read=False):
    """The layout of a body."""
    body = BeautifulSoup(f"<body>{html}</body>", "lxml").body
    assert body is not None
    return lay_out(body, as_read=as_read)


def places(html):
    """Each element's name and words, in order."""
    layout = laid_out(html)
    return [(place.element.name, layout.text[place.start : place.end]) for place in layout.places[1:]]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        # white space folds, also over the borders of inline elements
        ("a <b> b </b>  c", "a b c"),
        # blocks are paragraphs, however deep and empty
        ("<div><p>a</p><p> </p></div>b<ul><li>c</li></ul>", "a\nb\nc"),
        # one line break is a line, two are a paragraph
        ("a<br>b<br/> <br>c", "a\u2028b\nc"),
        # what a reader never sees
        ("a<script>x</script><style>y</style><template>z</template><!-- c -->b", "ab"),
        # a custom element does not break the line
        ("a<foot-note>b</foot-note>c", "abc"),
    ],
)
def test_text_is_what_a_reader_sees(html, text):
    """White space, blocks and line breaks are as a browser shows them."""
    assert text == laid_out(html).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        # preformatted lines, their indents and empty lines, over the borders of coloured words
        (
            "a<pre>\ndef <b>x</b>():\n    <i>y</i> = 1\r\n\n    z\n</pre>b",
            "a\ndef x():\u2028    y = 1\u2028\u2028    z\nb",
        ),
        # a row is a line, empty cells keep their place, a paragraph in a cell is only words
        (
            "a<table><tr><th></th><th>Goods</th></tr><tr><td>1</td><td><p>two words</p></td><td></td><td>x<br>y</td></tr></table>",
            "a\n\tGoods\n1\ttwo words\t\tx y",
        ),
        # a table for layout is no row
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>d", "a\nb\nc\nd"),
    ],
)
def test_as_read_text_keeps_lines_and_rows(html, text):
    """Where lines and rows mean something they stay; everything else is as ever."""
    assert text == laid_out(html, as_read=True).text


def test_places_are_tight():
    """An element's place has no white space at its ends; an empty one stands where the next word will."""
    expected = [("p", "a b"), ("i", "b"), ("a", ""), ("div", "c"), ("sup", "1")]

    assert expected == places("<p> a <i> b </i> </p> <a id=x></a><div> c</div>d<sup> 1 </sup>")[:5]


def test_block_is_the_nearest_one_around():
    """Inline elements know the block that they stand in, blocks are their own."""
    blocks = {
        place.element.name: place.block.name
        for place in laid_out("<div><b><i>a</i></b><p>b</p></div>").places
    }

    assert {"body": "body", "div": "div", "b": "div", "i": "div", "p": "p"} == blocks


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", "<ul><li>", "</ul>", "x ", " y", "\n"]))
)
def test_places_follow_each_other(pieces):
    """Whatever the soup: starts never go back by more than the space before a word, and ends lie in the text."""
    layout = laid_out("".join(pieces))

    assert all(0 <= place.start <= place.end <= len(layout.text) for place in layout.places)
    assert all(b.start >= a.start - 1 for a, b in pairwise(layout.places))
