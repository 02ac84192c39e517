"""Readings of one page, and which of them is taken."""

import pytest

from archiver.extract.content.choice import choose, similarity
from archiver.extract.content.outline import outline
from archiver.extract.main_text import main_text
from archiver.extract.markup import Markup

SENTENCES = (
    "The ferry at the upper lock carried timber, lime and letters for ninety years.",
    "Its keeper wrote down every crossing in a book with a green spine, and nobody asked him to.",
    "When the bridge opened in the spring of 1931, the book stopped in the middle of a page.",
    "The last entry is a cart of apples, and beside it stands the word paid.",
)
TEXT = "".join(f"<p>{sentence} {SENTENCES[0]}</p>" for sentence in SENTENCES)
MENU = "".join(f'<li><a href="/{n}">Department number {n}</a></li>' for n in range(30))
CARDS = "".join(
    f'<div class="card"><a href="/{n}"><h3>Another story, the {n}th of many</h3><p>What it tells in a line or two.</p></a></div>'
    for n in range(6)
)
PAGE = f"""<html><head><title>Ferry Books</title></head><body>
<div id="cookie-banner"><p>We use cookies to improve your experience on our site, and those of our partners, too.</p></div>
<ul class="menu">{MENU}</ul><main><h1>Ferry Books</h1><p class="byline">By Orla Tamm</p>
<div class="story">{TEXT}<h2>The bridge</h2>{TEXT}</div>
<div class="related-posts"><h2>More stories</h2>{CARDS}</div>
<div id="comments"><h2>2 comments</h2><p>Great article, thank you so much for writing all of this down!</p></div></main>
<footer><p>© 2020 The Review. All rights reserved, whatever they may be.</p></footer></body></html>"""


def read(html):
    """The main text of a page."""
    markup = Markup.parse("https://review.example/ferry", html)
    assert markup is not None
    return main_text(markup, html)


def test_the_story_is_read_and_nothing_around_it():
    """Menu, banner, related stories, comments and footer stay out; every paragraph and the heading stay in."""
    found = read(PAGE)
    paragraphs = [f"{sentence} {SENTENCES[0]}" for sentence in SENTENCES]

    assert [*paragraphs, "The bridge", *paragraphs] == [
        line for line in found.text.split("\n") if line != "By Orla Tamm"
    ]


def test_html_has_the_structure_of_the_text():
    """The clean HTML is the same words, with headings and paragraphs."""
    found = read(PAGE)

    assert (8, 1) == (found.html.count(f"{SENTENCES[0]}</p>"), found.html.count("<h2>The bridge</h2>"))
    assert "More stories" not in found.html


def test_readings_that_agree_are_said_to():
    """A plain page is read alike by all, and nothing is doubtful about it."""
    found = read(PAGE)

    assert ("weights", ()) == (found.extractor, found.doubts)
    assert found.agreement is not None
    assert found.agreement > 0.85


def test_readings_that_differ_are_told():
    """Where nobody knows what the text is, the document says so."""
    found = read(f"<html><body><ul>{MENU}</ul><p>Short.</p></body></html>")

    assert len(found.doubts) == 1


def test_a_page_without_text_gives_none():
    """Nothing visible is no text, and no error."""
    found = read("<html><body><script>draw()</script></body></html>")

    assert ("", "", "nothing visible") == (found.text, found.html, found.extractor)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # the same
        ({0, 1}, {0, 1}, 1.0),
        # nothing in common
        ({0}, {1}, 0.0),
        # two empty ones
        (set(), set(), 1.0),
        # by words, not by blocks: the first block has three words, the second one
        ({0, 1}, {0}, 6 / 7),
    ],
)
def test_similarity_is_by_words(one, other, expected):
    """F1 of the words that both keep."""
    markup = Markup.parse("https://page.example/", "<p>One two three</p><p>four</p>")
    assert markup is not None

    assert expected == pytest.approx(similarity(outline(markup.root), frozenset(one), frozenset(other)))


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        # sure by weights, and the box of the text holds the same: nobody else is asked
        (PAGE, ("container",)),
        # a shorter text is less sure: a cheap reader is, and since it agrees, trafilatura is not
        (PAGE.replace(TEXT, "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)), ("resiliparse",)),
    ],
)
def test_a_dearer_reading_is_asked_only_where_cheaper_ones_leave_a_doubt(page, asked):
    """What a vote could not change is not paid for."""
    markup = Markup.parse("https://review.example/ferry", page)
    assert markup is not None

    assert asked == choose(markup, page, outline(markup.root)).others
