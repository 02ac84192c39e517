"""Lines that are no words of the work."""

import pytest

from archiver.extract.content.junk import without_junk
from archiver.extract.content.outline import outline
from archiver.extract.markup import Markup

STORY = "The ferry carried timber, lime and letters for ninety years, as its keeper wrote down in a book."


def left(*lines):
    """Which lines of a page are left, its title and its author being known."""
    markup = Markup.parse("https://page.example/", "".join(f"<p>{line}</p>" for line in lines))
    assert markup is not None
    page = outline(markup.root)
    kept = without_junk(
        page, frozenset(range(len(page.blocks))), headings=["Ferry Books", None], names=["Orla Tamm"]
    )
    return [page.blocks[number].text for number in sorted(kept)]


@pytest.mark.parametrize(
    "line",
    [
        # the title again, in other letters
        "FERRY BOOKS",
        # the author, with what bylines have around a name
        "By Orla Tamm",
        "Orla Tamm | 12 March 2019",
        "Orla Tamm, 2019年3月12日 9時30分",
        # dates alone
        "March 12, 2019",
        "Published on 12 March 2019 at 10:15",
        "12. März 2019, 10:15 Uhr",
        "2019-03-12",
        # buttons and labels
        "Share this article",
        "Advertisement",
        "3 comments",
        "5 min read",
        "3.4K followers",
        # menus in a line
        "<a href='/a'>Top</a> | <a href='/b'>Home</a> | Mail <a href='/c'>us</a>",
    ],
)
def test_a_line_that_is_nothing_else_is_left_out(line):
    """Title, byline, date and buttons are not told as text."""
    assert [STORY] == left(line, STORY)


@pytest.mark.parametrize(
    "line",
    [
        # begins like a byline, and goes on
        "By Orla Tamm's count, ninety carts crossed on 12 March 2019.",
        # begins like a button
        "Share prices fell on 12 March 2019.",
        # a heading of the text
        "March 1931",
        "Comments on the book",
        # another's name
        "Piet Okoro",
    ],
)
def test_a_line_that_says_more_stays(line):
    """What merely begins like one of these is the author's."""
    assert [line, STORY] == left(line, STORY)


def test_a_date_further_down_stays():
    """Below the top a line that is a date is a heading of a diary, or a row of a table."""
    assert [*[STORY] * 12, "12 March 2019"] == left(*[STORY] * 12, "12 March 2019")


def test_a_page_of_nothing_else_keeps_it():
    """What is all that a page says is what it says."""
    assert ["Ferry Books", "By Orla Tamm"] == left("Ferry Books", "By Orla Tamm")
