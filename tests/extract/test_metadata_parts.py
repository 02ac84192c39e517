"""The small parts that metadata is read with: what an element is called, and what it says."""

import pytest

from archiver.extract.metadata.identifiers import isbn_in
from archiver.extract.metadata.labels import ABOUT, CHANGED, DATED, ELSEWHERE, NAME, SIGNED, labels_of
from archiver.extract.metadata.lines import lead_of, line_after, line_of
from archiver.extract.metadata.outline import read_outline
from archiver.extract.metadata.rights import licence
from archiver.extract.metadata.titles import trimmed
from tests.extract.pages import markup, work_of


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        (SIGNED | DATED, "byline"),
        (SIGNED | DATED, "story__ByLine"),
        (SIGNED | NAME, "authorName"),
        (SIGNED | ABOUT, "author-bio"),
        (DATED, "publish_date"),
        (CHANGED | DATED, "date-updated"),
        (ELSEWHERE, "RelatedStories"),
        (ELSEWHERE | ABOUT, "read-more"),
        # a comment's number is not a comment; a part of a word is not the word
        (0, "comments-count"),
        (0, "authority candidates timeline-free responsive"),
    ],
)
def test_labels_of(expected, written):
    """Names of elements are read in every fashion in which they are written."""
    assert expected == labels_of(written) & (SIGNED | NAME | ABOUT | DATED | CHANGED | ELSEWHERE)


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        ("By Mara Vane", "<p id=x>By <b>Mara</b> <i>Vane</i></p>"),
        # blocks stand apart, and so do elements that nothing separates but their style
        ("Mara Vane | Editor", "<div id=x><div>Mara Vane</div><div>Editor</div></div>"),
        ("Mara Vane | Editor", "<p id=x><span>Mara Vane</span><span>Editor</span></p>"),
        # a box says no line
        ("", f"<div id=x>{'word ' * 100}</div>"),
        # what nobody sees
        ("Mara Vane", "<p id=x>Mara\u200b Vane<script>track()</script></p>"),
    ],
)
def test_line_of(expected, body):
    """A small element says one line."""
    (element,) = markup("", body).root.xpath("//*[@id='x']")

    assert expected == line_of(element)


def test_line_after_and_lead_of():
    """What stands after an element, and the label before one."""
    page = markup(
        "", "<p>3 May<br>By <a>Mara Vane</a> and <a>Tom Ek</a></p><h3>Published</h3><p><time>3 May</time></p>"
    )
    (br,) = page.root.iter("br")
    (time,) = page.root.iter("time")

    assert ("By Mara Vane and Tom Ek", "Published") == (line_after(br), lead_of(time))


def test_outline_leaves_out_what_is_about_something_else():
    """Comments, related articles, menus and footers are not looked into; what holds the heading is, whatever its name."""
    page = markup(
        "",
        '<nav><time>1</time></nav><div class="sidebar-wrap"><h1>T</h1><p class="byline">By A B</p></div>'
        '<div class="related"><p class="byline">By C D</p></div><footer><time>2019</time></footer>'
        '<article><footer><p class="byline">By E F</p></footer></article>',
    )
    outline = read_outline(page.root, page.tags["h1"])

    assert (["By A B", "By E F"], []) == (
        [line_of(part.element) for part in outline.bylines],
        [part.element.tag for part in outline.dates],
    )


@pytest.mark.parametrize(
    ("expected", "head", "body"),
    [
        (
            "https://creativecommons.org/licenses/by/4.0/",
            "",
            '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC</a>',
        ),
        (
            "https://creativecommons.org/licenses/by/4.0/",
            '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
            "",
        ),
        ("CC BY-SA 4.0", '<meta name="DC.rights" content="CC BY-SA 4.0">', ""),
        # of a picture; of nobody
        (None, "", '<figure><a href="https://creativecommons.org/licenses/by/4.0/">photo: CC</a></figure>'),
        (None, '<meta name="DC.rights" content="© 2019 The Review">', ""),
    ],
)
def test_license(expected, head, body):
    """A licence is one that somebody gives for the work."""
    found = work_of(head, body).license

    assert expected == (found.value if found else None)


def test_licence_of_words():
    """Words that reserve rights are no licence."""
    assert (None, "Creative Commons Attribution") == (
        licence("All rights reserved"),
        licence("Creative Commons Attribution"),
    )


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("9783161484100", "urn:isbn:978-3-16-148410-0"),
        ("080442957X", "ISBN 0-8044-2957-X"),
        (None, "978-3-16-148410-1"),
        (None, "12345678901234567890"),
        (None, None),
    ],
)
def test_isbn_in(expected, text):
    """An ISBN is one whose check digit is right."""
    assert expected == isbn_in(text)


def test_trimmed_keeps_what_means_something():
    """Marks at the ends go; those in a title stay."""
    assert ("Why? #salt", "C++ and C#", "A | B") == (
        trimmed("Why? #salt"),
        trimmed("C++ and C#"),
        trimmed("A | B"),
    )
