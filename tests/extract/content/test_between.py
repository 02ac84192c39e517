"""What stands between kept blocks, and the notes that marks in them lead to."""

import pytest

from archiver.extract.content.between import filled
from archiver.extract.content.noted import with_notes
from archiver.extract.content.outline import outline
from archiver.extract.markup import Markup


def drawn(body, *kept):
    """A page, and the numbers of its blocks that begin so."""
    markup = Markup.parse("https://page.example/salt", body)
    assert markup is not None
    page = outline(markup.root)
    numbers = [n for n, block in enumerate(page.blocks) if block.text.startswith(kept)]
    return page, frozenset(numbers)


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        # a short line of the text
        (["One", "or, just so:", "Two"], "<p>One</p><p>or, just so:</p><p>Two</p>"),
        # a number, a link elsewhere, a line in a box beside the text
        (["One", "Two"], "<p>One</p><p>131</p><p>Two</p>"),
        (["One", "Two"], "<p>One</p><p><a href=/x>Other roads</a></p><p>Two</p>"),
        (["One", "Two"], "<p>One</p><div class=related><p>Other roads</p></div><p>Two</p>"),
        # the rest of a list, most of which is kept
        (["One a long item", "salt", "Two"], "<ul><li>One a long item<li>salt</ul><p>Two</p>"),
        # headings of sections, where these are the highest
        (["One", "B", "Two"], "<h1>A</h1><p>One</p><h1>B</h1><p>Two</p><h1>C</h1>"),
        (["One", "Two"], "<h1>A</h1><p>One</p><h1>B</h1><p>Two</p>"),
    ],
)
def test_filled(expected, body):
    """Short parts of a text that a reading passed over are kept, and what stands beside it is not."""
    page, kept = drawn(body, "One", "Two")

    assert expected == [page.blocks[number].text for number in sorted(filled(page, kept))]


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        (
            ["Notes", "Ledger 4"],
            "<p>One<a href=#n1>1</a></p><p>More</p><h2>Notes</h2><ol><li id=n1>Ledger 4</ol>",
        ),
        # by the whole address, to a name within the note, and to the heading of all notes
        (
            ["Ledger 4"],
            "<p>One<a href=https://page.example/salt#n1>[1]</a></p><p>Not a word of it here</p><p><a name=n1></a>Ledger 4</p>",
        ),
        (
            ["Notes", "Ledger 4"],
            "<p>One<a href=#n>1</a></p><h2 id=n>Notes</h2><p>Ledger 4</p><h2>Comments</h2><p>No</p>",
        ),
        # a link in words leads to a section, not to a note
        ([], "<p>One <a href=#n1>below</a></p><p id=n1>Ledger 4</p>"),
    ],
)
def test_with_notes(expected, body):
    """The notes that a text's marks lead to belong to it, and what is written over them."""
    page, kept = drawn(body, "One")
    found = with_notes(page, kept, url="https://page.example/salt")

    assert expected == [page.blocks[number].text for number in sorted(found - kept)]
