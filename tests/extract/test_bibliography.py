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


@pytest.mark.parametrize(
    "title", ["<p>References</p>", "<div><p>References<span>[<a id='fold'>+</a>]</span></p></div>"]
)
def test_title_of_a_further_list_is_no_entry(title):
    """Not even where it is a paragraph after the entries, with a sign that folds the list up."""
    found = citations(
        f"<p>Text.</p><h3>Works Cited</h3><ul><li>Ek, Ida. <em>Rain</em>.</li></ul>{title}<ul><li>Berg, Olaf. <em>Frost</em>.</li></ul>"
    )

    assert ["Ek, Ida. Rain.", "Berg, Olaf. Frost."] == [citation.note for citation in found]


ENTRIES = '<ul><li>Ek, Ida. <a href="https://a.example/rain">Rain</a>.</li><li>Berg, Olaf. Frost.</li></ul>'


@pytest.mark.parametrize(
    "heading",
    [
        # Docusaurus, with a space of no width; Hugo themes; Eleventy; Zola; Python-Markdown
        '<h2 id="x">Further Reading<a class="hash-link" href="#x">\u200b</a></h2>',
        '<h2 id="x">Further Reading<a hidden class="anchor" aria-hidden="true" href="#x">#</a></h2>',
        '<h2 id="x">Further Reading <a class="direct-link" href="#x">#</a></h2>',
        '<h2 id="x">Further Reading<a class="zola-anchor" href="#x">🔗</a></h2>',
        '<h2 id="x">Further Reading<a class="headerlink" href="#x">¶</a></h2>',
        # no class tells, but the link leads to where it stands; words for screen readers; before the title
        '<h2 id="x">Further Reading<a href="#x">Link to this part</a></h2>',
        '<h2><span id="x">Further Reading</span><a href="#x">Link to this part</a></h2>',
        '<div id="x"><h2>Further Reading<a href="#x">Link to this part</a></h2></div>',
        '<h2>Further Reading<span class="sr-only">Permalink</span></h2>',
        '<h2 id="x"><a class="anchor" href="#x">#</a> Further Reading</h2>',
        # the title is the link
        '<h2 id="x"><a class="anchor" href="#x">Further Reading</a></h2>',
        # MediaWiki
        '<h2>Further Reading<span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2>',
        # what people write beside it
        "<h2>Further Reading [edit]</h2>",
        "<h2>§ Further Reading</h2>",
        "<h2>3. Further Reading</h2>",
        "<h2>3.1 Further Reading</h2>",
        "<h2>IV. Further Reading:</h2>",
        "<h2>Further Reading (2)</h2>",
    ],
)
def test_title_is_what_a_heading_says_of_itself(heading):
    """Permalinks, signs, numbers and words that nobody sees are no part of a title."""
    found = citations(f"<p>Text.</p>{heading}{ENTRIES}")

    assert ["Ek, Ida. Rain.", "Berg, Olaf. Frost."] == [citation.note for citation in found]


@pytest.mark.parametrize(
    "title",
    [
        "Notes & References",
        "Bibliography and Notes",
        "References and Further Reading",
        "Primary Sources",
        "Secondary Literature",
        "Select Bibliography",
        "Suggested Reading",
        "Recommended Reading",
        "For Further Reading",
        "Literature Cited",
        "Sources consulted",
        "Resources",
        "Weiterführende Literatur",
        "Литература",
        "Список литературы",
        "参考文献",
    ],
)
def test_lists_go_by_many_titles(title):
    """What follows such a title is a list of works."""
    found = citations(f"<p>Text.</p><h2>{title}</h2>{ENTRIES}")

    assert [CitationKind.BIBLIOGRAPHY] * 2 == [citation.kind for citation in found]


@pytest.mark.parametrize(
    "title",
    [
        "Reading the log",
        "3 Sources of Rain",
        "Sources of the river",
        "Notes from the coast",
        "Resources and people",
    ],
)
def test_other_titles_are_headings_of_prose(title):
    """A title that only begins or ends like one of those makes no list."""
    found = citations(f"<p>Text.</p><h2>{title}</h2>{ENTRIES}")

    assert [CitationKind.INLINE] == [citation.kind for citation in found]


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
