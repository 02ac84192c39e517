"""The author's line beside a title, where no class tells."""

import pytest

from archiver.discover.post import read_post
from archiver.web.page import Page

URL = "https://blog.example.org/2019/09/y/"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p>By <strong>Mara Vane</strong></p>", ["Mara Vane"]),
        ("<p>by Mara Vane</p>", ["Mara Vane"]),
        ("<div>Written by <em>Mara de la Vane</em> on September 12, 2019</div>", ["Mara de la Vane"]),
        ("<span>Von Mara Vane | 3 Minuten</span>", ["Mara Vane"]),
        ("<p>By Mara Vane and Old Bargee</p>", ["Mara Vane", "Old Bargee"]),
        ("<p>By Old Bargee Jr.</p>", ["Old Bargee Jr."]),
        ("<time datetime='2019-09-12'>12 September 2019</time><p>By Mara Vane</p>", ["Mara Vane"]),
        ("<p>12 Sep 2019 by Mara Vane</p>", ["Mara Vane"]),
        ("<p>September 12, 2019, by Mara Vane | 3 min</p>", ["Mara Vane"]),
        # sentences and others' lines
        ("<p>On September 12, 2019 the toll was lowered by Mara Vane</p>", []),
        ("<p>By the lock, as another weir did.</p>", []),
        ("<p>By Monday.</p>", []),
        ("<p>By 1811</p>", []),
        (f"<p>{'The lock keeper counted. ' * 20}</p><p>By Mara Vane</p>", []),
        ("<h2>Further reading</h2>" + "<ul><li>A</li></ul>" * 5 + "<p>By Mara Vane</p>", []),
    ],
)
def test_a_line_that_begins_with_by(line, expected):
    """A short line right after the title names the author; a sentence does not."""
    page = Page(URL, f"<html><body><article><h1>Y</h1>{line}<p>Words.</p></article></body></html>")

    assert expected == [author.value for author in read_post(page).authors]


def test_a_marked_name_leads():
    """A class that tells is trusted more than the place of a line."""
    body = '<h1>Y</h1><p>By Desk</p><p class="byline">By Mara Vane</p>'
    page = Page(URL, f"<html><body><article>{body}<p>Words.</p></article></body></html>")

    assert ["Mara Vane"] == [author.value for author in read_post(page).authors]


def test_a_page_without_a_chief_heading():
    """The heading that says what the page's title says leads the post."""
    body = '<div><h2><a href="/">Lock and Weir</a></h2></div><div><h2>Y</h2><p class="meta">12 Sep 2019 by Mara Vane</p><p>Words.</p></div>'
    page = Page(URL, f"<html><head><title>Y | Lock and Weir</title></head><body>{body}</body></html>")

    assert ["Mara Vane"] == [author.value for author in read_post(page).authors]
