"""Lists of works without marks."""

import pytest
from bs4 import BeautifulSoup

from archiver.extract.citations import read_citations
from archiver.models.citation import Citation, CitationKind, CitedUrl


def citations(html):
    """The citations of a post."""
    article = BeautifulSoup(f"<article>{html}</article>", "lxml").article
    assert article is not None
    return read_citations(article, url="https://blog.example/a/", blog="https://blog.example/")


def test_items_under_a_title_are_citations_without_a_sentence():
    """Every item is one, linked or not; its links are its own, and the section ends with the next heading."""
    html = """<p>No marks here.</p>
        <h2>Further Reading</h2>
        <ul><li>Ek, Ida. <a href="https://a.example/rain"><em>Rain</em></a>, 1911.</li><li>Berg, Olaf. <em>Frost</em>.</li></ul>
        <h2>Colophon</h2><ul><li>Set in lead.</li></ul>"""
    expected = (
        Citation(
            position=1,
            kind=CitationKind.BIBLIOGRAPHY,
            note="Ek, Ida. Rain, 1911.",
            style="bibliography",
            urls=(CitedUrl(url="https://a.example/rain", is_link=True),),
        ),
        Citation(position=2, kind=CitationKind.BIBLIOGRAPHY, note="Berg, Olaf. Frost.", style="bibliography"),
    )

    assert expected == citations(html)


@pytest.mark.parametrize(
    "title",
    [
        "<h3>Works Cited</h3>",
        "<h2>References:</h2>",
        "<p><strong>Bibliography</strong></p>",
        "<p>Sources</p>",
        "<div class='wrap'><h2>Literatur</h2></div>",
    ],
)
def test_title_may_be_a_heading_or_a_paragraph(title):
    """Headings of any level count, and short paragraphs that say no more than the title."""
    found = citations(f"<p>Text.</p>{title}<p>Ek, Ida. <em>Rain</em>.</p><p>Berg, Olaf. <em>Frost</em>.</p>")

    assert ["Ek, Ida. Rain.", "Berg, Olaf. Frost."] == [citation.note for citation in found]


def test_prose_about_sources_is_no_list():
    """A long paragraph under the title is text, whose links are its own."""
    found = citations(
        "<h2>Sources</h2><p>"
        + "I went to the archive again. " * 40
        + '<a href="https://a.example/">It</a> was shut.</p>'
    )

    assert [(CitationKind.INLINE, "It was shut.")] == [
        (citation.kind, citation.sentence) for citation in found
    ]


def test_references_right_behind_the_notes_are_a_bibliography():
    """What follows the notes and reads like a reference is one; the first paragraph that does not ends the list."""
    html = """<p>It rained.<sup>1</sup></p><ol><li>The log.</li></ol>
        <p>Ek, Ida. 1911. “Rain in the North.” Coast Review.</p>
        <p>I thank the keeper of the log.</p>
        <p>Ek, Ida. 1912. “Frost in the North.” Coast Review.</p>"""

    assert ["The log.", "Ek, Ida. 1911. “Rain in the North.” Coast Review."] == [
        c.note for c in citations(html)
    ]
