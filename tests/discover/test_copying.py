"""Copies of parts of a page."""

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from archiver.discover.facts.copying import copy_without

HTML = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b class='x y'>",
            "</b>",
            "<div id='a'>",
            "</div>",
            "<br>",
            "<i>",
            "</i>",
            "words ",
            "&amp;",
            "<li>",
            "</li>",
        ]
    ),
    max_size=40,
)


@given(HTML.map("".join))
def test_a_copy_is_equal_and_free(html):
    """The same elements and words in the same order, and none of the page's own."""
    source = BeautifulSoup(f"<body>{html}</body>", "lxml").body
    copied = copy_without(source, lambda _: False)

    assert str(source) == str(copied)
    assert [tag.name for tag in source.find_all(True)] == [tag.name for tag in copied.find_all(True)]
    assert list(source.stripped_strings) == list(copied.stripped_strings)
    assert {id(tag) for tag in source.find_all(True)}.isdisjoint(id(tag) for tag in copied.find_all(True))


@given(HTML.map("".join))
def test_what_is_not_wanted_is_left_out_with_all_it_holds(html):
    """As if it had been taken out of the page."""
    source = BeautifulSoup(f"<body>{html}</body>", "lxml").body
    copied = copy_without(source, lambda tag: tag.name == "b")
    for tag in source.find_all("b"):
        tag.extract()

    assert str(source) == str(copied)


def test_comments_scripts_and_styles_are_no_words():
    """A reader does not see them."""
    source = BeautifulSoup("<body>a<!-- b --><i>c</i></body>", "lxml").body

    assert "<body>a<i>c</i></body>" == str(copy_without(source, lambda _: False))
