"""Links in running text."""

import pytest
from bs4 import BeautifulSoup

from archiver.extract.citations import read_citations
from archiver.models.citation import Citation, CitationKind, CitedUrl


def citations(html, *, blog="https://blog.example/"):
    """The citations of a post."""
    article = BeautifulSoup(f"<article>{html}</article>", "lxml").article
    assert article is not None
    return read_citations(article, url="https://blog.example/2019/09/ropes/", blog=blog)


def test_link_in_running_text_is_a_citation():
    """A link has its sentence, its words, and what stands around it; it is no footnote."""
    expected = Citation(
        position=1,
        kind=CitationKind.INLINE,
        sentence="It is said (see A Chart) that it froze.",
        prefix="It rained. It is said (see",
        suffix=") that it froze. Nobody minded.",
        anchor="A Chart",
        style="inline",
        urls=(CitedUrl(url="https://a.example/chart", is_link=True),),
    )
    found = citations(
        '<p>It rained. It is said (see <a href="https://a.example/chart">A <i>Chart</i></a>) that it froze. Nobody minded.</p>'
    )

    assert (expected,) == found


@pytest.mark.parametrize(
    ("html", "urls"),
    [
        # other pages of the blog, but for a document that it keeps
        ('<a href="/2018/01/knots/">knots</a> <a href="https://www.blog.example/about">about</a>', []),
        ('<a href="/wp-content/uploads/minutes.pdf">minutes</a>', ["https://blog.example/wp-content/uploads/minutes.pdf"]),
        # no pages at all
        ('<a href="mailto:a@b.example">a</a> <a href="tel:+1">b</a> <a href="javascript:x()">c</a> <a href="#d">d</a>', []),
        ('<a href="">nothing</a> <a name="e">e</a> <a href="http://[">broken</a>', []),
        # furniture of the page
        ('<a href="https://twitter.com/intent/tweet?url=x">Tweet</a> <a rel="tag" href="https://t.example/">rope</a>', []),
        ('<nav><a href="https://a.example/">next</a></nav> and <ul class="toc"><li><a href="https://b.example/">1</a></ul>', []),
        ('<a href="https://a.example/more">Continue reading <span>Ropes</span> →</a>', []),
        # a tweet that the author cites, and a link that only says so
        ('<a href="https://twitter.com/mara/status/1">a tweet</a>', ["https://twitter.com/mara/status/1"]),
        ('<a href="https://a.example/story">Read more</a>', ["https://a.example/story"]),
        # pictures: larger selves are none, the page they come from is
        ('<a href="https://cdn.example/rope.jpg"><img src="/rope-300.jpg"></a>', []),
        ('<a href="https://museum.example/rope"><img src="/rope-300.jpg"></a>', ["https://museum.example/rope"]),
        # an address in words, but not in code
        ("Look at https://a.example/rope. <code>curl https://b.example/</code>", ["https://a.example/rope"]),
    ],
)  # fmt: skip
def test_only_sources_are_cited(html, urls):
    """Navigation, sharing, pictures and the blog's own pages are no citations; its documents are."""
    words = f"<p>There was once a rope, and it was long. {html} So it was, and is.</p>"

    assert urls == [cited.url for citation in citations(words) for cited in citation.urls]


def test_raised_number_that_links_to_its_source_is_a_mark():
    """Its label is kept, and its sentence is read without it."""
    (found,) = citations('<p>It rained.<sup><a href="https://a.example/log">1</a></sup> It froze.</p>')

    assert ("1", "1", "It rained.") == (found.label, found.anchor, found.sentence)


@pytest.mark.parametrize(
    "blog", ["https://blog.example/2019/09/", "https://blog.example/archives/date/2019/09"]
)
def test_a_months_page_is_the_address_of_the_whole_blog(blog):
    """A blog that is named by one of its months has its other pages still."""
    assert () == citations('<p>As <a href="/2018/01/knots/">I said</a>.</p>', blog=blog)


def test_neighbour_on_the_same_host_is_another_blog():
    """Two blogs below one host cite each other."""
    (found,) = citations('<p>As <a href="/bob/knots/">Bob said</a>.</p>', blog="https://blog.example/ann/")

    assert "https://blog.example/bob/knots/" == found.urls[0].url
