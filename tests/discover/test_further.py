"""The further pages of a post are those that add a number to its address, and say so."""

import pytest

from archiver.discover.facts.further import further_pages
from archiver.web.page import Page

POST = "https://blog.example/2019/09/tide/"


def found(html: str, url: str = POST) -> tuple[tuple[int, str], ...]:
    """What a post's page names."""
    return further_pages(Page(url, f"<html><body><article><p>Words.</p>{html}</article></body></html>"))


@pytest.mark.parametrize(
    ("html", "url", "expected"),
    [
        # wp_link_pages() of a classic theme
        (
            (f'<div class="page-links">Pages: <span class="post-page-numbers current">1</span> <a href="{POST}2/" '
            f'class="post-page-numbers">2</a> <a href="{POST}3/" class="post-page-numbers">3</a></div>'),
            POST,
            ((2, f"{POST}2/"), (3, f"{POST}3/")),
        ),
        # its default, and a theme that says "Next page"
        (f'<p class="post-nav-links">Pages: <a href="{POST}2/">2</a></p>', POST, ((2, f"{POST}2/"),)),
        (f'<p><a href="{POST}2/">Next page</a></p>', POST, ((2, f"{POST}2/"),)),
        # without permalinks, and on a static site
        (
            '<p class="page-links"><a href="/?p=7&amp;page=2">2</a></p>',
            "https://blog.example/?p=7",
            ((2, "https://blog.example/?p=7&page=2"),),
        ),
        ('<p><a href="tide/page-2.html">2</a></p>', "https://blog.example/tide.html", ((2, "https://blog.example/tide/page-2.html"),)),
        # another post, comments, a footnote, a number that is no address, the first page, the blog's own pages
        ('<p><a href="/2019/09/ebb/2/">2</a></p>', POST, ()),
        (f'<p class="nav"><a href="{POST}comment-page-2/">2</a></p>', POST, ()),
        (f'<p><a href="{POST}#fn2">2</a></p>', POST, ()),
        (f'<p><a href="{POST}2/">the second part of it all</a></p>', POST, ()),
        (f'<p class="page-links"><a href="{POST}1/">1</a> <a href="{POST}">1</a></p>', POST, ()),
        (f'<p class="page-links"><a href="{POST}2019/">2019</a></p>', POST, ()),
        ('<p class="page-links"><a href="/page/2/">2</a></p>', "https://blog.example/", ()),
    ],
)  # fmt: skip
def test_pages_of_a_post(html, url, expected):
    """Numbers in their order, each once."""
    assert expected == found(html, url)
