"""A page laid out as one text."""

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.layout import lay_out


def laid_out(html):
    """The layout of a body."""
    body = BeautifulSoup(f"<body>{html}</body>", "lxml").body
    assert body is not None
    return lay_out(body)


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
