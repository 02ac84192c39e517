"""The footnote styles, found by their being there."""

import pytest
from bs4 import BeautifulSoup

from archiver.extract import registry
from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence


def test_strongest_evidence_comes_first():
    """The order is that of the evidence, and of names within."""
    order = [(style.evidence, style.name) for style in registry.styles()]

    assert sorted(order) == order
    assert set(Evidence) == {evidence for evidence, _ in order}


def test_what_one_style_claims_is_hidden_from_the_next():
    """A page of two hands: linked notes, and raised numbers with a list of their own."""
    html = """<article><p>It rained.<a id="r1" href="#n1">1</a></p><ul><li id="n1">The log. <a href="#r1">↩</a></li></ul>
        <p>It froze.<sup>1</sup></p><ol><li>The diary.</li></ol></article>"""
    article = BeautifulSoup(html, "lxml").article
    assert article is not None
    body = Body(article, url="https://blog.example/a/")

    assert [("linked", "The log. ↩"), ("bare_superscript", "The diary.")] == [
        (style, body.words(footnote.notes[0])) for style, footnote in registry.find_footnotes(body)
    ]


def test_file_that_is_no_style_is_named(monkeypatch):
    """A file without the two things that a style has stops the start, and says where to look."""
    monkeypatch.setattr(registry.footnotes, "__name__", "archiver.extract.finding")

    with pytest.raises(
        TypeError, match=r"marks\.py is no footnote style: .*EVIDENCE.* See any file beside it"
    ):
        registry._style("marks")
