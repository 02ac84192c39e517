"""The words of a post, where no class names them and software has added to them."""

import pytest

from archiver.discover.post import post_body, read_post
from archiver.models.blog import Found
from archiver.web.page import Page, visible_text

URL = "https://blog.example.org/2019/09/y/"
LONG = "<p>" + "The lock keeper counted every barge. " * 12 + "</p>"


def words_of(body):
    """Read the words of a small page."""
    return visible_text(post_body(Page(URL, f"<html><body>{body}</body></html>")))


@pytest.mark.parametrize(
    "added",
    [
        '<ul><li><a href="/tags/locks/">locks</a></li><li><a href="/tags/tolls/">tolls</a></li></ul>',
        '<p>Tags: <a href="/tag/locks/">locks</a>, <a href="/tag/tolls/">tolls</a>.</p>',
        '<div>Filed under <a href="/category/canals/">canals</a></div>',
        '<p>#<a rel="tag" href="/topics/locks/">locks</a></p>',
        '<aside><div><p>Related</p><ul><li><a href="/2019/10/x/">X</a></li></ul></div></aside>',
        '<div><p>You might also like:</p><a href="/2019/10/x/">X</a></div>',
        '<section><h2>Related posts</h2><ul><li><a href="/2019/10/x/">X and more</a></li></ul></section>',
        '<p><a href="/2019/08/x/">« The Toll</a> <a href="/2019/10/x/">The Weir »</a></p>',
        '<p>&larr; <a href="/2019/08/x/">The Toll</a> | <a href="/">Home</a> | <a href="/2019/10/x/">The Weir</a> &rarr;</p>',
        '<table><tr><td>Previous: <a href="/2019/08/x/">The Toll</a></td><td>Next: <a href="/2019/10/x/">The Weir</a></td></tr></table>',
        '<div><a href="/2019/08/x/">Older post</a></div>',
    ],
)
@pytest.mark.parametrize("name", ["entry-content", "f4"])
def test_additions_are_not_words(added, name):
    """Terms and related posts go, whether or not the words have a name."""
    assert "Words." == words_of(
        f'<article><h1>Y</h1><div class="{name}"><p>Words.</p>{added}</div></article>'
    )


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        # prose that leads to a tag, a list of one's own posts, a list of tags elsewhere
        ('<p>More under <a href="/tag/locks/">locks</a>.</p>', "More under locks."),
        ('<ul><li><a href="/2019/08/x/">X</a></li></ul>', "X"),
        ('<ul><li><a href="https://elsewhere.example/tag/locks/">locks</a></li></ul>', "locks"),
        # bibliographies and notes
        ('<div><h2>Related reading</h2><ul><li><a href="https://p.example/">R</a></li></ul></div>', "Related reading R"),
        ('<section><h2>Further Reading</h2><ul><li><a href="/2019/08/x/">X</a></li></ul></section>', "Further Reading X"),
        ('<aside><p>See <a href="/2019/08/x/">X</a>, too.</p></aside>', "See X, too."),
        ('<p>Next: <a href="https://elsewhere.example/">The Weir</a></p>', "Next: The Weir"),
        ('<p>Next came <a href="/2019/10/x/">The Weir</a>.</p>', "Next came The Weir."),
        ('<p><a href="/2019/10/x/">The Weir</a></p>', "The Weir"),
        ("<div><h2>Related</h2><p>A word on the toll and what it was for.</p></div>", "Related A word on the toll and what it was for."),
    ],
)  # fmt: skip
def test_an_authors_lists_are_words(kept, expected):
    """What looks a little like an addition stays."""
    entry = f'<article><h1>Y</h1><div class="entry-content"><p>Words.</p>{kept}</div></article>'

    assert f"Words. {expected}" == words_of(entry)


def test_terms_among_the_words_are_read():
    """A list of tags that is taken out of the words still tells the post's tags."""
    page = Page(
        URL,
        '<html><body><article><h1>Y</h1><div class="entry-content"><p>Words.</p><ul><li><a href="/tags/locks/">locks</a></li></ul></div></article></body></html>',
    )

    assert (Found(value="locks", rule="links"),) == read_post(page).tags


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('<p>Created by <a href="https://soft.example/">Some Software 4.6</a></p>', "Words."),
        ('<p>Proudly powered by <a href="https://soft.example/">Some Software</a>.</p>', "Words."),
        ('<p>Made by <a href="/hand/">hand</a>.</p>', "Words. Made by hand."),
    ],
)
def test_the_softwares_own_line_is_no_word(line, expected):
    """At the foot of a page whose words have no element of their own."""
    assert expected == words_of(f"<h1>Y</h1><p>Words.</p>{line}")


def test_several_titles_with_words_are_a_list():
    """Neither of two is the page's own post."""
    entry = '<div class="entry"><div class="title">{0}</div><div class="body"><p>Of {0}.</p></div></div>'
    words = words_of(entry.format("X") + entry.format("Z"))

    assert ("Of X." in words, "Of Z." in words) == (True, True)


def test_a_box_is_not_the_post():
    """A box with a title and a body among longer words is a part of them."""
    box = '<div class="card"><div class="title">Mind</div><div class="body"><p>The gap.</p></div></div>'
    words = words_of(f"<h1>Y</h1>{LONG}{box}")

    assert ("The lock keeper" in words, "The gap." in words) == (True, True)


@pytest.mark.parametrize(
    ("heading", "line", "expected"),
    [
        ("Thu, 12 Sep 2019", "posted at: 18:32 | path: /canals", "2019-09-12T18:32:00"),
        ("September 12, 2019", "posted at: 9:05", "2019-09-12T09:05:00"),
        ("Thu, 12 Sep 2019", "posted at: 6:32 pm", "2019-09-12"),
        ("Thu, 12 Sep 2019", "no time", "2019-09-12"),
        ("What was decided on 12 Sep 2019", "posted at: 18:32", "2019-09"),  # of the address
    ],
)
def test_a_day_over_the_title(heading, line, expected):
    """A heading that is a day dates what follows; one that is a sentence does not."""
    story = f'<h2>{heading}</h2><div><h3><a name="y">Y</a></h3><div><p>Words.</p></div><p>{line}</p></div>'
    page = Page(URL, f"<html><body><h1>Lock and Weir</h1>{story}</body></html>")

    assert expected == read_post(page).published.value
