"""Pages as blocks and boxes."""

import pytest

from archiver.extract.content.outline import outline
from archiver.extract.markup import Markup


def drawn(body):
    """The outline of a page with this body."""
    markup = Markup.parse("https://page.example/", f"<html><body>{body}</body></html>")
    assert markup is not None
    return outline(markup.root)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a block ends where a box begins or ends
        ("<p>One</p>two<div>three<p>four</p>five</div>", ["One", "two", "three", "four", "five"]),
        # inline elements do not end it, `br` breaks the line
        ("<p>One <b>two</b><br>three</p>", ["One two\nthree"]),
        # line ends of the source are spaces, but in `pre`
        ("<p>One\n two</p><pre>a\n  b</pre>", ["One two", "a\n  b"]),
        # scripts, styles and drawings hold no text, what follows them does
        ("<p>One<script>x()</script> two<svg><title>no</title></svg> three</p>", ["One two three"]),
        # a button that libxml2 never closed holds the page
        ("<button><article><p>One</p></article>", ["One"]),
    ],
)
def test_blocks_are_the_runs_of_text_between_boxes(body, expected):
    """Every visible word is in one block, in order."""
    assert expected == [block.text for block in drawn(body).blocks]


def test_a_page_that_its_parser_puts_into_the_head_is_drawn():
    """Elements that libxml2 does not know begin no body."""
    markup = Markup.parse("https://page.example/", "<title>Ferry</title><main><p>One</p></main>")
    assert markup is not None

    assert ["One"] == [block.text for block in outline(markup.root).blocks]


def test_boxes_know_their_words_and_links():
    """What a box holds is told without walking it."""
    page = drawn(
        "<nav><a href='/'>Home page</a></nav><main><p>Three words here</p><p>A <a href='/x'>link</a></p></main>"
    )
    sizes = {
        box.tag: (page.size(box), share)
        for box, share in zip(page.boxes, page.densities, strict=True)
        if box.tag != "p"
    }

    assert {"html": (7, 3 / 7), "body": (7, 3 / 7), "nav": (2, 1.0), "main": (5, 0.2)} == sizes


def test_a_page_of_any_depth_is_drawn_whole():
    """Depth is no reason to lose what comes after it."""
    page = drawn("<div>" * 5_000 + "<p>Deep</p>" + "</div>" * 5_000 + "<p>After</p>")

    assert "Deep After" == " ".join(block.text for block in page.blocks)


def test_letters_without_spaces_are_counted_as_words():
    """Two letters of a script that has no spaces count as a word; Korean has spaces."""
    page = drawn("<p>船の記録。</p><p>물의 기록</p><p>Ferry 船</p>")

    assert [2, 2, 2] == [block.words for block in page.blocks]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("It rose[1] fast.", 'It rose<sup><a href="#n1">1</a></sup> fast.'),
        ("It rose[12] fast.", 'It rose<a href="#n1"><sup>12</sup></a> fast.'),
        ("It rose[3] fast.", 'It rose<sup id="r"><span><a href="#n1">3</a></span></sup> fast.'),
        # with brackets of its own
        ("It rose[4] fast.", 'It rose<sup><a href="#n1">[4]</a></sup> fast.'),
        # raised, and no mark
        ("102 m, CO2, the 4th of May", "10<sup>2</sup> m, CO<sub>2</sub>, the 4<sup>th</sup> of May"),
        ("See here.", 'See <sup><a href="/">here</a></sup>.'),
    ],
)
def test_a_note_does_not_run_into_a_word(text, body):
    """Its number stands in brackets, lest `rose1` be looked for in vain."""
    assert [text] == [block.text for block in drawn(f"<p>{body}</p>").blocks]
