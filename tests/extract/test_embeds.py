"""What a post shows of other pages."""

import pytest
from bs4 import BeautifulSoup

from archiver.extract.citations import read_citations


def citations(html):
    """Kind and addresses of a post's citations."""
    article = BeautifulSoup(f"<article><p>It rained.</p>{html}</article>", "lxml").article
    assert article is not None
    found = read_citations(article, url="https://blog.example/a/", blog="https://blog.example/")
    return [(citation.kind.value, *(cited.url for cited in citation.urls)) for citation in found]


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<iframe src="//www.youtube.com/embed/x1"></iframe>', "https://www.youtube.com/embed/x1"),
        # a script would move the address
        ('<iframe src="about:blank" data-src="https://v.example/1"></iframe>', "https://v.example/1"),
        ('<video controls><source src="https://v.example/1.mp4"></video>', "https://v.example/1.mp4"),
        ('<object data="https://v.example/1.pdf"></object>', "https://v.example/1.pdf"),
        # quoted posts: the last link is the post itself
        (
            """<blockquote class="twitter-tweet"><p>Rain! <a href="https://t.co/x">t.co/x</a></p>
            <a href="https://twitter.com/mara/status/1">May 1</a></blockquote>""",
            "https://twitter.com/mara/status/1",
        ),
        (
            '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/x/"><a href="https://i.example/">i</a></blockquote>',
            "https://www.instagram.com/p/x/",
        ),
        # a quotation that names its source
        (
            '<blockquote cite="https://a.example/log"><p>Rain all day.</p></blockquote>',
            "https://a.example/log",
        ),
    ],
)
def test_shown_page_is_one_citation(html, url):
    """Frames, players and quoted posts are cited once, whatever links stand inside."""
    assert [("embed", url)] == citations(html)


@pytest.mark.parametrize(
    "html",
    [
        # the post's own media, advertisements, an empty frame
        '<video src="/wp-content/uploads/rain.mp4"></video>',
        '<iframe src="https://td.doubleclick.net/x"></iframe>',
        "<iframe></iframe>",
        # plain quotations cite nothing by themselves
        "<blockquote><p>Rain all day.</p></blockquote>",
    ],
)
def test_own_media_and_advertisements_are_none(html):
    """What is the blog's own, or nobody's, is no citation."""
    assert [] == citations(html)
