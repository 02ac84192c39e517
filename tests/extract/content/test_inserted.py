"""What is set into a text, or under it."""

import pytest

from archiver.extract.content.inserted import without_inserted
from archiver.extract.content.outline import outline
from archiver.extract.markup import Markup

FIRST = (
    "<p>The ferry carried timber, lime and letters for ninety years, as its keeper wrote down in a book.</p>"
)
LAST = "<p>When the bridge opened, the book stopped in the middle of a page.</p>"
LONG = f"<div>{FIRST * 8}</div>"


def left(body):
    """The texts that are left of a page of which all was kept, Orla Tamm having written it."""
    markup = Markup.parse("https://page.example/", f"<main>{body}</main>")
    assert markup is not None
    page = outline(markup.root)
    kept = without_inserted(page, frozenset(range(len(page.blocks))), names=["Orla Tamm"])
    return [page.blocks[number].text for number in sorted(kept)]


@pytest.mark.parametrize(
    "box",
    [
        # links to other works, below a line that names them
        '<h4>Read also</h4><h3><a href="/a">Crane collapses on the quay</a></h3><h3><a href="/b">Fishermen ask for a berth</a></h3>',
        '<aside><h3>Mehr zum Thema</h3><ul><li><a href="/a">Warum der Bodden zu flach ist</a></li></ul></aside>',
        '<p>あわせて読みたい</p><ul><li><a href="/a">台風から三年 商店街はいま</a></li></ul>',
        # in one line with it
        '<p>Also read: <a href="/a">Meta chief scientist thinks little of it</a></p>',
        '<p><strong>À lire aussi : <a href="/a">Le canal qui ne voulait pas geler</a></strong></p>',
        # a letter, by its class, and by what it says
        '<div class="newsletter-signup"><h3>Morgens an der Elbe</h3><p>Das Wichtigste für den Tag.</p></div>',
        "<div><h3>Our newsletter</h3><p>Once a week in your inbox.</p></div>",
        # a button
        '<div><a href="/shop">Buy our wall calendar</a></div>',
    ],
)
def test_what_is_set_into_a_text_is_left_out(box):
    """Wherever it stands, and in whatever language."""
    assert left(FIRST + LAST) == left(FIRST + box + LAST)


@pytest.mark.parametrize(
    "own",
    [
        # an author's own list
        '<h3>See also</h3><ul><li><a href="/a">Ferries of the upper river</a></li></ul>',
        # a line of the text that only begins alike
        "<p>Related stories are told in every village on the river.</p>",
        "<h2>More like this</h2><p>Other keepers wrote, too, and with more ink.</p>",
        # a text about letters
        "<p>The newsletter of the lock keepers came twice a year.</p>",
        # a link as a paragraph, and one as an item
        '<p><a href="/book">The book of the crossings, as a facsimile</a></p>',
        '<ul><li><a href="/a">The first book of three</a></li></ul>',
    ],
)
def test_what_an_author_wrote_stays(own):
    """Not one block of it is lost."""
    assert len(left(FIRST + LAST)) + own.count("</h") + own.count("</p>") + own.count("</li>") == len(
        left(FIRST + own + LAST)
    )


@pytest.mark.parametrize(
    "told",
    [
        "<p>Orla Tamm is a historian of rivers.</p>",
        "<p>Orla Tamm (@orla) writes about ferries and those who keep them.</p>",
        "<div>Written by Orla Tamm</div><div>Rivers, ferries, apples.</div>",
    ],
)
def test_who_the_author_is_is_left_out_at_the_end(told):
    """It is no part of the work, and no other paragraph goes with it."""
    assert left(LONG) == [text for text in left(LONG + told) if not text.startswith("Written by")]


def test_a_work_about_its_author_keeps_its_words():
    """Where such a sentence begins the text, or stands in a short one, it is what the page says."""
    told = "<p>Orla Tamm is a historian of rivers.</p>"

    assert left(told + LONG)[0] == "Orla Tamm is a historian of rivers."
    assert "Orla Tamm is a historian of rivers." in left(FIRST + told)
