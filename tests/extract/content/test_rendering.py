"""Blocks as text and as clean HTML."""

from archiver.extract.content.outline import outline
from archiver.extract.content.rendering import html_of, plain_text
from archiver.extract.markup import Markup

BODY = """<div class="story"><h2>Locks</h2><p>See <a href="/a">the <b>list</b></a>.</p>
<ul><li>Upper</li><li>Lower<ul><li>Gate</li></ul></li></ul>
<table><tr><th>Year</th><th>Carts</th></tr><tr><td>1930</td><td>412</td></tr></table>
<blockquote><p>Paid.</p></blockquote><pre>if open:
    close()</pre><figure><img src="f.png" alt=""><figcaption>The ferry.</figcaption></figure>
<p onclick="x()">Left out<script>x()</script></p>loose words</div>"""


def page():
    """The outline of a page with every kind of block."""
    markup = Markup.parse("https://page.example/b", BODY)
    assert markup is not None
    return outline(markup.root)


def test_text_has_a_line_for_each_block():
    """Items have a dash, a row is a line, code keeps its lines."""
    drawn = page()
    expected = "Locks\nSee the list.\n- Upper\n- Lower\n- Gate\nYear | Carts\n1930 | 412\nPaid.\nif open:\n    close()\nThe ferry."

    assert expected == plain_text(drawn, frozenset(range(len(drawn.blocks) - 2)))


def test_html_keeps_the_structure_and_leaves_the_rest_out():
    """Headings, links, lists, tables, quotes, code and captions; no attribute that runs, no block that was not kept."""
    drawn = page()
    found = html_of(drawn, frozenset(range(len(drawn.blocks) - 2)), "https://page.example/b")
    expected = [
        "<h2>Locks</h2>",
        '<p>See <a href="https://page.example/a">the <strong>list</strong></a>.</p>',
        "<li>Upper</li>",
        "<li>Gate</li>",
        "<th>Year</th>",
        "<td>412</td>",
        "<blockquote>",
        "<pre>if open:\n    close()</pre>",
        "<figcaption>The ferry.</figcaption>",
    ]

    assert [] == [part for part in expected if part not in found]
    assert [] == [part for part in ("Left out", "loose", "onclick", "script", "img") if part in found]


def test_nothing_kept_is_nothing_written():
    """No block, no text."""
    assert ("", "") == (
        plain_text(page(), frozenset()),
        html_of(page(), frozenset(), "https://page.example/"),
    )


def test_a_cell_that_lays_a_page_out_is_no_row():
    """Paragraphs in a cell are lines; a cell of two short lines is one."""
    long = " ".join(["word"] * 41)
    markup = Markup.parse(
        "https://page.example/b",
        f"<table><tr><td>Menu</td><td><p>{long}</p><p>Short.</p></td></tr></table>"
        "<table><tr><td><p>Brest</p><p>(France)</p></td><td>6.0</td></tr></table>",
    )
    assert markup is not None
    drawn = outline(markup.root)

    assert f"Menu\n{long}\nShort.\nBrest (France) | 6.0" == plain_text(
        drawn, frozenset(range(len(drawn.blocks)))
    )


def drawn_of(body):
    """The outline of a page."""
    markup = Markup.parse("https://page.example/b", body)
    assert markup is not None
    return outline(markup.root)


def test_html_has_what_the_text_has_though_it_was_hidden():
    """A tab that is shown later, words in a button, and those for readers without scripts; pictures' descriptions in neither."""
    drawn = drawn_of(
        '<div><p>Open.</p><div style="display:none"><p>Second tab.</p></div><div hidden><p>Third.</p></div>'
        "<button><p>Answer.</p></button><noscript><p>Plain.</p></noscript>"
        '<p><img src="/f.png" alt="A ferry">Last.</p></div>'
    )
    kept = frozenset(range(len(drawn.blocks)))
    expected = ["Open.", "Second tab.", "Third.", "Answer.", "Plain.", "Last."]

    assert expected == plain_text(drawn, kept).split("\n")
    assert [f"<p>{text}</p>" for text in expected] == html_of(drawn, kept, "https://page.example/b").split(
        "\n"
    )


def test_items_keep_their_numbers():
    """Where one is left out, the next says which it is; no note is taken for another."""
    drawn = drawn_of("<ol><li>One</li><li>Two</li><li>Three</li><li>Four</li></ol>")
    kept = frozenset(number for number, block in enumerate(drawn.blocks) if block.text != "Two")

    assert '<ol><li>One</li>\n<li value="3">Three</li>\n<li>Four</li>\n</ol>' == html_of(
        drawn, kept, "https://page.example/b"
    )
