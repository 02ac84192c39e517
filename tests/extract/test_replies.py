"""Pages that a post says what it is to."""

import pytest
from bs4 import BeautifulSoup

from archiver.extract.citations import read_citations
from archiver.extract.post import read_post_page
from archiver.models.citation import CitedUrl, Form
from archiver.web.page import Page

POST = "https://blog.example/2019/09/dry/"


def cited(html):
    """Sentence, name and address of what the content of a post cites."""
    article = BeautifulSoup(f"<article>{html}</article>", "lxml").article
    assert article is not None
    found = read_citations(article, url=POST, blog="https://blog.example/")
    return [(each.sentence, each.anchor, *each.urls) for each in found]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        # a link that says it itself
        ('<p>So <a class="u-in-reply-to" href="https://o.example/a">Ola</a> says.</p>', ("So Ola says.", "Ola", Form.REPLY)),
        # around a link; the author's page is not cited
        (
            ('<p class="u-repost-of h-cite"><a class="u-url p-name" href="https://o.example/a">Dry</a> by '
            '<span class="p-author h-card"><a href="https://ola.example/">Ola</a></span></p>'),
            ("Dry by Ola", "Dry", Form.REPOST),
        ),
        # nothing to see
        ('<a class="u-like-of" href="https://o.example/a"></a>', (None, None, Form.LIKE)),
        ('<div class="h-cite u-bookmark-of"><a href="https://o.example/a">Dry</a></div>', ("Dry", "Dry", Form.BOOKMARK)),
        ('<div class="u-citation h-cite"><a class="u-url" href="https://o.example/a">Dry</a></div>', ("Dry", "Dry", Form.CITATION)),
    ],
)  # fmt: skip
def test_relation_is_kept_with_the_address(html, said):
    """Each is cited once, and how is said."""
    *words, form = said

    assert [(*words, CitedUrl(url="https://o.example/a", is_link=True, form=form))] == cited(html)


def test_reply_beside_the_content_is_cited_first():
    """Themes put it above the content; what stands in the content is not told twice, and comments are not the author's."""
    page = Page(
        POST,
        f"""<html><head><title>Dry</title></head><body><article class="h-entry"><h1 class="p-name">Dry</h1>
        <time class="dt-published" datetime="2019-09-12">12 September 2019</time>
        <div class="u-in-reply-to h-cite">In reply to <a class="u-url p-name" href="https://o.example/a">A drier year</a></div>
        <a class="u-like-of" href="https://o.example/b"></a>
        <div class="e-content"><p>It was not so dry as <a class="u-like-of" href="https://o.example/b">this</a> says, and nobody
        went thirsty in the whole of that long year, which many remember.</p></div>
        <div class="p-comment h-cite"><a class="u-in-reply-to" href="{POST}">re</a> <a href="https://c.example/">Cy</a></div>
        </article></body></html>""",
    )
    post = read_post_page(page, blog="https://blog.example/", listed=True)

    assert post is not None
    assert [
        (1, "In reply to A drier year", CitedUrl(url="https://o.example/a", is_link=True, form=Form.REPLY)),
        (
            2,
            "It was not so dry as this says, and nobody went thirsty in the whole of that long year, which many remember.",
            CitedUrl(url="https://o.example/b", is_link=True, form=Form.LIKE),
        ),
    ] == [(each.position, each.sentence, *each.urls) for each in post.citations]
