"""Headings, without what software sets into them."""

import pytest

from archiver.extract.content.outline import outline
from archiver.extract.markup import inner_text
from tests.extract.pages import markup, work_of


@pytest.mark.parametrize(
    ("expected", "heading"),
    [
        ("Salt roads", '<h1>Salt roads<a class=x href="#salt">¶</a></h1>'),
        ("Salt roads", '<h1><a href="#salt"><span>#</span></a> Salt roads</h1>'),
        # words end where a line does
        ("Salt roads A guide", "<h1>Salt roads<br>A guide</h1>"),
        # a mark of a note, and a sign that is a word, stay
        ("Written in C#", "<h1>Written in C#</h1>"),
        ("Salt", '<h1><a href="/#salt">Salt</a></h1>'),
    ],
)
def test_words_of_a_heading(expected, heading):
    """A heading's link to itself is no word of it, in titles and in the text."""
    page = markup("", heading)
    (element,) = page.root.iter("h1")

    assert expected == inner_text(element)
    assert expected == " ".join(outline(page.root).blocks[0].text.split())


def test_a_publisher_is_no_address():
    """What stands for a name in linked data is not shown as one."""
    work = work_of('<meta itemprop="publisher" name="publisher" content="https://a.example/#organization">')

    assert work.publisher is None


def test_a_question_is_signed_by_who_asked():
    """On a page of questions and answers the author is who asked, whoever answers under a full name."""
    who = '<div itemprop=author itemscope itemtype="https://schema.org/Person"><a itemprop=name>ferryman</a></div>'
    body = (
        '<main itemscope itemtype="https://schema.org/QAPage"><div itemprop=mainEntity itemscope itemtype="https://schema.org/Question">'
        f"<h1 itemprop=name>Why salt?</h1>{who}</div></main><p class=byline>By Mara Vane</p>"
    )

    assert ["ferryman"] == [author.value for author in work_of("", body).authors]
