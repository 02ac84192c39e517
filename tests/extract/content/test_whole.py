"""Tables and headings of what a reading keeps."""

import pytest

from archiver.extract.content.outline import outline
from archiver.extract.content.whole import captions, made_whole
from archiver.extract.markup import Markup

TABLE = (
    "<table><tr><th>Year</th><th>What the keeper wrote down in it</th></tr>"
    "<tr><td>1930</td><td>Four hundred carts, and a bishop</td></tr>"
    "<tr><td>1931</td><td>Nothing after the spring</td></tr></table>"
)


def whole(body, *kept):
    """The texts of the blocks that are kept after all, where those with these beginnings were."""
    markup = Markup.parse("https://page.example/", body)
    assert markup is not None
    page = outline(markup.root)
    before = frozenset(
        number
        for number, block in enumerate(page.blocks)
        if any(block.text.startswith(each) for each in kept)
    )
    return [page.blocks[number].text for number in sorted(made_whole(page, before))]


def test_a_table_is_kept_whole():
    """Where the long cells were kept, the short ones and the head row are, too."""
    found = whole(f"<p>Before it</p>{TABLE}<p>After it</p>", "Before", "After", "Four", "Nothing")

    assert ["Year", "1930", "1931"] == [text for text in found if len(text) == 4]


def test_a_table_that_nobody_reads_stays_out():
    """Of a table of which hardly a word was kept, no more is."""
    assert ["Before it", "After it"] == whole(f"<p>Before it</p>{TABLE}<p>After it</p>", "Before", "After")


def test_a_heading_of_what_is_kept_is_kept():
    """A heading that is a link is one as well; that of a box beside the text is not."""
    body = '<p>One</p><h2><a href="#two">Chapter two</a></h2><p>Two</p><div class="related"><h3>Related</h3></div><p>Three</p>'

    assert ["One", "Chapter two", "Two", "Three"] == whole(body, "One", "Two", "Three")


def test_code_between_is_kept():
    """What a text explains line by line belongs to it."""
    body = "<p>One</p><pre>$ list --since 24h</pre><p>Two</p><pre>after it all</pre>"

    assert ["One", "$ list --since 24h", "Two"] == whole(body, "One", "Two")


def test_captions_of_a_text_are_known():
    """Those between its blocks, and that of the picture above it; not those of other stories."""
    body = (
        "<figure><figcaption>The quay</figcaption></figure><p>One</p><figure><figcaption>The <b>lock</b></figcaption></figure>"
        '<p>Two</p><div class="related"><figure><figcaption>Another story</figcaption></figure></div>'
    )
    markup = Markup.parse("https://page.example/", body)
    assert markup is not None
    page = outline(markup.root)
    kept = frozenset(number for number, block in enumerate(page.blocks) if block.tag == "p")

    assert ["The quay", "The lock"] == [page.blocks[number].text for number in sorted(captions(page, kept))]


@pytest.mark.parametrize(
    "notice",
    [
        "This article was amended on 3 May 2019 to say which lock it was.",
        "Correction: an earlier form of this text gave the wrong year for the bridge.",
        "Editor’s note (May 2019): the name of the keeper was put right since.",
        "Korrektur: In einem ersten Text stand hier das falsche Jahr der Brücke.",
        "訂正：橋が開いた年に誤りがありました。正しくは一九三一年です。",
    ],
)
def test_a_correction_is_kept(notice):
    """Wherever the page has it; who quotes the work must know."""
    body = f"<p>One</p><p>Two</p><footer><p>Share this</p><p>{notice}</p></footer>"

    assert ["One", "Two", notice] == whole(body, "One", "Two")


def test_a_text_about_corrections_is_no_correction():
    """What stands below a text and only begins with the word is another story."""
    body = "<p>One</p><footer><p>Corrections officers of three counties asked for higher pay on Monday.</p></footer>"

    assert ["One"] == whole(body, "One")
