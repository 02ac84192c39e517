"""Notes, read."""

import pytest
from bs4 import BeautifulSoup

from archiver.extract.finding.body import Body
from archiver.extract.notes import read_text, read_urls
from archiver.models.citation import Form

POST = "https://blog.example/2019/09/ropes/"


def note(html):
    """The one note of a post, marked up as a list item."""
    root = BeautifulSoup(f'<div><p id="r1">Text.</p><ol><li>{html}</li></ol></div>', "lxml").div
    assert root is not None
    body = Body(root, url=POST)
    return body, [body.place(body.all("li")[0])]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        # back-links at the end: an arrow, an image, words, several with raised numbers
        ('The log. <a href="#r1">↩︎</a>', "The log."),
        ('The log.<a href="#r1"><img src="/up.png" alt=""></a>', "The log."),
        ('The log. [<a href="#r1">back to text</a>]', "The log."),
        ('The log. <a href="#r1">↩</a> <a href="#r1">↩<sup>2</sup></a>', "The log."),
        # at the head: a label that links, carets and letters
        ('<a href="#r1">[1]</a> The log.', "The log."),
        ('^ <a href="#r1">a</a> <a href="#r1">b</a> The log.', "The log."),
        ('[<a href="#r1">1</a>] The log.', "The log."),
        # what only looks like one stays: a link to another part of the post, and to the web
        ('See <a href="#r1">the first section</a>.', "See the first section."),
        ('The log, <a href="https://a.example/#top">1</a>', "The log, 1"),
        # unlinked words stay as they are
        ("[sic] The log (1811).", "[sic] The log (1811)."),
        # paragraphs are one text
        ("<p>The log.</p><p>Page two.</p>", "The log. Page two."),
        # nothing else
        ('<a href="#r1">↩</a>', None),
    ],
)
def test_text_is_the_authors(html, text):
    """Ways back to the mark and linked labels are no part of a note; every other word is."""
    assert text == read_text(*note(html))


@pytest.mark.parametrize(
    ("html", "urls"),
    [
        # links and bare addresses in their order, each once
        (
            'See https://b.example/2, <a href="https://a.example/1">one</a> and <a href="https://a.example/1">again</a>.',
            [("https://b.example/2", False), ("https://a.example/1", True)],
        ),
        # a linked address is a link, not a bare one as well
        ('<a href="https://a.example/1?utm_source=x">https://a.example/1</a>.', [("https://a.example/1?utm_source=x", True)]),
        # relative links start at the post
        ('<a href="/files/log.pdf">log</a>', [("https://blog.example/files/log.pdf", True)]),
        # the way back, mail and scripts are no addresses
        ('<a href="mailto:a@b.example">mail</a> <a href="javascript:void(0)">x</a> <a href="#r1">↩</a>', []),
        (f'<a href="{POST}#r1">↩</a>', []),
        # a DOI that only COinS knows
        ('The log.<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_id=info%3Adoi%2F10.5555%2Fx"></span>', [("https://doi.org/10.5555/x", False)]),
        # what COinS adds to an address that readers see is the same work again
        ('<a href="https://a.example/1">The log.</a><span class="Z3988" title="rft_id=info%3Adoi%2F10.5555%2Fx"></span>', [("https://a.example/1", True)]),
        ('The log, doi:10.5555/y.<span class="Z3988" title="rft_id=info%3Adoi%2F10.5555%2Fx"></span>', [("https://doi.org/10.5555/y", False)]),
        # no arrow sticks to an address
        ('https://a.example/1<a href="#r1">↩</a>', [("https://a.example/1", False)]),
    ],
)  # fmt: skip
def test_urls_are_as_written(html, urls):
    """Every address of a note is kept as its author wrote it, and whether it was a link."""
    assert urls == [(cited.url, cited.is_link) for cited in read_urls(*note(html))]


@pytest.mark.parametrize(
    ("html", "form"),
    [
        ('<a href="https://doi.org/10.5555/x">10.5555/x</a>', Form.LINK),
        ("https://doi.org/10.5555/x", Form.ADDRESS),
        ("www.a.example/x", Form.ADDRESS),
        ("doi.org/10.5555/x", Form.ADDRESS),
        ("doi:10.5555/x", Form.DOI),
        ("10.5555/x", Form.DOI),
        ("arXiv:2101.00001", Form.ARXIV),
        ("hdl:2027/abc.1", Form.HANDLE),
        ("PMID 123456", Form.PMID),
        ("PMC1234567", Form.PMCID),
        ('<span class="Z3988" title="rft_id=info%3Adoi%2F10.5555%2Fx"></span>', Form.COINS),
    ],
)
def test_form_says_how_an_address_is_given(html, form):
    """A link, an address in words, a registered number, or only a description for programs."""
    (cited,) = read_urls(*note(f"The log, {html}."))

    assert (form, form is Form.LINK) == (cited.form, cited.is_link)
