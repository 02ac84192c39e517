"""The text of clean HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.html_text import text_of, without_title


@pytest.mark.parametrize(
    ("expected", "clean"),
    [
        ("", ""),
        ("a\nb c\nd", "<h1>a</h1>\n<p>b <em>c</em></p>\n<hr>\n<blockquote><p>d</p>\n</blockquote>"),
        # lists in lists, with their numbers
        (
            "3. a\n  - b\n7. c\nd",
            '<ol start="3"><li>a<ul><li>b</li>\n</ul>\n</li>\n<li value="7"><p>c</p>\n<p>d</p>\n</li>\n</ol>',
        ),
        # rows on a line each, empty cells kept, whatever stands in a cell
        (
            "T\na | b c\n| d",
            (
                "<table><caption>T</caption>\n<tr><th>a</th>\n<td><p>b</p>\n<ul><li>c</li>\n</ul>\n</td>\n</tr>\n"
                "<tr><td></td>\n<td>d</td>\n</tr>\n</table>"
            ),
        ),
        # laid-out text keeps its lines and its indent
        ("  a\n\n\tb < c\nd", "<pre>  a\n\n\tb &lt; c</pre>\n<p>d</p>"),
        # a raised link is the mark of a note, other raised letters are not
        ("word[1] 40 km2", '<p>word<sup><a href="https://a.example/#n">1</a></sup> 40 km<sup>2</sup></p>'),
        ("word[1]", '<p>word<a href="https://a.example/#n"><sup>1</sup></a></p>'),
        ("word[1]", '<p>word<sup><a href="https://a.example/#n">[1]</a></sup></p>'),
        ("a\nb", "<p>a<br>b</p>"),
        ("term\nmeaning", "<dl><dt>term</dt>\n<dd>meaning</dd>\n</dl>"),
    ],
)
def test_text_of(expected, clean):
    """Blocks are lines; marks of lists, cells and notes are kept."""
    assert expected == text_of(clean)


@given(st.text(max_size=200))
def test_text_of_never_raises(clean):
    """Whatever it is given, there is a text."""
    assert isinstance(text_of(clean), str)


@pytest.mark.parametrize(
    ("expected", "clean", "title"),
    [
        ("<p>b</p>", "<h1>Salt &amp; <em>Roads</em></h1>\n<p>b</p>", "Salt & roads"),
        ("<p>b</p>", '<p lang="en">Salt Roads</p>\n<p>b</p>', "Salt Roads"),
        # another heading, no title, nothing but the title
        ("<h1>Salt</h1>\n<p>b</p>", "<h1>Salt</h1>\n<p>b</p>", "Roads"),
        ("<h1>Salt</h1>\n<p>b</p>", "<h1>Salt</h1>\n<p>b</p>", None),
        ("<h1>Salt</h1>", "<h1>Salt</h1>", "Salt"),
    ],
)
def test_without_title(expected, clean, title):
    """A heading that only repeats the title is left out."""
    assert expected == without_title(clean, title)
